import type { Answer, Reply } from '@shanhai/shared/rules/cards.ts';
import { chinaHalfHour, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { countMarks, type Evidence, evidenceWords } from '@shanhai/shared/rules/evidence.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import type { GateFlag } from '@shanhai/shared/rules/gate.ts';

/** One person who came. */
export interface Arrival {
  number: number;
  at: string;
  gate: string;
  /** `罗平县富乐镇`; empty when not told. */
  home: string;
  name?: string | undefined;
  phone?: string | undefined;
  /** When the server heard of it. */
  arrivedAt?: string | undefined;
  flags?: readonly GateFlag[] | undefined;
  /** What it rests on; unknown of the oldest ones. */
  evidence?: Evidence | undefined;
}

/** A strip that a gate without network scanned and that nobody had registered. */
export interface SeenStrip {
  number: number;
  at: string;
  gate: string;
}

/** One card left with one employer. */
export interface ReportedCard {
  number: number;
  employerName: string;
  boothLabel: string;
  jobTitle?: string | undefined;
  leftAt: string;
  withdrawnAt?: string | undefined;
  answer?: Answer | undefined;
  reply?: Reply | undefined;
  note?: string | undefined;
}

export interface ReportedBooth {
  label: string;
  employerName: string;
  openings: readonly { title: string; headcount: number }[];
}

export interface ReportedRefusal {
  /** The reason as the gate said it. */
  words: string;
  count: number;
}

export interface AnswerFigures {
  cards: number;
  want: number;
  talk: number;
  no: number;
  waiting: number;
  accepted: number;
  declined: number;
}

/** A card taken back counts nowhere: the consent it rested on is gone. 〔个人信息保护法 §15〕 */
export const standing = (cards: readonly ReportedCard[]): ReportedCard[] => cards.filter((c) => !c.withdrawnAt);

/** How the cards given were answered, one by one. */
export function answerFigures(cards: readonly ReportedCard[]): AnswerFigures {
  const own = standing(cards);
  const answered = (answer: Answer): number => own.filter((c) => c.answer === answer).length;
  const replied = (reply: Reply): number => own.filter((c) => c.reply === reply).length;
  return {
    cards: own.length,
    want: answered('want'),
    talk: answered('talk'),
    no: answered('no'),
    waiting: own.filter((c) => !c.answer).length,
    accepted: replied('accepted'),
    declined: replied('declined'),
  };
}

/** 初步意向: people, not cards, to whom at least one employer said 要你 or 再谈. */
export function initialIntents(cards: readonly ReportedCard[]): number {
  return new Set(
    standing(cards)
      .filter((c) => c.answer === 'want' || c.answer === 'talk')
      .map((c) => c.number),
  ).size;
}

/** Was it written down without network and sent later? */
export const isLate = ({ at, arrivedAt }: Arrival): boolean => !!arrivedAt && at < arrivedAt;

/** Strips that were seen and that nobody registered afterwards either; each once, as first seen. */
export function openStrips(strips: readonly SeenStrip[], arrivals: readonly Arrival[]): SeenStrip[] {
  const known = new Set(arrivals.map((a) => a.number));
  const first = new Map([...strips].sort((a, b) => (a.at < b.at ? 1 : -1)).map((s) => [s.number, s]));
  return [...first.values()].filter((s) => !known.has(s.number)).sort((a, b) => a.number - b.number);
}

/** `0012 东门 9:40` */
export const stripWords = ({ number, gate, at }: SeenStrip): string => `${spokenNumber(number)} ${gate} ${chinaTime(at)}`;

/** Employers with a booth; one with two booths counts once. */
export const companyCount = (booths: readonly ReportedBooth[]): number => new Set(booths.map((b) => b.employerName)).size;

export const headsOf = (booth: ReportedBooth): number => booth.openings.reduce((sum, o) => sum + o.headcount, 0);

export type Counted = readonly [name: string, count: number];

function countBy(arrivals: readonly Arrival[], nameOf: (a: Arrival) => string, first: readonly string[] = []): Counted[] {
  const counts = new Map(first.map((name) => [name, 0]));
  for (const arrival of arrivals) counts.set(nameOf(arrival), (counts.get(nameOf(arrival)) ?? 0) + 1);
  return [...counts];
}

/** Every gate of the fair in its order, also one that nobody used. */
export const byGate = (arrivals: readonly Arrival[], gates: readonly string[]): Counted[] => countBy(arrivals, (a) => a.gate, gates);

/** What people's being there rests on; one check-in counts under each of its marks. */
export function byEvidence(arrivals: readonly Arrival[]): Counted[] {
  const known = arrivals.flatMap(({ evidence }) => (evidence ? [evidence] : []));
  return countMarks(known).map(([mark, count]) => [evidenceWords[mark], count]);
}

/** Half hours of the China day, in time order. */
export const byHalfHour = (arrivals: readonly Arrival[]): Counted[] => countBy(arrivals, (a) => chinaHalfHour(a.at)).sort(([a], [b]) => (a < b ? -1 : 1));

/** Most people first; those who did not tell come last. */
export function byHome(arrivals: readonly Arrival[]): Counted[] {
  const untold = '没说';
  return countBy(arrivals, (a) => a.home || untold).sort(([a, m], [b, n]) => Number(a === untold) - Number(b === untold) || n - m || (a < b ? -1 : 1));
}
