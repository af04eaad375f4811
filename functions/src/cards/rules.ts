import type { EmployerId, FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { SeenCard } from '@shanhai/shared/contract/cards.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { answerRefusal, type BoothRefusal, leavingRefusal, openingMeant } from '@shanhai/shared/rules/booth.ts';
import { type Answer, answerWithinDays, cardCan, consentDays, type Reply } from '@shanhai/shared/rules/cards.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';

/** A card one person left with one employer at one booth, with the yes it rests on and the answer it got. */
export interface Card {
  fairId: FairId;
  boothNo: number;
  workerId: WorkerId;
  employerId: EmployerId;
  number: number;
  label: string;
  employerName: string;
  jobId?: JobId | undefined;
  jobTitle?: string | undefined;
  takeHomeFen?: number | undefined;
  name: string;
  phone?: string | undefined;
  trades: Trade[];
  town?: string | undefined;
  leftAt: string;
  endsAt: string;
  answerBy: string;
  consent: { employerId: EmployerId; version: string; at: string; spoken: boolean };
  answer?: Answer | undefined;
  answeredAt?: string | undefined;
  /** When the server heard of the answer, if it was given without network. */
  heardAt?: string | undefined;
  note?: string | undefined;
  reply?: Reply | undefined;
  withdrawnAt?: string | undefined;
  /** Of the last answers, so that one sent again late changes nothing. */
  nonces?: string[] | undefined;
  demo?: boolean | undefined;
}

export interface Left {
  workerId: WorkerId;
  number: number;
  name: string;
  phone?: string | undefined;
  trades: Trade[];
  town?: string | undefined;
  jobId?: JobId | undefined;
  consent: { employerId: EmployerId; version: string };
  spoken: boolean;
}

function requireNone(refusal: BoothRefusal | undefined): void {
  if (refusal) throw new Problem(refusal.code, refusal.detail);
}

/** A card goes to the employer the consent names and to nobody else; it ends by itself after 90 days. 〔个人信息保护法 §14、§23〕 */
export function leaveCard(booth: Booth, left: Left, leftAt: string): Card {
  requireNone(leavingRefusal(booth, left));
  const opening = booth.openings.find((o) => o.jobId === left.jobId);
  const { spoken, consent, jobId, ...person } = left;
  return {
    ...person,
    fairId: booth.fairId,
    boothNo: booth.boothNo,
    employerId: booth.employerId,
    label: booth.label,
    employerName: booth.employerShortName,
    jobId,
    jobTitle: opening?.title,
    takeHomeFen: opening?.takeHomeFen,
    leftAt,
    endsAt: afterDays(leftAt, consentDays),
    answerBy: afterDays(leftAt, booth.promiseDays ?? answerWithinDays),
    consent: { ...consent, at: leftAt, spoken },
    ...(booth.demo ? { demo: true } : {}),
  };
}

/** Can the employer still see this card? A withdrawn or ended consent closes it at once. */
export function isSeen(card: Card | undefined, now: string): card is Card {
  return !!card && !card.withdrawnAt && card.endsAt > now;
}

/** What the consent lets the one employer see. */
export function seenCard(card: Card): SeenCard {
  const { number, name, phone, trades, town, jobId, jobTitle, leftAt, answer, answeredAt, note, reply, demo } = card;
  return { number, name, phone, trades, town, jobId, jobTitle, leftAt, spokenConsent: card.consent.spoken, answer, answeredAt, note, reply, demo };
}

interface Said {
  answer: Answer;
  jobId?: JobId | undefined;
  note?: string | undefined;
  nonce: string;
  heardAt?: string | undefined;
}

/** How many answers back a repeated one is known. */
const noncesKept = 5;

/** 要你 · 再谈 · 不合适; said again it replaces what was said, and the person is asked again. The same request sent twice counts once. */
export function answerCard(card: Card, booth: Booth, said: Said, answeredAt: string): Card {
  if (!cardCan.answer(card)) throw new Problem('card_withdrawn');
  if (card.nonces?.includes(said.nonce)) return card;
  requireNone(answerRefusal(card, booth.openings, said));
  const opening = openingMeant(booth.openings, said.jobId, card);
  return {
    ...card,
    answer: said.answer,
    answeredAt,
    heardAt: said.heardAt,
    note: said.note || undefined,
    reply: card.answer === said.answer ? card.reply : undefined,
    nonces: [said.nonce, ...(card.nonces ?? [])].slice(0, noncesKept),
    ...(opening ? { jobId: opening.jobId, jobTitle: opening.title, takeHomeFen: opening.takeHomeFen } : {}),
  };
}

/** 答应去 takes a place, when it is saved; 不去 is always possible while it is asked. */
export function replyToCard(card: Card, reply: Reply): Card {
  if (!cardCan.reply(card)) throw new Problem('card_cannot_reply');
  return { ...card, reply };
}

/** The opening of which this card takes a place: one accepted and not taken back. */
export function placeOf({ reply, withdrawnAt, jobId }: Pick<Card, 'reply' | 'withdrawnAt' | 'jobId'>): JobId | undefined {
  return reply === 'accepted' && !withdrawnAt ? jobId : undefined;
}

/** Taken back: the employer sees it no more. 〔个人信息保护法 §15〕 */
export function withdrawCard(card: Card, withdrawnAt: string): Card {
  return cardCan.withdraw(card) ? { ...card, withdrawnAt } : card;
}
