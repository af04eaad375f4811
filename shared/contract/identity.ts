import * as z from 'zod';
import { ChinaDay, CodeText, DeskId, DeviceId, Duty, Instant, Nothing, Phone, RegionCode, Role, WorkerId } from './basics.ts';

/** A role a person holds, with the thing it is held over and its name for the chooser. */
export const HeldRole = z.object({
  role: Role,
  scope: z.string().max(20).optional(),
  scopeName: z.string().max(60).optional(),
  duty: Duty.optional(),
  untilOn: ChinaDay.optional(),
});
export type HeldRole = z.infer<typeof HeldRole>;

/** Roles that an officer above gives. */
const GivenRole = z.enum(['organizer', 'officer']);

/** Who holds which role of staff, until which day, given by whom. */
export const Grant = z.object({
  workerId: WorkerId,
  role: GivenRole,
  scope: RegionCode,
  scopeName: z.string().max(60),
  name: z.string().max(30).optional(),
  /** One that was given before roles had an end has none: it is to be renewed or taken back. */
  untilOn: ChinaDay.optional(),
  grantedBy: z.string().optional(),
  grantedByName: z.string().max(60).optional(),
  grantedAt: Instant.optional(),
});
export type Grant = z.infer<typeof Grant>;

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
  /** 谁有什么权限: the roles of staff in the own region and below, the soonest to end first. 〔个人信息保护法 §51〕 */
  'identity.roles': { by: ['officer'], input: Nothing, output: z.object({ items: z.array(Grant) }) },
  /** `code` is the person's own code, scanned from their phone: nobody is given a role from afar by mistake. */
  'identity.grantRole': {
    by: ['officer'],
    input: z.object({ code: CodeText, role: GivenRole, scope: RegionCode, untilOn: ChinaDay }),
    output: Grant,
  },
  'identity.renewRole': {
    by: ['officer'],
    input: z.object({ workerId: WorkerId, role: GivenRole, scope: RegionCode, untilOn: ChinaDay }),
    output: Grant,
  },
  /** At once: sessions in that role end on every instance within five seconds. */
  'identity.revokeRole': {
    by: ['officer'],
    input: z.object({ workerId: WorkerId, role: GivenRole, scope: RegionCode }),
    output: z.object({ revoked: z.literal(true) }),
  },
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
