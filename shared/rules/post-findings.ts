import { yuan } from './fen.ts';
import { monthDays, monthHours } from './jobs.ts';
import { leadsAwayIn, withoutLeads } from './lead-away.ts';
import { type Offer, type OfferFinding, offerFindings } from './post-offer.ts';
import { type PostPay, type WordField, type WordKey, wordFields } from './post-rule.ts';
import { mendedWords, wordHits } from './post-words.ts';
import { type MinimumWage, minimumWageAt } from './wages.ts';

/** The words of an opening that a rule reads. Money in integer 分, days as China days. */
export interface Post extends Offer {
  title: string;
  headcount: number;
  requirements: string;
  duties: string;
  workRegion: string;
  workTown?: string | undefined;
  workAddress: string;
  taste?: string | undefined;
  onBehalfOf?: { unitName: string } | undefined;
  benefits: string;
  shift: string;
  training: string;
  dorm: string;
  promotion?: string | undefined;
  certificates?: readonly string[] | undefined;
  allowances?: readonly { words: string }[] | undefined;
  expiresOn: string;
}

/** Which rule is broken, by a name that stays when its sentence changes. */
export type FindingKey = 'missing' | 'wage' | 'expiry' | 'contact' | OfferFinding['key'] | WordKey;

export interface Finding {
  key: FindingKey;
  field: keyof Post;
  /** What is wrong, as one short sentence. */
  what: string;
  /** The words in the field that break the rule, for underlining. */
  words?: string;
  /** The whole field as it could stand. */
  instead?: string;
  article: string;
}

const pieceFen = ({ piece }: Pick<Post, 'piece'>): number => (piece ? piece.rateFen * piece.pieces : 0);

const sixFields = '人力资源市场暂行条例第24条';

function missingFields(post: Post): Finding[] {
  const missing: Finding[] = [];
  const need = (field: keyof Post, present: boolean, what: string): void => {
    if (!present) missing.push({ key: 'missing', field, what, article: sixFields });
  };
  need('title', post.title.trim().length >= 2, '要写招什么工');
  need('headcount', Number.isInteger(post.headcount) && post.headcount >= 1, '要写招几个人');
  need('requirements', post.requirements.trim().length >= 2, '要写招聘条件，没有就写“不限”');
  need('duties', post.duties.trim().length >= 4, '要写做什么活');
  need('workAddress', post.workAddress.trim().length >= 2 && post.workRegion.length === 6, '要写在哪里上班');
  if (post.wagePeriod === 'piece') need('piece', pieceFen(post) > 0, '要写一件多少钱，平常做多少');
  else need('baseWageFen', post.baseWageFen > 0, '要写基本工资');
  return missing;
}

const dayHours = 8;

/**
 * The minimum wage in the way this opening reckons; nothing where there is no labour relation: who is in 见习 gets the living allowance
 * of its region, an intern what the agreement of the three says. 〔劳动法 §48；七部门2020年就业见习通知；职业学校学生实习管理规定 §18〕
 */
function floorOf({ wagePeriod, kind }: Post, wage: MinimumWage | undefined): number {
  if (!wage || kind === 'internship' || kind === 'traineeship') return 0;
  return { month: wage.monthFen, piece: wage.monthFen, hour: wage.hourFen, day: wage.hourFen * dayHours }[wagePeriod];
}

/** Whatever the way of reckoning, a month of usual work brings the minimum wage. 〔劳动法 §48；最低工资规定 §12：计件、提成同样适用〕 */
function wageFinding(post: Post, wage: MinimumWage | undefined): Finding[] {
  const { wagePeriod, baseWageFen } = post;
  const paid = wagePeriod === 'piece' ? baseWageFen + pieceFen(post) : baseWageFen;
  const floor = floorOf(post, wage);
  if (!wage || paid <= 0 || paid >= floor) return [];
  const what = `低于${wage.name}最低工资 ${yuan(floor)} 元`;
  if (wagePeriod === 'piece') return [{ key: 'wage', field: 'piece', what: `一个月算下来${what}`, article: wage.source }];
  return [{ key: 'wage', field: 'baseWageFen', what, instead: yuan(floor), article: wage.source }];
}

