import * as z from 'zod';
import { evidenceMarks } from '../rules/evidence.ts';
import { BoothNo, FairId, Instant, JobId } from './basics.ts';
import { MayAdd } from './devices.ts';

const count = z.number().int();
export const BoothFigures = z.object({
  boothNo: BoothNo,
  label: z.string(),
  name: z.string(),
  cards: count,
  want: count,
  talk: count,
  no: count,
  accepted: count,
  headcount: count,
  filled: count,
});

/** All items of a fair counted anew, once a night after it: how far the live figures were from them. Nothing is mended by it. */
export const Recount = z.object({
  at: Instant,
  /** 0 when every figure agrees. */
  difference: count,
  /** Which figures differ, by how much (live less counted); at most twenty. */
  figures: z.record(z.string(), count),
});
export type Recount = z.infer<typeof Recount>;

export const Board = z.object({
  fairId: FairId,
  title: z.string(),
  subtitle: z.string(),
  place: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  status: z.string(),
  demo: z.boolean().optional(),
  /** When the figures were read; `countedAt` is the newest change in them. */
  readAt: Instant,
  countedAt: Instant.optional(),
  present: count,
  /** What may still come on top: devices that have not sent all they hold. Left out when there are none. */
  mayAdd: MayAdd.optional(),
  /** Where exits are counted: how many are inside now. */
  inside: count.optional(),
  /** How many may be inside at once, where the fair says so. */
  capacity: count.optional(),
  byGate: z.array(z.object({ gate: z.string(), count })),
  /** Half hours of the China day (`09:00`) per gate, in time order. */
  byHalfHour: z.array(z.object({ from: z.string(), count, byGate: z.array(count) })),
  byHome: z.array(z.object({ home: z.string(), count })),
  /** What the check-ins rest on; one has several marks. */
  byEvidence: z.array(z.object({ mark: z.enum(evidenceMarks), count })),
  cards: count,
  answered: count,
  want: count,
  talk: count,
  no: count,
  accepted: count,
  refused: count,
  headcount: count,
  filled: count,
  boothCount: count,
  openingCount: count,
  booths: z.array(BoothFigures),
  recount: Recount.pick({ at: true, difference: true }).optional(),
  filledByOpening: z.array(z.object({ jobId: JobId, filled: count })),
});
export type Board = z.infer<typeof Board>;

export const reportsContract = {
  /** One read of the table; viewers in the fair's region or on either side of its pairing. */
  'reports.board': { by: ['organizer', 'officer', 'steward'], input: z.object({ fairId: FairId }), output: Board },
  /** A real .xlsx, after closing: summary by the papers' measures, attendance, cards and answers, per company, refusals. */
  'reports.fairReport': {
    by: ['organizer', 'officer'],
    input: z.object({ fairId: FairId }),
    output: z.object({ fileName: z.string(), xlsxBase64: z.string() }),
  },
} as const;
