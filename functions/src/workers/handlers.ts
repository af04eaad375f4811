import type { HandlersOf } from '../http/handler.ts';

export const workersHandlers: HandlersOf<'workers'> = {
  async 'workers.me'({ caller: { workerId } }, { workers, codes }) {
    return { ...(await workers.get(workerId)), workerId, code: codes.sign('P', workerId) };
  },

  async 'workers.change'({ input, caller: { workerId } }, { workers, codes }) {
    return { ...(await workers.change(workerId, input)), workerId, code: codes.sign('P', workerId) };
  },

  async 'workers.views'({ caller: { workerId } }, { workers }) {
    return { items: await workers.views(workerId) };
  },
};
