import { promiseDays } from '@shanhai/shared/rules/applications.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Sheet } from '../../../ui/sheet.tsx';

const choices = Array.from({ length: promiseDays.most - promiseDays.least + 1 }, (_, i) => promiseDays.least + i);

/** 回音承诺: within how many days this employer answers. */
export function PromisePart({ employerId }: { employerId: string }) {
  const record = useCall('applications.record', { employerId });
  const [isOpen, setOpen] = useState(false);
  const promise = useAction((days: number) => call('applications.promise', { employerId, days }), { done: '从下一位起算' });
  if (!record.data) return null;
  const { promiseDays: days, replyRate } = record.data;
  const say = async (chosen: number): Promise<void> => {
    if (await promise.run(chosen)) setOpen(false);
  };
  return (
    <>
      <Button kind="quiet" icon="clock" onTap={() => setOpen(true)}>
        {`${days} 天内回${replyRate === undefined ? '' : `，按时 ${replyRate}%`}`}
      </Button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} label="回音承诺">
        <View className="h2">几天内给回音</View>
        <View className="t2">投的人看得到这个日子。过期没回，会转给人社局去问，也算进按时回音率。</View>
        <View className="chips">
          {choices.map((one) => (
            <FilterChip key={one} role="radio" isOn={one === days} onTap={() => void say(one)}>
              {one} 天
            </FilterChip>
          ))}
        </View>
        <Button kind="quiet" wide onTap={() => setOpen(false)}>
          不改了
        </Button>
      </Sheet>
    </>
  );
}
