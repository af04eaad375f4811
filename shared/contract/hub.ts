import * as z from 'zod';
import { attendanceContract, GateOutcome } from './attendance.ts';
import { Instant } from './basics.ts';

/** What a hub in the hall speaks: the same routes as the server's, and for `attendance.upload` a little more. */
const upload = attendanceContract['attendance.upload'];

/**
 * `isAsked`: somebody stands there and waits to be let in. Without it these are facts, which nobody can refuse any more.
 * `isSent`: the server has them already, and the hub only hears of them.
 */
export const HubUpload = upload.input.extend({ isAsked: z.boolean().optional(), isSent: z.boolean().optional() });

/** `first`: when and where the person came in, for a hub gives no numbers; only the server does. */
export const HubOutcome = GateOutcome.extend({ first: z.object({ at: Instant, gate: z.string() }).optional() });
export type HubOutcome = z.infer<typeof HubOutcome>;
export const HubAnswer = z.object({ items: z.array(HubOutcome) });
export type HubAnswer = z.infer<typeof HubAnswer>;
