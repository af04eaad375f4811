import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Part } from './ask.ts';
import type { KnownEmployer, KnownOpening } from './opening.ts';
import { find, idOf, type Segment } from './segment.ts';

/** What the head says beside the openings that changed since the body was made. */
export interface HeadNote {
  /** The body this head belongs to. */
  readonly body: string;
  /** The body before it: a reader may still be fetching that one. */
  readonly bodyBefore?: string | undefined;
  /** When every opening was last read from the table. */
  readonly rebuiltAt: string;
  /** Openings that the body still has and that are gone or known better. */
  readonly gone: readonly JobId[];
  /** Employers as they are since the body was made. */
  readonly employers: readonly KnownEmployer[];
}

/** What changed: openings as they are now, undefined when they are on offer no more; employers as they are now. */
export interface Changes {
  readonly openings: ReadonlyMap<JobId, KnownOpening | undefined>;
  readonly employers: readonly KnownEmployer[];
}

/** From so many changes on, they are merged into a new body. */
export const mostChanges = 500;

/** An employer as known by now. */
export function byId(employers: readonly KnownEmployer[]): (known: KnownEmployer) => KnownEmployer {
  const now = new Map<EmployerId, KnownEmployer>(employers.map((employer) => [employer.employerId, employer]));
  return (known) => now.get(known.employerId) ?? known;
}

/** A segment with today's word on its employers, and without what is gone. */
export function partOf(segment: Segment, note: HeadNote, hasGone: boolean): Part {
  const isGone = new Uint8Array(segment.size);
  if (hasGone)
    for (const jobId of note.gone) {
      const doc = find(segment, jobId);
      if (doc >= 0) isGone[doc] = 1;
    }
  return { segment: { ...segment, employers: segment.employers.map(byId(note.employers)) }, isGone };
}

/** Is this one of the openings that changed? Asked of the place where it stands. */
export const isOneOf =
  (segment: Segment, changed: { has(jobId: JobId): boolean }) =>
  (doc: number): boolean =>
    changed.has(idOf(segment, doc));
