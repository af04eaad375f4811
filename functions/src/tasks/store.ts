import { Task } from '@shanhai/shared/contract/tasks.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isTaskKind } from '@shanhai/shared/rules/tasks.ts';
import { indexed, keys } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';

const itemOf = (task: Task): Item => ({ ...task, ...indexed.openTask(task.regionCode, task.dueAt, task.taskId) });

/** A kind that is no longer known is passed over: there is no page for it. */
const parse = (item: Item): Task[] => (isTaskKind(String(item.kind)) ? [Task.parse(item)] : []);

export function taskStore(table: Table) {
  return {
    async get(taskId: string): Promise<Task> {
      const [task] = parse((await table.find(keys.task(taskId), { strongly: true })) ?? {});
      if (!task) throw new Problem('not_found');
      return task;
    },

    /** Opens a task; the same `taskId` again changes nothing, also when it was settled meanwhile. */
    open: (task: Task) => table.insert(keys.task(task.taskId), itemOf(task)),

    /** The same as part of a transaction that happens once. */
    opening: (task: Task): Write => table.write.put(keys.task(task.taskId), itemOf(task)),

    /** It is done, and leaves the list; settling again changes nothing. */
    settle: (taskId: string, settledAt: string) =>
      table.change(keys.task(taskId), {
        set: { settledAt },
        remove: ['gsi1pk', 'gsi1sk'],
        condition: 'attribute_exists(pk) AND attribute_not_exists(settledAt)',
      }),

    /** The same as part of a transaction. */
    settling: (taskId: string, settledAt: string): Write =>
      table.write.change(keys.task(taskId), { set: { settledAt }, remove: ['gsi1pk', 'gsi1sk'], condition: 'attribute_exists(pk)' }),

    /** What waits in a region and those below it, soonest first. */
    async inRegion(regionCode: string, regionPrefix: string): Promise<Task[]> {
      const items = await table.queryAll({ pk: indexed.openTask(regionCode, '', '').gsi1pk, index: 'gsi1', ...(regionPrefix ? { prefix: regionPrefix } : {}) });
      return items.flatMap(parse).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    },
  };
}
