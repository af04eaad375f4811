import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { keys } from '../table/keys.ts';
import { hashOf } from './hashing.ts';
import { type Block, blockOf, type Gap } from './rules.ts';

/** How far the chain of a region is copied: how many copies there are, and the last block that stands in one. */
const Copied = z.object({ copies: z.number().int().default(0), block: z.number().int().default(0), at: z.string().optional() });

/** Blocks of a region with their lines, as they were when they were copied. */
interface Copy {
  at: string;
  blocks: Block[];
}

interface Around extends Pick<Deps, 'table' | 'auditCopies'> {
  /** Blocks older than this have been let go by the clock. */
  keptFrom: string;
}

/** Where a copy lies: by its number, so that the next one is known without a list. */
export const copyKey = (region: string, copy: number): string => `${region}/${String(copy).padStart(8, '0')}.json`;

export async function copiedOf(region: string, { table }: Pick<Deps, 'table'>): Promise<z.infer<typeof Copied>> {
  return Copied.parse((await table.find(keys.auditCopied(region), { strongly: true })) ?? {});
}

async function readCopy(region: string, copy: number, { auditCopies }: Pick<Around, 'auditCopies'>): Promise<Copy | undefined> {
  const found = await auditCopies.get(copyKey(region, copy));
  return typeof found === 'object' ? (JSON.parse(Buffer.from(found.bytes).toString('utf8')) as Copy) : undefined;
}

/** How many copies there are: also those that the table does not know of any more. */
async function countOf(region: string, around: Around): Promise<number> {
  let { copies: count } = await copiedOf(region, around);
  while (await readCopy(region, count + 1, around)) count++;
  return count;
}

const isWhole = ({ hash, ...rest }: Block): boolean => hashOf(rest) === hash;

/** The first block of a copy that the table says differently, or no more. */
async function differing(region: string, { blocks }: Copy, { table, keptFrom }: Around): Promise<Block | undefined> {
  const items = await table.findMany(
    blocks.map(({ block }) => keys.auditBlock(region, block)),
    { strongly: true },
  );
  const standing = new Map(items.map(blockOf).map((one) => [one.block, one]));
  return blocks.find((copied) => {
    const now = standing.get(copied.block);
    if (!now) return copied.at >= keptFrom;
    return !isWhole(copied) || now.hash !== copied.hash || !isWhole(now);
  });
}

async function gapIn(region: string, copy: number, around: Around): Promise<Gap | undefined> {
  const read = await readCopy(region, copy, around);
  if (!read) return { block: 0, fault: 'copy_missing' };
  const block = await differing(region, read, around);
  return block && { block: block.block, fault: 'copy_differs', at: block.at };
}

/** The first of these copies that differs; each block holds the hash of the one before, so all after it differ too. */
async function firstDiffering(region: string, last: number, gap: Gap, around: Around): Promise<Gap> {
  let [from, to, found] = [1, last, gap];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const earlier = await gapIn(region, middle, around);
    // the first copies are let go after three years
    if (earlier && earlier.fault !== 'copy_missing') [to, found] = [middle, earlier];
    else from = middle + 1;
  }
  return found;
}

/**
 * Does the table say what was copied out of it? The last copy answers for all: whoever changes an earlier block changes every hash after it.
 * The walk over the chain says whether the hashes hold.
 */
export async function comparedWithCopies(region: string, around: Around): Promise<{ count: number; until?: string | undefined; gap?: Gap | undefined }> {
  const count = await countOf(region, around);
  if (!count) return { count };
  const [last, gap] = await Promise.all([readCopy(region, count, around), gapIn(region, count, around)]);
  return { count, until: last?.at, gap: gap && (await firstDiffering(region, count, gap, around)) };
}
