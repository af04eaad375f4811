import { type JobId, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { Complaint } from '@shanhai/shared/contract/complaints.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { indexed, keys, prefixes } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import type { KeptComplaint } from './rules.ts';

const ComplaintItem = Complaint.extend({ workerId: WorkerIdShape, taskId: z.string() });

export function complaintStore(table: Table) {
  return {
    async find(workerId: WorkerId, jobId: JobId): Promise<KeptComplaint | undefined> {
      const item = await table.find(keys.complaint(workerId, jobId), { strongly: true });
      return item && ComplaintItem.parse(item);
    },

    async make(complaint: KeptComplaint): Promise<void> {
      const outcome = await table.insert(keys.complaint(complaint.workerId, complaint.jobId), {
        ...complaint,
        ...indexed.complaintOf(complaint.jobId, complaint.madeAt),
      });
      if (!outcome.written) throw new Problem('complaint_made');
    },

    ofWorker: async (workerId: WorkerId): Promise<KeptComplaint[]> =>
      (await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.complaint })).map((item) => ComplaintItem.parse(item)),

    /** Everything reported about an opening, oldest first. */
    ofJob: async (jobId: JobId): Promise<KeptComplaint[]> =>
      (await table.queryAll({ pk: indexed.complaintOf(jobId, '').gsi1pk, index: 'gsi1' })).map((item) => ComplaintItem.parse(item)),

    /** Decided once; a repeat changes nothing. */
    decide: ({ workerId, jobId, outcome, note, decidedAt }: KeptComplaint, decidedBy: WorkerId) =>
      table.change(keys.complaint(workerId, jobId), {
        set: { outcome, note, decidedAt, decidedBy },
        condition: 'attribute_exists(pk) AND attribute_not_exists(outcome)',
      }),
  };
}
