import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useKeptForm } from '../../../api/kept-form.ts';
import { asRefusal } from '../../../api/refusal.ts';
import { act } from '../../../api/session.ts';
import { useAction } from '../../../api/use-action.ts';
import { type EmployerDraft, type EmployerField, employerProblems, formOf, plainCode } from './employer-draft.ts';

/** An employer being registered or put right; what is typed stays on the phone until it is sent. */
export function useEmployer(employerId: string | undefined, start: EmployerDraft) {
  const hand = useKeptForm(`employer-draft ${employerId ?? 'new'}`, start);
  const [passed, setPassed] = useState<ReadonlySet<EmployerField>>(new Set());
  /** A credit code that the server says is taken: it stays wrong until it is changed. */
  const [takenCode, setTakenCode] = useState<string>();
  const draft = hand.form;
  const problems = employerProblems(draft);
  if (takenCode && plainCode(draft.creditCode) === takenCode)
    problems.push({ field: 'creditCode', words: '这个代码已经登记过，请找登记的同事来办', isEmpty: false });
  const told = problems.filter((p) => !p.isEmpty || passed.has(p.field));

  const send = useAction(
    async () => {
      try {
        if (employerId) return await call('employers.change', { ...formOf(draft), employerId });
        const employer = await call('employers.submit', formOf(draft));
        hand.forget();
        await act('recruiter', employer.employerId);
        return employer;
      } catch (error) {
        if (asRefusal(error).code === 'credit_code_taken') setTakenCode(plainCode(draft.creditCode));
        throw error;
      }
    },
    { tell: 'inline' },
  );
  return {
    draft,
    keptAt: hand.keptAt,
    change: hand.change,
    restart: hand.restart,
    forget: hand.forget,
    pass: (...fields: EmployerField[]) => setPassed(new Set([...passed, ...fields])),
    problems,
    told,
    problemAt: (field: EmployerField) => told.find((p) => p.field === field)?.words,
    isRight: (field: EmployerField) => String(draft[field]).trim() !== '' && !problems.some((p) => p.field === field),
    send,
  };
}
export type EmployerInHand = ReturnType<typeof useEmployer>;
