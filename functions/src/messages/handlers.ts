import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { templateNames } from '@shanhai/shared/rules/messages.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { readable } from './rules/kept.ts';
import { byReason, requireOperator } from './rules/laid-aside.ts';

/** Of everything told to this person, also under a record that was claimed or merged. */
async function unreadOf(workerId: WorkerId, { messages, workers }: Deps): Promise<number> {
  const [selves, readUpTo] = await Promise.all([workers.selvesOf(workerId), messages.readUpTo(workerId)]);
  return messages.unread(selves, readUpTo);
}

export const messagesHandlers: HandlersOf<'messages'> = {
  async 'messages.mine'({ input, caller: { workerId } }, { messages, workers }) {
    const [selves, readUpTo] = await Promise.all([workers.selvesOf(workerId), messages.readUpTo(workerId)]);
    const page = await messages.ofPerson(selves, input.cursor);
    return { items: page.items.map((message) => readable(message, readUpTo)), cursor: page.cursor };
  },

  async 'messages.unread'({ caller: { workerId } }, deps) {
    return { count: await unreadOf(workerId, deps) };
  },

  async 'messages.templates'({ caller: { workerId } }, { grants, messageTemplates }) {
    const names = templateNames.filter((name) => messageTemplates[name]);
    const left = await grants.left(workerId, names);
    return { items: names.map((template) => ({ template, templateId: messageTemplates[template]?.id ?? '', left: left.get(template) ?? 0 })) };
  },

  async 'messages.agree'({ input, caller: { workerId } }, { grants }) {
    await Promise.all(input.templates.map((template) => grants.agree(workerId, template, input.nonce)));
    return {};
  },

  async 'messages.outbox'({ caller }, { laidAside }) {
    requireOperator(caller);
    const { waiting, dead, unsure } = await laidAside.all();
    return { waiting: waiting.length, waitingSince: waiting[0]?.at, dead: byReason(dead), unsure: byReason(unsure) };
  },

  async 'messages.resend'({ caller }, { laidAside }) {
    requireOperator(caller);
    return { count: await laidAside.tryAgain() };
  },

  async 'messages.read'({ input, caller: { workerId } }, deps) {
    const { messages, now } = deps;
    // nothing that is still to come can have been read
    await messages.markRead(workerId, input.upTo < now() ? input.upTo : now());
    return { count: await unreadOf(workerId, deps) };
  },
};
