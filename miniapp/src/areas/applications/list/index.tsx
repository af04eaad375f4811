import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Line } from '../people.ts';
import { PersonPart } from '../person-part.tsx';
import { Lines } from './lines.tsx';
import { PromisePart } from './promise-part.tsx';
import './index.scss';

const idOf = (line: Line): string => `${line.jobId}${line.workerId}`;

/** List and person beside each other; on a phone the list, whose rows open. */
function People({ items }: { items: readonly Line[] }) {
  const isWide = useWideScreen();
  const [pickedId, setPicked] = useState<string>();
  const picked = items.find((line) => idOf(line) === pickedId);
  const open = (line: Line): void => {
    if (isWide) setPicked(idOf(line));
    else go('/areas/applications/person/index', { jobId: line.jobId, workerId: line.workerId });
  };
  if (!isWide) return <Lines items={items} onOpen={open} />;
  return (
    <View className="people-cols">
      <Lines items={items} onOpen={open} isOn={(line) => idOf(line) === pickedId} />
      {picked ? (
        <PersonPart key={idOf(picked)} jobId={picked.jobId} workerId={picked.workerId} />
      ) : (
        <Empty title="点开一位看看" words="名字和电话点开才看得到，看过会记下来" />
      )}
    </View>
  );
}

function useShown(employerId: string, jobId: string | undefined) {
  const waiting = useCall('applications.waiting', { employerId });
  const ofJob = useCall('applications.ofJob', { jobId: jobId ?? '' }, { when: jobId !== undefined });
  return { waiting, shown: jobId === undefined ? waiting : ofJob };
}

function Openings({
  employerId,
  jobId,
  onChange,
  count,
}: {
  employerId: string;
  jobId: string | undefined;
  onChange: (jobId?: string) => void;
  count: number;
}) {
  const jobs = useCall('jobs.mine', { employerId });
  return (
    <View className="scrollx">
      <FilterChip role="radio" isOn={jobId === undefined} onTap={() => onChange()}>
        要回的 {count}
      </FilterChip>
      {jobs.data?.items
        .filter((job) => job.status !== 'draft')
        .map((job) => (
          <FilterChip key={job.jobId} role="radio" isOn={job.jobId === jobId} onTap={() => onChange(job.jobId)}>
            {job.title}
          </FilterChip>
        ))}
    </View>
  );
}

function Applicants({ hiring, first }: { hiring: Hiring; first: string | undefined }) {
  const { employerId } = hiring;
  const [jobId, setJobId] = useState(first);
  const isWide = useWideScreen();
  const { waiting, shown } = useShown(employerId, jobId);
  const items = shown.data?.items;
  return (
    <Page title="要回的人" wide titleAside={<PromisePart employerId={employerId} />}>
      <Openings employerId={employerId} jobId={jobId} onChange={setJobId} count={waiting.data?.items.length ?? 0} />
      {!isWide && <PromisePart employerId={employerId} />}
      {shown.isLoading && <Skeleton shape="rows" count={5} />}
      {!shown.data && shown.problem && <ErrorView problem={shown.problem} onRetry={() => void shown.reload()} />}
      {items?.length === 0 && (
        <Empty
          title={jobId ? '这个岗位还没人投' : '都回完了'}
          words={jobId ? '岗位写得实在，来的人就多' : '有人投，会排在这里，最急的在前'}
          action={<Button onTap={() => go('/areas/jobs/mine/index')}>看岗位</Button>}
        />
      )}
      {items && items.length > 0 && <People key={jobId ?? 'waiting'} items={items} />}
      {shown.data?.cursor && <View className="small t2 center">先回前面这些，后面的接着上来</View>}
    </Page>
  );
}

/** 要回的人: who applied, the nearest deadline first. */
export default function ApplicantList() {
  const { jobId } = useParams('/areas/applications/list/index');
  return <RecruiterOnly title="要回的人">{(hiring) => <Applicants key={`${hiring.employerId}${jobId}`} hiring={hiring} first={jobId} />}</RecruiterOnly>;
}
