import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { type ComplaintOutcome, complaintOutcomes, complaintOutcomeWords, complaintReasonWords } from '@shanhai/shared/rules/complaints.ts';
import { type JobStatus, jobStatusWords } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Reported = Output<'complaints.ofJob'>;
type Complaint = Reported['items'][number];

const outcomeOptions = complaintOutcomes.map((value) => ({ value, words: { unfounded: '没问题', correct: '停着改正', taken_down: '撤下' }[value] }));

function One({ complaint, no }: { complaint: Complaint; no: number }) {
  const { reasons, words, madeAt, outcome } = complaint;
  return (
    <Card>
      <View className="row fw">
        <View className="grow b">第 {no} 位</View>
        <View className="small t2">
          {monthDay(madeAt)} {chinaTime(madeAt)}
        </View>
        {outcome && <Chip tone="grey">办过</Chip>}
      </View>
      <View className="chips">
        {reasons.map((reason) => (
          <Chip key={reason} tone="stop">
            {complaintReasonWords[reason]}
          </Chip>
        ))}
      </View>
      {words !== '' && <View>{words}</View>}
    </Card>
  );
}

function Decide({ jobId }: { jobId: string }) {
  const [outcome, setOutcome] = useState<ComplaintOutcome>();
  const [note, setNote] = useState('');
  const needsNote = outcome !== undefined && outcome !== 'unfounded';
  const decide = useAction(
    async () => {
      if (!outcome) return;
      await call('complaints.decide', { jobId, outcome, ...(needsNote && { note }) });
      goBack('officer');
    },
    { tell: 'inline', done: '办好了，举报的人会收到结果' },
  );
  const whyNot = outcome === undefined ? '先选结果' : needsNote && !note.trim() ? '写明哪里不对' : false;
  return (
    <Card>
      <Heading>查的结果</Heading>
      {decide.problem && <Banner kind="failed" title={decide.problem.sentence} />}
      <ChooseOne label="怎么办" options={outcomeOptions} value={outcome} onChange={setOutcome} />
      {outcome && <View className="hint">告诉举报的人：{complaintOutcomeWords[outcome]}</View>}
      {needsNote && <Field label="哪里不对" value={note} onChange={setNote} placeholder="单位会看到，别写是谁举报的" most={100} />}
      <Button kind={outcome === 'taken_down' ? 'stop' : 'main'} wide busy={decide.busy} disabled={whyNot} onTap={() => void decide.run()}>
        办结
      </Button>
    </Card>
  );
}

function Whole({ jobId, reported }: { jobId: string; reported: Reported }) {
  const waiting = reported.items.filter((one) => !one.outcome);
  const [first] = waiting;
  return (
    <>
      {first ? (
        <Banner kind="wait" title={`${waiting.length} 人举报，等您查`} words={`${monthDay(first.dueAt)} ${weekday(first.dueAt)}前办结`} />
      ) : (
        <Banner kind="done" title="都办结了" />
      )}
      <Card flush>
        <Row
          icon="doc"
          title={reported.jobTitle}
          words={jobStatusWords[reported.jobStatus as JobStatus]}
          onTap={() => go('/areas/jobs/detail/index', { jobId })}
        />
        <Row
          icon="building"
          title={reported.employerShortName}
          words="资料、核验，要停在这里停"
          onTap={() => go('/areas/employers/verify/index', { employerId: reported.employerId })}
        />
      </Card>
      {reported.items.map((complaint, i) => (
        <One key={complaint.madeAt} complaint={complaint} no={i + 1} />
      ))}
      {first && <Decide jobId={jobId} />}
    </>
  );
}

/** 办举报: what was reported about an opening, and what the officer found. Who reported is not shown. */
export default function DecideComplaint() {
  const { jobId = '' } = useParams('/areas/complaints/decide/index');
  const reported = useCall('complaints.ofJob', { jobId }, { when: jobId !== '' });
  return (
    <Page title="办举报">
      {reported.isLoading && <Skeleton />}
      {reported.data && <Whole jobId={jobId} reported={reported.data} />}
      {!reported.data && reported.problem && <ErrorView problem={reported.problem} onRetry={() => void reported.reload()} />}
      {jobId === '' && <Empty title="没有要办的" action={<Button onTap={() => go('/areas/desk/today/index')}>今天要办</Button>} />}
    </Page>
  );
}
