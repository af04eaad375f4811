import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { useCall } from '../api/use-call.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Tap } from './tap.tsx';

interface PhotoViewProps {
  fileId: string;
  label: string;
  isLarge?: boolean;
}

const mostTries = 2;

const shapeOf = (isLarge: boolean | undefined): string => `photo-view ${isLarge ? 'is-large' : ''}`;

function Shown({ url, label, isLarge, onGone }: Omit<PhotoViewProps, 'fileId'> & { url: string; onGone: () => void }) {
  return (
    <Tap className={shapeOf(isLarge)} label={`${label}，看大图`} onTap={() => void Taro.previewImage({ urls: [url] }).catch(() => undefined)}>
      <Image className="photo-picture" src={url} mode={isLarge ? 'widthFix' : 'aspectFill'} onError={onGone} />
    </Tap>
  );
}

/** A photograph that is kept with us, by a link of a few minutes; a tap shows it whole. */
export function PhotoView({ fileId, label, isLarge }: PhotoViewProps) {
  const link = useCall('files.link', { fileId });
  const tries = useRef(0);
  const again = (): void => void link.reload();
  /** A link that has ended is fetched anew; a picture that will not show stays as it is. */
  const onGone = (): void => {
    tries.current += 1;
    if (tries.current <= mostTries) again();
  };
  if (link.data) return <Shown url={link.data.url} label={label} isLarge={isLarge ?? false} onGone={onGone} />;
  return (
    <View className={`${shapeOf(isLarge)} is-shut`}>
      {link.problem && (
        <>
          <View className="small t2 center">{link.problem.sentence}</View>
          <Button kind="line" icon="refresh" onTap={again}>
            再看一次
          </Button>
        </>
      )}
    </View>
  );
}

/** A photograph whose look is recorded: one asks for it, once, and knows that. */
export function AskedPhoto({ fileId, label, words }: { fileId: string; label: string; words: string }) {
  const [url, setUrl] = useState<string>();
  const look = useAction(async () => setUrl((await call('files.link', { fileId })).url));
  if (url) return <Shown url={url} label={label} isLarge onGone={() => setUrl(undefined)} />;
  return (
    <View className={`${shapeOf(true)} is-shut`}>
      <Icon name="eyeoff" size={32} />
      <View className="small t2 center">{words}</View>
      <Button kind="line" busy={look.busy} busyWords="正在取" onTap={() => void look.run()}>
        看{label}
      </Button>
    </View>
  );
}
