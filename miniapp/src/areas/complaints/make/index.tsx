import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { type ComplaintReason, complaintReasons, complaintReasonWords } from '@shanhai/shared/rules/complaints.ts';
import { hotline } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack, replace, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChooseSome } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Job = Output<'jobs.get'>;

const reasonOptions = complaintReasons.map((value) => ({ value, words: complaintReasonWords[value] }));

function Made({ dueAt }: { dueAt: string }) {
  return (
    <Page
      title="举报"
      foot={
        <Button kind="main" onTap={() => replace('/areas/complaints/mine/index')}>
          看我的举报
        </Button>
      }
    >
      <Banner kind="done" title="人社局收到了" words={`${monthDay(dueAt)} ${weekday(dueAt)}前给您回话`} />
      <View className="t2">单位不知道是谁举报的。结果会发到“回音”里。</View>
    </Page>
  );
}

function Make({ job }: { job: Job }) {
  const [reasons, setReasons] = useState<ComplaintReason[]>([]);
  const [words, setWords] = useState('');
  const [dueAt, setDueAt] = useState<string>();
  const send = useAction(async () => setDueAt((await call('complaints.make', { jobId: job.jobId, reasons, words })).dueAt), { tell: 'inline' });
  if (dueAt) return <Made dueAt={dueAt} />;
  const foot = (
    <>
      <Button kind="main" busy={send.busy} busyWords="正在送" disabled={reasons.length === 0 && '先选是什么事'} onTap={() => void send.run()}>
        交给人社局
      </Button>
      <View className="small t2 center">单位不知道是谁举报的</View>
    </>
  );
  return (
    <Page title="举报" foot={foot}>
      {send.problem && <Banner kind="failed" title={send.problem.sentence} />}
      <Card flush>
        <Row icon="doc" tone="grey" title={job.title} words={job.employer.shortName} />
      </Card>
      <ChooseSome label="是什么事（可以选几样）" options={reasonOptions} value={reasons} onChange={setReasons} />
      <Field label="说清楚一点" value={words} onChange={setWords} kind="area" placeholder="什么时候、谁、要多少钱……不说也行" most={300} />
      <Card flush>
        <Row
          icon="phone"
          title={`急事打 ${hotline}`}
          words="人社热线，能举报也能问"
          onTap={() => void Taro.makePhoneCall({ phoneNumber: hotline }).catch(() => undefined)}
        />
      </Card>
    </Page>
  );
}

/** 举报: what is wrong with this opening, to the bureau that verified its employer. */
export default function MakeComplaint() {
  const { jobId = '' } = useParams('/areas/complaints/make/index');
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '' });
  if (job.data) return <Make job={job.data} />;
  const isGone = jobId === '' || job.problem?.code === 'not_found';
  return (
    <Page title="举报">
      {job.isLoading && <Skeleton />}
      {isGone && <Empty title="这个岗位撤下了" words="工人已经看不到它" action={<Button onTap={() => goBack()}>返回</Button>} />}
      {job.problem && !isGone && <ErrorView problem={job.problem} onRetry={() => void job.reload()} />}
      {isGone && (
        <Button kind="quiet" wide onTap={() => go('/areas/complaints/mine/index')}>
          看我的举报
        </Button>
      )}
    </Page>
  );
}
