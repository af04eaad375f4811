import * as z from 'zod';
import { answers, replies } from '../rules/cards.ts';
import { BoothNo, CodeText, EmployerId, FairId, FairNumber, Instant, JobId, Nonce, PersonName, Phone, prose, Trade } from './basics.ts';

/** A person's own yes, naming the one employer that may see the card. 〔个人信息保护法 §23〕 */
export const Consent = z.object({ employerId: EmployerId, version: z.string().max(20) });

/** A card as its owner sees it. */
export const MyCard = z.object({
  fairId: FairId,
  boothNo: BoothNo,
  label: z.string(),
  employerName: z.string(),
  jobId: JobId.optional(),
  jobTitle: z.string().optional(),
  takeHomeFen: z.number().int().optional(),
  leftAt: Instant,
  endsAt: Instant,
  answerBy: Instant,
  answer: z.enum(answers).optional(),
  answeredAt: Instant.optional(),
  reply: z.enum(replies).optional(),
  withdrawnAt: Instant.optional(),
  /** The note the recruiter wrote for the person, if any. */
  note: z.string().optional(),
  demo: z.boolean().optional(),
});
export type MyCard = z.infer<typeof MyCard>;

/** A card as the one employer sees it: what the consent allows and no more. */
export const SeenCard = z.object({
  number: FairNumber,
  name: PersonName,
  phone: Phone.optional(),
  trades: z.array(Trade),
  town: z.string().optional(),
  jobId: JobId.optional(),
  jobTitle: z.string().optional(),
  leftAt: Instant,
  spokenConsent: z.boolean(),
  answer: z.enum(answers).optional(),
  answeredAt: Instant.optional(),
  note: z.string().optional(),
  reply: z.enum(replies).optional(),
  demo: z.boolean().optional(),
});
export type SeenCard = z.infer<typeof SeenCard>;

export const MyBooth = z.object({
  fairId: FairId,
  boothNo: BoothNo,
  label: z.string(),
  fairTitle: z.string(),
  fairStatus: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  place: z.string(),
  openings: z.array(z.object({ jobId: JobId, title: z.string(), remaining: z.number().int() })),
});
export type MyBooth = z.infer<typeof MyBooth>;

const atBooth = z.object({ fairId: FairId, boothNo: BoothNo });
/** A person at a booth, named by their code, by a strip's code, or by the typed number. */
const person = { code: CodeText.optional(), number: FairNumber.optional() };

export const cardsContract = {
  /** Leaves name, phone and wish with one employer. Needs a check-in at this fair. Leaving it again changes the opening only. */
  'cards.leave': {
    by: ['worker'],
    input: atBooth.extend({ jobId: JobId.optional(), name: PersonName, phone: Phone.optional(), trades: z.array(Trade).max(5), consent: Consent }),
    output: MyCard,
  },
  'cards.mine': { by: ['worker'], input: z.object({}), output: z.object({ items: z.array(MyCard) }) },
  'cards.withdraw': { by: ['worker'], input: atBooth, output: MyCard },
  'cards.reply': { by: ['worker'], input: atBooth.extend({ reply: z.enum(replies) }), output: MyCard },

  /** `card` is absent while the person has not agreed: then only the number is known here. */
  'cards.find': { by: ['recruiter'], input: atBooth.extend(person), output: z.object({ number: FairNumber, hasName: z.boolean(), card: SeenCard.optional() }) },
  /** For a person without a phone who says yes at the booth. The card takes name and phone from the walk-in registration. */
  'cards.leaveFor': {
    by: ['recruiter'],
    input: atBooth.extend({ ...person, jobId: JobId.optional(), agreed: z.literal(true), consent: Consent }),
    output: SeenCard,
  },
  /** Answering again replaces the answer. `nonce` makes a repeat harmless. */
  'cards.answer': {
    by: ['recruiter'],
    input: atBooth.extend({ ...person, answer: z.enum(answers), jobId: JobId.optional(), note: prose(100).optional(), nonce: Nonce }),
    output: SeenCard,
  },
  /** Cards left here that are not withdrawn, newest first. */
  'cards.atBooth': { by: ['recruiter'], input: atBooth, output: z.object({ items: z.array(SeenCard) }) },
  'cards.myBooths': { by: ['recruiter'], input: z.object({}), output: z.object({ items: z.array(MyBooth) }) },
} as const;
