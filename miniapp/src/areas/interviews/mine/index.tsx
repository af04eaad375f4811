import { endOf } from '@shanhai/shared/rules/interviews.ts';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { RemindMe } from '../../../ui/remind-me.tsx';
import { Heading } from '../../../ui/row.tsx';
import { howWords, whenWords } from '../meeting-words.ts';
import { InterviewCard, type MyInterview } from './interview-card.tsx';

const isComing = (interview: MyInterview): boolean => interview.state !== 'cancelled' && endOf(interview) > new Date().toISOString();
const spoken = (one: MyInterview): string => `${one.employerName}，${whenWords(one)}，${howWords(one)}`;

function Interviews({ items }: { items: readonly MyInterview[] }) {
  const coming = items.filter(isComing);
  const gone = items.filter((one) => !isComing(one)).reverse();
  if (items.length === 0)
    return (
      <Empty
        title="还没有约好的见面"
        words="单位想见您，会请您挑个时间"
        action={
          <Button kind="line" icon="bell" onTap={() => go('/areas/messages/list/index')}>
            看消息
          </Button>
        }
      />
    );
  return (
    <>
      {coming.length > 0 && <Heading aside={<ListenButton words={coming.map(spoken).join('。')} />}>要去的</Heading>}
      {coming.map((one) => (
        <InterviewCard key={one.slotId} interview={one} />
      ))}
      {coming.length > 0 && <RemindMe names={['reminder', 'interview']} words="前一天晚上，微信里提醒您一声？" />}
      {gone.length > 0 && <Heading>过去的</Heading>}
      {gone.map((one) => (
        <InterviewCard key={one.slotId} interview={one} />
      ))}
    </>
  );
}

/** 约好的见面: the times one took. */
export default function MyInterviews() {
  const session = useSession();
  const mine = useCall('interviews.mine', {}, { when: session?.acting.role === 'worker' });
  return <Page title="约好的见面">{mine.data ? <Interviews items={mine.data.items} /> : <NotYet of={mine} shape="rows" />}</Page>;
}
