import { atChinaTime, chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { changeReasons, changeReasonWords, isTimeToMeet } from '@shanhai/shared/rules/interviews.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { DayField, TimeField } from '../../../ui/pick-field.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { whenWords } from '../meeting-words.ts';
import type { SlotWithPeople } from './index.tsx';

type Reason = (typeof changeReasons)[number];
const reasonOptions = changeReasons.map((value) => ({ value, words: changeReasonWords[value] }));
const now = (): string => new Date().toISOString();

function useNewTime(slot: SlotWithPeople) {
  const [day, setDay] = useState(chinaDay(slot.startsAt));
  const [time, setTime] = useState(chinaTime(slot.startsAt).padStart(5, '0'));
  const startsAt = day && time ? atChinaTime(day, time) : '';
  const isNew = startsAt !== '' && startsAt !== slot.startsAt;
  const isGood = isNew && isTimeToMeet({ startsAt, minutes: slot.minutes }, now());
  return { day, setDay, time, setTime, startsAt, isGood, problem: isNew && !isGood ? '选早上八点到晚上八点，两个月以内' : undefined };
}

/** Another time or none: with a reason, and everybody who took it is told. */
export function SlotSheet({ slot, onClose }: { slot: SlotWithPeople; onClose: () => void }) {
  const { jobId, slotId } = slot;
  const [reason, setReason] = useState<Reason>();
  const next = useNewTime(slot);
  const then = async (done: Promise<unknown>): Promise<void> => {
    await done;
    onClose();
  };
  const move = useAction((why: Reason) => then(call('interviews.moveSlot', { jobId, slotId, startsAt: next.startsAt, reason: why })), {
    done: '改了，已经告诉他们',
  });
  const cancel = useAction((why: Reason) => then(call('interviews.cancelSlot', { jobId, slotId, reason: why })), { done: '取消了，已经告诉他们' });
  const unsaid = reason ? false : '先选一个原因';
  return (
    <Sheet isOpen onClose={onClose} label="改时间或取消">
      <View className="h2">{whenWords(slot)}</View>
      <View className="t2">{slot.people.length ? `${slot.people.length} 个人约了。改了要他们点头，取消了他们会收到原因。` : '还没有人约，改了不打扰谁。'}</View>
      <ChooseOne label="为什么" options={reasonOptions} value={reason} onChange={setReason} />
      <View className="pair">
        <DayField label="改到哪天" value={next.day} onChange={next.setDay} from={chinaDay(now())} />
        <TimeField label="几点" value={next.time} onChange={next.setTime} problem={next.problem} />
      </View>
      <Button
        kind="act"
        wide
        busy={move.busy}
        busyWords="正在改"
        disabled={unsaid || (next.isGood ? false : '先选新的时间')}
        onTap={() => reason && void move.run(reason)}
      >
        改到这个时间
      </Button>
      <Button kind="stop" wide busy={cancel.busy} busyWords="正在取消" disabled={!reason} onTap={() => reason && void cancel.run(reason)}>
        取消这个时间
      </Button>
      <Button kind="quiet" wide onTap={onClose}>
        不动了
      </Button>
    </Sheet>
  );
}
