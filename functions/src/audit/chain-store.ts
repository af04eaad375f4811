import { keys } from '../table/keys.ts';
import { auditKeptDays } from '../table/layout.ts';
import type { Item, Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { hashOf } from './hashing.ts';
import { type Block, blockOf, firstGap, type Gap } from './rules.ts';

interface Change {
  before?: Item | undefined;
  after?: Item | undefined;
}
/** What one batch of the stream brings to the chain of one region. */
interface Links {
  lines: Block['lines'];
  touched: string[];
}

const start = 'start';
/** A little longer than its lines. */
const blockKeptDays = auditKeptDays + 4;
const linePrefix = keys.auditLine('', '').pk;
const blockPrefix = keys.auditBlock('', 0).pk;
const isOf = (prefix: string, item: Item | undefined): boolean => String(item?.pk).startsWith(prefix);

/** A line goes to the chain when it is put; a change or a removal that the clock did not make is told there too. */
function linkOf({ before, after }: Change, now: string): { region: string; line?: Block['lines'][number]; touched?: string } | undefined {
  const item = after ?? before;
  if (isOf(linePrefix, item) && after && !before) {
    return { region: String(item?.region), line: { lineId: String(item?.sk), hash: hashOf(after) } };
  }
  if (!before || !(isOf(linePrefix, item) || isOf(blockPrefix, item))) return undefined;
  const isLetGo = !after && Number(before.ttl) * 1000 <= Date.parse(now);
  return isLetGo ? undefined : { region: String(before.region), touched: String(before.sk) };
}

/** What a batch brings, region by region. */
function linksOf(changes: readonly Change[], now: string): Map<string, Links> {
  const links = changes.map((change) => linkOf(change, now)).filter((link) => link !== undefined);
  const regions = [...new Set(links.map(({ region }) => region))];
  return new Map(
    regions.map((region) => {
      const own = links.filter((link) => link.region === region);
      return [region, { lines: own.flatMap(({ line }) => line ?? []), touched: own.flatMap(({ touched }) => touched ?? []) }];
    }),
  );
}

/** The logs lie outside the table: whoever makes the chain anew there cannot make it anew here. */
function tellLogs(region: string, { touched }: Links, { block, hash }: Block): void {
  if (process.env.LOG !== 'off') console.log(JSON.stringify({ audit: { region, block, hash } }));
  if (touched.length) console.error(JSON.stringify({ audit: 'touched', region, lines: touched.length }));
}

/** One after the other, each holding the hash of the one before; a block is put where none stands and never changed. */
export function chainStore(table: Table) {
  const hashOfBlock = (block: Omit<Block, 'hash'>): string => hashOf(block);

  async function lastBlock(region: string): Promise<Block | undefined> {
    const { items } = await table.query({ pk: keys.auditBlock(region, 0).pk, newestFirst: true, limit: 1, strongly: true });
    return items[0] && blockOf(items[0]);
  }

  async function append(region: string, { lines, touched }: Links, at: string): Promise<Block> {
    for (;;) {
      const last = await lastBlock(region);
      const rest = { block: (last?.block ?? 0) + 1, at, lines, ...(touched.length ? { touched } : {}), before: last?.hash ?? start };
      const block: Block = { ...rest, hash: hashOfBlock(rest) };
      const ttl = ttlAfter(at, blockKeptDays);
      const { written } = await table.insert(keys.auditBlock(region, block.block), { ...block, region, ttl });
      if (written) return block;
    }
  }

  /** A line that came in long enough ago and stands in no block. */
  async function unchained(region: string, chained: ReadonlySet<string>, until: string): Promise<Gap | undefined> {
    const { items } = await table.query({ pk: keys.auditLine(region, '').pk, between: ['0', until], newestFirst: true, limit: 200, strongly: true });
    const free = items.findLast(({ sk }) => !chained.has(String(sk)));
    return free && { block: 0, fault: 'line_added', lineId: String(free.sk), at: String(free.at) };
  }

  return {
    /** Chains what the stream brings. A record that comes twice is chained twice, which harms nothing. */
    async chain(changes: readonly Change[], now: string): Promise<void> {
      for (const [region, links] of linksOf(changes, now)) {
        const added = await append(region, links, now);
        if (added.block === 1) await table.insert(keys.auditedRegion(region), { region, since: now });
        tellLogs(region, links, added);
      }
    },

    /** Walks the chain of a region from its first block that is still kept, and names the first gap. */
    async walk(
      region: string,
      { keptFrom, settledUntil }: { keptFrom: string; settledUntil: string },
    ): Promise<{ blocks: number; lines: number; since?: string | undefined; gap?: Gap | undefined }> {
      const walked = { blocks: 0, lines: 0, since: undefined as string | undefined };
      const chained = new Set<string>();
      let [last, cursor]: [Block | undefined, string | undefined] = [undefined, undefined];
      do {
        const page = await table.query({ pk: keys.auditBlock(region, 0).pk, limit: 100, cursor, strongly: true });
        const blocks = page.items.map(blockOf);
        const lineIds = [...new Set(blocks.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)))];
        const items = await table.findMany(
          lineIds.map((lineId) => keys.auditLine(region, lineId)),
          { strongly: true },
        );
        const hashes = new Map(items.map((item) => [String(item.sk), hashOf(item)]));
        const gap = firstGap(blocks, { hashOfBlock, keptFrom, hashNow: (lineId) => hashes.get(lineId) }, last);
        walked.blocks += blocks.length;
        walked.lines += lineIds.length;
        walked.since ??= blocks[0]?.at;
        if (gap) return { ...walked, gap };
        for (const lineId of lineIds) chained.add(lineId);
        [last, cursor] = [blocks.at(-1), page.cursor];
      } while (cursor);
      return { ...walked, gap: await unchained(region, chained, settledUntil) };
    },
  };
}
