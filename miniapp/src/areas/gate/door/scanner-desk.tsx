import { bounceMs, scansOf } from '@shanhai/shared/rules/scanner.ts';
import { View } from '@tarojs/components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Switch } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card } from '../../../ui/row.tsx';
import { readScanned, type Scanned } from '../../../ui/scan.ts';
import { mute, useMute } from '../signals.ts';
import { useGateKeys } from './gate-keys.ts';

interface Props {
  busy: boolean;
  /** Judges one; those that come meanwhile wait their turn. */
  onEnter: (scanned: Scanned) => Promise<unknown>;
  onWalkIn: () => void;
  onUndo: () => void;
  onNextGate: () => void;
}

const keysOfGate = [
  ['回车', '看这个号'],
  ['F2', '没手机，登记'],
  ['F4', '撤销刚才这个'],
  ['F8', '换一个门'],
  ['F9', '开关声音'],
  ['Esc', '回到这一格'],
] as const;

/** A laptop with a scanner that types: the field takes all that is typed, and Enter judges it. */
export function ScannerDesk({ busy, onEnter, onWalkIn, onUndo, onNextGate }: Props) {
  const [typed, setTyped] = useState('');
  const isMute = useMute();
  const judge = useRef(onEnter);
  useEffect(() => {
    judge.current = onEnter;
  });
  const put = useMemo(
    () =>
      scansOf(
        (text) => {
          const scanned = readScanned(text);
          if (scanned) void judge.current(scanned);
        },
        (run) => setTimeout(run, bounceMs),
      ),
    [],
  );
  const enter = (): void => {
    put(typed);
    setTyped('');
  };
  const isIn = useGateKeys({ F2: onWalkIn, F4: onUndo, F8: onNextGate, F9: () => mute(!isMute) });
  return (
    <Card className="door-scanner">
      <Field label="号码，或用扫码枪" aside={busy ? '正在查' : '输完按回车'} value={typed} onChange={setTyped} placeholder="0417" focus={isIn} onDone={enter} />
      <View className="door-keys">
        {keysOfGate.map(([key, words]) => (
          <View key={key} className="door-key">
            <View className="door-key-cap">{key}</View>
            <View>{words}</View>
          </View>
        ))}
      </View>
      <Switch words="出声音" isOn={!isMute} onChange={(isOn) => mute(!isOn)} />
    </Card>
  );
}
