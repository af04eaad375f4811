import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { employerStatusWords, type SuspendReason, suspendReasons, suspendWords } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Employer } from './check-rows.ts';

const reasonOptions = suspendReasons.map((value) => ({ value, words: suspendWords[value] }));

interface SuspendProps {
  employer: Employer;
  onDecided: (words: string) => void;
}

/** Stops an employer at once, with a reason it is told. */
export function Suspend({ employer: { employerId, shortName }, onDecided }: SuspendProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<SuspendReason>();
  const [note, setNote] = useState('');
  const stop = useAction(async () => {
    if (!reason) return;
    await call('employers.suspend', { employerId, reason, ...(note.trim() && { note: note.trim() }) });
    onDecided(`${shortName} 停用了`);
  });
  if (!isOpen)
    return (
      <View className="decide">
        <View>
          <Button kind="quiet" icon="off" onTap={() => setOpen(true)}>
            停用这家
          </Button>
        </View>
      </View>
    );
  return (
    <View className="decide">
      <View className="t2">停用后，岗位、展位马上看不到，也收不到名片；什么都不删，查清了可以恢复。</View>
      <ChooseOne label="为什么停用" aside="单位看得到" options={reasonOptions} value={reason} onChange={setReason} />
      <Field label="再写一句" aside="只有我们看" placeholder="两人举报收押金，先停再查" value={note} onChange={setNote} most={200} />
      <View className="row fw">
        <Button kind="stop" busy={stop.busy} busyWords="正在停" disabled={reason ? false : '先选理由'} onTap={() => void stop.run()}>
          停用
        </Button>
        <Button kind="line" onTap={() => setOpen(false)}>
          不停了
        </Button>
      </View>
    </View>
  );
}

/** Why it was stopped, by whom, and the way back. */
export function Suspended({ employer: { employerId, shortName, suspended }, onDecided }: SuspendProps) {
  const lift = useAction(async () => {
    await call('employers.lift', { employerId });
    onDecided(`${shortName} 恢复了`);
  });
  if (!suspended) return null;
  const { at, by, reason, note, before } = suspended;
  const words = [`${monthDay(at)} ${chinaTime(at)} ${by}停的`, note, `恢复后回到“${employerStatusWords[before]}”`].filter(Boolean).join('；');
  return (
    <View className="stack">
      <Banner kind="failed" title={`停用了：${suspendWords[reason]}`} words={words} />
      <View>
        <Button kind="act" icon="undo" busy={lift.busy} busyWords="正在恢复" onTap={() => void lift.run()}>
          查清了，恢复
        </Button>
      </View>
    </View>
  );
}
