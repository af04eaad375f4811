import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spanWords } from '@shanhai/shared/rules/interviews.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, replace, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, RadioRow } from '../../../ui/row.tsx';
import { dayWords, howWords, shortDay, whenWords } from '../meeting-words.ts';

type Slot = Output<'interviews.offered'>['items'][number];

function byDay(slots: readonly Slot[]): [string, Slot[]][] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = chinaDay(slot.startsAt);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days];
}

function Day({ slots, chosen, onChoose }: { slots: readonly Slot[]; chosen: string | undefined; onChoose: (slotId: string) => void }) {
  return (
    <View className="stack tight">
      <Heading>{dayWords(slots[0]?.startsAt ?? '')}</Heading>
      <Card flush>
        {slots.map((slot) => (
          <RadioRow
            key={slot.slotId}
            title={spanWords(slot)}
            words={howWords(slot)}
            aside={<View className="small t2 nw">还有 {slot.left} 个</View>}
            isOn={slot.slotId === chosen}
            onTap={() => onChoose(slot.slotId)}
          />
        ))}
      </Card>
    </View>
  );
}

/** The time of this opening that one has already, if any. */
function useHeld(jobId: string) {
  const session = useSession();
  const mine = useCall('interviews.mine', {}, { when: session?.acting.role === 'worker' });
  return mine.data?.items.find((one) => one.jobId === jobId && one.state !== 'cancelled' && one.startsAt > new Date().toISOString());
}

function NoTimes() {
  return (
    <Empty
      title="现在没有能挑的时间"
      words="单位放了时间，会发消息告诉您"
      action={
        <Button kind="line" icon="bell" onTap={() => go('/areas/messages/list/index')}>
          看消息
        </Button>
      }
    />
  );
}

/** 挑个时间: the times at which an employer meets people for an opening. */
export default function TakeTime() {
  const { jobId = '' } = useParams('/areas/interviews/take/index');
  const session = useSession();
  const offered = useCall('interviews.offered', { jobId }, { when: session?.acting.role === 'worker' && jobId !== '' });
  const held = useHeld(jobId);
  const [chosen, setChosen] = useState<string>();
  const take = useAction(async (slotId: string) => {
    await call('interviews.take', { jobId, slotId });
    replace('/areas/interviews/mine/index');
  });
  const slots = offered.data?.items.filter((slot) => slot.slotId !== held?.slotId) ?? [];
  const slot = slots.find((one) => one.slotId === chosen);
  const first = slots[0];
  if (!offered.data || !first) return <Page title="挑个时间">{offered.data ? <NoTimes /> : <NotYet of={offered} shape="rows" />}</Page>;
  return (
    <Page
      title="挑个时间"
      foot={
        <Button
          kind="main"
          icon="check"
          busy={take.busy}
          busyWords="正在约"
          disabled={slot ? false : '先挑一个时间'}
          onTap={() => slot && void take.run(slot.slotId)}
        >
          {slot ? `约${shortDay(slot.startsAt)} ${chinaTime(slot.startsAt)}` : '约这个时间'}
        </Button>
      }
    >
      <View className="row ends">
        <View className="grow">
          <View className="h2">{first.employerName}</View>
          <View className="t2">想和您谈谈：{first.jobTitle}</View>
        </View>
        <ListenButton words={`${first.employerName}请您挑个时间。${slots.map((one) => `${whenWords(one)}，${howWords(one)}`).join('。')}`} />
      </View>
      {held && <Banner kind="info" title={`您约的是 ${whenWords(held)}`} words="再挑一个，原来的就退了" />}
      {byDay(slots).map(([day, ofDay]) => (
        <Day key={day} slots={ofDay} chosen={chosen} onChoose={setChosen} />
      ))}
    </Page>
  );
}
