import { hiresForOthers, isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { jobCan } from '@shanhai/shared/rules/jobs.ts';
import { useCall } from '../../../api/use-call.ts';
import { replace, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Editor } from './editor.tsx';
import { type AnyJob, type Employer, emptyDraft, type Job, type JobDraft, likeLast, today } from './job-draft.ts';
import { copyOf, draftOf } from './job-form.ts';
import './index.scss';

/** A broker need not write again for whom it hires: it is registered with that employer. */
function withClient(draft: JobDraft, { kind, clientName = '', clientCode = '', authorisedUntilOn }: Employer): JobDraft {
  if (kind !== 'labour_broker' || draft.clientCode) return draft;
  return { ...draft, clientName, clientCode, clientUntilOn: authorisedUntilOn };
}

function startFrom(job: Job | undefined, isCopy: boolean, last: AnyJob | undefined, region: string): JobDraft {
  if (!job) return last ? likeLast(draftOf(last)) : emptyDraft(region);
  return isCopy ? copyOf(job) : draftOf(job);
}

/** Closed openings stay as they are; their words may be taken for a new one. */
function Closed({ job }: { job: Job }) {
  return (
    <Page title="改岗位">
      <Empty
        title={`“${job.title}”已经关了`}
        words="关了的不能再改，可以抄一份重新发"
        action={<Button onTap={() => replace('/areas/jobs/edit/index', { copyOf: job.jobId })}>抄一份</Button>}
      />
    </Page>
  );
}

type Params = ReturnType<typeof useParams<'/areas/jobs/edit/index'>>;

/** Under which name the unfinished form is kept: each employer, each opening, each copy has its own. */
function keptAs(employerId: string, { jobId, copyOf: copied }: Params): string {
  return `job-draft ${employerId} ${jobId ?? (copied ? `copy ${copied}` : 'new')}`;
}

interface WrittenProps {
  hiring: Hiring;
  asked: Params;
  employer: Employer;
  job: Job | undefined;
  /** The newest opening of this employer. */
  last: AnyJob | undefined;
}

function Written({ hiring, asked, employer, job, last }: WrittenProps) {
  const isChange = asked.jobId !== undefined;
  if (isChange && job && !jobCan.change(job)) return <Closed job={job} />;
  return (
    <Editor
      keptAs={keptAs(hiring.employerId, asked)}
      start={withClient(startFrom(job, !isChange, last, employer.regionCode), employer)}
      isLikeLast={!job && last !== undefined}
      status={isChange ? job?.status : undefined}
      employer={{ name: hiring.name, isVerified: isVerifiedOn(employer, today()), isAgency: hiresForOthers(employer.kind) }}
    />
  );
}

function Loaded({ hiring }: { hiring: Hiring }) {
  const asked = useParams('/areas/jobs/edit/index');
  const from = asked.jobId ?? asked.copyOf;
  const isOld = from !== undefined;
  const employer = useCall('employers.get', { employerId: hiring.employerId });
  const job = useCall('jobs.get', { jobId: from ?? '' }, { when: isOld });
  const mine = useCall('jobs.mine', { employerId: hiring.employerId }, { when: !isOld });
  if (employer.data && (isOld ? job.data : mine.data || mine.problem))
    return <Written hiring={hiring} asked={asked} employer={employer.data} job={job.data} last={mine.data?.items[0]} />;
  const problem = employer.problem ?? job.problem;
  const retry = (): void => {
    void employer.reload();
    if (isOld) void job.reload();
  };
  return <Page title={asked.jobId ? '改岗位' : '发岗位'}>{problem ? <ErrorView problem={problem} onRetry={retry} /> : <Skeleton />}</Page>;
}

/** 发岗位: a new opening, a copy of an old one, or a change. */
export default function EditJob() {
  return <RecruiterOnly title="发岗位">{(hiring) => <Loaded key={hiring.employerId} hiring={hiring} />}</RecruiterOnly>;
}
