import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { asRefusal } from '../../../api/refusal.ts';
import { useAction } from '../../../api/use-action.ts';
import { goBack, replace } from '../../../nav.ts';
import { showToast } from '../../../ui/toast-store.ts';
import type { Fair } from '../own-fairs.ts';
import { lastStep, movedFields, problemAt, problemsOn, stepOf } from './checks.ts';
import { blankDraft, type Draft, draftOf, formOf, type Problems } from './form.ts';

interface Start {
  fair: Fair | undefined;
  last: Fair | undefined;
  region: string;
  step: number;
}

/** What was changed is no longer wrong until it is looked at again. */
function without(problems: Problems, changed: Partial<Draft>): Problems {
  const touched = Object.keys(changed);
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !touched.includes(field.replace(/_.*/, 's')) && !touched.includes(field)));
}

/** Typing a fair in four steps, and saving it: problems go to their fields, and the step that has them opens. */
export function useFairForm({ fair, last, region, step: first }: Start) {
  const [begun, setBegun] = useState(fair);
  const [draft, setDraft] = useState<Draft>(() => (fair ? draftOf(fair) : blankDraft(last)));
  const [step, setStep] = useState(first);
  const [problems, setProblems] = useState<Problems>({});
  const [isStale, setStale] = useState(false);
  const moved = movedFields(begun, draft);

  const open = (next: number): void => {
    setStep(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const change = (changed: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...changed }));
    setProblems((before) => without(before, changed));
  };
  const next = (): void => {
    const found = problemsOn(step, draft);
    setProblems(found);
    if (Object.keys(found).length === 0) open(step + 1);
    else showToast(Object.values(found)[0] ?? '', 'stop');
  };
  const refused = (error: unknown): void => {
    const refusal = asRefusal(error);
    const at = problemAt(refusal);
    setStale(refusal.code === 'changed_meanwhile');
    if (!at) throw error;
    setProblems({ [at.field]: at.sentence });
    open(stepOf(at.field));
  };
  const save = useAction(async () => {
    const broken = [1, 2, 3].find((one) => Object.keys(problemsOn(one, draft)).length > 0);
    if (!broken) return send(draft, begun, region).catch(refused);
    setProblems(problemsOn(broken, draft));
    open(broken);
  });
  const takeNewest = useAction(async () => {
    const { items } = await call('fairs.mine', {});
    const newest = items.find((one) => one.fairId === begun?.fairId);
    if (!newest) return;
    setBegun(newest);
    setDraft(draftOf(newest));
    setStale(false);
  });
  return { draft, change, step, open, next, problems, moved, save, isStale, takeNewest, isLast: step === lastStep };
}

async function send(draft: Draft, begun: Fair | undefined, region: string): Promise<void> {
  if (begun) {
    await call('fairs.change', { fairId: begun.fairId, version: begun.version, ...formOf(draft, begun.hostRegion) });
    showToast('改好了');
    return goBack('organizer');
  }
  const { fairId } = await call('fairs.create', formOf(draft, region));
  showToast('存好了，接着请单位');
  replace('/areas/organize/publish/index', { fairId });
}
