import type { HandlersOf } from '../http/handler.ts';

export const exportsHandlers: HandlersOf<'exports'> = {
  async 'exports.list'({ input, caller }, { exports }) {
    return exports.ofRegion(caller.scope ?? '', input.cursor);
  },
};
