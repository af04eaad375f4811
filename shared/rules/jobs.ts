import { yuan } from './fen.ts';

export const jobStatuses = ['draft', 'open', 'paused', 'closed'] as const;
export type JobStatus = (typeof jobStatuses)[number];
export const jobStatusWords: Record<JobStatus, string> = { draft: '草稿', open: '在招', paused: '停着', closed: '已关' };

type Stated = { status: JobStatus };
const can =
  (states: readonly JobStatus[]) =>
  (job: Stated): boolean =>
    states.includes(job.status);
export const jobCan = {
  change: can(['draft', 'open', 'paused']),
  publish: can(['draft', 'paused']),
  pause: can(['open']),
  close: can(['draft', 'open', 'paused']),
};

export const closeReasons = ['filled', 'no_longer_needed', 'mistake'] as const;
/** The last one is an officer's: the opening is hidden from everybody. */
export const closedFor = [...closeReasons, 'taken_down'] as const;
export const closeReasonWords: Record<(typeof closedFor)[number], string> = {
  filled: '招满了',
  no_longer_needed: '不招了',
  mistake: '发错了',
  taken_down: '被举报，查实撤下',
};

export const wagePeriods = ['month', 'day', 'hour', 'piece'] as const;
export type WagePeriod = (typeof wagePeriods)[number];
export const wagePeriodWords: Record<WagePeriod, string> = { month: '按月', day: '按天', hour: '按小时', piece: '计件' };
export const mealKinds = ['none', 'one', 'two', 'three', 'allowance'] as const;
export const mealWords: Record<(typeof mealKinds)[number], string> = { none: '不包吃', one: '包一餐', two: '包两餐', three: '包三餐', allowance: '有餐补' };

/** Whose an opening is, in words: whoever hires for others says for whom. 〔五部门通知 2025-12-25：转发写明来源〕 */
export const hirerWords = (employer: string, clientName: string | undefined): string => (clientName ? `由${employer}代招，用人单位：${clientName}` : employer);

/** Heads an opening still seeks, at whatever place the others were taken. */
export const remainingOf = ({ headcount, filled = 0 }: { headcount: number; filled?: number | undefined }): number => Math.max(0, headcount - filled);

/** Working hours and paid days of a month by the statutory reckoning. 〔劳社部发〔2008〕3号〕 */
export const monthHours = 174;
export const monthDays = 21.75;

export interface Piece {
  /** What is counted: `件`, `条`, `斤`. */
  unit: string;
  rateFen: number;
  /** Usual pieces of a month. */
  pieces: number;
}

/** What is taken off in a month, line by line. */
export interface Deductions {
  dormFen: number;
  mealsFen: number;
  /** The own share of social insurance. */
  insuranceFen: number;
}