/** Names of certificates and of allowances are words as well, but no whole sentences: the name itself has to go. */
function nameFindings(post: Post, pay: PostPay): Finding[] {
  const lists = [
    { field: 'certificates', words: (post.certificates ?? []).join('，') },
    { field: 'allowances', words: (post.allowances ?? []).map(({ words }) => words).join('，') },
  ] as const;
  return lists.flatMap(({ field, words }) => wordHits(words, 'requirements', pay).map(({ key, what, article }): Finding => ({ key, field, what, article })));
}

/** What of a post is written freely, in sentences and in names. */
const writtenIn = (post: Post): [keyof Post, string][] => [
  ...wordFields.map((field): [keyof Post, string] => [field, post[field] ?? '']),
  ['workTown', post.workTown ?? ''],
  ['workAddress', post.workAddress],
  ['taste', post.taste ?? ''],
  ['certificates', (post.certificates ?? []).join('，')],
  ['allowances', (post.allowances ?? []).map(({ words }) => words).join('，')],
  ['piece', post.piece?.unit ?? ''],
  ['contract', post.contract?.signerName ?? ''],
  ['onBehalfOf', post.onBehalfOf?.unitName ?? ''],
];

const isSentence = (field: keyof Post): field is WordField => (wordFields as readonly string[]).indexOf(field) >= 0;
const tidied = (text: string): string => withoutLeads(text, '').replace(/[，,、；;：:\s]+$|^[，,、；;\s]+/g, '');

/** Nobody is led away from what was verified. 〔五部门2025年12月25日通知；网络招聘服务管理规定（令44号）〕 */
const contactFindings = (post: Post): Finding[] =>
  writtenIn(post).flatMap(([field, text]) =>
    leadsAwayIn(text)
      .slice(0, 1)
      .map(
        ({ what, words }): Finding => ({
          key: 'contact',
          field,
          what: `这里不放${what}`,
          words,
          article: '五部门2025年12月25日通知',
          ...(isSentence(field) ? { instead: tidied(text) } : {}),
        }),
      ),
  );

function expiryFinding(post: Post, today: string): Finding[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(post.expiresOn) && post.expiresOn >= today) return [];
  return [{ key: 'expiry', field: 'expiresOn', what: '有效期要写，不能早于今天', article: '人力资源服务机构管理规定（令50号）；五部门2025年12月25日通知' }];
}

const monthFen = ({ wagePeriod, baseWageFen, ...post }: Post): number =>
  ({ month: baseWageFen, day: Math.round(baseWageFen * monthDays), hour: baseWageFen * monthHours, piece: baseWageFen + pieceFen(post) })[wagePeriod];

const payOf = (post: Post, wage: MinimumWage | undefined): PostPay => ({ monthFen: monthFen(post), floorFen: wage?.monthFen ?? 0 });

/**
 * Everything in a post that keeps it from being published on a China day: the six fields of the law, words that
 * discriminate, take money, bait or undercut the law's terms, pay below the minimum wage of the work place, a missing expiry.
 * 〔人力资源市场暂行条例 §24；就业促进法 §26–31、§41；劳动合同法 §9、§10、§19、§20；妇女权益保障法 §43；劳动法 §36–41〕
 */
export function postFindings(post: Post, today: string): Finding[] {
  const wage = minimumWageAt(post.workRegion, today);
  const pay = payOf(post, wage);
  return [
    ...missingFields(post),
    ...wordFields.flatMap((field) => wordHits(post[field] ?? '', field, pay).map((hit): Finding => ({ field, ...hit }))),
    ...nameFindings(post, pay),
    ...contactFindings(post),
    ...wageFinding(post, wage),
    ...offerFindings(post, floorOf(post, wage)),
    ...expiryFinding(post, today),
  ];
}

/** A field as it could stand with all its findings followed; may come out empty. */
export const mendedField = (post: Post, field: WordField, today: string): string =>
  mendedWords(
    leadsAwayIn(post[field] ?? '').length ? tidied(post[field] ?? '') : (post[field] ?? ''),
    field,
    payOf(post, minimumWageAt(post.workRegion, today)),
  );
