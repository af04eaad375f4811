import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { howWords, whenWords } from '../meeting-words.ts';
import { SlotSheet } from './slot-sheet.tsx';

export type SlotWithPeople = Output<'interviews.ofJob'>['items'][number];

function SlotCard({ slot, onChange }: { slot: SlotWithPeople; onChange: () => void }) {
  return (
    <Card>
      <View className="row ends">
        <View className="grow">
          <View className="h3">{whenWords(slot)}</View>
          <View className="small t2">{howWords(slot)}</View>
        </View>
        <Chip tone={slot.left === 0 ? 'ok' : 'grey'}>{slot.left === 0 ? '约满了' : `还空 ${slot.left} 个`}</Chip>
      </View>
      {slot.people.length > 0 && (
        <Chips>
          {slot.people.map(({ workerId, maskedName, state }) => (
            <Chip key={workerId} tone={state === 'moved' ? 'wait' : 'act'} icon="user">
              {maskedName}
              {state === 'moved' ? '，等他答' : ''}
            </Chip>
          ))}
        </Chips>
      )}
      <Button kind="line" wide icon="edit" onTap={onChange}>
        改时间或取消
      </Button>
    </Card>
  );
}

function OfJob({ jobId }: { jobId: string }) {
  const times = useCall('interviews.ofJob', { jobId }, { everyMs: 30_000 });
  const [open, setOpen] = useState<string>();
  const offer = (): void => go('/areas/interviews/offer/index', { jobId });
  if (!times.data) return <NotYet of={times} shape="rows" />;
  const { items } = times.data;
  const slot = items.find((one) => one.slotId === open);
  if (items.length === 0)
    return (
      <Empty
        title="还没放时间"
        words="放几个时间，想见的人自己来挑，不会撞车"
        action={
          <Button icon="plus" onTap={offer}>
            放时间
          </Button>
        }
      />
    );
  return (
    <>
      <View className="t2">{items[0]?.jobTitle}。点了“约面”的人会收到消息，自己挑时间。</View>
      {items.map((one) => (
        <SlotCard key={one.slotId} slot={one} onChange={() => setOpen(one.slotId)} />
      ))}
      <Button kind="soft" wide icon="plus" onTap={offer}>
        再放几个时间
      </Button>
      {slot && <SlotSheet slot={slot} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function OfEmployer({ employerId }: Hiring) {
  const times = useCall('interviews.ofEmployer', { employerId });
  if (!times.data) return <NotYet of={times} shape="rows" />;
  if (times.data.items.length === 0)
    return (
      <Empty
        title="没有要见的人"
        words="在岗位里点“约面时间”，放几个时间给人挑"
        action={
          <Button kind="line" icon="doc" onTap={() => go('/areas/jobs/mine/index')}>
            去岗位
          </Button>
        }
      />
    );
  return (
    <Card flush>
      {times.data.items.map((slot) => (
        <Row
          key={slot.slotId}
          icon="calendar"
          tone={slot.left < slot.seats ? 'act' : 'grey'}
          title={whenWords(slot)}
          words={`${slot.jobTitle}，${howWords(slot)}`}
          aside={<Chip tone={slot.left < slot.seats ? 'act' : 'grey'}>{`${slot.seats - slot.left}/${slot.seats} 人`}</Chip>}
          onTap={() => go('/areas/interviews/slots/index', { jobId: slot.jobId })}
        />
      ))}
    </Card>
  );
}

/** 约面时间: when one meets whom, for one opening or for all. */
export default function Slots() {
  const { jobId } = useParams('/areas/interviews/slots/index');
  return (
    <RecruiterOnly title="约面时间">{(hiring) => <Page title="约面时间">{jobId ? <OfJob jobId={jobId} /> : <OfEmployer {...hiring} />}</Page>}</RecruiterOnly>
  );
}
