import { type Answer, consentVersion } from '@shanhai/shared/rules/cards.ts';
import { leadsAwayIn } from '@shanhai/shared/rules/lead-away.ts';
import { useRef, useState } from 'react';
import type { BoothPlace } from '../../../api/booth-queue.ts';
import { call } from '../../../api/call.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { deviceId, drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { agreeHere, answerHere, type FoundHere, findHere } from './booth-here.ts';
import { boothReports } from './booth-report.ts';

/** As the person shows themselves: a code, or the number they say. */
interface Shown {
  code?: string | undefined;
  number?: number | undefined;
}

interface Answered {
  number: number;
  answer: Answer;
  /** Kept on this device until the network returns. */
  isKept: boolean;
}

/** The same answer sent twice carries the same nonce, so that a repeat over a bad network is harmless. */
function useNonce(): (what: string) => string {
  const drawn = useRef({ what: '', nonce: '' });
  return (what) => {
    if (drawn.current.what !== what) drawn.current = { what, nonce: drawnLetters(12) };
    return drawn.current.nonce;
  };
}

/** Who stands at the booth just now, and the answer they get; when it is saved, the next may come. */
export function usePerson(place: BoothPlace, employerId: string, onlyJobId: string | undefined) {
  const [found, setFound] = useState<FoundHere>();
  const [jobId, setJobId] = useState<string>();
  const [note, setNote] = useState('');
  const [last, setLast] = useState<Answered>();
  const nonceFor = useNonce();
  const here = { ...place, deviceId: deviceId() };

  const take = (next: FoundHere): void => {
    setFound(next);
    setNote(next.card?.note ?? '');
    setJobId((before) => next.card?.jobId ?? next.nameless?.jobId ?? onlyJobId ?? before);
  };
  const find = useAction(
    async (shown: Shown) => take((await boothReports.actWithServer(place, () => call('cards.find', { ...here, ...shown }))) ?? findHere(place, shown)),
    {
      tell: 'inline',
    },
  );
  const agree = useAction(
    async (number: number) => {
      const consent = { employerId, version: consentVersion };
      const left = { number, ...(onlyJobId && { jobId: onlyJobId }), consent };
      const card = await boothReports.actWithServer(place, () => call('cards.leaveFor', { ...here, ...left, agreed: true }));
      take(card ? { number, hasName: true, card } : agreeHere(place, left));
    },
    { tell: 'inline' },
  );
  const answer = useAction(
    async (number: number, said: Answer, forJobId: string | undefined) => {
      const [lead] = leadsAwayIn(note);
      if (lead) throw refusalOf('words_lead_away', { what: lead.what });
      const words = { answer: said, note: note.trim(), ...(forJobId && { jobId: forJobId }) };
      const nonce = nonceFor(`${number} ${JSON.stringify(words)}`);
      const isSent = await boothReports.actWithServer(place, () => call('cards.answer', { ...here, number, ...words, nonce }));
      if (!isSent) await answerHere(place, { number, ...words }, nonce);
      setLast({ number, answer: said, isKept: !isSent });
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
