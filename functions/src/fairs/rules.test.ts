import type { Caller, EmployerId, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { describe, expect, test } from 'vitest';
import { aFairForm, anEmployer } from '../../../tests/support/builders.ts';
import { addBooth, boothOf, createFair } from './rules.ts';

const today = '2026-02-07';
const organizer: Caller = { workerId: 'worker000001' as WorkerId, role: 'organizer', scope: '530324' };
const fair = createFair(aFairForm(), 'fair00001' as FairId, organizer);
const employerOf = (n: number) =>
  anEmployer({ name: `第${n}家公司`, shortName: `第${n}家`, employerId: `employer${String(n).padStart(4, '0')}` as EmployerId });
const boothNo = (no: number): Booth => boothOf(fair.fairId, no, `A${no}`, employerOf(no), []);

describe('another booth', () => {
  test('comes after the highest number, so that a printed code never means two booths', () => {
    expect(addBooth(fair, [boothNo(1), boothNo(7)], employerOf(9), 'B01', [], organizer, today)).toMatchObject({ boothNo: 8, openings: [] });
  });
  test('fits up to the highest number of a booth, and no longer', () => {
    expect(addBooth(fair, [boothNo(4094)], employerOf(9), 'B01', [], organizer, today).boothNo).toBe(4095);
    expect(() => addBooth(fair, [boothNo(4095)], employerOf(9), 'B01', [], organizer, today)).toThrow('booths_full');
  });
});
