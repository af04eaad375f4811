import { describe, expect, test } from 'vitest';
import { afterErasure, peopleAbout } from './about-erased.ts';

const isErased = (id: unknown): boolean => id === 'gone';
const after = (kind: string, item: Record<string, unknown>) => afterErasure(kind, item, isErased);

describe('what others wrote about somebody who is erased', () => {
  test('goes where it is a record of theirs, whichever of two they were', () => {
    expect([after('conflict', { workerId: 'gone' }), after('merge', { survivor: 'here', other: 'gone' }), after('settled', { workerId: 'here' })]).toEqual([
      'goes',
      'goes',
      'stays',
    ]);
  });
  test('loses the reason of a recommendation, once', () => {
    expect(after('override', { workerId: 'gone', reason: '她肯干' })).toEqual({ set: { reason: '已注销' } });
    expect(after('override', { workerId: 'gone', reason: '已注销' })).toBe('stays');
  });
  test('loses a note that was held back, unless it is meant for others too', () => {
    expect(after('contentCase', { to: [{ workerId: 'gone' }], texts: ['明天来'] })).toEqual({ set: { texts: ['已注销'] }, remove: ['to'] });
    expect(after('contentCase', { to: [{ workerId: 'gone' }, { workerId: 'here' }] })).toBe('stays');
    expect(after('contentCase', { texts: ['岗位'] })).toBe('stays');
  });
  test('loses number and words in an allocation, and the others stay as they are', () => {
    const here = { workerId: 'here', number: 7, fit: 90, reasons: ['包住'], changedWhy: '会焊' };
    const rows = [here, { workerId: 'gone', number: 8, fit: 80, reasons: ['包住'], jobId: 'job', changedWhy: '孩子小' }];
    const bare = { workerId: 'gone', fit: 80, reasons: [], jobId: 'job', changedWhy: '已注销' };
    expect(after('allocationRows', { rows })).toEqual({ set: { rows: [here, bare] } });
    expect(after('allocationRows', { rows: [here, bare] })).toBe('stays');
  });
  test('is looked for in no other kind', () => expect(peopleAbout('checkIn', { workerId: 'gone' })).toEqual([]));
});
