import type { Deps } from '../deps.ts';
import { keys } from '../table/keys.ts';
import type { Item } from '../table/table.ts';
import { copiedOf, copyKey } from './copies.ts';
import { blockOf } from './rules.ts';

type Around = Pick<Deps, 'table' | 'auditCopies' | 'now'>;

/** So many blocks make one copy at most: some megabytes. */
const mostBlocks = 200;

const bare = ({ pk: _, ttl: __, ...line }: Item): Item => line;

/** One copy more of what was added to the chain of a region; false when there is nothing new. */
async function copyOnce(region: string, { table, auditCopies, now }: Around): Promise<boolean> {
  const { copies, block: last } = await copiedOf(region, { table });
  const { pk, sk } = keys.auditBlock(region, last + 1);
  const { items } = await table.query({ pk, between: [sk, '~'], limit: mostBlocks, strongly: true });
  const blocks = items.map(blockOf);
  const newest = blocks.at(-1);
  if (!newest) return false;
  const lineIds = [...new Set(blocks.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)))];
  const lines = await table.findMany(
    lineIds.map((lineId) => keys.auditLine(region, lineId)),
    { strongly: true },
  );
  const body = JSON.stringify({ region, copy: copies + 1, at: now(), blocks, lines: lines.map(bare) });
  const isPut = await auditCopies.putOnce(copyKey(region, copies + 1), Buffer.from(body), 'application/json');
  // one that stands there already was put and not written down: what it did not hold comes with the next
  await table.put(keys.auditCopied(region), { copies: copies + 1, block: isPut ? newest.block : last, at: now() });
  return true;
}

/** Copies the chains of all regions into a bucket where nothing can be changed or deleted for three years. 〔个人信息保护法 §51、§56〕 */
export function copyAudit(around: Around) {
  return async (): Promise<void> => {
    for (const { region } of await around.table.queryAll({ pk: keys.auditedRegion('').pk })) {
      for (let isMore = true; isMore; ) isMore = await copyOnce(String(region), around);
    }
  };
}
