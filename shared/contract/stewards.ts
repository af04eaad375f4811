import * as z from 'zod';
import { CodeText, FairId, Instant, PersonName, WorkerId } from './basics.ts';

/** What somebody may do at a gate: a steward scans, registers and takes the own back; a supervisor also decides. */
export const DoorDuty = z.enum(['steward', 'supervisor']);
export type DoorDuty = z.infer<typeof DoorDuty>;

/** Somebody the host lets work at the gates of one fair. */
export const Steward = z.object({ workerId: WorkerId, duty: DoorDuty, name: PersonName, addedAt: Instant });
export type Steward = z.infer<typeof Steward>;

const stewardOf = z.object({ fairId: FairId, workerId: WorkerId });

export const stewardsContract = {
  'stewards.list': { by: ['organizer'], input: z.object({ fairId: FairId }), output: z.object({ items: z.array(Steward) }) },
  /** The person shows the own code, the host scans it and says a name; sent again it changes the duty. */
  'stewards.add': { by: ['organizer'], input: z.object({ fairId: FairId, code: CodeText, name: PersonName, duty: DoorDuty }), output: Steward },
  'stewards.change': { by: ['organizer'], input: stewardOf.extend({ duty: DoorDuty }), output: Steward },
  /** It holds from the next call on. */
  'stewards.remove': { by: ['organizer'], input: stewardOf, output: z.object({ removed: z.literal(true) }) },
} as const;
