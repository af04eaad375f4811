import type { ProblemCode, ProblemDetail } from '../problems.ts';
import { type Answer, cardCan, type Reply } from './cards.ts';
import { clockAheadMinutes, codeIn, codePlace, isPrinted } from './gate.ts';

/** The booth's rules, the same on the server and on a device without network. */

export interface BoothRefusal {
  code: ProblemCode;
  detail: ProblemDetail;
}
const because = (code: ProblemCode, detail: ProblemDetail = {}): BoothRefusal => ({ code, detail });

interface Offered {
  jobId: string;
  remaining: number;
}
interface Carded {
  jobId?: string | undefined;
  reply?: Reply | undefined;
  withdrawnAt?: string | undefined;
}

/** Which opening an answer is about: the one said, the one the card names, or the only one there is. */
export function openingMeant<O extends Offered>(openings: readonly O[], said: string | undefined, card: Carded): O | undefined {
  if (said) return openings.find((o) => o.jobId === said);
  return openings.find((o) => o.jobId === card.jobId) ?? (openings.length === 1 ? openings[0] : undefined);
}

/** Why this card cannot be answered so: taken back, an opening of another booth, or nobody more is wanted there. */
export function answerRefusal(card: Carded, openings: readonly Offered[], said: { answer: Answer; jobId?: string | undefined }): BoothRefusal | undefined {
  if (!cardCan.answer(card)) return because('card_withdrawn');
  const opening = openingMeant(openings, said.jobId, card);
  if (said.jobId && !opening) return because('opening_not_here', { jobId: said.jobId });
  if (said.answer === 'want' && opening?.remaining === 0 && card.reply !== 'accepted') return because('opening_full', { jobId: opening.jobId });
  return undefined;
}

/** Why no card can be left here: a card goes to the employer the consent names and to nobody else. 〔个人信息保护法 §14、§23〕 */
export function leavingRefusal(
  booth: { employerId: string; withheld?: boolean | undefined; openings: readonly Offered[] },
  left: { jobId?: string | undefined; consent: { employerId: string } },
): BoothRefusal | undefined {
  if (booth.withheld) return because('employer_suspended');
  if (left.consent.employerId !== booth.employerId) return because('consent_other_employer');
  const opening = booth.openings.find((o) => o.jobId === left.jobId);
  if (left.jobId && !opening) return because('opening_not_here', { jobId: left.jobId });
  return opening?.remaining === 0 ? because('opening_full', { jobId: opening.jobId }) : undefined;
}

/** Two clocks may be apart by as much as a device's may be ahead. */
const minutesApart = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

/**
 * Was the card taken back after this yes, or so near to it that two clocks cannot tell? Then it stays taken back: of two
 * wishes of a person the one that keeps the data in counts. 〔个人信息保护法 §15〕
 */
export function isTakenBackSince(card: { withdrawnAt?: string | undefined }, saidAt: string): boolean {
  return !!card.withdrawnAt && minutesApart(card.withdrawnAt, saidAt) < clockAheadMinutes;
}

/** Was this answer given to an earlier card, which the person has taken back and given anew since? */
export function isForEarlierCard(card: { leftAt: string }, said: { leftAt?: string | undefined; happenedAt: string }): boolean {
  return said.leftAt ? said.leftAt !== card.leftAt : minutesApart(said.happenedAt, card.leftAt) > clockAheadMinutes;
}

