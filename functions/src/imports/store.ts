import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Import } from '@shanhai/shared/contract/imports.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { ImportKind } from '@shanhai/shared/rules/imports.ts';
import * as z from 'zod';
import type { Seal } from '../sealing/seal.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { KeptRow } from './rules/kept-row.ts';

const Kept = Import.omit({ left: true }).extend({
  scope: z.string(),
  /** Who brought it. */
  by: WorkerId,
  /** Parts the rows are kept in, and the one that comes next. */
  parts: z.number().int(),
  next: z.number().int(),
  /** Headings of the file, for the rows that go back. */
  headings: z.array(z.string()),
});
export type Kept = z.infer<typeof Kept>;

/** A file is not asked about after this; what came in stays. */
const keptDays = 30;
/** A part is brought in by one request, and an item holds no more than 400 KB. */
const rowsOfPart = 200;
const lettersOfPart = 150_000;

/** Rows in parts that fit into an item even where nothing in them can be packed. */
function partsOf(rows: readonly KeptRow[]): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const written = JSON.stringify(row);
    const size = Buffer.byteLength(written);
    if (part.length && (part.length === rowsOfPart || bytes + size > lettersOfPart)) {
      parts.push(`[${part.join(',')}]`);
      [part, bytes] = [[], 0];
    }
    part.push(written);
    bytes += size;
  }
  return part.length ? [...parts, `[${part.join(',')}]`] : parts;
}

export function importStore(table: Table, seal: Seal) {
  const ttlOf = (createdAt: string): number => ttlAfter(createdAt, keptDays);
  /** A list of people holds their numbers: what waits is packed and sealed. */
  const partItem = (kept: Kept, part: number, rows: string) => {
    const key = keys.importPart(kept.importId, part);
    return { ...key, sealed: seal.close(gzipSync(rows).toString('base64'), { item: key, field: 'sealed' }), ttl: ttlOf(kept.createdAt) };
  };

  return {
    /** The id of a row's opening follows from its employer and what it says of itself: the same row is the same opening. */
    jobIdOf: (scope: string, key: string): JobId => createHash('sha256').update(`${scope}|${key}`).digest('base64url').slice(0, 12) as JobId,

    async keep(record: Omit<Kept, 'parts' | 'next'>, rows: readonly KeptRow[]): Promise<Kept> {
      const parts = partsOf(rows);
      const kept: Kept = { ...record, parts: parts.length, next: 0 };
      await table.putAll(parts.map((part, i) => partItem(kept, i, part)));
      await table.put(keys.import(kept.scope, kept.importId), { ...kept, ttl: ttlOf(kept.createdAt) });
      return kept;
    },

    /** An import lies under its employer or bureau: nobody else finds it. */
    async get(scope: string, importId: string): Promise<Kept> {
      const item = await table.find(keys.import(scope, importId), { strongly: true });
      if (!item) throw new Problem('not_found', { importId });
      return Kept.parse(item);
    },

    async list(scope: string, kind: ImportKind): Promise<Kept[]> {
      const { items } = await table.query({ pk: keys.import(scope, '').pk, newestFirst: true, limit: 50 });
      return items.map((item) => Kept.parse(item)).filter((kept) => kept.kind === kind);
    },

    async rows(kept: Kept, part: number): Promise<KeptRow[]> {
      const key = keys.importPart(kept.importId, part);
      const item = await table.find(key, { strongly: true });
      if (!item) return [];
      const packed = Buffer.from(seal.open(String(item.sealed), { item: key, field: 'sealed' }), 'base64');
      return z.array(KeptRow).parse(JSON.parse(gunzipSync(packed).toString('utf8')));
    },

    saveRows: (kept: Kept, part: number, rows: readonly KeptRow[]) => {
      const { pk, sk, ...item } = partItem(kept, part, JSON.stringify(rows));
      return table.put({ pk, sk }, item);
    },

    /** Moves on to the next part, unless somebody else has done so; gives the import as it stands. */
    async advance(kept: Kept, counts: Pick<Kept, 'added' | 'standing' | 'differs' | 'status'>): Promise<Kept> {
      const outcome = await table.change(keys.import(kept.scope, kept.importId), {
        set: { ...counts, next: kept.next + 1 },
        condition: '#next = :next',
        names: { '#next': 'next' },
        values: { ':next': kept.next },
      });
      return Kept.parse('item' in outcome ? outcome.item : outcome.standing);
    },
  };
}
