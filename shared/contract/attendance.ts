import * as z from 'zod';
import { placeFindings } from '../rules/evidence.ts';
import { gateFlags } from '../rules/gate.ts';
import { directions } from '../rules/passages.ts';
import { relations } from '../rules/workers.ts';
import { CodeText, DeviceId, FairId, FairNumber, Home, Instant, Nonce, PersonName, Phone, Trade, text, WorkerId } from './basics.ts';
import { PublicFair } from './fairs.ts';
import { Evidence } from './presence.ts';
import { Queued, QueueOutcome, Unread } from './queues.ts';

export const CheckIn = z.object({
  fairId: FairId,
  number: FairNumber,
  /** When it happened; `arrivedAt` is when the server heard of it. */
  at: Instant,
  gate: z.string(),
  home: Home.optional(),
  /** It happened before the server heard of it: the phone had no network then. */
  late: z.boolean().optional(),
  /** What it rests on; missing in check-ins that were kept before this was. */
  evidence: Evidence.optional(),
});
export type CheckIn = z.infer<typeof CheckIn>;

/** Who stands at a gate: the host, and whom the host gave a duty there. */
const atDoor = ['organizer', 'steward'] as const;

/** A person at the gate, as staff see one: the name only when it was searched for or just typed. */
export const GatePerson = z.object({
  number: FairNumber,
  at: Instant,
  gate: z.string(),
  name: z.string().optional(),
  phoneTail: z.string().optional(),
  town: z.string().optional(),
});
export type GatePerson = z.infer<typeof GatePerson>;

/** Somebody another person acts for. */
const Companion = z.object({ name: z.string(), relation: z.enum(relations), town: z.string().optional(), number: FairNumber.optional() });

/** `waits`: the own scan of this one is confirmed when the gate sees them; `isOut`: went out and is not back. */
const standing = { waits: z.boolean().optional(), isOut: z.boolean().optional() };

/** How many may come in with one tap. */
const mostCompanions = 10;
/** What became of one who came along: a number, or why not. */
const Came = z.object({ workerId: WorkerId, number: FairNumber.optional(), repeated: z.boolean().optional(), problem: z.string().optional() });

const atGate = z.object({ fairId: FairId, gate: text(10), deviceId: DeviceId, nonce: Nonce });

/** Which way through the gate, where the fair counts exits; in when nothing is said. */
const way = { direction: z.enum(directions).optional() };
/** A supervisor lets somebody in above the capacity and says why. */
const above = { override: text(60).optional() };

const walkIn = {
  number: FairNumber,
  name: PersonName,
  phone: Phone.optional(),
  home: Home.optional(),
  trades: z.array(Trade).max(5),
  /** The person agreed, told in person what is kept and why. */
  agreed: z.literal(true),
  /** When someone else answers for them: who that is. */
  proxy: z.object({ name: PersonName, relation: text(10) }).optional(),
  /** 给结对的上海人社局看: a yes of its own, said aloud once these bureaus and the words of this version were read out. 〔个人信息保护法 §14、§23〕 */
  elsewhere: z.object({ version: z.string().min(1).max(20), receivers: z.array(text(40)).min(1).max(10) }).optional(),
  ...above,
};

export const SealedInWalkIn = z.object(walkIn).omit({ number: true });
/** What a gate's device did without network. */
export const GateAction = z.discriminatedUnion('kind', [
  Queued.extend({ kind: z.literal('scan'), gate: text(10), code: CodeText.optional(), number: FairNumber.optional(), ...way, ...above }),
  Queued.extend({ kind: z.literal('walk_in'), gate: text(10), ...walkIn }),
  /** The same with its names closed for the server (`attendance.snapshot` gives the key): a device keeps no name that can be read there. */
  Queued.extend({ kind: z.literal('sealed_walk_in'), gate: text(10), number: FairNumber, sealed: z.string().min(20).max(4000) }),
  /** By number, or by the nonce of the scan (`of`) while the device has not been told the number yet. */
  Queued.extend({ kind: z.literal('undo'), number: FairNumber.optional(), of: Nonce.optional(), isOthers: z.boolean().optional() }),
  /** The device itself said no; `code` is the problem it showed. */
  Queued.extend({ kind: z.literal('refused'), gate: text(10), code: text(40) }),
]);
export type GateAction = z.infer<typeof GateAction>;
/** What became of one action at the gate. */
export const GateOutcome = QueueOutcome.extend({
  number: FairNumber.optional(),
  /** The check-in that stands; nobody is named in it. */
  person: GatePerson.pick({ number: true, at: true, gate: true }).optional(),
  flags: z.array(z.enum(gateFlags)).optional(),
});
export type GateOutcome = z.infer<typeof GateOutcome>;

