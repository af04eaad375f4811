import { yuan } from './fen.ts';
import { wordHits } from './post-words.ts';
import { minimumWageAt } from './wages.ts';

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
export const closeReasonWords: Record<(typeof closeReasons)[number], string> = { filled: '招满了', no_longer_needed: '不招了', mistake: '发错了' };

export const wagePeriods = ['month', 'hour'] as const;
export const mealKinds = ['none', 'one', 'two', 'three', 'allowance'] as const;
export const mealWords: Record<(typeof mealKinds)[number], string> = { none: '不包吃', one: '包一餐', two: '包两餐', three: '包三餐', allowance: '有餐补' };

/** The words of an opening that a rule reads. Money in integer 分, days as China days. */
export interface Post {
  title: string;
  headcount: number;
  requirements: string;
  duties: string;
  workRegion: string;
  workAddress: string;
  wagePeriod: 'month' | 'hour';
  baseWageFen: number;
  benefits: string;
  expiresOn: string;
}

export interface Finding {
  field: keyof Post;
  /** What is wrong, as one short sentence. */
  what: string;
  /** The words in the field that break the rule, for underlining. */
  words?: string;
  /** The whole field as it could stand. */
  instead?: string;
  article: string;
}

type WordField = 'title' | 'requirements' | 'duties' | 'benefits';
const wordFindings = (field: WordField, text: string): Finding[] => wordHits(text).map((hit) => ({ field, ...hit }));

const sixFields = '人力资源市场暂行条例第24条';

function missingFields(post: Post): Finding[] {
  const missing: Finding[] = [];
  const need = (field: keyof Post, present: boolean, what: string): void => {
    if (!present) missing.push({ field, what, article: sixFields });
  };
  need('title', post.title.trim().length >= 2, '要写招什么工');
  need('headcount', Number.isInteger(post.headcount) && post.headcount >= 1, '要写招几个人');
  need('requirements', post.requirements.trim().length >= 2, '要写招聘条件，没有就写“不限”');
  need('duties', post.duties.trim().length >= 4, '要写做什么活');
  need('workAddress', post.workAddress.trim().length >= 2 && post.workRegion.length === 6, '要写在哪里上班');
  need('baseWageFen', post.baseWageFen > 0, '要写基本工资');
  return missing;
}

function wageFinding(post: Post, today: string): Finding[] {
  const wage = minimumWageAt(post.workRegion, today);
  if (!wage || post.baseWageFen <= 0) return [];
  const floor = post.wagePeriod === 'month' ? wage.monthFen : wage.hourFen;
  if (post.baseWageFen >= floor) return [];
  return [{ field: 'baseWageFen', what: `低于${wage.name}最低工资 ${yuan(floor)} 元`, instead: yuan(floor), article: wage.source }];
}

function expiryFinding(post: Post, today: string): Finding[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(post.expiresOn) && post.expiresOn >= today) return [];
  return [{ field: 'expiresOn', what: '有效期要写，不能早于今天', article: '人力资源服务机构管理规定（令50号）；五部门2025年12月25日通知' }];
}

/**
 * Everything in a post that keeps it from being published on a China day: the six fields of the law, words that
 * discriminate, take money or bait, pay below the minimum wage of the work place, a missing expiry.
 * 〔人力资源市场暂行条例 §24；就业促进法 §26–31、§41；劳动合同法 §9；妇女权益保障法 §43〕
 */
export function postFindings(post: Post, today: string): Finding[] {
  return [
    ...missingFields(post),
    ...wordFindings('title', post.title),
    ...wordFindings('requirements', post.requirements),
    ...wordFindings('duties', post.duties),
    ...wordFindings('benefits', post.benefits),
    ...wageFinding(post, today),
    ...expiryFinding(post, today),
  ];
}

/** What one takes home in a usual month: base and what comes on top, less what is taken off. All integer 分. */
export interface Pay {
  wagePeriod: 'month' | 'hour';
  baseWageFen: number;
  /** Usual overtime pay of a month. */
  overtimeFen: number;
  allowanceFen: number;
  /** What is taken off: dorm, water and power, meals, the own share of social insurance. */
  deductionFen: number;
}

/** Working hours of a month by the statutory reckoning of 21.75 paid days of 8 hours. 〔劳社部发〔2008〕3号〕 */
export const monthHours = 174;

export function takeHomeFen(pay: Pay): number {
  const base = pay.wagePeriod === 'month' ? pay.baseWageFen : pay.baseWageFen * monthHours;
  return base + pay.overtimeFen + pay.allowanceFen - pay.deductionFen;
}
