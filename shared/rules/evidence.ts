/** What a check-in rests on, so that a stronger proof and a weaker one are never counted as the same thing. */

import { kmBetween } from './region-places.ts';

/** The code that hangs at the gate, or one on a screen that changes every 30 seconds. */
export const presenceCodes = ['printed', 'rotating'] as const;
export const evidenceBys = ['printed', 'rotating', 'gate_scan', 'walk_in'] as const;
/** How the step of a rotating code fits: to the server's own clock, a little late to it, or only to the time the phone told afterwards. */
export const stepMatches = ['fresh', 'slow', 'late'] as const;
export type StepMatch = (typeof stepMatches)[number];

export const placeFindings = ['within', 'outside', 'unknown'] as const;
export type PlaceFinding = (typeof placeFindings)[number];
export const gateFindings = ['waiting', 'confirmed'] as const;

export interface Evidence {
  by: (typeof evidenceBys)[number];
  /** Of a rotating code: which 30 seconds it was made for. */
  step?: number | undefined;
  match?: StepMatch | undefined;
  /** Missing where the fair does not ask. */
  place?: PlaceFinding | undefined;
  /** Missing where an own scan is enough. */
  gate?: (typeof gateFindings)[number] | undefined;
  /** Kept on a phone or a gate's device first. */
  isLate?: boolean | undefined;
}

interface Asked {
  code: (typeof presenceCodes)[number];
  place?: unknown;
  confirmsAtGate: boolean;
}

/** What is counted of a piece of evidence, each by itself. */
export const evidenceMarks = [
  'rotating',
  'rotating_slow',
  'rotating_late',
  'printed',
  'gate_scan',
  'walk_in',
  'within',
  'outside',
  'unknown',
  'waiting',
  'confirmed',
  'late',
] as const;
export type EvidenceMark = (typeof evidenceMarks)[number];
export const evidenceWords: Record<EvidenceMark, string> = {
  rotating: '扫屏幕上的码',
  rotating_slow: '扫屏幕上的码，点得慢',
  rotating_late: '扫屏幕上的码，没网后补传',
  printed: '扫海报上的码',
  gate_scan: '门口工作人员扫的',
  walk_in: '门口登记的',
  within: '人在会场附近',
  outside: '人不在会场附近',
  unknown: '没说在哪里',
  waiting: '到门口再确认',
  confirmed: '门口确认过',
  late: '没网时记下',
};

const rotatingMarks: Record<StepMatch, EvidenceMark> = { fresh: 'rotating', slow: 'rotating_slow', late: 'rotating_late' };

export function marksOf({ by, match = 'late', place, gate, isLate }: Evidence): EvidenceMark[] {
  const marks: EvidenceMark[] = [by === 'rotating' ? rotatingMarks[match] : by];
  if (place) marks.push(place);
  if (gate) marks.push(gate);
  return isLate ? [...marks, 'late'] : marks;
}

/** `扫屏幕上的码，人在会场附近` */
export const wordsOfEvidence = (evidence: Evidence): string =>
  marksOf(evidence)
    .map((mark) => evidenceWords[mark])
    .join('、');

/** How many check-ins have each mark, in the order of the marks; those nobody has are left out. */
export function countMarks(all: readonly Evidence[]): [mark: EvidenceMark, count: number][] {
  const marks = all.flatMap(marksOf);
  return evidenceMarks.map((mark): [EvidenceMark, number] => [mark, marks.filter((one) => one === mark).length]).filter(([, count]) => count > 0);
}

const ways: readonly EvidenceMark[] = [...Object.values(rotatingMarks), 'printed', 'gate_scan', 'walk_in'];
/** Of how many nothing is known: each of the others has exactly one mark of how they came in. */
export const untoldOf = (counted: readonly { mark: EvidenceMark; count: number }[], present: number): number =>
  Math.max(
    0,
    counted.filter(({ mark }) => ways.includes(mark)).reduce((left, { count }) => left - count, present),
  );

/** What a phone says of itself when it was let look where it is: near the fair or not, and nothing else. */
export function findingOf(fair: { east: number; north: number; radiusKm: number }, here: { east: number; north: number }): PlaceFinding {
  return kmBetween([fair.east, fair.north], [here.east, here.north]) <= fair.radiusKm ? 'within' : 'outside';
}

/** Does anybody's own scan wait for the gate here? */
export const asksGate = (asked: Asked | undefined): boolean => asked !== undefined && (asked.confirmsAtGate || asked.code === 'rotating');

/**
 * Of a person's own scan. Where a screen changes the code, a poster's code may be a photograph: it is not refused, for screens
 * break, but it waits for the gate. A place that was not told is marked and stops nobody.
 */
export function ownEvidence(
  asked: Asked | undefined,
  code: Pick<Evidence, 'by' | 'step' | 'match'>,
  place: PlaceFinding | undefined,
  isLate: boolean,
): Evidence {
  const waits = asked !== undefined && (asked.confirmsAtGate || (asked.code === 'rotating' && code.by === 'printed'));
  return {
    ...code,
    ...(asked?.place !== undefined && { place: place ?? ('unknown' as const) }),
    ...(waits && { gate: 'waiting' as const }),
    ...(isLate && { isLate }),
  };
}

const vias = { own_scan: 'printed', staff_scan: 'gate_scan', walk_in: 'walk_in' } as const;

/** Of a check-in that was kept before evidence was: what can be known of it. */
export function evidenceOf(checkIn: { evidence?: Evidence | undefined; via: keyof typeof vias; at: string; arrivedAt: string }): Evidence {
  return checkIn.evidence ?? { by: vias[checkIn.via], ...(checkIn.at < checkIn.arrivedAt && { isLate: true }) };
}

const isSeenAtGate = ({ by, gate }: Evidence): boolean => by === 'gate_scan' || by === 'walk_in' || gate === 'confirmed';

/** One person seen twice: the own scan with all it knows, confirmed when the gate saw the person too. */
export function joinedEvidence(first: Evidence, second: Evidence): Evidence {
  const own = [first, second].find((one) => one.by === 'rotating' || one.by === 'printed');
  if (!own) return first;
  return isSeenAtGate(first) || isSeenAtGate(second) ? { ...own, gate: 'confirmed' } : own;
}