export const attendanceContract = {
  /** One tap. A repeat answers the first check-in with `repeated: true` and adds nothing. */
  'attendance.checkIn': {
    by: ['worker'],
    input: z.object({
      code: CodeText,
      fairId: FairId.optional(),
      home: Home.optional(),
      deviceId: DeviceId,
      /** What the phone found when it was asked whether it is near; it tells no coordinates. */
      place: z.enum(placeFindings).optional(),
      /** The words to which the person said yes at this very tap, so that the phone looked where it is. */
      placeAgreed: z.string().min(1).max(20).optional(),
      /** When the tap was made, if it could not be sent at once; the rules are judged at this moment. */
      happenedAt: Instant.optional(),
      /** Those one acts for who stand beside one, each confirmed; they come in with the same tap. */
      companions: z.array(WorkerId).max(mostCompanions).optional(),
    }),
    output: CheckIn.extend({ repeated: z.boolean(), companions: z.array(Came).optional() }),
  },
  'attendance.mine': {
    by: ['worker'],
    input: z.object({}),
    output: z.object({ items: z.array(CheckIn.extend({ fairTitle: z.string(), fairStatus: z.string(), closesAt: Instant })) }),
  },
  /** Those one acts for, and who of them is here with what number. */
  'attendance.companions': {
    by: ['worker'],
    input: z.object({ fairId: FairId }),
    output: z.object({ items: z.array(Companion.extend({ workerId: WorkerId })) }),
  },
  'attendance.tellHome': { by: ['worker'], input: z.object({ fairId: FairId, home: Home }), output: CheckIn },

  /** A person's code, or a strip by code or typed number. A strip nobody holds yet answers `blank_strip`: register a walk-in with it. */
  'attendance.scan': {
    by: atDoor,
    input: atGate.extend({ code: CodeText.optional(), number: FairNumber.optional(), ...way, ...above }),
    output: z.object({
      outcome: z.enum(['checked_in', 'back_in', 'went_out', 'already', 'blank_strip']),
      person: GatePerson.optional(),
      number: FairNumber,
      flags: z.array(z.enum(gateFlags)).optional(),
      /** The person's own scan waited for the gate, and this was the gate. */
      confirmed: z.boolean().optional(),
    }),
  },
  /** Whom the person of this code acts for: staff ask one by one who is there, and scan them by `code`. Every look is recorded. */
  'attendance.companionsOf': {
    by: atDoor,
    input: z.object({ fairId: FairId, code: CodeText, deviceId: DeviceId.optional() }),
    output: z.object({ items: z.array(Companion.extend({ code: CodeText, ...standing })) }),
  },
  /** Someone without a phone. `number` is that of the strip handed over. */
  'attendance.registerWalkIn': {
    by: atDoor,
    input: atGate.extend(walkIn),
    output: GatePerson,
  },
  /** By name, or by the last four digits of a phone. Nothing is listed before something is searched. */
  'attendance.search': {
    by: atDoor,
    input: z.object({ fairId: FairId, q: text(30), deviceId: DeviceId.optional() }),
    output: z.object({ items: z.array(GatePerson) }),
  },
  /** One's own within minutes; `isOthers`: a supervisor takes back what another device did. */
  'attendance.undo': {
    by: atDoor,
    input: z.object({ fairId: FairId, number: FairNumber, deviceId: DeviceId, isOthers: z.boolean().optional() }),
    output: z.object({ undone: z.literal(true), number: FairNumber }),
  },
  'attendance.refusals': {
    by: ['organizer', 'officer', 'steward'],
    input: z.object({ fairId: FairId }),
    output: z.object({
      byReason: z.array(z.object({ code: z.string(), words: z.string(), count: z.number().int() })),
      latest: z.array(z.object({ code: z.string(), words: z.string(), at: Instant, gate: z.string() })),
    }),
  },
  /** What a gate's device needs to work without network: hours, strips and numbers. No names, no phones, no ids of people. */
  'attendance.snapshot': {
    by: atDoor,
    input: z.object({ fairId: FairId, deviceId: DeviceId.optional() }),
    output: z.object({
      version: z.string(),
      takenAt: Instant,
      fair: PublicFair,
      strips: z.array(z.object({ from: FairNumber, to: FairNumber })),
      taken: z.array(z.object({ number: FairNumber, at: Instant, gate: z.string(), ...standing })),
      /** The bureaus whom somebody of the fair's own towns may let see them; none where the fair's region has no pairing. */
      elsewhere: z.array(z.string()).optional(),
      /** With this the device closes names; only the server can open them. */
      sealKey: z.string(),
    }),
  },
  /** The queue of a device, answered one by one in the order sent. Sending it again answers alike and adds nothing. */
  'attendance.upload': {
    by: atDoor,
    input: z.object({
      fairId: FairId,
      deviceId: DeviceId,
      /** The device that did it, when another one brings its queue: read off its screen. */
      from: DeviceId.optional(),
      actions: z
        .array(z.union([GateAction, Unread]))
        .min(1)
        .max(100),
    }),
    output: z.object({ items: z.array(GateOutcome) }),
  },
  /** What a device sent after it was revoked, for somebody to look at. Nobody is named. */
  'attendance.held': {
    by: ['organizer'],
    input: z.object({ fairId: FairId, deviceId: DeviceId }),
    output: z.object({
      items: z.array(
        z.object({
          nonce: z.string(),
          kind: z.string(),
          happenedAt: z.string(),
          arrivedAt: Instant,
          gate: z.string().optional(),
          number: FairNumber.optional(),
        }),
      ),
    }),
  },
  /** Takes those actions as the device's own, or drops them. */
  'attendance.settleHeld': {
    by: ['organizer'],
    input: z.object({ fairId: FairId, deviceId: DeviceId, isTaken: z.boolean(), nonces: z.array(Nonce).min(1).max(100) }),
    output: z.object({ items: z.array(GateOutcome) }),
  },
} as const;
