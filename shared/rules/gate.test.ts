import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codePlace, flagsAt, gateRefusal, isClockOff, isPrinted, nextStrip } from './gate.ts';
import { type GateDeed, type GateSnapshot, judgeAtGate, type SeenHere } from './gate-judge.ts';
import type { Direction } from './passages.ts';

const fair = { status: 'published' as const, opensAt: '2026-02-07T01:00:00.000Z', closesAt: '2026-02-07T07:00:00.000Z' };
const noon = '2026-02-07T04:00:00.000Z';

describe('why nobody is let in', () => {
  test('is nothing while the fair is open', () => expect(gateRefusal(fair, noon)).toBeUndefined());
  test('says the clock on the same day and the day on another', () => {
    expect(gateRefusal(fair, '2026-02-07T00:30:00.000Z')).toEqual({ code: 'fair_not_open_yet', detail: { opens: '9:00' } });
    expect(gateRefusal(fair, '2026-02-05T04:00:00.000Z')).toEqual({ code: 'fair_not_open_yet', detail: { opens: '2月7日 9:00' } });
    expect(gateRefusal(fair, '2026-02-07T08:00:00.000Z')).toEqual({ code: 'fair_over', detail: { closes: '15:00' } });
  });
  test('is its own sentence for a draft and for a closed fair', () => {
    expect(gateRefusal({ ...fair, status: 'draft' }, noon)?.code).toBe('fair_not_published');
    expect(gateRefusal({ ...fair, status: 'closed' }, noon)?.code).toBe('fair_closed');
  });
  test('is nothing before the moment of closing, whenever it is asked', () => {
    const closed = { ...fair, status: 'closed' as const, closedAt: '2026-02-07T05:00:00.000Z' };
    expect(gateRefusal(closed, '2026-02-07T04:59:59.999Z')).toBeUndefined();
    expect(gateRefusal(closed, '2026-02-07T05:00:00.000Z')?.code).toBe('fair_closed');
    expect(gateRefusal(closed, '2026-02-07T00:30:00.000Z')?.code).toBe('fair_not_open_yet');
  });
});

test('who came outside the hours or after closing is flagged', () => {
  const closed = { ...fair, status: 'closed' as const, closedAt: '2026-02-07T05:00:00.000Z' };
  expect(flagsAt(fair, noon)).toEqual([]);
  expect(flagsAt(fair, '2026-02-07T00:59:59.999Z')).toEqual(['outside_hours']);
  expect(flagsAt(fair, '2026-02-07T07:00:00.001Z')).toEqual(['outside_hours']);
  expect(flagsAt(closed, noon)).toEqual([]);
  expect(flagsAt(closed, '2026-02-07T05:00:00.000Z')).toEqual(['fair_closed']);
});

test('a clock may be ten minutes ahead, and a queue seven days old', () => {
  expect(isClockOff('2026-02-07T04:10:00.000Z', noon)).toBe(false);
  expect(isClockOff('2026-02-07T04:10:00.001Z', noon)).toBe(true);
  expect(isClockOff('2026-01-31T04:00:00.000Z', noon)).toBe(false);
  expect(isClockOff('2026-01-31T03:59:59.999Z', noon)).toBe(true);
});

test('a number is printed when any batch of strips holds it', () => {
  const strips = [
    { from: 11, to: 20 },
    { from: 41, to: 50 },
  ];
  expect([10, 11, 20, 21, 40, 41, 50, 51].filter((n) => isPrinted({ strips }, n))).toEqual([11, 20, 41, 50]);
});

describe('the strip that lies next on the pile', () => {
  const fairStrips = {
    strips: [
      { from: 11, to: 20 },
      { from: 41, to: 50 },
    ],
  };
  const next = (after: number, taken: number[] = []) => nextStrip(fairStrips, new Set(taken), after);
  test('is the one after, past those that somebody holds', () => expect([next(11), next(11, [12, 13]), next(41)]).toEqual([12, 14, 42]));
  test('is none at the end of the pile, and none after a number that a phone was given', () =>
    expect([next(20), next(19, [20]), next(50), next(105)]).toEqual([undefined, undefined, undefined, undefined]));
});

describe('a code without its signature', () => {
  const signature = 'x'.repeat(18);
  test('names its kind, its fair and its index', () => {
    expect(codePlace(`S1fair00001AAA${signature}`)).toEqual({ kind: 'gate', fairId: 'fair00001', index: 0 });
    expect(codePlace(`N1fair00001ABA${signature}`)).toEqual({ kind: 'strip', fairId: 'fair00001', index: 64 });
    expect(codePlace(`https://q.example.cn/c/B1fair00001___${signature}`)).toEqual({ kind: 'booth', fairId: 'fair00001', index: 262_143 });
  });
  test('of a person or a desk has no place', () => {
    expect(codePlace(`P1worker000001${signature}`)).toEqual({ kind: 'person' });
    expect(codePlace(`D1desk00000001${signature}`)).toEqual({ kind: 'desk' });
    expect(codePlace(`J1desk00000001${signature}`)).toEqual({ kind: 'other' });
  });
  test('is nothing when it is no code at all', () => expect(codePlace('https://q.example.cn/menu')).toBeUndefined());
});

