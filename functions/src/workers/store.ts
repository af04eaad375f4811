import type { Table } from '../table/table.ts';
import { learnStore } from './learn-store.ts';
import { mergeStore } from './merge-store.ts';
import { type Around, personStore } from './person-store.ts';
import { sealedStore } from './sealed-store.ts';
import { skilledStore } from './skilled-store.ts';
import { surveyStore } from './survey-store.ts';

/** People, and what officers do with many of them: finding, joining two records, bringing a survey in. */
export function workerStore(table: Table, around: Around) {
  const { seal, consents, now } = around;
  return {
    ...personStore(table, around),
    ...mergeStore(table, sealedStore(table, seal, consents, now), consents, now),
    ...learnStore(table, seal, now),
    ...skilledStore(table, now),
    ...surveyStore(table, seal),
  };
}
