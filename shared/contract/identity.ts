import * as z from 'zod';
import { DeskId, DeviceId, Duty, Instant, Nothing, Phone, Role, WorkerId } from './basics.ts';

/** A role a person holds, with the thing it is held over and its name for the chooser. */
export const HeldRole = z.object({ role: Role, scope: z.string().max(20).optional(), scopeName: z.string().max(60).optional(), duty: Duty.optional() });
export type HeldRole = z.infer<typeof HeldRole>;

export const Session = z.object({
  token: z.string(),
  expiresAt: Instant,
  workerId: WorkerId,
  acting: HeldRole,
  held: z.array(HeldRole),
});
export type Session = z.infer<typeof Session>;

const everyone = ['worker', 'recruiter', 'organizer', 'officer', 'steward'] as const;
const staff = ['recruiter', 'organizer', 'officer', 'steward'] as const;

export const identityContract = {
  /** `code` is what wx.login gave: single use, five minutes. */
  'identity.signIn': { by: 'anyone', input: z.object({ code: z.string().min(1).max(128), deviceId: DeviceId }), output: Session },
  'identity.renew': { by: everyone, input: Nothing, output: Session },
  'identity.act': { by: everyone, input: z.object({ role: Role, scope: z.string().max(20).optional() }), output: Session },
  /** `code` is what WeChat's phone button gave. The full number goes back to its owner only. */
  'identity.bindPhone': { by: everyone, input: z.object({ code: z.string().min(1).max(128) }), output: z.object({ phone: Phone }) },
  /** A desktop browser asks for a code to show; `secret` stays in the browser. */
  'identity.openDesk': { by: 'anyone', input: Nothing, output: z.object({ deskId: DeskId, secret: z.string(), code: z.string(), expiresAt: Instant }) },
  'identity.pollDesk': {
    by: 'anyone',
    input: z.object({ deskId: DeskId, secret: z.string().min(20).max(64) }),
    output: z.object({ state: z.enum(['waiting', 'confirmed']), session: Session.optional() }),
  },
  'identity.confirmDesk': { by: staff, input: z.object({ deskId: DeskId }), output: z.object({ confirmed: z.literal(true) }) },
} as const;
