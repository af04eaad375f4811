import type { Message } from '@shanhai/shared/contract/messages.ts';
import { withoutLeads } from '@shanhai/shared/rules/lead-away.ts';
import { filled, type MessageKind, type MessageKindName, messageKinds, paramsOf } from '@shanhai/shared/rules/messages.ts';

/** What an area says when something happened to a person. */
export interface Told<K extends MessageKindName = MessageKindName> {
  kind: K;
  /** Fills the words; ids for the page among them. Never a phone number, never free text of others. */
  values: Readonly<Record<string, string | undefined>>;
  /** Says what happened so that the same thing is told once: `card.answered#fair#booth#time`. */
  onceKey: string;
  /** The employer or region it is about, for staff. */
  scope?: string;
  /** After this moment it is told in the mini-program only: a reminder of what is over reminds nobody. */
  usefulUntil?: string;
}

/** A message as it is kept. */
export interface KeptMessage {
  onceKey: string;
  kind: MessageKindName;
  values: Record<string, string>;
  scope?: string | undefined;
  at: string;
}

const longestValue = 60;
const valuesOf = (values: Told['values']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value.slice(0, longestValue)]] : [])));

export function toldMessage({ kind, values, onceKey, scope }: Told, at: string): KeptMessage {
  return { onceKey, kind, values: valuesOf(values), scope, at };
}

/** A message as its person reads it. */
export function readable({ onceKey, kind: name, values, scope, at }: KeptMessage, readUpTo: string): Message {
  const kind: MessageKind = messageKinds[name];
  return {
    messageId: onceKey,
    kind: name,
    title: withoutLeads(filled(kind.title, values)),
    words: withoutLeads(filled(kind.words, values)),
    page: kind.page,
    params: paramsOf(kind, values),
    role: kind.to,
    scope,
    at,
    isRead: at <= readUpTo,
  };
}
