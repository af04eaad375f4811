import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { indexed, keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';

const itemOf = (job: Job) => ({
  ...job,
  ...indexed.jobOfEmployer(job.employerId, job.createdAt),
  ...(job.status === 'open' ? indexed.openJob(job.createdAt, job.jobId) : {}),
});
/** What a save may take away: fields that are not always there, and the entry among the open ones. */
const removable = [...Object.keys(Job.shape).filter((name) => name !== 'filled'), 'gsi2pk', 'gsi2sk'];
const parse = (item: unknown): Job => Job.parse(item);

export function jobStore(table: Table) {
  return {
    async get(jobId: JobId): Promise<Job> {
      const item = await table.find(keys.job(jobId));
      if (!item) throw new Problem('not_found', { jobId });
      return parse(item);
    },

    /** Those of them that are there. */
    found: async (jobIds: readonly JobId[]): Promise<Job[]> => (await table.findMany([...new Set(jobIds)].map(keys.job))).map(parse),

    async getMany(jobIds: JobId[]): Promise<Job[]> {
      const found = new Map((await table.findMany([...new Set(jobIds)].map(keys.job))).map(parse).map((j) => [j.jobId, j]));
      return jobIds.map((id) => {
        const job = found.get(id);
        if (!job) throw new Problem('not_found', { jobId: id });
        return job;
      });
    },

    ofEmployer: async (employerId: EmployerId): Promise<Job[]> =>
      (await table.queryAll({ pk: `JE#${employerId}`, index: 'gsi1', newestFirst: true })).map(parse),

    async open(cursor?: string) {
      const page = await table.query({ pk: 'JO', index: 'gsi2', newestFirst: true, limit: 100, cursor });
      return { items: page.items.map(parse), cursor: page.cursor };
    },

    /** Gives back the opening that stands under this id already, when the same request came before. */
    async create(job: Job): Promise<Job> {
      const outcome = await table.insert(keys.job(job.jobId), itemOf(job));
      return outcome.written ? job : parse(outcome.standing);
    },

    /** A draft from a list, under an id that follows from what it is: comes in once; gives back what stands there already. */
    async bringIn(job: Job, importId: string): Promise<Job | undefined> {
      const outcome = await table.insert(keys.job(job.jobId), { ...itemOf(job), importId });
      return outcome.written ? undefined : parse(outcome.standing);
    },

    /** Saves the next version. `filled` moves by itself under acceptances: a save leaves it as it stands and never asks for fewer heads. */
    async save(job: Job): Promise<Job> {
      const { filled: _, ...set }: Record<string, unknown> = { ...itemOf(job), version: job.version + 1 };
      const outcome = await table.change(keys.job(job.jobId), {
        set,
        remove: removable.filter((name) => set[name] === undefined),
        condition: '#version = :was AND (attribute_not_exists(#filled) OR #filled <= :headcount)',
        names: { '#version': 'version', '#filled': 'filled' },
        values: { ':was': job.version, ':headcount': job.headcount },
      });
      if ('item' in outcome) return parse(outcome.item);
      const isOlder = outcome.standing.version !== job.version;
      throw isOlder ? new Problem('changed_meanwhile') : new Problem('headcount_below_filled', { filled: outcome.standing.filled });
    },
  };
}
