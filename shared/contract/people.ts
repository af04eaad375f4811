import * as z from 'zod';
import { categories } from '../rules/categories.ts';
import { categoryReasons, idReasons, likenesses, mergedFields, revealReasons } from '../rules/people.ts';
import { Cursor, Home, Instant, PersonName, Phone, RegionCode, Trade, text, WorkerId } from './basics.ts';
import { Experience, HeldCategory, Skill, Wish } from './workers.ts';

/** Somebody in the 技能人才库: no name, no phone. */
export const SkilledPerson = z.object({
  workerId: WorkerId,
  maskedName: z.string(),
  regionCode: RegionCode,
  town: z.string().optional(),
  skills: z.array(Skill),
  wish: Wish,
  isYoung: z.boolean(),
  looking: z.enum(['looking', 'asked', 'grey', 'stopped']),
});
export type SkilledPerson = z.infer<typeof SkilledPerson>;

/** How many of the page have not agreed that this bureau sees them; nothing else is told of them. */
const Withheld = z.number().int().optional();

const PairId = z.string().regex(/^[\w-]{12}\.[\w-]{12}$/);
const MergeId = z.string().regex(/^[\w-]{12}$/);

/** Two records that may be one person, as the list shows them. */
export const PairRow = z.object({
  pairId: PairId,
  likeness: z.array(z.enum(likenesses)),
  foundAt: Instant,
  maskedNames: z.array(z.string()),
  town: z.string().optional(),
});

/** One of two records laid side by side; the phone by its ends only. */
export const ComparedSide = z.object({
  workerId: WorkerId,
  name: PersonName.optional(),
  phoneEnds: z.string().optional(),
  home: Home.optional(),
  wish: Wish,
  skills: z.array(Skill).optional(),
  experience: z.array(Experience).optional(),
  via: z.enum(['self', 'walk_in', 'proxy', 'survey']),
  since: Instant.optional(),
  hasAccount: z.boolean(),
  checkIns: z.number().int(),
  cards: z.number().int(),
});
export type ComparedSide = z.infer<typeof ComparedSide>;

export const MergeRow = z.object({
  mergeId: MergeId,
  at: Instant,
  byName: z.string(),
  maskedName: z.string(),
  isClaim: z.boolean(),
  undoneAt: Instant.optional(),
});
export type MergeRow = z.infer<typeof MergeRow>;

const Categories = z.object({ items: z.array(HeldCategory) });

export const peopleContract = {
  /**
   * 技能人才库. An officer sees the people of the own region; one of Shanghai those of the paired counties who would come.
   * 〔沪人社就〔2026〕89号 二(四)2〕
   */
  'people.skilled': {
    by: ['officer'],
    input: z.object({
      trade: Trade.optional(),
      isCertified: z.enum(['yes', 'no']).optional(),
      goesTo: RegionCode.optional(),
      cursor: Cursor.optional(),
    }),
    output: z.object({ items: z.array(SkilledPerson), cursor: Cursor.optional(), canReveal: z.boolean(), withheld: Withheld }),
  },
  /** Name and phone, for a reason that is recorded and that the person reads. */
  'people.reveal': {
    by: ['officer'],
    input: z.object({ workerId: WorkerId, reason: z.enum(revealReasons) }),
    output: z.object({ name: PersonName.optional(), phone: Phone.optional() }),
  },
  /** The resident id, one person at a time, for a step that a law asks it for; recorded, limited, and the person reads it. 〔个人信息保护法 §28〕 */
  'people.revealId': {
    by: ['officer'],
    input: z.object({ workerId: WorkerId, reason: z.enum(idReasons) }),
    output: z.object({ maskedId: z.string().optional(), residentId: z.string().optional() }),
  },
  /** What is sealed of somebody, for a reason that is recorded, limited, and that the person reads. 〔个人信息保护法 §28〕 */
  'people.categories': {
    by: ['officer'],
    input: z.object({ workerId: WorkerId, reason: z.enum(categoryReasons).default('unsaid') }),
    output: Categories,
  },
  'people.setCategory': {
    by: ['officer'],
    input: z.object({ workerId: WorkerId, category: z.enum(categories), holds: z.boolean(), source: text(40) }),
    output: Categories,
  },

  'people.pairs': { by: ['officer'], input: z.object({ cursor: Cursor.optional() }), output: z.object({ items: z.array(PairRow), cursor: Cursor.optional() }) },
  'people.comparePair': {
    by: ['officer'],
    input: z.object({ pairId: PairId }),
    output: z.object({ likeness: z.array(z.enum(likenesses)), sides: z.array(ComparedSide).length(2) }),
  },
  /** Makes two records one; fields named in `fromOther` are taken from the record that goes. */
  'people.merge': {
    by: ['officer'],
    input: z.object({ pairId: PairId, keep: WorkerId, fromOther: z.array(z.enum(mergedFields)).default([]) }),
    output: MergeRow,
  },
  /** Two people: not offered again. */
  'people.keepApart': { by: ['officer'], input: z.object({ pairId: PairId }), output: z.object({ settled: z.literal(true) }) },
  'people.merges': {
    by: ['officer'],
    input: z.object({ cursor: Cursor.optional() }),
    output: z.object({ items: z.array(MergeRow), cursor: Cursor.optional() }),
  },
  'people.undoMerge': { by: ['officer'], input: z.object({ mergeId: MergeId }), output: MergeRow },
} as const;
