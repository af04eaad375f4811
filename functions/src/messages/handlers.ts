import type { HandlersOf } from '../http/handler.ts';
import { readable } from './rules.ts';

export const messagesHandlers: HandlersOf<'messages'> = {
  async 'messages.mine'({ input, caller: { workerId } }, { messages }) {
    const [page, readUpTo] = await Promise.all([messages.ofPerson(workerId, input.cursor), messages.readUpTo(workerId)]);
    return { items: page.items.map((message) => readable(message, readUpTo)), cursor: page.cursor };
  },

  async 'messages.unread'({ caller: { workerId } }, { messages }) {
    return { count: await messages.unread(workerId) };
  },

  async 'messages.read'({ input, caller: { workerId } }, { messages, now }) {
    // nothing that is still to come can have been read
    await messages.markRead(workerId, input.upTo < now() ? input.upTo : now());
    return { count: await messages.unread(workerId) };
  },
};
