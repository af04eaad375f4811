import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { Task } from '@shanhai/shared/contract/tasks.ts';
import { regionPrefix } from '@shanhai/shared/rules/regions.ts';
import { requireOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';

async function ownTask(taskId: string, caller: Caller, { tasks }: Deps): Promise<Task> {
  const task = await tasks.get(taskId);
  requireOfficerOf(task.regionCode, caller);
  return task;
}

export const tasksHandlers: HandlersOf<'tasks'> = {
  async 'tasks.list'({ caller: { scope = '' } }, { tasks }) {
    return { items: await tasks.inRegion(scope, regionPrefix(scope)) };
  },

  'tasks.get': ({ input, caller }, deps) => ownTask(input.taskId, caller, deps),

  async 'tasks.settleOdd'({ input, caller }, deps) {
    const { taskId } = await ownTask(input.taskId, caller, deps);
    await deps.tasks.settle(taskId, deps.now());
    return { settled: true as const };
  },
};
