import * as z from 'zod';
import { CodeText, DeviceId, FairId, FairNumber, Home, Instant, Nonce, PersonName, Phone, Trade, text } from './basics.ts';

export const CheckIn = z.object({
  fairId: FairId,
  number: FairNumber,
  /** When it happened; `arrivedAt` is when the server heard of it. */
  at: Instant,
  gate: z.string(),
  home: Home.optional(),
});
export type CheckIn = z.infer<typeof CheckIn>;

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

const atGate = z.object({ fairId: FairId, gate: text(10), deviceId: DeviceId, nonce: Nonce });

export const attendanceContract = {
  /** One tap. A repeat answers the first check-in with `repeated: true` and adds nothing. */
  'attendance.checkIn': {
    by: ['worker'],
    input: z.object({ code: CodeText, fairId: FairId.optional(), home: Home.optional(), deviceId: DeviceId }),
    output: CheckIn.extend({ repeated: z.boolean() }),
  },
  'attendance.mine': {
    by: ['worker'],
    input: z.object({}),
    output: z.object({ items: z.array(CheckIn.extend({ fairTitle: z.string(), fairStatus: z.string(), closesAt: Instant })) }),
  },
  'attendance.tellHome': { by: ['worker'], input: z.object({ fairId: FairId, home: Home }), output: CheckIn },

  /** A person's code, or a strip by code or typed number. A strip nobody holds yet answers `blank_strip`: register a walk-in with it. */
  'attendance.scan': {
    by: ['organizer'],
    input: atGate.extend({ code: CodeText.optional(), number: FairNumber.optional() }),
    output: z.object({ outcome: z.enum(['checked_in', 'already', 'blank_strip']), person: GatePerson.optional(), number: FairNumber }),
  },
  /** Someone without a phone. `number` is that of the strip handed over. */
  'attendance.registerWalkIn': {
    by: ['organizer'],
    input: atGate.extend({
      number: FairNumber,
      name: PersonName,
      phone: Phone.optional(),
      home: Home.optional(),
      trades: z.array(Trade).max(5),
      /** The person agreed, told in person what is kept and why. */
      agreed: z.literal(true),
      /** When someone else answers for them: who that is. */
      proxy: z.object({ name: PersonName, relation: text(10) }).optional(),
    }),
    output: GatePerson,
  },
  /** By name, or by the last four digits of a phone. Nothing is listed before something is searched. */
  'attendance.search': { by: ['organizer'], input: z.object({ fairId: FairId, q: text(30) }), output: z.object({ items: z.array(GatePerson) }) },
  'attendance.undo': {
    by: ['organizer'],
    input: z.object({ fairId: FairId, number: FairNumber, deviceId: DeviceId }),
    output: z.object({ undone: z.literal(true), number: FairNumber }),
  },
  'attendance.refusals': {
    by: ['organizer', 'officer'],
    input: z.object({ fairId: FairId }),
    output: z.object({
      byReason: z.array(z.object({ code: z.string(), words: z.string(), count: z.number().int() })),
      latest: z.array(z.object({ code: z.string(), words: z.string(), at: Instant, gate: z.string() })),
    }),
  },
} as const;
