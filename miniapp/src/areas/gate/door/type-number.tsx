import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { readScanned, type Scanned } from '../../../ui/scan.ts';

interface Props {
  busy: boolean;
  onEnter: (scanned: Scanned) => void;
}

/** The number read off a strip, typed on a phone. */
export function TypeNumber({ busy, onEnter }: Props) {
  const [typed, setTyped] = useState('');
  const enter = (): void => {
    const scanned = readScanned(typed);
    if (!scanned || busy) return;
    setTyped('');
    onEnter(scanned);
  };
  return (
    <View className="stack">
      <Field label="号码条上的四个数" value={typed} onChange={setTyped} kind="digits" most={4} placeholder="0417" focus onDone={enter} />
      <Button kind="main" busy={busy} busyWords="正在查" disabled={!typed.trim()} onTap={enter}>
        看这个号
      </Button>
    </View>
  );
}
