import { describe, expect, test } from 'vitest';
import { type Change, movesOf, newcomerOf } from './moves.ts';

const fairId = 'fair00001';
const workerId = 'worker000001';
const at = '2026-02-07T04:10:00.000Z';
const checkIn = (over = {}) => ({ pk: `W#${workerId}`, sk: `C#${fairId}`, fairId, workerId, number: 12, at, gate: '东门', ...over });
const card = (over = {}) => ({
  pk: `W#${workerId}`,
  sk: `K#${fairId}#0003`,
  fairId,
  boothNo: 3,
  workerId,
  number: 12,
  leftAt: at,
  jobId: 'job000000001',
  ...over,
});
const deltasOf = (change: Change) => movesOf(change).map((m) => m.deltas);

describe('a check-in', () => {
  test('counts one present, at its gate, in its half hour', () => {
    const [move] = movesOf({ after: checkIn() });
    expect(move).toMatchObject({ fairId, row: { pk: `R#${fairId}`, sk: 'N#0012' }, set: { workerId, number: 12, gate: '东门' } });
    expect(move?.from).toBeUndefined();
    expect(move?.deltas).toEqual({ present: 1, 'g:东门': 1, 'h:12:00:东门': 1 });
  });
  test('counts at its town, or at its county where no town is told', () => {
    expect(deltasOf({ after: checkIn({ home: { regionCode: '530324', town: '富乐镇' } }) })[0]).toMatchObject({ 'o:富乐镇': 1 });
    expect(deltasOf({ after: checkIn({ home: { regionCode: '530324' } }) })[0]).toMatchObject({ 'o:530324': 1 });
  });
  test('that tells its home later moves only the home', () => {
    expect(deltasOf({ before: checkIn(), after: checkIn({ home: { regionCode: '530324', town: '富乐镇' } }) })).toEqual([{ 'o:富乐镇': 1 }]);
  });
  test('that changes its home moves one from the old to the new', () => {
    const [before, after] = ['富乐镇', '板桥镇'].map((town) => checkIn({ home: { regionCode: '530324', town } }));
    expect(deltasOf({ before, after })).toEqual([{ 'o:富乐镇': -1, 'o:板桥镇': 1 }]);
  });
  test('taken back takes everything back and its row goes', () => {
    const [move] = movesOf({ before: checkIn() });
    expect(move?.to).toBeUndefined();
    expect(move?.deltas).toEqual({ present: -1, 'g:东门': -1, 'h:12:00:东门': -1 });
  });
  test('that turns out to have been earlier moves to the earlier half hour and gate', () => {
    const earlier = checkIn({ at: '2026-02-07T03:20:00.000Z', gate: '西门', arrivedAt: at, flags: ['outside_hours'] });
    const [move] = movesOf({ before: checkIn(), after: earlier });
    expect(move?.deltas).toEqual({ 'g:东门': -1, 'h:12:00:东门': -1, 'g:西门': 1, 'h:11:00:西门': 1 });
    expect(move?.set).toMatchObject({ gate: '西门', arrivedAt: at, flags: ['outside_hours'] });
  });
  test('counts each mark of what it rests on, and moves when the gate confirms', () => {
    const before = checkIn({ evidence: { by: 'rotating', step: 5, match: 'fresh', place: 'within', gate: 'waiting' } });
    const after = checkIn({ evidence: { by: 'rotating', step: 5, match: 'fresh', place: 'within', gate: 'confirmed' } });
    expect(deltasOf({ after: before })[0]).toMatchObject({ present: 1, 'e:rotating': 1, 'e:within': 1, 'e:waiting': 1 });
    expect(deltasOf({ before, after })).toEqual([{ 'e:waiting': -1, 'e:confirmed': 1 }]);
  });
  test('touched without a counted change moves nothing', () => expect(movesOf({ before: checkIn(), after: checkIn({ nonce: 'x' }) })).toEqual([]));
  test('leaves from the very state it came to', () => {
    expect(movesOf({ before: checkIn() })[0]?.from).toBe(movesOf({ after: checkIn() })[0]?.to);
  });
});

describe('a card', () => {
  const row = { pk: `V#${fairId}#0003`, sk: `W#${workerId}` };
  test('counts at its booth', () => expect(movesOf({ after: card() })[0]).toMatchObject({ row, deltas: { 'k:3': 1 } }));
  test('answered counts the answer', () => expect(deltasOf({ before: card(), after: card({ answer: 'want' }) })).toEqual([{ 'a:3:want': 1 }]));
  test('answered otherwise moves from one answer to the other', () => {
    expect(deltasOf({ before: card({ answer: 'talk' }), after: card({ answer: 'no' }) })).toEqual([{ 'a:3:talk': -1, 'a:3:no': 1 }]);
  });
  test('accepted fills one head of its opening', () => {
    expect(deltasOf({ before: card({ answer: 'want' }), after: card({ answer: 'want', reply: 'accepted' }) })).toEqual([{ 'y:3': 1, 'j:job000000001': 1 }]);
  });
  test('declined fills none', () => expect(deltasOf({ before: card({ answer: 'want' }), after: card({ answer: 'want', reply: 'declined' }) })).toEqual([{}]));
  test('withdrawn takes everything back but keeps its row', () => {
    const [move] = movesOf({ before: card({ answer: 'want', reply: 'accepted' }), after: card({ answer: 'want', reply: 'accepted', withdrawnAt: at }) });
    expect(move?.deltas).toEqual({ 'k:3': -1, 'a:3:want': -1, 'y:3': -1, 'j:job000000001': -1 });
    expect(move?.to).toBeDefined();
  });
  test('with only another note moves nothing', () => expect(movesOf({ before: card(), after: card({ note: '带证件' }) })).toEqual([]));
});

describe('other items', () => {
  test('a refusal counts once, when it is written', () => {
    const refusal = { pk: `F#${fairId}`, sk: `X#${at}#abc`, fairId, code: 'fair_over' };
    expect(movesOf({ after: refusal })).toMatchObject([{ deltas: { refused: 1 }, to: 'counted' }]);
    expect(movesOf({ before: refusal, after: refusal })).toEqual([]);
    expect(movesOf({ before: refusal })).toEqual([]);
  });
  test.each([
    { pk: `F#${fairId}`, sk: 'META' },
    { pk: `W#${workerId}`, sk: 'P' },
    { pk: `R#${fairId}`, sk: 'N#0012' },
    { pk: `F#${fairId}`, sk: 'LIVE#0' },
  ])('%j moves nothing', (after) => {
    expect(movesOf({ after })).toEqual([]);
  });
  test('a check-in that is no check-in is an error', () => expect(() => movesOf({ after: checkIn({ number: 0 }) })).toThrow());
});

describe('whom the gate learns by name', () => {
  const profile = { pk: `W#${workerId}`, sk: 'P', name: '杨桂兰' };
  test('is somebody who just came', () => {
    expect(newcomerOf({ after: checkIn() })).toBe(workerId);
    expect(newcomerOf({ before: checkIn(), after: checkIn({ home: { regionCode: '530324' } }) })).toBeUndefined();
  });
  test('is somebody whose name or phone changed', () => {
    expect(newcomerOf({ after: profile })).toBe(workerId);
    expect(newcomerOf({ before: profile, after: { ...profile, phone: '12066600001' } })).toBe(workerId);
    expect(newcomerOf({ before: profile, after: { ...profile, wish: {} } })).toBeUndefined();
  });
  test('is nobody when something is deleted', () => {
    expect(newcomerOf({ before: checkIn() })).toBeUndefined();
    expect(newcomerOf({ before: profile })).toBeUndefined();
  });
});
