import type { HandlersOf } from '../http/handler.ts';
import { concernedFair, readBoard } from './board.ts';

export const reportsHandlers: HandlersOf<'reports'> = {
  async 'reports.board'({ input, caller }, deps) {
    return readBoard(await concernedFair(input.fairId, caller, deps), deps);
  },
};
