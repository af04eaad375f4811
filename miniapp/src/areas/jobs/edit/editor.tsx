import { type JobStatus, jobStatusWords } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { goBack } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { StepBars } from '../../../ui/steps.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { ClientPart } from './client-part.tsx';
import { stepTitles } from './draft-findings.ts';
import { EditFoot } from './edit-foot.tsx';
import type { JobDraft } from './job-draft.ts';
import { draftOf } from './job-form.ts';
import { Preview } from './preview.tsx';
import { Review } from './review.tsx';
import { PayStep } from './step-pay.tsx';
import { TermStep } from './step-terms.tsx';
import { LivingStep, WorkStep } from './steps.tsx';
import { type Draft, useDraft } from './use-draft.ts';

interface EditorProps {
  /** Under which name the unfinished form is kept on the phone. */
  keptAs: string;
  start: JobDraft;
  /** Of the opening as stored; a new one has none. */
  status: JobStatus | undefined;
  employer: { name: string; isVerified: boolean; isAgency: boolean };
  /** Filled in like the last opening of this employer. */
  isLikeLast?: boolean;
}

const titleOf = (status: JobStatus | undefined): string => (status === undefined ? '发岗位' : `改岗位（${jobStatusWords[status]}）`);

/** Somebody else saved the opening meanwhile: nothing typed is thrown away before one says so. */
function Refused({ draft }: { draft: Draft }) {
  const { jobId } = draft.draft;
  const reload = useAction(async (id: string) => draft.restart(draftOf(await call('jobs.get', { jobId: id }))), { done: '换成新的了' });
  if (!draft.problem || draft.problem.code === 'post_breaks_rules') return null;
  const canReload = draft.problem.code === 'changed_meanwhile' && jobId !== undefined;
  return (
    <Banner
      kind="failed"
      title={canReload ? '刚有同事改过这个岗位' : draft.problem.sentence}
      words={canReload ? '看新的会换掉您这次写的' : '写的都还在'}
      aside={
        canReload && (
          <Button kind="line" busy={reload.busy} onTap={() => void reload.run(jobId)}>
            看新的
          </Button>
        )
      }
    />
  );
}

function TakenUp({ draft, start }: { draft: Draft; start: JobDraft }) {
  if (!draft.keptAt) return null;
  return (
    <Banner
      kind="info"
      icon="edit"
      title="接着上次没写完的"
      aside={
        <Button kind="quiet" onTap={() => draft.restart(start)}>
          从头写
        </Button>
      }
    />
  );
}

function StepLine({ step, onBack }: { step: number; onBack: () => void }) {
  return (
    <View className="stack tight">
      <StepBars count={stepTitles.length} at={step} />
      <View className="row ends fw">
        <View className="small t2">
          第 {step} 步，共 {stepTitles.length} 步：<View className="edit-step">{stepTitles[step - 1]}</View>
        </View>
        {step > 1 && (
          <Button kind="quiet" icon="back" onTap={onBack}>
            上一步
          </Button>
        )}
      </View>
    </View>
  );
}

const bodies = [WorkStep, PayStep, TermStep, LivingStep] as const;

/** The five steps of an opening; what is typed stays on the phone until it is saved. */
export function Editor({ keptAs, start, status, employer, isLikeLast }: EditorProps) {
  const draft = useDraft(keptAs, start);
  const [step, setStep] = useState(1);
  const isWide = useWideScreen();
  const Body = bodies[step - 1];
  const toStep = (next: number): void => {
    setStep(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  const onDone = (words: string): void => {
    draft.forget();
    showToast(words);
    goBack('recruiter');
  };
  return (
    <Page title={titleOf(status)} wide foot={<EditFoot {...{ draft, step, toStep, status, onDone }} isVerified={employer.isVerified} />}>
      <View className={`edit ${isWide && Body ? 'is-two' : ''}`}>
        <View className="stack loose edit-form">
          <StepLine step={step} onBack={() => toStep(step - 1)} />
          {step === 1 && <TakenUp draft={draft} start={start} />}
          {step === 1 && isLikeLast && !draft.keptAt && (
            <Banner kind="info" icon="doc" title="照上一个岗位填好了" words="地点、班次、合同、吃住都在，只写不一样的" />
          )}
          <Refused draft={draft} />
          {step === 1 && employer.isAgency && <ClientPart draft={draft} />}
          {Body ? <Body draft={draft} /> : <Review draft={draft} toStep={toStep} employer={employer} status={status} />}
        </View>
        {isWide && Body && (
          <View className="stack">
            <View className="t2">工人看到的样子</View>
            <Preview draft={draft.draft} employer={employer.name} />
          </View>
        )}
      </View>
    </Page>
  );
}
