import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';

interface Props {
  /** What follows, said before it is done. */
  after: ReactNode;
  busy: boolean;
  onTake: () => void;
}

/** 收回: asked again where it was tapped, not in a window that hides what is meant. */
export function TakeBack({ after, busy, onTake }: Props) {
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <Button kind="line" wide icon="undo" onTap={() => setSure(true)}>
        收回
      </Button>
    );
  return (
    <View className="stack tight">
      {after}
      <View className="pair">
        <Button kind="line" onTap={() => setSure(false)}>
          不收了
        </Button>
        <Button kind="stop" busy={busy} onTap={onTake}>
          确定收回
        </Button>
      </View>
    </View>
  );
}
