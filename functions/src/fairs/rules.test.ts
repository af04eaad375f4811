import type { Caller, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { describe, expect, test } from 'vitest';
import { addBooth, boothOf, createFair } from './rules.ts';

const today = '2026-02-07';
const organizer: Caller = { workerId: 'worker000001' as WorkerId, role: 'organizer', scope: '530324' };
const fair = createFair(
  {
    title: '春风送岗',
    subtitle: '',
    kind: 'onsite',
    campaign: 'spring_breeze',
    hostRegion: '530324',
    place: '富乐镇桃源集市',
    opensAt: '2026-02-07T01:00:00.000Z',
    closesAt: '2026-02-07T07:00:00.000Z',
    expectedAttendance: 800,
    policePermitNo: '',
    plans: {},
    gates: ['东门'],
    homeTowns: [],
    helpDesks: [],
  },
  'fair00001' as FairId,
  organizer,
);
const employerOf = (n: number) =>
  Employer.parse({
    name: `第${n}家公司`,
    shortName: `第${n}家`,
    kind: 'own_hiring',
    creditCode: '91350100M000100Y43',
    regionCode: '310113',
    address: '月浦镇',
    industry: '制造业',
    licenceAddress: '月浦镇',
    licenceUntilOn: 'long_term',
    agentName: '周敏',
    agentPhone: '12066600006',
    authorisedUntilOn: '2026-12-31',
    employerId: `employer${String(n).padStart(4, '0')}`,
    status: 'verified',
    submittedAt: fair.opensAt,
    verifiedOn: today,
    version: 1,
  });
const boothNo = (no: number): Booth => boothOf(fair.fairId, no, `A${no}`, employerOf(no), []);

describe('another booth', () => {
  test('comes after the highest number, so that a printed code never means two booths', () => {
    expect(addBooth(fair, [boothNo(1), boothNo(7)], employerOf(9), 'B01', [], organizer, today)).toMatchObject({ boothNo: 8, openings: [] });
  });
  test('fits while a code can carry its number, and no longer', () => {
    expect(addBooth(fair, [boothNo(4094)], employerOf(9), 'B01', [], organizer, today).boothNo).toBe(4095);
    expect(() => addBooth(fair, [boothNo(4095)], employerOf(9), 'B01', [], organizer, today)).toThrow('booths_full');
  });
});
