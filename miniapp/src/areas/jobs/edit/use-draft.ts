import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { type FormInHand, useKeptForm } from '../../../api/kept-form.ts';
import { asRefusal, type Refusal } from '../../../api/refusal.ts';
import { useAction } from '../../../api/use-action.ts';
import { byNeed, draftFindings, type FieldFinding, serverFindings, stepOf } from './draft-findings.ts';
import type { DraftField, JobDraft } from './job-draft.ts';
import { formOf } from './job-form.ts';

type Saved = Output<'jobs.create'>;

/** A base wage of fewer digits is still being typed. */
const wageDigits = 4;

/** What to say now: what is wrong at once, what is merely empty once it was passed by. */
function isTold(finding: FieldFinding, draft: JobDraft, passed: ReadonlySet<DraftField>): boolean {
  if (passed.has(finding.field)) return true;
  if (finding.isEmpty) return false;
  return finding.field !== 'baseWage' || draft.wagePeriod === 'hour' || draft.baseWage.length >= wageDigits;
}

/** How a draft is saved and sent out; what the server finds goes back to its fields. */
function useStoring(hand: FormInHand<JobDraft>, onRefused: (refusal: Refusal) => void) {
  const draft = hand.form;
  /** Creates or changes; afterwards the form knows which opening it is, so that a second save makes no second opening. */
  const store = async (): Promise<Saved> => {
    const { jobId, version } = draft;
    const isKnown = jobId !== undefined && version !== undefined;
    const saved = isKnown
      ? await call('jobs.change', { ...formOf(draft), jobId, version })
      : await call('jobs.create', { ...formOf(draft), nonce: draft.nonce });
    hand.change({ jobId: saved.jobId, version: saved.version });
    return saved;
  };
  const heard = async <R>(work: Promise<R>): Promise<R> => {
    try {
      return await work;
    } catch (error) {
      onRefused(asRefusal(error));
      throw error;
    }
  };
  const save = useAction(() => heard(store()), { tell: 'inline' });
  const publish = useAction(() => heard(store().then(({ jobId }) => call('jobs.publish', { jobId }))), { tell: 'inline' });
  return { save, publish };
}

/** An opening being written: what is typed, what is wrong with it, and how it is saved and sent out. */
export function useDraft(key: string, start: JobDraft) {
  const hand = useKeptForm(key, start);
  const [passed, setPassed] = useState<ReadonlySet<DraftField>>(new Set());
  const [told, setTold] = useState<FieldFinding[]>([]);
  const draft = hand.form;
  const local = draftFindings(draft);
  const findings = [...local, ...told.filter((f) => !local.some((own) => own.field === f.field))];

  const change = (part: Partial<JobDraft>): void => {
    setTold(told.filter((f) => !(f.field in part)));
    hand.change(part);
  };
  const pass = (...fields: DraftField[]): void => setPassed(new Set([...passed, ...fields]));

  const { save, publish } = useStoring(hand, (refusal) => setTold(serverFindings(refusal, draft)));

  return {
    draft,
    keptAt: hand.keptAt,
    change,
    pass,
    restart: (next: JobDraft) => {
      setPassed(new Set());
      setTold([]);
      save.clear();
      publish.clear();
      hand.restart(next);
    },
    forget: hand.forget,
    findings,
    /** What stands only because the work is said to need it, and what would have to go without that. */
    need: byNeed(formOf(draft)),
    /** The finding to show at a field now. */
    findingAt: (field: DraftField) => findings.find((f) => f.field === field && isTold(f, draft, passed)),
    /** Those of a step, and how many of them are told already. */
    ofStep: (step: number) => findings.filter((f) => stepOf(f.field) === step),
    toldOf: (step: number) => findings.filter((f) => stepOf(f.field) === step && isTold(f, draft, passed)),
    save,
    publish,
    problem: save.problem ?? publish.problem,
  };
}
export type Draft = ReturnType<typeof useDraft>;
