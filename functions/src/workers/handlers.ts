import type { HandlersOf } from '../http/handler.ts';

import { viewsWith } from './views.ts';

export const workersHandlers: HandlersOf<'workers'> = {
  async 'workers.me'({ caller: { workerId } }, { workers, codes }) {
    return { ...(await workers.get(workerId)), workerId, code: codes.sign('P', workerId) };
  },

  async 'workers.change'({ input, caller: { workerId } }, { workers, codes }) {
    return { ...(await workers.change(workerId, input)), workerId, code: codes.sign('P', workerId) };
  },

  async 'workers.views'({ caller: { workerId } }, { workers, exports }) {
    const [own, { home }] = await Promise.all([workers.views(workerId), workers.get(workerId)]);
    const lists = home ? (await exports.ofRegion(home.regionCode)).items : [];
    return { items: viewsWith(own, lists) };
  },
};