/** Stands for a person at one fair, so that a device knows a scanned code again and holds nobody's id. Not a secret: a 53-bit sum. */
export function markOf(fairId: string, personId: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of `${fairId}|${personId}`) {
    const n = letter.charCodeAt(0);
    a = Math.imul(a ^ n, 2_654_435_761);
    b = Math.imul(b ^ n, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}

/** What a booth's device loaded beforehand; the answer of 'cards.snapshot' is one. */
export interface BoothSnapshot {
  fairId: string;
  employerId: string;
  withheld?: boolean | undefined;
  openings: readonly Offered[];
  /** Numbers on paper: who carries one was registered at the gate, with a name. */
  strips: readonly { from: number; to: number }[];
  cards: readonly (Carded & { number: number; mark: string; leftAt: string })[];
}
/** As a person shows themselves: a code, or the number they say. */
export interface ShownHere {
  code?: string | undefined;
  number?: number | undefined;
}
export type BoothDeed =
  | (ShownHere & { kind: 'find' })
  | (ShownHere & { kind: 'agree'; jobId?: string | undefined; consent: { employerId: string } })
  | (ShownHere & { kind: 'answer'; answer: Answer; jobId?: string | undefined });

export type BoothJudged =
  /** A card lies there, or the person agreed aloud at this device. */
  | { outcome: 'card'; number: number; leftAt?: string }
  /** Nobody is shown before they said yes. Only who carries a strip can be asked aloud. */
  | { outcome: 'not_agreed'; number?: number; canAsk: boolean }
  | ({ outcome: 'refused' } & BoothRefusal);

const refused = (refusal: BoothRefusal): BoothJudged => ({ outcome: 'refused', ...refusal });

/** The number or the mark of whoever stands there, or why it is nobody's. */
function whoIs(fairId: string, { code, number }: ShownHere): { number: number } | { mark: string } | BoothRefusal {
  if (!code) return number ? { number } : because('number_unknown', { number: '' });
  const place = codePlace(code);
  if (!place) return because('code_forged');
  if (place.fairId && place.fairId !== fairId) return because('wrong_fair');
  if (place.kind === 'strip') return { number: place.index };
  return place.kind === 'person' ? { mark: markOf(fairId, (codeIn(code) ?? '').slice(2, 14)) } : because('number_unknown', { number: '' });
}

function judgeFind(snapshot: BoothSnapshot, agreedHere: readonly number[], shown: ShownHere): BoothJudged {
  const who = whoIs(snapshot.fairId, shown);
  if ('code' in who) return refused(who);
  const card = snapshot.cards.find((c) => ('number' in who ? c.number === who.number : c.mark === who.mark));
  if (card?.withdrawnAt) return { outcome: 'not_agreed', number: card.number, canAsk: false };
  if (card) return { outcome: 'card', number: card.number, leftAt: card.leftAt };
  if ('mark' in who) return { outcome: 'not_agreed', canAsk: false };
  if (agreedHere.includes(who.number)) return { outcome: 'card', number: who.number };
  return { outcome: 'not_agreed', number: who.number, canAsk: isPrinted(snapshot, who.number) };
}

function judgeAgree(snapshot: BoothSnapshot, found: BoothJudged, deed: Extract<BoothDeed, { kind: 'agree' }>): BoothJudged {
  if (found.outcome !== 'not_agreed') return found;
  const refusal = leavingRefusal(snapshot, deed) ?? (found.canAsk ? undefined : because('consent_missing'));
  return refusal ? refused(refusal) : { outcome: 'card', number: found.number ?? 0 };
}

function judgeAnswer(snapshot: BoothSnapshot, found: BoothJudged, deed: Extract<BoothDeed, { kind: 'answer' }>): BoothJudged {
  if (found.outcome === 'not_agreed') return refused(because('card_missing'));
  if (found.outcome === 'refused') return found;
  const card = snapshot.cards.find((c) => c.number === found.number);
  const refusal = answerRefusal(card ?? {}, snapshot.openings, deed);
  return refusal ? refused(refusal) : found;
}

/** What a booth's device says by itself, without network. Whether a number is anybody's, only the server knows. */
export function judgeAtBooth(snapshot: BoothSnapshot, agreedHere: readonly number[], deed: BoothDeed): BoothJudged {
  const found = judgeFind(snapshot, agreedHere, deed);
  if (deed.kind === 'find') return found;
  return deed.kind === 'agree' ? judgeAgree(snapshot, found, deed) : judgeAnswer(snapshot, found, deed);
}
