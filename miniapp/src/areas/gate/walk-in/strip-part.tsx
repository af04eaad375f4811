import { codePlace } from '@shanhai/shared/rules/gate.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { withServer } from '../../../api/link.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Field } from '../../../ui/field.tsx';
import { NumberLine } from '../../../ui/number-strip.tsx';
import { scan } from '../../../ui/scan.ts';
import { showToast } from '../../../ui/toast-store.ts';

/** Where the number came from: scanned, typed, or the next on the pile. */
export type StripFrom = 'scanned' | 'typed' | 'pile';

interface Props {
  fairId: string;
  number: string;
  problem: string | undefined;
  from: StripFrom;
  onNumber: (number: string, from: StripFrom) => void;
}

/** The number of a strip by its code; a sentence when it is not one of this fair's strips. */
async function numberOfCode(fairId: string, code: string): Promise<number | string> {
  const found = await withServer(() => call('fairs.resolveCode', { code }));
  const place = found ? undefined : codePlace(code);
  if (place?.kind === 'strip') return place.fairId === fairId ? place.index : '这张不是今天这场的';
  if (found?.kind !== 'strip') return '要扫纸的号码条';
  return found.fair.fairId === fairId ? found.number : '这张不是今天这场的';
}

/** The strip that is handed over: as it lies there, or to be scanned or typed. */
export function StripPart({ fairId, number, problem, from, onNumber }: Props) {
  const [isTyping, setTyping] = useState(number === '');
  const look = useAction(async () => {
    const scanned = await scan({ title: '扫号码条' });
    if (!scanned) return;
    const found = scanned.code === undefined ? scanned.number : await numberOfCode(fairId, scanned.code);
    if (typeof found === 'string') return showToast(found, 'stop');
    onNumber(String(found), 'scanned');
    setTyping(false);
  });
  if (!isTyping && !problem && number)
    return (
      <NumberLine
        number={Number(number)}
        title="号码条"
        aside={
          <>
            {from === 'scanned' && (
              <Chip tone="ok" icon="okc">
                扫到了
              </Chip>
            )}
            {from === 'pile' && <Chip tone="wait">下一张</Chip>}
            <Button kind="quiet" onTap={() => setTyping(true)}>
              换一张
            </Button>
          </>
        }
      />
    );
  return (
    <View className="stack">
      <Field
        label="号码条"
        aside="四个数"
        kind="digits"
        most={4}
        value={number}
        onChange={(typed) => {
          setTyping(true);
          onNumber(typed, 'typed');
        }}
        placeholder="0418"
        problem={problem}
        onLeave={() => setTyping(number === '')}
      />
      <Button kind="line" wide icon="scan" busy={look.busy} onTap={() => void look.run()}>
        扫号码条
      </Button>
    </View>
  );
}
