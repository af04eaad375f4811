import { type Pay, remainingOf, takeHomeFen } from './jobs.ts';
import { isWithinRegion } from './regions.ts';
import type { Trade } from './trades.ts';

export interface Wish {
  trades: readonly Trade[];
  /** Region the person wants to work in; undefined when anywhere will do. */
  placeRegion?: string | undefined;
  needsDorm?: boolean | undefined;
  /** What should be left at the end of the month. */
  leastTakeHomeFen?: number | undefined;
  /** China day from which the person can start. */
  startOn?: string | undefined;
  /** What the person can do, as told; undefined or empty when nothing was said. */
  skills?: readonly { trade: Trade; certificate?: string | undefined }[] | undefined;
}

export interface Offered {
  trade: Trade;
  workRegion: string;
  hasDorm: boolean;
  takeHomeFen: number;
  remaining: number;
  /** Does the opening ask for a certificate? */
  needsCertificate?: boolean | undefined;
  /** First day of work; undefined when any day will do. */
  startOn?: string | undefined;
}

/** An opening as a fit is reckoned from it. */
interface Post extends Pay, Pick<Offered, 'trade' | 'workRegion' | 'hasDorm' | 'startOn'> {
  headcount: number;
  filled?: number | undefined;
  certificates: readonly string[];
}

export const offeredBy = (post: Post): Offered => ({
  trade: post.trade,
  workRegion: post.workRegion,
  hasDorm: post.hasDorm,
  takeHomeFen: takeHomeFen(post),
  remaining: remainingOf(post),
  needsCertificate: post.certificates.length > 0,
  startOn: post.startOn,
});

export interface Fit {
  /** 0–100: the points of everything that is met. */
  score: number;
  /** Why, in words for the person. */
  reasons: string[];
  /** Why not, in words for the person. */
  against: string[];
}

/** What each question weighs. Categories of people, sex, age and origin are no questions. 〔就业促进法 §26–31；个人信息保护法 §24〕 */
export const fitPoints = { trade: 50, place: 15, dorm: 10, pay: 10, skill: 10, start: 5 } as const;

interface Mark {
  /** Did the person say so? What nobody asked for is met and needs no reason. */
  isAsked: boolean;
  isMet: boolean;
  reason: string;
  against: string;
}

/** Can the person do it, as far as was told? Without a certificate asked for, saying nothing is no fault. */
export function isSkilledFor(skills: Wish['skills'], trade: Trade, needsCertificate: boolean): boolean {
  const own = skills?.filter((skill) => skill.trade === trade) ?? [];
  if (needsCertificate) return own.some((skill) => !!skill.certificate);
  return own.length > 0 || !skills?.length;
}

/** Is the first day of work not before the person can come? */
export const canStart = (wishedOn: string | undefined, startOn: string | undefined): boolean => !wishedOn || !startOn || startOn >= wishedOn;

type Question = keyof typeof fitPoints;
interface Asks {
  /** Offers of the same word are answered alike. */
  word: (offer: Offered) => string | number | boolean | undefined;
  isMet: (wish: Wish, offer: Offered) => boolean;
}

/** What of a wish an offer meets, question by question; what nobody asked for is met. */
export const questions: Record<Question, Asks> = {
  trade: { word: (o) => o.trade, isMet: ({ trades }, o) => trades.includes(o.trade) },
  place: { word: (o) => o.workRegion, isMet: ({ placeRegion }, o) => !placeRegion || isWithinRegion(o.workRegion, placeRegion) },
  dorm: { word: (o) => o.hasDorm, isMet: ({ needsDorm }, o) => o.hasDorm || !needsDorm },
  pay: { word: (o) => o.takeHomeFen, isMet: ({ leastTakeHomeFen }, o) => o.takeHomeFen >= (leastTakeHomeFen ?? 0) },
  skill: { word: (o) => `${o.trade} ${o.needsCertificate === true}`, isMet: ({ skills }, o) => isSkilledFor(skills, o.trade, o.needsCertificate === true) },
  start: { word: (o) => o.startOn, isMet: ({ startOn }, o) => canStart(startOn, o.startOn) },
};
const questionNames = Object.keys(fitPoints) as Question[];

function marksOf(wish: Wish, offer: Offered): Mark[] {
  const { placeRegion, needsDorm, leastTakeHomeFen, skills, startOn } = wish;
  const needsCertificate = offer.needsCertificate === true;
  return [
    { isAsked: true, isMet: questions.trade.isMet(wish, offer), reason: '是您想做的', against: '不是您说的工种' },
    {
      isAsked: !!placeRegion,
      isMet: questions.place.isMet(wish, offer),
      reason: '在您想去的地方',
      against: '不在您想去的地方',
    },
    { isAsked: !!needsDorm, isMet: questions.dorm.isMet(wish, offer), reason: '包住', against: '不包住' },
    {
      isAsked: !!leastTakeHomeFen,
      isMet: questions.pay.isMet(wish, offer),
      reason: '到手够您要的',
      against: '到手比您要的少',
    },
    {
      isAsked: needsCertificate || !!skills?.length,
      isMet: questions.skill.isMet(wish, offer),
      reason: needsCertificate ? '要的证您有' : '是您会的',
      against: needsCertificate ? '要证，您还没填' : '您没填会这个',
    },
    {
      isAsked: !!startOn && !!offer.startOn,
      isMet: questions.start.isMet(wish, offer),
      reason: '开工时间赶得上',
      against: '开工比您能去的早',
    },
  ];
}

/** How well an opening fits a wish, with the reasons said aloud. Nobody is left out by it: it only orders. 〔个人信息保护法 §24〕 */
export function fitOf(wish: Wish, offer: Offered): Fit {
  if (offer.remaining <= 0) return { score: 0, reasons: ['招满了'], against: [] };
  const marks = marksOf(wish, offer);
  const asked = marks.filter((mark) => mark.isAsked);
  return {
    score: questionNames.reduce((sum, name) => sum + (questions[name].isMet(wish, offer) ? fitPoints[name] : 0), 0),
    reasons: asked.filter((mark) => mark.isMet).map((mark) => mark.reason),
    against: asked.filter((mark) => !mark.isMet).map((mark) => mark.against),
  };
}

/** An opening counts as 适合 from this score on. */
export const fitsFrom = 50;

/** Is this one 适合我? Somebody who said what they want to do gets that; somebody who said only where or how gets what meets it. */
export function suits(wish: Wish, offer: Offered): boolean {
  const { score, reasons } = fitOf(wish, offer);
  if (wish.trades.length > 0 && !wish.trades.includes(offer.trade)) return false;
  return score >= fitsFrom && reasons.length > 0;
}
