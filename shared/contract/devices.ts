import * as z from 'zod';
import { deviceKinds, lampChecks, lampStates } from '../rules/devices.ts';
import { BoothNo, DeviceId, FairId, Instant, text } from './basics.ts';

const few = z.number().int().min(0).max(9999);

export const DeviceLamp = z.object({
  state: z.enum(lampStates),
  at: Instant,
  /** What is not green. */
  open: z.array(z.enum(lampChecks)).max(lampChecks.length),
});

/** What a device says of itself. Actions of its queue that may bring somebody in are `people`. */
const Said = z.object({
  gate: text(10),
  queue: few,
  people: few,
  rosterVersion: z.string().max(80).optional(),
  rosterAt: Instant.optional(),
  /** How far its clock is ahead of the server's, measured over a round trip. */
  skewMs: z.number().int().optional(),
  appVersion: z.string().max(20),
  lamp: DeviceLamp.optional(),
  /** Its work is over and nothing is left on it. */
  isDone: z.boolean().optional(),
});

/** A gate's is at `gate`; of a booth's that is what hangs above the booth. */
export const SeenDevice = Said.omit({ isDone: true }).extend({
  kind: z.enum(deviceKinds),
  boothNo: BoothNo.optional(),
  /** The short name of the employer whose booth it is. */
  employer: z.string().optional(),
  /** It was given the key of the code on a screen, last then. */
  screenAt: Instant.optional(),
  deviceId: DeviceId,
  seenAt: Instant,
  revokedAt: Instant.optional(),
  reason: z.string().optional(),
  doneAt: Instant.optional(),
  /** Uploads that came after it was revoked and wait for somebody to look at them. */
  held: z.number().int(),
  /** Who is signed in there: the family name and stars, where the person told a name. */
  who: z.string().optional(),
});
export type SeenDevice = z.infer<typeof SeenDevice>;

const count = z.number().int().min(0);
/** What may still come on top of a figure of those present: devices that have not sent all they hold. */
export const MayAdd = z.object({ devices: count, people: count, unheard: z.object({ devices: count, minutes: count }).optional() });

const one = { fairId: FairId, deviceId: DeviceId };

export const devicesContract = {
  /** A device at a gate speaks every half minute. It learns the server's time. */
  'devices.report': {
    by: ['organizer', 'steward'],
    input: Said.extend(one),
    output: z.object({ now: Instant }),
  },
  /** The same of a device at a booth, by its own employer. Nobody comes in there. */
  'devices.reportBooth': {
    by: ['recruiter'],
    input: Said.omit({ gate: true, people: true }).extend({ ...one, boothNo: BoothNo }),
    output: z.object({ now: Instant }),
  },
  'devices.list': {
    by: ['organizer'],
    input: z.object({ fairId: FairId }),
    output: z.object({ readAt: Instant, items: z.array(SeenDevice) }),
  },
  /** Refused from then on. What waits on it can still be handed over to another device. */
  'devices.revoke': { by: ['organizer'], input: z.object({ ...one, reason: text(60) }), output: z.object({ revokedAt: Instant }) },
  'devices.restore': { by: ['organizer'], input: z.object(one), output: z.object({ restored: z.literal(true) }) },
} as const;
