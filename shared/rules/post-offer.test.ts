import { describe, expect, test } from 'vitest';
import type { Contract } from './job-terms.ts';
import { fiveInsurances } from './job-terms.ts';
import { corpusDay, lawfulPost } from './post-corpus/measure.ts';
import { type Post, postFindings } from './post-findings.ts';
import type { Offer } from './post-offer.ts';

const contract = (over: Partial<Contract> = {}): Contract => ({ kind: 'fixed', months: 24, signer: 'employer', signerName: '', ...over });
const whole: Offer = {
  kind: 'full_time',
  wagePeriod: 'month',
  baseWageFen: 520_000,
  overtimeHours: 24,
  overtimeFen: 107_600,
  payRhythm: 'month',
  shifts: { pattern: 'day', hours: 8, restDays: 1 },
  contract: contract(),
  insurances: fiveInsurances,
  probation: { months: 2, wageFen: 416_000 },
};
const found = (over: Partial<Offer>) =>
  postFindings({ ...lawfulPost, ...whole, ...over } as Post, corpusDay).map(({ field, article }) => `${field} ${article}`);

test('a lawful offer has nothing to mend', () => expect(found({})).toEqual([]));

describe('probation', () => {
  const of = (months: number, over: Partial<Offer> = {}) => found({ probation: { months, wageFen: 520_000 }, ...over });
  test.each([
    [36, 6],
    [35, 2],
    [12, 2],
    [11, 1],
    [3, 1],
    [2, 0],
  ])('of a contract of %i months is %i months at most', (term, most) => {
    expect(of(most, { contract: contract({ months: term }) })).toEqual([]);
    expect(of(most + 1, { contract: contract({ months: term }) })).toEqual(['probation 劳动合同法第19条']);
  });
  test.each([
    ['without an end', contract({ kind: 'open_ended', months: 0 }), 6],
    ['for one task', contract({ kind: 'task', months: 0 }), 0],
  ])('of a contract %s is bounded too', (_, signed, most) => {
    expect(of(most, { contract: signed })).toEqual([]);
    expect(of(most + 1, { contract: signed })).toEqual(['probation 劳动合同法第19条']);
  });
  test('does not exist for part-time work', () =>
    expect(of(1, { kind: 'gig', contract: undefined, payRhythm: 'week', overtimeHours: 0, overtimeFen: 0 })).toEqual(['probation 劳动合同法第70条']));
  test('is paid with four fifths and never under the minimum wage', () => {
    expect(found({ probation: { months: 2, wageFen: 415_900 } })).toEqual(['probation 劳动合同法第20条']);
    expect(found({ baseWageFen: 280_000, overtimeHours: 0, overtimeFen: 0, probation: { months: 2, wageFen: 273_900 } })).toEqual([
      'probation 劳动合同法第20条',
    ]);
  });
});

describe('hours and overtime', () => {
  test.each<[string, Partial<Offer>, string[]]>([
    ['36 hours of overtime may be', { overtimeHours: 36, overtimeFen: 161_400 }, []],
    ['37 may not', { overtimeHours: 37, overtimeFen: 300_000 }, ['overtimeHours 劳动法第41条']],
    ['overtime under one and a half is named', { overtimeFen: 100_000 }, ['overtimeFen 劳动法第44条']],
    ['a shift of 11 hours may be', { shifts: { pattern: 'day', hours: 11, restDays: 2 } }, []],
    ['one of 12 may not', { shifts: { pattern: 'two_shift', hours: 12, restDays: 2 } }, ['shifts 劳动法第36条、第41条']],
    ['a week has a day off', { shifts: { pattern: 'day', hours: 8, restDays: 0 } }, ['shifts 劳动法第38条']],
  ])('%s', (_, over, expected) => expect(found(over)).toEqual(expected));
});