interface Written {
  person?: string;
  strip?: number;
  number?: number;
  text?: string;
  code?: { kind: string; strip?: number; index?: number; other?: boolean };
}
interface Vector {
  name: string;
  at?: string;
  before?: (Written & { at: string; direction?: Direction })[];
  deed: Written & Pick<GateDeed, 'kind' | 'direction' | 'override'>;
  outcome: string;
  code?: string;
  flags?: string[];
}
interface Played {
  strips: { first: number; count: number };
  taken: { strip: number; at: string; gate: string; outAt?: string }[];
  vectors: Vector[];
}
interface Vectors extends Played {
  passages: Played & { capacity: number };
}
const { strips, taken, vectors, passages } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'gate-vectors.json'), 'utf8')) as Vectors;

/** Strips begin at 0101 here; the server's test puts them where its numbers are. */
const numberOf = (strip: number): number => 100 + strip;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const three = (n: number): string => [n >> 12, (n >> 6) & 63, n & 63].map((i) => letters.charAt(i)).join('');
const placed = ({ kind, strip, index, other }: NonNullable<Written['code']>): string =>
  `${kind}1${other ? 'fair00002' : 'fair00001'}${three(strip ? numberOf(strip) : (index ?? 0))}`;

/** The code or number of a vector, with a signature that no server would take. */
function shown({ person, strip, number, text, code }: Written): { code?: string; number?: number } {
  const unsigned = person ? `P1${person}` : code && placed(code);
  const words = text ?? (unsigned && unsigned + 'x'.repeat(18));
  const n = strip ? numberOf(strip) : number;
  return { ...(words ? { code: words } : {}), ...(n ? { number: n } : {}) };
}

const snapshotOf = ({ strips, taken }: Played, over: object = {}): GateSnapshot => ({
  fair: { ...fair, fairId: 'fair00001', ...over },
  strips: [{ from: numberOf(strips.first), to: numberOf(strips.first + strips.count - 1) }],
  taken: taken.map((t) => ({ number: numberOf(t.strip), at: t.at, gate: t.gate, ...(t.outAt ? { isOut: true, passedAt: t.outAt } : {}) })),
});

function expectJudged(snapshot: GateSnapshot, { at = noon, before = [], deed, outcome, code, flags }: Vector): void {
  const seenHere: SeenHere[] = before.map((b) => ({ ...shown(b), at: b.at, gate: '西门', direction: b.direction }));
  const { kind, direction, override } = deed;
  const judged = judgeAtGate(snapshot, seenHere, { kind, direction, override, ...shown(deed) }, at);
  expect({ outcome: judged.outcome, code: judged.code, flags: judged.flags }).toEqual({ outcome, code, flags });
}

describe('a device without network at a fair that counts exits and holds two', () => {
  const snapshot = snapshotOf(passages, { countsExits: true, capacity: passages.capacity });
  test.each(passages.vectors)('judges $name', (vector) => expectJudged(snapshot, vector));

  const code = (n: number): string => `P1passage0010${n}${'x'.repeat(18)}`;
  const seen = (who: Pick<SeenHere, 'code' | 'number'>, direction: Direction, minute: number): SeenHere => {
    return { ...who, direction, at: `2026-02-07T04:${minute}:00.000Z`, gate: '东门' };
  };
  // one is inside by the list, so one place is free
  test.each<[string, SeenHere[], string]>([
    ['full once another came in', [seen({ code: code(1) }, 'in', 10)], 'refused'],
    ['not full when that one went out', [seen({ code: code(1) }, 'in', 10), seen({ code: code(1) }, 'out', 20)], 'checked_in'],
    ['full when that one came back', [seen({ code: code(1) }, 'in', 10), seen({ code: code(1) }, 'out', 20), seen({ code: code(1) }, 'in', 30)], 'refused'],
    ['not full by one who is scanned in twice', [seen({ number: 101 }, 'in', 10), seen({ number: 101 }, 'in', 30)], 'checked_in'],
    [
      'one place freer, not two, by one who is scanned out twice',
      [10, 30].map((at) => seen({ number: 101 }, 'out', at)).concat(seen({ code: code(1) }, 'in', 32), seen({ code: code(2) }, 'in', 33)),
      'refused',
    ],
    ['not freer by a strip out that the list never counted', [seen({ number: 104 }, 'out', 10), seen({ code: code(1) }, 'in', 20)], 'refused'],
    ['freer by a code out, for the list knows that person by a number', [seen({ code: code(3) }, 'out', 10), seen({ code: code(1) }, 'in', 20)], 'checked_in'],
    ['one by code and by the number learned since', [seen({ code: code(1), number: 103 }, 'in', 10), seen({ number: 103 }, 'out', 20)], 'checked_in'],
  ])('is %s', (_, before, outcome) => {
    expect(judgeAtGate(snapshot, before, { kind: 'scan', code: code(9) }, '2026-02-07T04:45:00.000Z').outcome).toBe(outcome);
  });
});

describe('a device without network', () => {
  const snapshot = snapshotOf({ strips, taken, vectors });
  test.each(vectors)('judges $name', (vector) => expectJudged(snapshot, vector));
  test('says when somebody was seen first', () => {
    const [first] = taken;
    expect(judgeAtGate(snapshot, [], { kind: 'scan', number: numberOf(2) }, noon)).toEqual({
      outcome: 'already',
      number: numberOf(2),
      first: { at: first?.at, gate: first?.gate },
    });
  });
  test('lets nobody into a draft', () => {
    const draft = { ...snapshot, fair: { ...snapshot.fair, status: 'draft' as const } };
    expect(judgeAtGate(draft, [], { kind: 'scan', number: numberOf(1) }, noon)).toMatchObject({ outcome: 'refused', code: 'fair_not_published' });
  });
});
