import * as z from 'zod';
import { answers, replies } from '../rules/cards.ts';
import { BoothNo, CodeText, DeviceId, EmployerId, FairId, FairNumber, Instant, JobId, Nonce, PersonName, Phone, prose, Trade } from './basics.ts';
import { Queued, QueueOutcome, Unread } from './queues.ts';

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
  /** The employer is suspended: it cannot read this card or answer it now. */
  isPaused: z.boolean().optional(),
  /** The employer waits for its officer: it changed its papers, or its verification ran out. */
  isUnverified: z.boolean().optional(),
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
/** A booth's calls name their device, so that it can be taken out of service; an earlier version does not. */
const onDevice = { deviceId: DeviceId.optional() };
/** A person at a booth, named by their code, by a strip's code, or by the typed number. */
const person = { code: CodeText.optional(), number: FairNumber.optional() };

const boothAction = Queued.extend(person);
/** What a booth's device did without network. */
export const BoothAction = z.discriminatedUnion('kind', [
  /** The card was looked at: the person is told, as with network. */
  boothAction.extend({ kind: z.literal('look') }),
  /** A person with a strip said yes aloud. */
  boothAction.extend({ kind: z.literal('agree'), jobId: JobId.optional(), agreed: z.literal(true), consent: Consent }),
  /** `leftAt`: when the card that was seen was left, so that an answer never falls on one given later. */
  boothAction.extend({
    kind: z.literal('answer'),
    answer: z.enum(answers),
    jobId: JobId.optional(),
    note: prose(100).optional(),
    /** The note closed for the server (`cards.snapshot` gives the key): a device keeps no words about a person that can be read there. */
    sealed: z.string().min(20).max(2000).optional(),
    leftAt: Instant.optional(),
  }),
]);
export type BoothAction = z.infer<typeof BoothAction>;
/** What lies in `sealed`. */
export const SealedInAnswer = z.object({ note: prose(100) });

/** What became of one action at the booth; nobody is named in it. */
export const BoothOutcome = QueueOutcome.extend({
  number: FairNumber.optional(),
  /** The answer that stands, and when it was given. */
  answer: z.enum(answers).optional(),
  answeredAt: Instant.optional(),
});
export type BoothOutcome = z.infer<typeof BoothOutcome>;

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
  'cards.find': {
    by: ['recruiter'],
    input: atBooth.extend({ ...person, ...onDevice }),
    output: z.object({ number: FairNumber, hasName: z.boolean(), card: SeenCard.optional() }),
  },
  /** For a person without a phone who says yes at the booth. The card takes name and phone from the walk-in registration. */
  'cards.leaveFor': {
    by: ['recruiter'],
    input: atBooth.extend({ ...person, ...onDevice, jobId: JobId.optional(), agreed: z.literal(true), consent: Consent }),
    output: SeenCard,
  },
  /** Answering again replaces the answer. `nonce` makes a repeat harmless. */
  'cards.answer': {
    by: ['recruiter'],
    input: atBooth.extend({ ...person, ...onDevice, answer: z.enum(answers), jobId: JobId.optional(), note: prose(100).optional(), nonce: Nonce }),
    output: SeenCard,
  },
  /** Cards left here that are not withdrawn, newest first. */
  'cards.atBooth': { by: ['recruiter'], input: atBooth.extend(onDevice), output: z.object({ items: z.array(SeenCard) }) },
  /** What a booth's device needs to work without network: its own openings, and the cards left here. `mark` knows a scanned code again. */
  'cards.snapshot': {
    by: ['recruiter'],
    input: atBooth.extend(onDevice),
    output: z.object({
      takenAt: Instant,
      fairId: FairId,
      boothNo: BoothNo,
      employerId: EmployerId,
      withheld: z.boolean().optional(),
      closesAt: Instant,
      openings: MyBooth.shape.openings,
      strips: z.array(z.object({ from: FairNumber, to: FairNumber })),
      cards: z.array(SeenCard.extend({ mark: z.string() })),
      /** What notes are closed with while they wait; public. */
      sealKey: z.string(),
    }),
  },
  /** The queue of a booth's device, answered one by one in the order sent. Sending it again answers alike and adds nothing. */
  'cards.upload': {
    by: ['recruiter'],
    input: atBooth.extend({
      deviceId: DeviceId,
      /** The device that did it, when another brings it. */
      from: DeviceId.optional(),
      actions: z
        .array(z.union([BoothAction, Unread]))
        .min(1)
        .max(50),
    }),
    output: z.object({ items: z.array(BoothOutcome) }),
  },
  /** The host of the fair takes what a booth's device sent after it was revoked, or drops it. */
  'cards.settleHeld': {
    by: ['organizer'],
    input: z.object({ fairId: FairId, deviceId: DeviceId, isTaken: z.boolean(), nonces: z.array(Nonce).min(1).max(50) }),
    output: z.object({ items: z.array(BoothOutcome) }),
  },
  'cards.myBooths': { by: ['recruiter'], input: z.object({}), output: z.object({ items: z.array(MyBooth) }) },
} as const;
