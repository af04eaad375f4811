import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { hirerWords, jobIdIn } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useCards } from '../../../api/use-me.ts';
import { go, linkTo, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { rememberOpening } from '../seen-openings.ts';
import { ApplyFoot } from './apply-foot.tsx';
import { useMyBooth } from './my-booth.ts';
import { NotOn, Similar, whyNotOn } from './not-on-offer.tsx';
import { EmployerCard, JobHead, PayCard, WorkCard } from './sections.tsx';
import { ShareCard } from './share.tsx';
import { WhyFit } from './why-fit.tsx';
import './index.scss';

type Job = Output<'jobs.get'>;
const toJobs = (): void => go('/tabs/jobs/index');

/** A card can be left where its booth is; elsewhere the way leads to a fair. */
function Foot({ job, booth }: { job: Job; booth: { fairId: string; boothNo: number } | undefined }) {
  const cards = useCards();
  const card = booth && cards.data?.items.find((one) => one.fairId === booth.fairId && one.boothNo === booth.boothNo && !one.withdrawnAt);
  if (card?.jobId === job.jobId)
    return (
      <>
        <Button kind="main" icon="bell" onTap={() => go('/tabs/messages/index')}>
          名片交过了，看回音
        </Button>
        {!card.answer && <View className="small t2 center">最迟 {monthDay(card.answerBy)} 答您</View>}
      </>
    );
  if (booth)
    return (
      <>
        <Button kind="main" icon="user" onTap={() => go('/areas/cards/consent/index', { ...booth, jobId: job.jobId })}>
          留名片给这家
        </Button>
        <View className="small t2 center">下一步先问您同不同意</View>
      </>
    );
  return <ApplyFoot job={job} />;
}

function Opening({ job }: { job: Job }) {
  const { fairId, boothNo } = useParams('/areas/jobs/detail/index');
  const booth = useMyBooth(job.jobId, { ...(fairId && { fairId }), ...(boothNo && { boothNo }) });
  const why = whyNotOn(job);
  useEffect(() => rememberOpening(job.jobId), [job.jobId]);
  const forWhom = job.onBehalfOf ? `，${hirerWords(job.employer.shortName, job.onBehalfOf.unitName)}` : '';
  const title = `${job.title}，到手约 ${yuan(job.takeHomeFen)} 元，${placeWords(job.workRegion)}${forWhom}`;
  useShareAppMessage(() => ({ title, path: linkTo('/areas/jobs/detail/index', { jobId: job.jobId }) }));
  return (
    <Page
      title="岗位"
      paper
      top={<JobHead job={job} />}
      foot={
        why ? (
          <Button kind="main" icon="search" onTap={toJobs}>
            看看别的岗位
          </Button>
        ) : (
          <Foot job={job} booth={booth} />
        )
      }
    >
      {why && <NotOn why={why} />}
      {why && <Similar job={job} />}
      <EmployerCard job={job} />
      <PayCard job={job} />
      <WorkCard job={job} />
      <WhyFit jobId={job.jobId} />
      {!why && <ShareCard jobId={job.jobId} />}
      <Button kind="quiet" wide icon="warn" onTap={() => go('/areas/complaints/make/index', { jobId: job.jobId })}>
        举报这个岗位
      </Button>
    </Page>
  );
}

/** One opening: what is left at the end of the month first, then all the law asks for. */
export default function JobDetail() {
  const { jobId: named, q } = useParams('/areas/jobs/detail/index');
  const jobId = named ?? (q ? jobIdIn(q) : undefined) ?? '';
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '', keep: true });
  if (job.data) return <Opening job={job.data} />;
  const isGone = jobId === '' || job.problem?.code === 'not_found' || job.problem?.code === 'invalid_input';
  return (
    <Page title="岗位">
      {job.isLoading && <Skeleton />}
      {isGone && <Empty title="这个岗位撤下了" words="看看差不多的" action={<Button onTap={toJobs}>看别的岗位</Button>} />}
      {job.problem && !isGone && <ErrorView problem={job.problem} onRetry={() => void job.reload()} />}
    </Page>
  );
}
