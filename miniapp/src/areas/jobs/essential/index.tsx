import type { Output } from '@shanhai/shared/contract/contract.ts';
import { essentialWords, partByNeed } from '@shanhai/shared/rules/post-essential.ts';
import { postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { today } from '../../../ui/clock.ts';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field, Finding } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';

type Job = Output<'jobs.get'>;

/** One requirement with the reason the employer gives. */
function Kept({ job }: { job: Job }) {
  const { kept } = partByNeed(postFindings(job, today()), job.essentials);
  if (!kept.length) return <Empty title="现在没有要看的条件" words="单位改过了，不用办了" />;
  return kept.map(({ key, words = '', why, article }) => (
    <Card key={`${key}${words}`}>
      <Heading>{key === 'age' || key === 'education' ? essentialWords[key] : '条件'}</Heading>
      <Pairs
        items={[
          ['岗位上写', words],
          ['单位说为什么', why],
        ]}
      />
      <Finding mild title="一般不能写；干活真离不开才能留" law={article} />
    </Card>
  ));
}

function useJudging(job: Job) {
  const { jobId, version } = job;
  return useAction(
    async (isNeeded: boolean, note: string) => {
      await call('jobs.judgeEssential', { jobId, version, isNeeded, note });
      showToast(isNeeded ? '留下了' : '岗位先停了，告诉单位了');
      goBack('officer');
    },
    { tell: 'inline' },
  );
}

function Foot({ job }: { job: Job }) {
  const judge = useJudging(job);
  const [isRefusing, setRefusing] = useState(false);
  const [note, setNote] = useState('');
  return (
    <View className="stack">
      {judge.problem && <Banner kind="failed" title={judge.problem.sentence} />}
      {isRefusing && <Field label="跟单位说一句" placeholder="换成“能爬 3 米高的梯子”就行" value={note} onChange={setNote} most={60} />}
      <View className="row fw">
        <Button kind={isRefusing ? 'stop' : 'line'} busy={judge.busy} onTap={() => (isRefusing ? void judge.run(false, note.trim()) : setRefusing(true))}>
          不行，先停下
        </Button>
        <Button kind="ok" busy={judge.busy} onTap={() => void judge.run(true, '')}>
          干活离不开，留着
        </Button>
      </View>
    </View>
  );
}

/** 特殊条件: an officer looks whether the work needs what others may not ask. 〔人社部、网信办2024年8月29日通知〕 */
export default function Essential() {
  const { jobId = '' } = useParams('/areas/jobs/essential/index');
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '' });
  if (!job.data) return <Page title="特殊条件">{job.problem ? <ErrorView problem={job.problem} onRetry={() => void job.reload()} /> : <Skeleton />}</Page>;
  const { title, employer, duties, requirements, workRegion, workTown, workAddress } = job.data;
  return (
    <Page title="特殊条件" foot={<Foot key={job.data.version} job={job.data} />}>
      <Card>
        <View>
          <View className="h2">{title}</View>
          <View className="t2">{employer.name}</View>
        </View>
        <Pairs
          items={[
            ['做什么', duties],
            ['条件', requirements],
            ['在哪里', `${placeWords(workRegion)} ${workTown}${workAddress}`],
          ]}
        />
      </Card>
      <Kept job={job.data} />
    </Page>
  );
}