/** Pay as it is really paid. Old posts know only the totals of what comes on top and of what is taken off. */
export interface Pay {
  wagePeriod: WagePeriod;
  /** Of a month, a day or an hour; with piece wages what is sure in a month, may be nothing. */
  baseWageFen: number;
  /** Usual overtime pay of a month. */
  overtimeFen: number;
  overtimeHours?: number | undefined;
  /** All allowances together. */
  allowanceFen: number;
  allowances?: readonly { words: string; fen: number }[] | undefined;
  /** What is taken off: dorm, water and power, meals, the own share of social insurance. */
  deductionFen: number;
  deductions?: Deductions | undefined;
  piece?: Piece | undefined;
  /** Days worked in a usual month, where pay goes by the day or the hour and it is no full month. */
  usualDays?: number | undefined;
  shifts?: { hours: number } | undefined;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
const usualShiftHours = 8;

/** Allowances and deductions named line by line make the totals. */
export function sumsOf({ allowances = [], deductions, allowanceFen, deductionFen }: Pick<Pay, 'allowances' | 'deductions' | 'allowanceFen' | 'deductionFen'>) {
  return {
    allowanceFen: allowances.length ? sum(allowances.map(({ fen }) => fen)) : allowanceFen,
    deductionFen: deductions ? sum(Object.values(deductions)) : deductionFen,
  };
}

const hoursOf = ({ usualDays, shifts }: Pay): number => (usualDays ? usualDays * (shifts?.hours ?? usualShiftHours) : monthHours);

/** What is left of base pay in a usual month, and how it is reckoned. */
function basePart(pay: Pay): PayPart {
  const { wagePeriod, baseWageFen, usualDays = monthDays } = pay;
  if (wagePeriod === 'hour') return { what: `每小时 ${yuan(baseWageFen)} 元，按 ${hoursOf(pay)} 小时`, fen: baseWageFen * hoursOf(pay) };
  if (wagePeriod === 'day') return { what: `每天 ${yuan(baseWageFen)} 元，按 ${usualDays} 天`, fen: Math.round(baseWageFen * usualDays) };
  return { what: wagePeriod === 'piece' ? '保底工资' : '基本工资', fen: baseWageFen };
}

const usualOvertime = 1.5;

/** The least that so many hours of overtime on working days bring, in whole yuan. 〔劳动法 §44：百分之一百五十〕 */
export function leastOvertimeFen({ wagePeriod, baseWageFen }: Pick<Pay, 'wagePeriod' | 'baseWageFen'>, hours: number): number {
  const hourFen = { month: baseWageFen / monthHours, day: baseWageFen / usualShiftHours, hour: baseWageFen, piece: baseWageFen / monthHours }[wagePeriod];
  return Math.ceil((hourFen * usualOvertime * hours) / 100) * 100;
}

export interface PayPart {
  what: string;
  /** Negative when it is taken off. */
  fen: number;
}

const pieceParts = ({ piece }: Pay): PayPart[] =>
  piece ? [{ what: `计件：每${piece.unit} ${yuan(piece.rateFen)} 元，按 ${piece.pieces} ${piece.unit}`, fen: piece.rateFen * piece.pieces }] : [];

function deductionParts(pay: Pay): PayPart[] {
  if (!pay.deductions) return [{ what: '要扣的（食宿、社保等）', fen: -pay.deductionFen }];
  const { dormFen, mealsFen, insuranceFen } = pay.deductions;
  return [
    { what: '住宿水电', fen: -dormFen },
    { what: '伙食', fen: -mealsFen },
    { what: '社保（自己交的）', fen: -insuranceFen },
  ];
}

/** The lines of a usual month that add up to what one takes home; what is nothing is left out. */
export function payParts(pay: Pay): PayPart[] {
  const { overtimeFen, overtimeHours, allowances = [], allowanceFen } = pay;
  const more: PayPart[] = [
    ...pieceParts(pay),
    { what: overtimeHours ? `平常加班 ${overtimeHours} 小时` : '平常加班', fen: overtimeFen },
    ...(allowances.length ? allowances.map(({ words, fen }) => ({ what: words, fen })) : [{ what: '补贴', fen: allowanceFen }]),
    ...deductionParts(pay),
  ];
  return [basePart(pay), ...more].filter(({ fen }) => fen !== 0);
}

/** What one takes home in a usual month: base and what comes on top, less what is taken off. All integer 分. */
export const takeHomeFen = (pay: Pay): number => sum(payParts(pay).map(({ fen }) => fen));

const postPath = '/j/';

/** What the code on a poster of an opening says: a plain link that WeChat opens, and that any other camera opens as a page. */
export const postLink = (publicOrigin: string, jobId: string): string => `${publicOrigin.replace(/\/$/, '')}${postPath}${jobId}`;

/** The opening that such a link leads to. */
export const jobIdIn = (link: string): string | undefined => /^https?:\/\/[^/?#]+\/j\/([\w-]{12})(?:[?#].*)?$/.exec(link)?.[1];
