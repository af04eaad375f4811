import type { HubOutcome } from '@shanhai/shared/contract/hub.ts';
import { describe, expect, test } from 'vitest';
import { judgeTold, type Knowledge, type Said } from './judge.ts';
import { figuresOf, type Heard, hear, nothingHeard, waitingIn } from './told.ts';

const now = '2026-02-07T04:00:00.000Z';
const fairId = 'f8Zk3_q0-';
const code = (n: number): string => `P1visitor${String(n).padStart(4, '0')}${'x'.repeat(19)}`;
const fair = { fairId, status: 'published' as const, opensAt: '2026-02-07T01:00:00.000Z', closesAt: '2026-02-07T08:00:00.000Z' };
let sequence = 0;
const stamp = (at = now) => ({ nonce: `nonce-${String(++sequence).padStart(6, '0')}`, happenedAt: at });
const scan = (n: number, gate = '东门', at = now) => ({ kind: 'scan' as const, gate, code: code(n), ...stamp(at) });
const strip = (number: number, at = now) => ({ kind: 'scan' as const, gate: '东门', number, ...stamp(at) });
const walkIn = (number: number, at = now) => ({ kind: 'sealed_walk_in' as const, gate: '东门', number, sealed: 's1.abcdefghijklmnopqrst', ...stamp(at) });

/** A hub in memory: the same that the book does with its file. */
function aHub(over: Partial<Knowledge['snapshot']['fair']> = {}, taken: Knowledge['snapshot']['taken'] = []) {
  const heard: Heard = nothingHeard();
  const snapshot = { fair: { ...fair, ...over }, strips: [{ from: 100, to: 199 }], taken };
  function say(action: object, { from = 'device-east', isAsked = true, isSent = false }: Partial<Said> = {}): HubOutcome {
    const list = { ...snapshot, taken: snapshot.taken.filter((one) => !heard.gone.has(one.number)) };
    const { answer, kept } = judgeTold(action, { from, isAsked, isSent, now }, { snapshot: list, seen: heard.seen });
    if (kept) hear(heard, { line: 'told', from, action: kept, answer, heardAt: now, request: '', ...(isSent ? { isSent } : {}) });
    return answer;
  }
  return { heard, say };
}

describe('whoever stands at a gate', () => {
  test('is let in once, and the second gate is told where and when', () => {
    const { say, heard } = aHub();
    expect(say(scan(1))).toMatchObject({ outcome: 'done' });
    expect(say(scan(1, '西门'), { from: 'device-west' })).toMatchObject({ outcome: 'already', first: { at: now, gate: '东门' } });
    expect(waitingIn(heard)).toHaveLength(1);
  });

  test('with a strip is known by its number, and one strip is registered once', () => {
    const { say } = aHub({}, [{ number: 150, at: now, gate: '东门' }]);
    expect(say(strip(150))).toMatchObject({ outcome: 'already', first: { gate: '东门' } });
    expect(say(strip(101))).toMatchObject({ outcome: 'done', flags: ['unknown_number'] });
    expect(say(walkIn(101))).toMatchObject({ outcome: 'done', number: 101 });
    expect(say(walkIn(101), { from: 'device-west' })).toMatchObject({ outcome: 'refused', problem: { code: 'number_taken' } });
    expect(say(strip(300))).toMatchObject({ outcome: 'refused', problem: { code: 'number_unknown' } });
  });

  test('waits when the hall is full, over all gates; what a gate did alone is a fact all the same', () => {
    const { say, heard } = aHub({ capacity: 2 });
    say(scan(1));
    say(scan(2), { from: 'device-west' });
    expect(say(scan(3))).toMatchObject({ outcome: 'refused', problem: { code: 'capacity_reached' } });
    expect(say(scan(4), { isAsked: false })).toMatchObject({ outcome: 'done', flags: ['over_capacity'] });
    expect(say({ ...scan(5), override: '老人' })).toMatchObject({ outcome: 'done' });
    expect(figuresOf(heard)).toMatchObject({ told: 4, waiting: 3, leftToGate: 1 });
  });

  test('with the code of another fair, a forged text or an impossible time is refused and leaves nothing behind', () => {
    const { say, heard } = aHub();
    const other = `N1otherfair${'A'.repeat(21)}`;
    expect(say({ ...scan(1), code: other })).toMatchObject({ problem: { code: 'wrong_fair' } });
    expect(say({ ...scan(1), code: 'nothing' })).toMatchObject({ problem: { code: 'code_forged' } });
    expect(say(scan(1, '东门', '2026-02-07T04:11:00.000Z'))).toMatchObject({ problem: { code: 'clock_off' } });
    expect(heard.told.size).toBe(0);
  });
});

test('a name that can be read is refused, whoever sends it', () => {
  const { say, heard } = aHub();
  const open = { kind: 'walk_in', gate: '东门', number: 101, name: '岩温香', trades: [], agreed: true, ...stamp() };
  for (const isAsked of [true, false]) expect(say(open, { isAsked })).toMatchObject({ outcome: 'refused', problem: { code: 'invalid_input' } });
  expect(heard.told.size).toBe(0);
});

describe('what happened already', () => {
  test('is kept whatever is known, and the earlier moment is the first', () => {
    const { say, heard } = aHub();
    say(scan(1));
    expect(say(scan(1, '西门', '2026-02-07T03:50:00.000Z'), { from: 'device-west', isAsked: false })).toMatchObject({ outcome: 'already' });
    expect(say(scan(1))).toMatchObject({ first: { at: '2026-02-07T03:50:00.000Z', gate: '西门' } });
    expect(waitingIn(heard).map((one) => one.from)).toEqual(['device-west', 'device-east']);
  });

  test('with the server is known here and not sent again, by code and by number', () => {
    const { say, heard } = aHub();
    say({ ...scan(1), number: 17 }, { isAsked: false, isSent: true });
    expect(say(scan(1), { from: 'device-west' })).toMatchObject({ outcome: 'already', number: 17 });
    expect(say(strip(17), { from: 'device-west' })).toMatchObject({ outcome: 'already' });
    expect(waitingIn(heard)).toEqual([]);
  });

  test('is taken back by the device that did it, within 15 minutes, and the person may come in anew', () => {
    const { say } = aHub();
    const first = scan(1, '东门', '2026-02-07T03:50:00.000Z');
    say(first);
    expect(say({ kind: 'undo', of: first.nonce, ...stamp() }, { from: 'device-west' })).toMatchObject({ problem: { code: 'undo_other_device' } });
    expect(say({ kind: 'undo', of: first.nonce, ...stamp('2026-02-07T04:06:00.000Z') })).toMatchObject({ problem: { code: 'undo_too_late' } });
    expect(say({ kind: 'undo', of: first.nonce, ...stamp() })).toMatchObject({ outcome: 'done' });
    expect(say(scan(1, '西门'), { from: 'device-west' })).toMatchObject({ outcome: 'done' });
  });

  test('gets its number from the server, and is found by it from then on', () => {
    const { say, heard } = aHub();
    const first = scan(1);
    say(first);
    hear(heard, { line: 'sent', items: [{ nonce: first.nonce, outcome: 'done', number: 23 }] });
    expect(say(strip(23))).toMatchObject({ outcome: 'already', first: { at: now } });
    expect(waitingIn(heard)).toEqual([]);
  });
});
