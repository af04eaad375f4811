import { templateNames } from '@shanhai/shared/rules/messages.ts';
import type { HandlersOf } from '../http/handler.ts';
import { readable } from './rules/kept.ts';
import { byReason, requireOperator } from './rules/laid-aside.ts';

export const messagesHandlers: HandlersOf<'messages'> = {
  async 'messages.mine'({ input, caller: { workerId } }, { messages }) {
    const [page, readUpTo] = await Promise.all([messages.ofPerson(workerId, input.cursor), messages.readUpTo(workerId)]);
    return { items: page.items.map((message) => readable(message, readUpTo)), cursor: page.cursor };
  },

  async 'messages.unread'({ caller: { workerId } }, { messages }) {
    return { count: await messages.unread(workerId) };
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

  async 'messages.read'({ input, caller: { workerId } }, { messages, now }) {
    // nothing that is still to come can have been read
    await messages.markRead(workerId, input.upTo < now() ? input.upTo : now());
    return { count: await messages.unread(workerId) };
  },
};
