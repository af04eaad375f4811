import type { Table } from '../table/table.ts';
import { grantStore } from './grants.ts';
import { laidAsideStore } from './laid-aside.ts';
import { outboxStore } from './outbox.ts';
import { type Around, messageStore } from './store.ts';

/** Everything that has to do with telling people. */
export function messageStores(table: Table, now: () => string, around: Around) {
  return {
    messages: messageStore(table, now, around),
    outbox: outboxStore(table, now),
    grants: grantStore(table),
    laidAside: laidAsideStore(table, now),
    messageTemplates: around.templates,
  };
}
