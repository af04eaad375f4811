import type { FilePurpose } from '@shanhai/shared/rules/files.ts';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { choosePhoto, type Photo } from '../api/photo.ts';
import { asRefusal, type Refusal } from '../api/refusal.ts';
import { sendPhoto } from '../api/send-photo.ts';
import { aria } from './aria.ts';
import { Button } from './button.tsx';
import { FieldFrame } from './field.tsx';
import { Icon } from './icon.tsx';
import { PhotoView } from './photo-view.tsx';
import { Tap } from './tap.tsx';

interface PhotoFieldProps {
  label: string;
  purpose: FilePurpose;
  /** Id of the photograph that is kept; empty when there is none. */
  value: string;
  onChange: (fileId: string) => void;
  aside?: string;
  hint?: string;
  problem?: string | undefined;
}

interface Sending {
  photo: Photo;
  share: number;
  refusal?: Refusal;
}

const sizeWords = ({ bytes }: Photo): string => `${Math.max(1, Math.round(bytes.byteLength / 1024))} KB`;

/** 正在传 320 KB · 45% */
function progressWords({ photo, share }: Sending): string {
  return share > 0 ? `正在传 ${sizeWords(photo)} · ${Math.round(share * 100)}%` : `正在传 ${sizeWords(photo)}`;
}

function useSending({ purpose, onChange }: Pick<PhotoFieldProps, 'purpose' | 'onChange'>) {
  const [sending, setSending] = useState<Sending>();
  const [refusal, setRefusal] = useState<Refusal>();
  /** What was just sent is shown from the phone itself. */
  const [sentPath, setSentPath] = useState<string>();

  async function send(photo: Photo): Promise<void> {
    setSending({ photo, share: 0 });
    try {
      const fileId = await sendPhoto(purpose, photo, (share) => setSending({ photo, share }));
      setSentPath(photo.path);
      setSending(undefined);
      onChange(fileId);
    } catch (error) {
      setSending({ photo, share: 0, refusal: asRefusal(error) });
    }
  }

  async function choose(): Promise<void> {
    setRefusal(undefined);
    try {
      const photo = await choosePhoto();
      if (photo) await send(photo);
    } catch (error) {
      setRefusal(asRefusal(error));
    }
  }
  return { sending, refusal, sentPath, send, choose };
}

/** On its way, or stuck on it. */
function OnTheWay({ sending, onAgain, onOther }: { sending: Sending; onAgain: () => void; onOther: () => void }) {
  const { photo, refusal } = sending;
  return (
    <View className="photo-line">
      <View className="photo-view">
        <Image className="photo-picture" src={photo.path} mode="aspectFill" />
      </View>
      <View className="grow stack tight" {...aria({ live: 'polite' })}>
        <View className={refusal ? 'stop-t b' : 't2'}>{refusal ? `没传上：${refusal.sentence}` : progressWords(sending)}</View>
        {refusal && (
          <View className="row fw">
            <Button kind="act" icon="refresh" onTap={onAgain}>
              再传一次
            </Button>
            <Button kind="quiet" onTap={onOther}>
              换一张
            </Button>
          </View>
        )}
      </View>
    </View>
  );
}

/** A photograph of a paper: taken or picked, sent, looked at, exchanged. */
export function PhotoField({ label, purpose, value, onChange, aside, hint, problem }: PhotoFieldProps) {
  const { sending, refusal, sentPath, send, choose } = useSending({ purpose, onChange });
  const words = refusal?.sentence ?? problem;
  return (
    <FieldFrame label={label} aside={aside} hint={hint} problem={words}>
      {sending && <OnTheWay sending={sending} onAgain={() => void send(sending.photo)} onOther={() => void choose()} />}
      {!sending && value === '' && (
        <Tap className={`photo-empty ${words ? 'is-bad' : ''}`} label={`${label}，拍照或选照片`} onTap={() => void choose()}>
          <Icon name="camera" size={28} />
          <View>拍照或选照片</View>
        </Tap>
      )}
      {!sending && value !== '' && (
        <View className="photo-line">
          {sentPath ? (
            <View className="photo-view">
              <Image className="photo-picture" src={sentPath} mode="aspectFill" />
            </View>
          ) : (
            <PhotoView fileId={value} label={label} />
          )}
          <View className="grow stack tight">
            <View className="row ok-t b">
              <Icon name="okc" size={22} />
              传好了
            </View>
            <View>
              <Button kind="line" icon="camera" label={`${label}，换一张`} onTap={() => void choose()}>
                换一张
              </Button>
            </View>
          </View>
        </View>
      )}
    </FieldFrame>
  );
}
