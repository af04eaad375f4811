import { chinaDay, dayAfter, daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { remindDays, verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import { type Employer, useEmployers } from '../../../api/use-employers.ts';
import { go } from '../../../nav.ts';
import type { Tone } from '../../../ui/chip.tsx';
import { today } from '../../../ui/clock.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tap } from '../../../ui/tap.tsx';

interface Pile {
  /** The list it opens. */
  status: 'waiting' | 'sent_back' | 'ending';
  what: string;
  count: number;
  words: string;
  tone: Tone;
}

function waitingPile(employers: readonly Employer[], day: string): Pile {
  const [oldest] = employers;
  const days = oldest ? daysBetween(chinaDay(oldest.submittedAt), day) : 0;
  const words = oldest ? `最早的 ${oldest.shortName}，${days > 0 ? `等了 ${days} 天` : '今天送来'}` : '都核完了';
  return { status: 'waiting', what: '等核验', count: employers.length, words, tone: employers.length ? 'wait' : 'ok' };
}

function sentBackPile(employers: readonly Employer[]): Pile {
  const [oldest] = employers;
  return {
    status: 'sent_back',
    what: '退回去的',
    count: employers.length,
    words: oldest ? `等单位改，最早的 ${oldest.shortName}` : '没有等着改的',
    tone: 'grey',
  };
}

const endOf = (employer: Employer, day: string): string => verificationEndsOn({ ...employer, verifiedOn: employer.verifiedOn ?? day });

/** Those whose verification, licence or authorisation runs out within a month, or has. */
function endingPile(employers: readonly Employer[], day: string): Pile {
  const ends = employers
    .map((employer) => ({ employer, endsOn: endOf(employer, day) }))
    .filter(({ endsOn }) => endsOn <= dayAfter(day, remindDays))
    .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  const over = ends.filter(({ endsOn }) => endsOn < day).length;
  const [first] = ends;
  const soonest = first ? `${first.employer.shortName} ${dayWords(first.endsOn)}到期` : `${remindDays} 天内没有到期的`;
  return {
    status: 'ending',
    what: '快到期',
    count: ends.length,
    words: over ? `${over} 家过期了：${soonest}` : soonest,
    tone: over ? 'stop' : 'grey',
  };
}

function PileCard({ pile: { status, what, count, words, tone } }: { pile: Pile }) {
  return (
    <Tap className={`card today-pile ${tone}`} label={`${what} ${count} 家，${words}`} onTap={() => go('/areas/employers/verify/index', { status })}>
      <View className="grow">
        <View className="b">{what}</View>
        <View className="today-count">
          <View className="figure">{count}</View> 家
        </View>
        <View className="small t2">{words}</View>
      </View>
      <Icon name="chev" size={20} className="li-chev" />
    </Tap>
  );
}

/** What of the employers is waiting for the officer. */
export function EmployersWaiting() {
  const lists = [useEmployers('waiting'), useEmployers('sent_back'), useEmployers('verified')] as const;
  const [waiting, sentBack, verified] = lists.map((list) => list.data);
  const day = today();
  const failed = lists.find((list) => list.problem && !list.data);
  if (failed?.problem) return <ErrorView problem={failed.problem} onRetry={() => lists.forEach((list) => void list.reload())} />;
  if (!waiting || !sentBack || !verified) return <Skeleton shape="rows" />;
  return (
    <View className="stack">
      <Heading>单位核验</Heading>
      <View className="today-piles">
        {[waitingPile(waiting, day), sentBackPile(sentBack), endingPile(verified, day)].map((pile) => (
          <PileCard key={pile.status} pile={pile} />
        ))}
      </View>
    </View>
  );
}
