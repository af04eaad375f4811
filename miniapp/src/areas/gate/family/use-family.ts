import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { Direction } from '@shanhai/shared/rules/passages.ts';
import { useState } from 'react';
import { asRefusal } from '../../../api/refusal.ts';
import { drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { passAt } from '../pass-at.ts';
import { type Verdict, verdictOfRefusal } from '../verdict.ts';
import { blankDraft, type Draft } from '../walk-in/form.ts';
import { stripAfter, stripOnTop } from '../walk-in/pile.ts';
import { register } from '../walk-in/register.ts';

/** Somebody the scanned person acts for. */
export type Known = Output<'attendance.companionsOf'>['items'][number];

/** What became of one of them. `nonce`: kept on this device, the number comes with the network. */
export type Came = { kind: 'passed'; number?: number; nonce?: string; words: string } | { kind: 'full' } | { kind: 'not'; words: string };

interface Place {
  fair: { fairId: string; hostRegion: string };
  gate: string;
  direction: Direction | undefined;
}

function cameOf(verdict: Verdict): Came {
  switch (verdict.kind) {
    case 'in':
    case 'already':
    case 'out':
      return { kind: 'passed', words: verdict.words, ...(verdict.number !== undefined && { number: verdict.number }) };
    case 'kept':
      return { kind: 'passed', words: '已记在本机', nonce: verdict.nonce };
    case 'full':
      return { kind: 'full' };
    case 'refused':
      return { kind: 'not', words: verdict.title };
    default:
      return { kind: 'not', words: '网不通，再点一次' };
  }
}

async function cameByCode({ fair, gate, direction }: Place, code: string, nonce: string, override: string | undefined): Promise<Came> {
  const came = await passAt(fair.fairId, gate, { code, nonce, ...(direction && { direction }), ...(override && { override }) });
  return came.kind === 'blank' ? { kind: 'not', words: '这不是人的码' } : cameOf(came);
}

async function cameByStrip({ fair, gate }: Place, draft: Draft, override: string | undefined): Promise<Came> {
  try {
    // no home is asked here, so there is no bureau to ask about
    const { number, isKept } = await register(fair, gate, draft, { override, receivers: [] });
    return { kind: 'passed', number, words: isKept ? '登记好了，记在本机，把条给他' : '登记好了，把条给他' };
  } catch (error) {
    return cameOf(verdictOfRefusal(asRefusal(error), { nonce: draft.nonce }));
  }
}

/** Those not registered yet who stand there too, each with a strip. */
function useDrafts(fairId: string) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const change = (nonce: string, changed: Partial<Draft>): void =>
    setDrafts((all) => all.map((draft) => (draft.nonce === nonce ? { ...draft, ...changed } : draft)));
  const add = (): void => setDrafts((all) => [...all, blankDraft(all.at(-1)?.number ? stripAfter(fairId, all.at(-1)?.number ?? '') : stripOnTop(fairId))]);
  const remove = (nonce: string): void => setDrafts((all) => all.filter((draft) => draft.nonce !== nonce));
  return { drafts, change, add, remove };
}

/** A family at the gate: one after the other, each with a nonce that stays theirs when one tries again, until they are taken back. */
export function useFamily(place: Place) {
  const [came, setCame] = useState<Partial<Record<string, Came>>>({});
  const [nonces] = useState(() => new Map<string, string>());
  const newOnes = useDrafts(place.fair.fairId);
  const put = (key: string, outcome: Came | undefined): void => setCame((before) => ({ ...before, [key]: outcome }));
  const nonceOf = (code: string): string => {
    const nonce = nonces.get(code) ?? drawnLetters(12);
    nonces.set(code, nonce);
    return nonce;
  };
  const letIn = useAction(async (codes: readonly string[], drafts: readonly Draft[], override?: string) => {
    for (const code of codes) put(code, await cameByCode(place, code, nonceOf(code), override));
    for (const draft of drafts) put(draft.nonce, await cameByStrip(place, draft, override));
  });
  const takenBack = (key: string): void => {
    put(key, undefined);
    nonces.delete(key);
    newOnes.change(key, { nonce: drawnLetters(12) });
  };
  return { came, letIn, takenBack, ...newOnes };
}
