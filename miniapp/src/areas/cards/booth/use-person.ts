import type { Output } from '@shanhai/shared/contract/contract.ts';
import { type Answer, consentVersion } from '@shanhai/shared/rules/cards.ts';
import { useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';

interface Place {
  fairId: string;
  boothNo: number;
}

/** As the person shows themselves: a code, or the number they say. */
interface Shown {
  code?: string | undefined;
  number?: number | undefined;
}

interface Answered {
  number: number;
  answer: Answer;
}

type Found = Output<'cards.find'>;

/** The same answer sent twice carries the same nonce, so that a repeat over a bad network is harmless. */
function useNonce(): (what: string) => string {
  const drawn = useRef({ what: '', nonce: '' });
  return (what) => {
    if (drawn.current.what !== what) drawn.current = { what, nonce: drawnLetters(12) };
    return drawn.current.nonce;
  };
}

/** Who stands at the booth just now, and the answer they get; when it is saved, the next may come. */
export function usePerson(place: Place, employerId: string, onlyJobId: string | undefined) {
  const [found, setFound] = useState<Found>();
  const [jobId, setJobId] = useState<string>();
  const [note, setNote] = useState('');
  const [last, setLast] = useState<Answered>();
  const nonceFor = useNonce();

  const take = (next: Found): void => {
    setFound(next);
    setNote(next.card?.note ?? '');
    setJobId((before) => next.card?.jobId ?? onlyJobId ?? before);
  };
  const find = useAction(async (shown: Shown) => take(await call('cards.find', { ...place, ...shown })), { tell: 'inline' });
  const agree = useAction(
    async (number: number) => {
      const consent = { employerId, version: consentVersion };
      take({ number, hasName: true, card: await call('cards.leaveFor', { ...place, number, ...(onlyJobId && { jobId: onlyJobId }), agreed: true, consent }) });
    },
    { tell: 'inline' },
  );
  const answer = useAction(
    async (number: number, said: Answer, forJobId: string | undefined) => {
      const words = { answer: said, note: note.trim(), ...(forJobId && { jobId: forJobId }) };
      const nonce = nonceFor(`${number} ${JSON.stringify(words)}`);
      await call('cards.answer', { ...place, number, ...words, nonce });
      setLast({ number, answer: said });
      setFound(undefined);
      return true;
    },
    { tell: 'inline' },
  );
  const clear = (): void => {
    setFound(undefined);
    for (const action of [find, agree, answer]) action.clear();
  };
  return { found, jobId, setJobId, note, setNote, last, find, agree, answer, clear, problem: find.problem ?? agree.problem ?? answer.problem };
}
export type Person = ReturnType<typeof usePerson>;
