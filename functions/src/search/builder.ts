import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Deps } from '../deps.ts';
import { mergeSegments } from './merge.ts';
import { type KnownOpening, knownEmployer, knownOpening } from './opening.ts';
import { buildSegment, type Segment } from './segment.ts';
import { byId, type Changes, type HeadNote, isOneOf, mostChanges } from './snapshot.ts';
import type { Head } from './store.ts';

/** What is known of these openings, whose employers are read for it. Openings of an employer nobody knows are left out. */
async function knownOpenings(jobs: readonly Job[], employers: Deps['employers']): Promise<Map<JobId, KnownOpening | undefined>> {
  const open = jobs.filter((job) => job.status === 'open');
  const known: Map<EmployerId, Employer> = await employers.getMany(open.map((job) => job.employerId));
  return new Map(
    jobs.map((job) => {
      const employer = known.get(job.employerId);
      return [job.jobId, employer && knownOpening(job, knownEmployer(employer), employer.name)];
    }),
  );
}

const byIdOf = <T extends { employerId: EmployerId }>(employers: readonly T[]): T[] => [...new Map(employers.map((one) => [one.employerId, one])).values()];

/** Every opening that stands open in the table; each employer is read once. */
async function readAll({ jobs, employers }: Pick<Deps, 'jobs' | 'employers'>): Promise<KnownOpening[]> {
  const all = new Map<JobId, Job>();
  let cursor: string | undefined;
  do {
    const page = await jobs.open(cursor);
    for (const job of page.items) all.set(job.jobId, job);
    cursor = page.cursor;
  } while (cursor);
  return [...(await knownOpenings([...all.values()], employers)).values()].filter((opening) => opening !== undefined);
}

/**
 * Keeps the index of openings in the bucket. Only one runs at a time, in the cloud as here; what it knows of the bucket
 * is checked by the head's etag before each change, and a change done twice ends in the same head.
 */
export function indexBuilder(deps: Pick<Deps, 'snapshots' | 'jobs' | 'employers' | 'now' | 'newId'>) {
  const { snapshots, now, newId } = deps;
  let known: Head | undefined;

  async function readHead(): Promise<Head | undefined> {
    const head = await snapshots.head(known?.etag);
    if (head !== 'unchanged') known = head;
    return known;
  }

  /** A new body under a name of its own; the head is pointed at it, and the one before the last is removed. */
  async function writeBody(body: Segment, rebuiltAt: string, before: HeadNote | undefined): Promise<void> {
    const id = newId(12);
    await snapshots.putBody(id, body);
    known = await snapshots.putHead(buildSegment([]), { body: id, bodyBefore: before?.body, rebuiltAt, gone: [], employers: [] });
    if (before?.bodyBefore) await snapshots.removeBody(before.bodyBefore);
  }

  /** Reads every open opening from the table: at first, once a day, and when nothing that lies in the bucket can be read. */
  const rebuild = async (): Promise<void> => writeBody(buildSegment(await readAll(deps)), now(), (await readHead())?.note);

  /** Merges the changes into a new body. */
  async function mergeAll(changed: Segment, note: HeadNote): Promise<void> {
    const body = await snapshots.body(note.body);
    if (!body) return rebuild();
    await writeBody(mergeSegments(body, changed, isOneOf(body, new Set(note.gone)), byId(note.employers)), note.rebuiltAt, note);
  }

  async function apply({ openings, employers: changedEmployers }: Changes): Promise<void> {
    const head = await readHead();
    if (!head) return rebuild();
    const employers = byIdOf([...head.note.employers, ...changedEmployers]);
    const there = [...openings.values()].filter((opening) => opening !== undefined);
    const changed = mergeSegments(head.changed, buildSegment(there), isOneOf(head.changed, openings), byId(employers));
    const note: HeadNote = { ...head.note, gone: [...new Set([...head.note.gone, ...openings.keys()])], employers };
    if (note.gone.length + employers.length > mostChanges) await mergeAll(changed, note);
    else known = await snapshots.putHead(changed, note);
  }

  return {
    rebuild,
    change: async (changedJobs: readonly Job[], changedEmployers: readonly Employer[]): Promise<void> =>
      apply({ openings: await knownOpenings(changedJobs, deps.employers), employers: changedEmployers.map(knownEmployer) }),
  };
}
