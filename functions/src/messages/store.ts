import { type EmployerId, Instant, type WorkerId } from '@shanhai/shared/contract/basics.ts';
import { isMessageKind, type MessageKind, type MessageKindName, messageKinds } from '@shanhai/shared/rules/messages.ts';
import * as z from 'zod';
import { indexed, keys } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { queryTogether } from '../table/together.ts';
import { ttlAfter } from '../table/ttl.ts';
import { type KeptMessage, type Told, toldMessage } from './rules/kept.ts';
import { staleAt, whenSendable } from './rules/sending.ts';
import type { MessageTemplates } from './templates.ts';

const MessageItem = z.object({
  onceKey: z.string(),
  kind: z.string().refine(isMessageKind),
  values: z.record(z.string(), z.string()),
  scope: z.string().optional(),
  at: Instant,
});

/** A kind that is no longer known is passed over: there are no words for it. */
export function parseMessage(item: Item): KeptMessage[] {
  const read = MessageItem.safeParse(item);
  return read.success ? [{ ...read.data, kind: read.data.kind as MessageKindName }] : [];
}

/** Messages are kept for a year. */
const keptDays = 365;
const mostUnread = 99;
/** A transaction holds a hundred writes; an employer with more recruiters tells the first ones. */
const mostInTransaction = 60;

export interface Around {
  /** Who works for this employer. */
  workersOf: (employerId: EmployerId) => Promise<readonly WorkerId[]>;
  /** The record a person has now, for an id from before a claim or a merge. */
  currentOf: (workerId: WorkerId) => Promise<WorkerId>;
  /** What this stage can tell in WeChat; the rest is told in the mini-program only. */
  templates: MessageTemplates;
}

export function messageStore(table: Table, now: () => string, { workersOf, currentOf, templates }: Around) {
  /** A message that WeChat can carry waits for its sender from the first moment on. */
  const waiting = (to: WorkerId, { kind, onceKey, usefulUntil }: Told): Item => {
    const { template }: Partial<MessageKind> = messageKinds[kind] ?? {};
    if (!template || !templates[template]) return {};
    const id = `${to}#${onceKey}`;
    return { wechat: 'waiting', template, tries: 0, usefulUntil: usefulUntil ?? staleAt(now()), ...indexed.due('wechat', whenSendable(now(), id), id) };
  };

  const itemOf = (to: WorkerId, told: Told): Item => {
    const message = toldMessage(told, now());
    return {
      ...message,
      to,
      ...waiting(to, told),
      ttl: ttlAfter(message.at, keptDays),
      ...indexed.messageOf(to, message.at, message.onceKey),
    };
  };

  async function keep<K extends MessageKindName>(to: WorkerId, told: Told<K>): Promise<void> {
    await table.insert(keys.message(to, told.onceKey), itemOf(to, told));
  }

  const writesTo = <K extends MessageKindName>(to: WorkerId, told: Told<K>): Write[] => [table.write.put(keys.message(to, told.onceKey), itemOf(to, told))];

  async function readUpTo(to: WorkerId): Promise<string> {
    const item = await table.find(keys.messagesRead(to), { strongly: true });
    return typeof item?.upTo === 'string' ? item.upTo : '';
  }

  return {
    /** Tells a person, in the mini-program always, also by an id from before a merge. The same `onceKey` again changes nothing. */
    async tell<K extends MessageKindName>(to: WorkerId, told: Told<K>): Promise<void> {
      await keep(await currentOf(to), told);
    },

    /** The same as part of a transaction; what else is in it keeps it from happening twice. */
    async writes<K extends MessageKindName>(to: WorkerId, told: Told<K>): Promise<Write[]> {
      return writesTo(await currentOf(to), told);
    },

    /** Tells everybody who works for an employer, in that employer's name. */
    async tellEmployer<K extends MessageKindName>(employerId: EmployerId, told: Told<K>): Promise<void> {
      const workers = await workersOf(employerId);
      await Promise.all(workers.map((to) => keep(to, { ...told, scope: employerId })));
    },

    /** The same as part of a transaction. */
    async writesForEmployer<K extends MessageKindName>(employerId: EmployerId, told: Told<K>): Promise<Write[]> {
      const workers = await workersOf(employerId);
      return workers.slice(0, mostInTransaction).flatMap((to) => writesTo(to, { ...told, scope: employerId }));
    },

    /** A page of what a person was told under all their ids, newest first. */
    async ofPerson(selves: readonly WorkerId[], cursor?: string) {
      const pks = selves.map((to) => indexed.messageOf(to, '', '').gsi1pk);
      const page = await queryTogether(table, { pks, index: 'gsi1', order: 'gsi1sk', newestFirst: true, limit: 30, cursor });
      return { items: page.items.flatMap(parseMessage), cursor: page.cursor };
    },

    readUpTo,

    /** Counts from the newest back to what was read; one page at most. */
    async unread(selves: readonly WorkerId[], from: string): Promise<number> {
      const between: [string, string] = [from ? `${from}~` : '0', '9'];
      const pks = selves.map((to) => indexed.messageOf(to, '', '').gsi1pk);
      const pages = await Promise.all(pks.map((pk) => table.query({ pk, index: 'gsi1', newestFirst: true, limit: mostUnread, between })));
      return Math.min(mostUnread, pages.flatMap((page) => page.items.flatMap(parseMessage)).length);
    },

    /** What was read stays read: the mark only moves on. */
    async markRead(to: WorkerId, upTo: string): Promise<void> {
      await table.change(keys.messagesRead(to), { set: { upTo }, condition: 'attribute_not_exists(upTo) OR upTo < :upTo', values: { ':upTo': upTo } });
    },
  };
}
