import { regionPrefix } from '@shanhai/shared/rules/regions.ts';
import type { HandlersOf } from '../http/handler.ts';

export const tasksHandlers: HandlersOf<'tasks'> = {
  async 'tasks.list'({ caller: { scope = '' } }, { tasks }) {
    return { items: await tasks.inRegion(scope, regionPrefix(scope)) };
  },
};
