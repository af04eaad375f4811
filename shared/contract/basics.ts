import * as z from 'zod';
import { lastBooth, lastNumber } from '../rules/fair-numbers.ts';
import { isPhone } from '../rules/phone.ts';
import { isRegionCode } from '../rules/regions.ts';
import { trades } from '../rules/trades.ts';

/**
 * What others read holds no control characters, no halves of a character and no marks that turn the direction of what follows.
 * Trimmed text of 1 to `most` characters, one of them visible.
 */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^(?=.*[^\s\p{Cf}])[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u);
/** Like `text`, but may be empty and may hold line breaks. */
export const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^(?:\n|[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069])*$/u);

export const Role = z.enum(['worker', 'recruiter', 'organizer', 'officer', 'steward']);
export type Role = z.infer<typeof Role>;

/** What somebody may do for an employer: an owner also says who else works for it. At a fair's gate: a supervisor may also decide what a steward may not. */
export const Duty = z.enum(['owner', 'recruiter', 'steward', 'supervisor']);
export type Duty = z.infer<typeof Duty>;

export const WorkerId = z
  .string()
  .regex(/^[\w-]{12}$/)
  .brand('WorkerId');
export type WorkerId = z.infer<typeof WorkerId>;
export const EmployerId = z
  .string()
  .regex(/^[\w-]{12}$/)
  .brand('EmployerId');
export type EmployerId = z.infer<typeof EmployerId>;
export const JobId = z
  .string()
  .regex(/^[\w-]{12}$/)
  .brand('JobId');
export type JobId = z.infer<typeof JobId>;
export const FairId = z
  .string()
  .regex(/^[\w-]{9}$/)
  .brand('FairId');
export type FairId = z.infer<typeof FairId>;
export const DeskId = z
  .string()
  .regex(/^[\w-]{12}$/)
  .brand('DeskId');
export type DeskId = z.infer<typeof DeskId>;
export const DeviceId = z.string().regex(/^[\w-]{8,36}$/);

/** The signed 32 characters of a printed or shown code. Genuineness is the rule's question, not the shape's. */
export const CodeText = z.string().min(1).max(64);
/** A whole number; an address or a query carries it as digits. Nothing else is taken for a number: not `true`, not an empty text. */
export const wholeNumber = (least: number, most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,12}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(least).max(most));
/** A booth's number at its fair: it stands in the signed code of the booth. */
export const BoothNo = wholeNumber(1, lastBooth);
/** The number a person carries at a fair: 1 to 9999, said and shown as four digits. */
export const FairNumber = wholeNumber(1, lastNumber);

export const RegionCode = z.string().refine(isRegionCode);
export const Phone = z.string().refine(isPhone);
export const PersonName = text(30);
export const Trade = z.enum(trades);
export const Instant = z.iso.datetime();
export const ChinaDay = z.iso.date();
export const Fen = z.number().int().min(0).max(100_000_000);
export const Cursor = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[\w-]+$/);
export const Nonce = z.string().regex(/^[\w-]{8,40}$/);

/** Where a person comes from: county, township where the fair asks for it, village where the person says it. */
export const Home = z.object({ regionCode: RegionCode, town: text(20).optional(), village: text(20).optional() });
export type Home = z.infer<typeof Home>;

export const Nothing = z.object({});

/** Who is asking, as the edge read it from the session token. */
export interface Caller {
  workerId: WorkerId;
  role: Role;
  /** employerId for a recruiter, region code for organizer and officer, fairId for a steward, absent for a worker. */
  scope?: string | undefined;
  /** How often a role of staff had been taken from this person when the session was signed: an older one is worth nothing. */
  generation?: number | undefined;
  /** A recruiter's or steward's, as it stands now: the edge asks on every call. */
  duty?: Duty | undefined;
}

export interface Entry {
  /** Roles that may call it; 'anyone' needs no session. */
  by: readonly Role[] | 'anyone';
  input: z.ZodType;
  output: z.ZodType;
}
