import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { readScanned, type Scanned } from '../../../ui/scan.ts';

interface Props {
  busy: boolean;
  /** Stays in the field after each one, for a desk with a scanner that types. */
  stays?: boolean;
  onEnter: (scanned: Scanned) => void;
}

/** The number read off a strip, or what a hand scanner types. */
export function TypeNumber({ busy, stays = false, onEnter }: Props) {
  const [typed, setTyped] = useState('');
  const [isIn, setIn] = useState(true);
  // A scanner types wherever the cursor is, so it comes back with the page.
  useDidShow(() => setIn(stays));
  const enter = (): void => {
    const scanned = readScanned(typed);
    if (!scanned || busy) return;
    setTyped('');
    setIn(stays);
    onEnter(scanned);
  };
  return (
    <View className="stack">
      <Field
        label={stays ? '号码，或用扫码枪' : '号码条上的四个数'}
        value={typed}
        onChange={setTyped}
        kind={stays ? 'text' : 'digits'}
        {...(!stays && { most: 4 })}
        placeholder="0417"
        focus={isIn}
        onLeave={() => setIn(false)}
        onDone={enter}
      />
      <Button kind="main" busy={busy} busyWords="正在查" disabled={!typed.trim()} onTap={enter}>
        看这个号
      </Button>
    </View>
  );
}
