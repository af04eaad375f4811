import type { Output } from '@shanhai/shared/contract/contract.ts';
import { changeReasonWords, endOf } from '@shanhai/shared/rules/interviews.ts';
import { dayAndTime } from '@shanhai/shared/rules/messages.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, Pairs, Tile } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { keepInCalendar } from '../calendar.ts';
import { howWords, whenWords } from '../meeting-words.ts';

export type MyInterview = Output<'interviews.mine'>['items'][number];

const isOver = (interview: MyInterview): boolean => endOf(interview) < new Date().toISOString();

function Head({ interview }: { interview: MyInterview }) {
  const isOff = interview.state === 'cancelled' || isOver(interview);
  return (
    <View className="row">
      <Tile icon="calendar" tone={isOff ? 'grey' : interview.state === 'moved' ? 'wait' : 'act'} />
      <View className="grow">
        <View className="h3">{interview.employerName}</View>
        <View className="small t2">{interview.jobTitle}</View>
      </View>
    </View>
  );
}

/** The employer put it at another time: does that suit? */
function Moved({ interview }: { interview: MyInterview }) {
  const confirm = useAction(() => call('interviews.confirm', { slotId: interview.slotId }), { done: '好，单位看得到' });
  const cancel = useAction(() => call('interviews.cancel', { slotId: interview.slotId }), { done: '退了，单位看得到' });
  return (
    <>
      <Banner
        kind="wait"
        title={`改到 ${whenWords(interview)}`}
        words={`${interview.reason ? `${changeReasonWords[interview.reason]}。` : ''}原来是 ${interview.wasAt ? dayAndTime(interview.wasAt) : ''}`}
      />
      <View className="small t2">{howWords(interview)}</View>
      <View className="pair">
        <Button kind="line" busy={cancel.busy} onTap={() => void cancel.run()}>
          不合适
        </Button>
        <Button kind="ok" busy={confirm.busy} onTap={() => void confirm.run()}>
          可以，我去
        </Button>
      </View>
    </>
  );
}

function GiveBack({ interview, onClose }: { interview: MyInterview; onClose: () => void }) {
  const cancel = useAction(
    async () => {
      await call('interviews.cancel', { slotId: interview.slotId });
      onClose();
    },
    { done: '退了，单位看得到' },
  );
  return (
    <Sheet isOpen onClose={onClose} label="去不了">
      <View className="h2">去不了，退掉这个时间？</View>
      <View className="t2">
        {interview.employerName}，{whenWords(interview)}。退了单位就知道，不算您没来。还想去可以再挑一个。
      </View>
      <Button kind="stop" wide busy={cancel.busy} busyWords="正在退" onTap={() => void cancel.run()}>
        退掉
      </Button>
      <Button kind="quiet" wide onTap={onClose}>
        不退，我去
      </Button>
    </Sheet>
  );
}

function Taken({ interview }: { interview: MyInterview }) {
  const [isAsking, setAsking] = useState(false);
  const keep = useAction(() => keepInCalendar(interview), { done: '放好了' });
  return (
    <>
      <Pairs
        items={[
          ['时间', whenWords(interview)],
          ['怎么见', howWords(interview)],
        ]}
      />
      <Button kind="soft" wide icon="calendar" busy={keep.busy} onTap={() => void keep.run()}>
        放进手机日历
      </Button>
      <View className="pair">
        <Button kind="line" onTap={() => setAsking(true)}>
          去不了
        </Button>
        <Button kind="line" onTap={() => go('/areas/interviews/take/index', { jobId: interview.jobId })}>
          换个时间
        </Button>
      </View>
      {isAsking && <GiveBack interview={interview} onClose={() => setAsking(false)} />}
    </>
  );
}

function Off({ interview }: { interview: MyInterview }) {
  const isEmployers = interview.cancelledBy === 'employer';
  const why = interview.reason ? `，${changeReasonWords[interview.reason]}` : '';
  const off = isEmployers ? `单位取消了${why}` : '您退了这个时间';
  return (
    <View className="small t2">
      {whenWords(interview)}。{interview.state === 'cancelled' ? off : '已经过了'}
    </View>
  );
}

export function InterviewCard({ interview }: { interview: MyInterview }) {
  const isOff = interview.state === 'cancelled' || isOver(interview);
  return (
    <Card>
      <Head interview={interview} />
      {isOff && <Off interview={interview} />}
      {!isOff && interview.state === 'moved' && <Moved interview={interview} />}
      {!isOff && interview.state === 'taken' && <Taken interview={interview} />}
    </Card>
  );
}
