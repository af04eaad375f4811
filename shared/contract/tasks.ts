import * as z from 'zod';
import { oddOutcomes } from '../rules/odd-use.ts';
import { taskKinds } from '../rules/tasks.ts';
import { EmployerId, Instant, Nothing, RegionCode } from './basics.ts';

const kinds = Object.keys(taskKinds) as [keyof typeof taskKinds, ...(keyof typeof taskKinds)[]];

/** Which things a task is about: the page it opens takes its parameters from here. */
export const TaskSubject = z.object({
  employerId: EmployerId.optional(),
  jobId: z.string().optional(),
  fairId: z.string().optional(),
  boothNo: z.string().optional(),
  caseId: z.string().optional(),
});
export type TaskSubject = z.infer<typeof TaskSubject>;

/** Something an officer has to do by a day. The words name no worker. */
export const Task = z.object({
  taskId: z.string().min(1).max(100),
  kind: z.enum(kinds),
  regionCode: RegionCode,
  subject: TaskSubject,
  words: z.string().max(80),
  openedAt: Instant,
  dueAt: Instant,
});
export type Task = z.infer<typeof Task>;

const OddId = z.string().regex(/^odd\.[a-z_]+\.[\w-]{8,36}\.\d{4}-\d{2}-\d{2}$/);

export const tasksContract = {
  /** What waits in the officer's region, soonest first. */
  'tasks.list': { by: ['officer'], input: Nothing, output: z.object({ items: z.array(Task) }) },
  'tasks.get': { by: ['officer'], input: z.object({ taskId: OddId }), output: Task },
  /** What somebody, or some phone, did too much of was looked at: done. */
  'tasks.settleOdd': { by: ['officer'], input: z.object({ taskId: OddId, outcome: z.enum(oddOutcomes) }), output: z.object({ settled: z.literal(true) }) },
} as const;