describe('what each kind of work has of its own', () => {
  const none = { overtimeHours: 0, overtimeFen: 0, probation: undefined };
  const gig: Partial<Offer> = {
    ...none,
    kind: 'gig',
    wagePeriod: 'hour',
    baseWageFen: 3_000,
    payRhythm: 'half_month',
    contract: contract({ kind: 'part_time', months: 0 }),
    insurances: ['injury'],
    shifts: { pattern: 'flexible', hours: 4, restDays: 1 },
  };
  const agreement = contract({ kind: 'agreement', months: 6 });
  const taught: Partial<Offer> = { ...none, kind: 'traineeship', contract: agreement, insurances: ['accident'] };
  const internDays = { pattern: 'day' as const, hours: 8, restDays: 2 };
  const intern: Partial<Offer> = { ...taught, kind: 'internship', wagePeriod: 'day', baseWageFen: 12_000, shifts: internDays };
  const internLaw = '职业学校学生实习管理规定（教职成〔2021〕4号）';
  test.each<[string, Partial<Offer>, string[]]>([
    ['a gig by the hour', gig, []],
    ['a gig paid once a month', { ...gig, payRhythm: 'month' }, ['payRhythm 劳动合同法第72条']],
    ['a gig of 28 hours a week', { ...gig, shifts: { pattern: 'day', hours: 4, restDays: 0 } }, ['shifts 劳动合同法第68条']],
    ['a gig without injury insurance', { ...gig, insurances: [] }, ['insurances 劳社部发〔2003〕12号第12条']],
    ['a gig under the hourly minimum', { ...gig, baseWageFen: 2_499 }, ['baseWageFen 上海市最低工资标准（2025年7月1日起）']],
    ['a traineeship', { ...taught, baseWageFen: 200_000 }, []],
    [
      'a traineeship of 13 months',
      { ...taught, contract: { ...agreement, months: 13 } },
      ['contract 人社部等七部门2020年《关于进一步加强就业见习工作的通知》'],
    ],
    ['a traineeship with a labour contract', { ...taught, contract: contract() }, ['contract 人社部等七部门2020年《关于进一步加强就业见习工作的通知》']],
    ['a traineeship without insurance', { ...taught, insurances: [] }, ['insurances 人社部等七部门2020年《关于进一步加强就业见习工作的通知》']],
    ['an internship of 120 yuan a day', intern, []],
    [
      'an internship at night with overtime',
      { ...taught, kind: 'internship', shifts: { pattern: 'night', hours: 8, restDays: 2 }, overtimeHours: 10, overtimeFen: 50_000 },
      ['shifts 职业学校学生实习管理规定（教职成〔2021〕4号）', 'overtimeFen 职业学校学生实习管理规定（教职成〔2021〕4号）'],
    ],
    ['an internship by an agency', { ...intern, onBehalfOf: { unitName: '某厂' } }, [`kind ${internLaw}`]],
    ['an internship by dispatch', { ...intern, contract: { ...agreement, signer: 'dispatch', signerName: '派遣' } }, [`contract ${internLaw}`]],
    ['an internship in a bar', { ...intern, title: '酒吧服务员' }, [`title ${internLaw}`]],
    ['an internship at heights with poison', { ...intern, demands: ['height'], hazards: ['poison'] }, [`hazards ${internLaw}`]],
    ['an internship that bends a lot', { ...intern, demands: ['squatting'] }, []],
    ['an internship of six days', { ...intern, shifts: { pattern: 'day', hours: 8, restDays: 1 } }, [`shifts ${internLaw}`]],
    ['a full job with four insurances', { insurances: ['pension', 'medical', 'unemployment', 'injury'] }, ['insurances 社会保险法第58条、第60条']],
    ['a full job with a mere agreement', { contract: agreement, probation: undefined }, ['contract 劳动合同法第10条']],
    ['a contract of no length', { contract: contract({ months: 0 }), probation: undefined }, ['contract 劳动合同法第17条']],
    ['dispatch by nobody', { contract: contract({ signer: 'dispatch' }) }, ['contract 劳动合同法第8条、第58条']],
    ['dispatch for a year', { contract: contract({ signer: 'dispatch', signerName: '沪滇派遣', months: 12 }) }, ['contract 劳动合同法第58条']],
    ['dispatch for two years', { contract: contract({ signer: 'dispatch', signerName: '沪滇派遣' }) }, []],
    [
      'part-time dispatch',
      { ...gig, contract: contract({ kind: 'part_time', months: 0, signer: 'dispatch', signerName: '派遣' }) },
      ['contract 劳动合同法实施条例第30条'],
    ],
  ])('%s', (_, over, expected) => expect(found(over)).toEqual(expected));
});

test.each([
  ['certificates', { certificates: ['电工证', '限男性'] }],
  ['allowances', { allowances: [{ words: '退押金' }] }],
  ['promotion', { promotion: '做得好当组长，限男性' }],
])('a breach in %s is found', (field, over) => expect(postFindings({ ...lawfulPost, ...over }, corpusDay)).toEqual([expect.objectContaining({ field })]));
