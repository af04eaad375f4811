import type { JobStatus } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { stepTitles } from './draft-findings.ts';
import type { Draft } from './use-draft.ts';

interface Props {
  draft: Draft;
  step: number;
  toStep: (step: number) => void;
  status: JobStatus | undefined;
  isVerified: boolean;
  onDone: (words: string) => void;
}

/** Why it cannot be sent out just now; nothing when it can. */
function whyNotOut({ draft, status, isVerified }: Props): string | false {
  if (draft.findings.length) return `改好 ${draft.findings.length} 处就能${status === 'open' ? '存' : '发'}`;
  return isVerified || status === 'open' ? false : '核验过才能发';
}

function Next({ draft, step, toStep }: Props) {
  const told = draft.toldOf(step).length;
  const onNext = (): void => {
    const open = draft.ofStep(step);
    draft.pass(...open.map((f) => f.field));
    toStep(open.length ? step : step + 1);
  };
  return (
    <Button kind="main" disabled={told ? `改好 ${told} 处再下一步` : false} onTap={onNext}>
      下一步
    </Button>
  );
}

/** Saves what is there, finished or not. A draft has at least a name and a trade, or nobody finds it again. */
function SaveDraft({ draft, toStep, status, onDone }: Props) {
  const save = async (): Promise<void> => {
    if (draft.findings.some((f) => f.field === 'trade') || !draft.draft.title.trim()) {
      draft.pass('title', 'trade');
      toStep(1);
      showToast('先写招什么工，选好工种', 'stop');
    } else if (await draft.save.run()) onDone(status === 'paused' ? '存好了，岗位还停着' : '存好了，在草稿里');
  };
  return (
    <Button kind="line" className="edit-save" busy={draft.save.busy} onTap={() => void save()}>
      {status === 'paused' ? '先存着' : '存草稿'}
    </Button>
  );
}

function Out(props: Props) {
  const { draft, status, onDone } = props;
  const isOpen = status === 'open';
  const action = isOpen ? draft.save : draft.publish;
  const send = async (): Promise<void> => {
    const sent = await action.run();
    if (sent?.status === 'draft') onDone('交上了，内容要等人看一下');
    else if (sent) onDone(isOpen ? '改好了，工人看到的是新的' : '发出去了');
  };
  return (
    <Button kind="main" busy={action.busy} busyWords={isOpen ? '正在存' : '正在发'} disabled={whyNotOut(props)} onTap={() => void send()}>
      {isOpen ? '存好改动' : '发出去'}
    </Button>
  );
}

/** Save for later at the left, onward at the right. An open opening has no draft: it is changed as a whole. */
export function EditFoot(props: Props): ReactNode {
  const isLast = props.step === stepTitles.length;
  return (
    <View className="edit-foot">
      {props.status !== 'open' && <SaveDraft {...props} />}
      <View className="grow">{isLast ? <Out {...props} /> : <Next {...props} />}</View>
    </View>
  );
}
