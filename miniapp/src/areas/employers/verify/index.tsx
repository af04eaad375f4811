import { daysToVerificationEnd, type EmployerStatus, employerStatusWords, remindDays, verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Called, useCall } from '../../../api/use-call.ts';
import { type Employer, useEmployers } from '../../../api/use-employers.ts';
import { go, replace, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Segment } from '../../../ui/choice.tsx';
import { today } from '../../../ui/clock.ts';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { Detail } from './detail.tsx';
import { Queue } from './queue.tsx';
import { waitedWords } from './waited.ts';
import './index.scss';

/** `ending` are the verified ones whose time runs out within the month. */
type Tab = EmployerStatus | 'ending';
const tabs: readonly Tab[] = ['waiting', 'ending', 'sent_back', 'verified', 'suspended'];
const tabWords: Record<Tab, string> = { ...employerStatusWords, ending: '快到期' };

const emptyWords: Record<Tab, [title: string, words: string]> = {
  waiting: ['都核完了', '有单位送来，会排在这里'],
  sent_back: ['没有退回的', '退回的单位改好再送来，回到等核验'],
  verified: ['还没有核过的单位', '通过一家，这里就有一家'],
  ending: ['没有快到期的', '核验到期前 30 天，单位排到这里'],
  suspended: ['没有停用的', '停用的单位，岗位都收着'],
};

const endOf = (employer: Employer): string => verificationEndsOn({ ...employer, verifiedOn: employer.verifiedOn ?? '' });
/** Verified employers whose time runs out come first. */
const soonestFirst = (employers: readonly Employer[]): Employer[] => [...employers].sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));

const isEnding = (employer: Employer): boolean => daysToVerificationEnd({ ...employer, verifiedOn: employer.verifiedOn ?? '' }, today()) <= remindDays;

/** The next in the queue once this one is decided. */
function afterwards(queue: readonly Employer[], employerId: string): Employer | undefined {
  const at = queue.findIndex((one) => one.employerId === employerId);
  return queue[at + 1] ?? queue.find((one) => one.employerId !== employerId);
}

function useQueues() {
  const verified = useEmployers('verified');
  const queues: Record<Tab, Called<Employer[]>> = {
    waiting: useEmployers('waiting'),
    sent_back: useEmployers('sent_back'),
    suspended: useEmployers('suspended'),
    verified: { ...verified, data: verified.data && soonestFirst(verified.data) },
    ending: { ...verified, data: verified.data && soonestFirst(verified.data.filter(isEnding)) },
  };
  const options = tabs.map((value) => {
    const count = queues[value].data?.length;
    return { value, words: count === undefined ? tabWords[value] : `${tabWords[value]} ${count}` };
  });
  return { queues, options };
}

/** List and detail beside each other; on a phone the list, whose rows open. */
function Queues({ status, queue, wantedId }: { status: Tab; queue: readonly Employer[]; wantedId: string | undefined }) {
  const isWide = useWideScreen();
  const [pickedId, setPicked] = useState(wantedId);
  const picked = queue.find((one) => one.employerId === pickedId) ?? queue[0];
  if (!picked) return <Empty title={emptyWords[status][0]} words={emptyWords[status][1]} />;
  if (!isWide) return <Queue employers={queue} onPick={({ employerId }) => go('/areas/employers/verify/index', { employerId })} />;
  const decided = (words: string): void => {
    showToast(words);
    setPicked(afterwards(queue, picked.employerId)?.employerId);
  };
  return (
    <View className="verify-cols">
      <Queue employers={queue} pickedId={picked.employerId} onPick={({ employerId }) => setPicked(employerId)} />
      <Detail key={picked.employerId} employer={picked} onDecided={decided} />
    </View>
  );
}

/** A phone's detail page: one employer, then the next one in its place. */
function OnePage({ employerId }: { employerId: string }) {
  const one = useCall('employers.get', { employerId });
  const waiting = useEmployers('waiting');
  const decided = (words: string): void => {
    showToast(words);
    const next = afterwards(waiting.data ?? [], employerId);
    replace('/areas/employers/verify/index', next ? { employerId: next.employerId } : {});
  };
  return (
    <Page title="单位核验">
      {one.isLoading && <Skeleton count={5} />}
      {one.problem && !one.data && <ErrorView problem={one.problem} onRetry={() => void one.reload()} />}
      {one.data && <Detail employer={one.data} onDecided={decided} />}
      {one.data && one.data.status !== 'waiting' && (
        <Button kind="line" wide onTap={() => replace('/areas/employers/verify/index')}>
          看还有谁在等
        </Button>
      )}
    </Page>
  );
}

/** 8 家在等，最早的 叶汐制衣 等了 4 天 */
function Longest({ waiting }: { waiting: readonly Employer[] }) {
  const [oldest] = waiting;
  if (!oldest) return null;
  return (
    <View className="small t2">
      {waiting.length} 家在等，最早的 {oldest.shortName} {waitedWords(oldest.submittedAt, today())}
    </View>
  );
}

function QueuePage({ wantedId, first }: { wantedId: string | undefined; first: Tab }) {
  const isWide = useWideScreen();
  const [status, setStatus] = useState(first);
  const { queues, options } = useQueues();
  const { data, isLoading, problem, reload } = queues[status];
  const segment = <Segment options={options} value={status} onChange={setStatus} />;
  const chips = (
    <View className="chips">
      {options.map(({ value, words }) => (
        <FilterChip key={value} role="radio" isOn={value === status} onTap={() => setStatus(value)}>
          {words}
        </FilterChip>
      ))}
    </View>
  );
  const aside = (
    <>
      <Longest waiting={queues.waiting.data ?? []} />
      <View className="verify-segment">{segment}</View>
    </>
  );
  return (
    <Page title="单位核验" wide titleAside={aside}>
      {!isWide && chips}
      {!isWide && <Longest waiting={queues.waiting.data ?? []} />}
      {isLoading && <Skeleton shape="rows" count={5} />}
      {problem && !data && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {data && <Queues key={status} status={status} queue={data} wantedId={wantedId} />}
    </Page>
  );
}

const isStatus = (text: string | undefined): text is Tab => tabs.some((status) => status === text);

/** An officer lays what an employer said beside its papers, and verifies it or sends it back. */
export default function Verify() {
  const { employerId, status } = useParams('/areas/employers/verify/index');
  const isWide = useWideScreen();
  if (employerId && !isWide) return <OnePage employerId={employerId} />;
  return <QueuePage wantedId={employerId} first={isStatus(status) ? status : 'waiting'} />;
}
