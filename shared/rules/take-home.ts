import { dayAfter, daysBetween } from './china-day.ts';
import type { PayRhythm } from './job-terms.ts';
import { type mealKinds, monthHours, type Pay, takeHomeFen } from './jobs.ts';

/** What of an opening decides how one gets through the first month. */
export interface Living extends Pay {
  payRhythm: PayRhythm;
  payDay: number;
  hasDorm: boolean;
  meals: (typeof mealKinds)[number];
}

/** What the person reckons with; everything may be changed. Integer 分. */
export interface OwnCosts {
  /** China day of the first day of work. */
  startOn: string;
  /** Getting there, once. */
  travelFen: number;
  /** Three meals of a day where none is given. */
  mealDayFen: number;
  /** A room of a month where no bed is given. */
  rentFen: number;
  /** Bedding, soap, telephone, once. */
  thingsFen: number;
}

/** What somebody brings who names nothing. */
export const usualCosts: Omit<OwnCosts, 'startOn'> = { travelFen: 30_000, mealDayFen: 3_000, rentFen: 80_000, thingsFen: 20_000 };

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));
const two = (count: number): string => String(count).padStart(2, '0');
const daysInMonth = (year: number, month: number): number =>
  daysBetween(`${year}-${two(month)}-01`, `${month === 12 ? year + 1 : year}-${two((month % 12) + 1)}-01`);

/** The pay of a month comes on the pay day of the next; a month too short for that day pays on its last. */
function nextMonthsPayDay(startOn: string, payDay: number): string {
  const month = (monthOf(startOn) % 12) + 1;
  const year = month === 1 ? yearOf(startOn) + 1 : yearOf(startOn);
  return `${year}-${two(month)}-${two(Math.min(payDay, daysInMonth(year, month)))}`;
}

const waits = { day: 1, week: 7, half_month: 15 } as const;

/** When the first money comes. 〔工资支付暂行规定 §7：至少每月一次，按约定的日子〕 */
export const firstPayOn = (startOn: string, { payRhythm, payDay }: Pick<Living, 'payRhythm' | 'payDay'>): string =>
  payRhythm === 'month' ? nextMonthsPayDay(startOn, payDay) : dayAfter(startOn, waits[payRhythm]);

const monthDaysMeant = 30;

/** What the first pay is about: the part of a month that was worked till its end, or the few days of a shorter rhythm. */
function firstPayFen(job: Living, startOn: string): number {
  const whole = takeHomeFen(job);
  if (job.payRhythm !== 'month') return Math.round((whole * waits[job.payRhythm]) / monthDaysMeant);
  const days = daysInMonth(yearOf(startOn), monthOf(startOn));
  return Math.round((whole * (days - Number(startOn.slice(8, 10)) + 1)) / days);
}

/** Of three meals a day, how many one pays oneself. */
const ownMeals = { none: 3, allowance: 3, one: 2, two: 1, three: 0 } as const;

export interface NeedLine {
  what: string;
  fen: number;
}

/** What one must have until the first pay. A deposit is none of it: nobody may take one. 〔劳动合同法 §9〕 */
function needLines(job: Living, costs: OwnCosts, days: number): NeedLine[] {
  const meals = ownMeals[job.meals];
  const months = Math.max(1, Math.ceil(days / monthDaysMeant));
  return [
    { what: '路费', fen: costs.travelFen },
    { what: meals ? `自己吃 ${days} 天` : '吃，单位包', fen: Math.round((costs.mealDayFen * meals * days) / 3) },
    { what: job.hasDorm ? '住，单位包' : `租房 ${months} 个月`, fen: job.hasDorm ? 0 : costs.rentFen * months },
    { what: '被褥和日用', fen: costs.thingsFen },
    { what: '押金（谁都不许收）', fen: 0 },
  ];
}

export interface Reckoning {
  takeHomeFen: number;
  /** What is left of an hour, overtime hours counted in. */
  hourFen: number;
  needs: NeedLine[];
  needFen: number;
  firstPayOn: string;
  /** Days from the first day of work until the first pay. */
  days: number;
  firstPayFen: number;
}

/** What one takes home in a usual month, and what one needs until the first pay. */
export function reckon(job: Living, costs: OwnCosts): Reckoning {
  const on = firstPayOn(costs.startOn, job);
  const days = Math.max(0, daysBetween(costs.startOn, on));
  const needs = needLines(job, costs, days);
  const left = takeHomeFen(job);
  return {
    takeHomeFen: left,
    hourFen: Math.round(left / hoursOf(job)),
    needs,
    needFen: needs.reduce((sum, { fen }) => sum + fen, 0),
    firstPayOn: on,
    days,
    firstPayFen: firstPayFen(job, costs.startOn),
  };
}

function hoursOf({ wagePeriod, usualDays, shifts, overtimeHours = 0 }: Living): number {
  const isShort = usualDays !== undefined && wagePeriod !== 'month' && wagePeriod !== 'piece';
  return (isShort ? usualDays * (shifts?.hours ?? 8) : monthHours) + overtimeHours;
}
