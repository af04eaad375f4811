import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { type JobStatus, jobStatusWords } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Segment } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { today } from '../edit/job-draft.ts';
import { JobCard } from './job-card.tsx';
import { JobSheet } from './job-sheet.tsx';
import { JobTable } from './job-table.tsx';
import type { MyJob } from './job-words.ts';
import './index.scss';
import { NotVerified } from './not-verified.tsx';

const shown: readonly JobStatus[] = ['open', 'draft', 'paused', 'closed'];
const emptyWords: Record<JobStatus, string> = { open: '还没有在招的岗位', draft: '没有草稿', paused: '没有停着的岗位', closed: '没有关掉的岗位' };
const bringIn = (): void => go('/areas/imports/openings/index', {});
const write = (): void => go('/areas/jobs/edit/index', {});

/** Where there is something to see: open ones first. */
const firstShown = (jobs: readonly MyJob[]): JobStatus => shown.find((status) => jobs.some((job) => job.status === status)) ?? 'open';

/** How many wait for an answer, by opening; of many the most urgent are counted. */
function useWaiting(employerId: string): (job: MyJob) => string | undefined {
  const { data } = useCall('applications.waiting', { employerId });
  return ({ jobId }) => {
    const count = data?.items.filter((line) => line.jobId === jobId).length;
    return count ? `${count}${data?.cursor ? ' 多' : ''} 人` : undefined;
  };
}

function Openings({ jobs, isVerified, employerId }: { jobs: readonly MyJob[]; isVerified: boolean; employerId: string }) {
  const waitingOf = useWaiting(employerId);
  const [chosen, setChosen] = useState<JobStatus>();
  const [opened, setOpened] = useState<string>();
  const isWide = useWideScreen();
  const status = chosen ?? firstShown(jobs);
  const own = jobs.filter((job) => job.status === status);
  const inHand = jobs.find((job) => job.jobId === opened);
  const count = (one: JobStatus): number => jobs.filter((job) => job.status === one).length;
  const open = (job: MyJob): void => setOpened(job.jobId);
  if (!jobs.length) return <Empty title="还没有岗位" words="四步写好，发出去工人就看得到" action={<Button onTap={write}>发第一个岗位</Button>} />;
  return (
    <>
      <Segment options={shown.map((value) => ({ value, words: `${jobStatusWords[value]} ${count(value)}` }))} value={status} onChange={setChosen} />
      {own.length === 0 && <Empty title={emptyWords[status]} action={<Button onTap={write}>发岗位</Button>} />}
      {own.length > 0 &&
        (isWide ? (
          <JobTable jobs={own} onOpen={open} />
        ) : (
          own.map((job) => <JobCard key={job.jobId} job={job} waiting={waitingOf(job)} onOpen={() => open(job)} />)
        ))}
      {inHand && (
        <JobSheet
          key={inHand.jobId}
          job={inHand}
          waiting={waitingOf(inHand)}
          isVerified={isVerified}
          onClose={() => setOpened(undefined)}
          onPublished={() => setChosen('open')}
        />
      )}
    </>
  );
}

function Mine({ hiring }: { hiring: Hiring }) {
  const { employerId } = hiring;
  const jobs = useCall('jobs.mine', { employerId });
  const employer = useCall('employers.get', { employerId });
  const isWide = useWideScreen();
  const isVerified = employer.data !== undefined && isVerifiedOn(employer.data, today());
  return (
    <Page
      title="岗位"
      wide
      titleAside={
        <>
          <Button kind="line" icon="doc" onTap={bringIn}>
            从表格导入
          </Button>
          <Button icon="plus" onTap={write}>
            发岗位
          </Button>
        </>
      }
      foot={isWide ? undefined : <PhoneFoot />}
    >
      {employer.data && !isVerified && <NotVerified employer={employer.data} />}
      {jobs.isLoading && <Skeleton shape="rows" count={4} />}
      {!jobs.data && jobs.problem && <ErrorView problem={jobs.problem} onRetry={() => void jobs.reload()} />}
      {jobs.data && <Openings jobs={jobs.data.items} isVerified={isVerified} employerId={employerId} />}
    </Page>
  );
}

function PhoneFoot() {
  return (
    <View className="pair">
      <Button kind="main" icon="plus" onTap={write}>
        发岗位
      </Button>
      <Button kind="line" icon="doc" onTap={bringIn}>
        从表格导入
      </Button>
    </View>
  );
}

/** 岗位: the employer's openings by state. */
export default function MyJobs() {
  return <RecruiterOnly title="岗位">{(hiring) => <Mine key={hiring.employerId} hiring={hiring} />}</RecruiterOnly>;
}
