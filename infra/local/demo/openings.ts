import { Job } from '@shanhai/shared/contract/jobs.ts';
import { atChinaTime, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { fiveInsurances } from '@shanhai/shared/rules/job-terms.ts';
import { monthHours } from '@shanhai/shared/rules/jobs.ts';
import { bookings } from './bookings.ts';
import type { EmployerRow, OpeningRow } from './employer-row.ts';
import { clientOf, employerIdOf, hiringRows } from './employers.ts';
import { fairRows } from './fair-rows.ts';
import { idOf, numberOf, pickOf } from './keyed.ts';
import { awayLiving, nearLiving } from './living.ts';
import type { Work } from './work.ts';
import { workKinds } from './work-kinds.ts';

/** The id of an employer's nth opening, counted from 0. */
export const jobIdOf = (short: string, n: number): string => idOf(`job/${short}/${n}`, 12);

const isAway = (region: string): boolean => region.startsWith('31') || region.startsWith('33') || region === '530100';
/** What a worker pays of social insurance in a month, in yuan, on the lowest base; of the look in 上海, about that elsewhere. */
const ownInsurance = (region: string): number => (region.startsWith('31') ? 783 : region.startsWith('33') ? 480 : 430);
/** Usual overtime of a month; never above the 36 hours that the law allows. 〔劳动法 §41〕 */
const overtimeHours = [0, 12, 18, 24, 28, 32, 36] as const;

const allowanceNames = ['全勤奖', '岗位津贴', '餐补', '夜班津贴'] as const;

function livingOf(row: EmployerRow) {
  const from = isAway(row.region) ? awayLiving : nearLiving;
  const [meals, taste] = row.canteen ?? pickOf(from.canteens, `canteen/${row.short}`);
  const dorm = row.dorm ?? pickOf(from.dorms, `dorm/${row.short}`);
  return {
    hasDorm: dorm !== '',
    dorm,
    meals,
    taste,
    benefits: row.benefits ?? pickOf(from.benefits, `benefits/${row.short}`),
    place: pickOf(from.places, `place/${row.short}`),
  };
}

function payOf(row: EmployerRow, [work, , baseYuan, more]: OpeningRow, hasDorm: boolean) {
  const hours = pickOf(overtimeHours, `overtime/${row.short}/${work}`);
  const byHours = Math.round(((baseYuan / monthHours) * 1.5 * hours) / 10) * 10;
  const allowance = row.pay?.[0] ?? numberOf(`allowance/${row.short}`, 5) * 100;
  const lodging = hasDorm ? numberOf(`lodging/${row.short}`, 5) * 50 : 0;
  const taken = row.pay?.[1] ?? ownInsurance(row.region) + lodging;
  const insurance = Math.min(taken, ownInsurance(row.region));
  return {
    wagePeriod: more?.paidByHour ? ('hour' as const) : ('month' as const),
    baseWageFen: baseYuan * 100,
    overtimeFen: (more?.overtimeYuan ?? byHours) * 100,
    overtimeHours: more?.overtimeYuan === undefined ? hours : 0,
    allowanceFen: allowance * 100,
    allowances: allowance ? [{ words: pickOf(allowanceNames, `allowance-name/${row.short}`), fen: allowance * 100 }] : [],
    deductionFen: taken * 100,
    deductions: { dormFen: (taken - insurance) * 100, mealsFen: 0, insuranceFen: insurance * 100 },
    payDay: row.short === '月汀钢构' ? 15 : pickOf([5, 8, 10, 15, 20, 25], `pay-day/${row.short}`),
  };
}

const twoYears = { kind: 'fixed', months: 24, signer: 'employer', signerName: '' } as const;

/** What is signed and insured: a day hand works part-time and is paid by the half month, everybody else has a contract and all five. */
function termsOf([kind, , , more]: OpeningRow) {
  if (kind === 'dayHand' && more?.paidByHour)
    return { kind: 'gig' as const, payRhythm: 'half_month' as const, contract: { ...twoYears, kind: 'part_time' as const, months: 0 }, insurances: ['injury'] };
  return { contract: twoYears, insurances: [...fiveInsurances] };
}

function wordsOf(row: EmployerRow, [kind, , , more]: OpeningRow, place: string) {
  const work: Work = workKinds[kind];
  const wording = more?.wording ?? (numberOf(`wording/${row.short}/${kind}`, 2) === 0 ? 0 : 1);
  return {
    title: more?.title ?? work.titles[wording],
    trade: work.trade,
    requirements: work.requirements[wording],
    duties: [more?.duties ?? work.duties[wording], place].filter(Boolean).join('。'),
    training: work.training,
    shift: work.shift,
  };
}

/** The day before which an employer wrote its openings: its first fair, or today. */
function neededOn(short: string, todayOn: string): string {
  const days = fairRows.flatMap((fair) => ('on' in fair.time && bookings[fair.key]?.some((b) => b.short === short) ? [fair.time.on] : []));
  return [todayOn, ...days].sort()[0] ?? todayOn;
}

function openingOf(row: EmployerRow, n: number, opening: OpeningRow, todayOn: string): Job {
  const { place, ...living } = livingOf(row);
  const expiresOn = dayAfter(todayOn, 60 + numberOf(`expiry/${row.short}/${n}`, 31));
  return Job.parse({
    ...wordsOf(row, opening, place),
    ...payOf(row, opening, living.hasDorm),
    ...termsOf(opening),
    ...living,
    jobId: jobIdOf(row.short, n),
    employerId: employerIdOf(row.short),
    headcount: opening[1],
    workRegion: row.region,
    workAddress: row.at,
    expiresOn,
    ...(row.agency ? { onBehalfOf: { ...clientOf(row), authorisedUntilOn: dayAfter(expiresOn, 30) } } : {}),
    status: 'open',
    createdAt: atChinaTime(
      dayAfter(neededOn(row.short, todayOn), -3 - numberOf(`created/${row.short}/${n}`, 9)),
      `${8 + (n % 9)}:${String(numberOf(`minute/${row.short}/${n}`, 60)).padStart(2, '0')}`,
    ),
    demo: true,
    version: 1,
  });
}

/** Every opening of the demo employers, all open and lawful on a China day. */
export function demoJobs(todayOn: string): Job[] {
  return hiringRows.flatMap((row) => row.openings.map((opening, n) => openingOf(row, n, opening, todayOn)));
}
