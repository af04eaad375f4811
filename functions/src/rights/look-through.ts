import type { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { FileId } from '@shanhai/shared/contract/files.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import type { Deps, Duty } from '../deps.ts';
import { resealed } from '../sealing/reseal.ts';
import { type Key, keys, prefixes } from '../table/keys.ts';
import { kindOf } from '../table/kinds.ts';
import type { Item } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { afterErasure, peopleAbout } from './rules/about-erased.ts';
import { isOver } from './rules/ends.ts';
import { nobody } from './rules/reduced.ts';

type Found = Item & Key;

const hourMs = 3_600_000;
/** What ends is found within a week. */
const passHours = 7 * 24;
/** Values that a function started before the change of keys still closed with the old one are found by another pass. */
const againHours = 24;
/** Some megabytes at a time. */
const mostPages = 4;
const markName = 'look-through';

const Mark = z.object({
  /** Where this pass goes on; none when it is done. */
  from: z.record(z.string(), z.unknown()).optional(),
  doneAt: z.string().optional(),
  /** The key that closes now, and how many values this pass closed anew with it. */
  keyId: z.string().optional(),
  resealed: z.number().default(0),
  removed: z.number().default(0),
  failed: z.number().default(0),
});
type Mark = z.infer<typeof Mark>;

/** Gone as by the table's own clock: what the stream counts does not count back. */
async function letGo({ pk, sk }: Key, { table, now }: Deps): Promise<void> {
  await table.change({ pk, sk }, { set: { ttl: ttlAfter(now()) }, condition: 'attribute_exists(pk)' });
  await table.remove({ pk, sk });
}

async function dropFile(file: Found, { table, objects }: Deps): Promise<void> {
  if (typeof file.objectKey === 'string') await objects.remove(file.objectKey);
  await table.remove({ pk: file.pk, sk: file.sk });
}

/** The name and phone of the agent, and the photographs of the papers. */
async function reduceEmployer({ pk, sk, papers, agentName }: Found, deps: Deps): Promise<boolean> {
  if (agentName === nobody) return false;
  const files = z.array(z.object({ fileId: z.string() })).parse(papers ?? []);
  for (const file of await deps.table.findMany(files.map(({ fileId }) => keys.file(fileId as FileId)))) await dropFile(file as Found, deps);
  await deps.table.change({ pk, sk }, { set: { agentName: nobody, agentPhone: '' }, remove: ['papers'], add: { version: 1 } });
  return true;
}

/** The contacts at the booths of a fair that is long over. */
async function reduceFair({ pk, sk, isReduced }: Found, { table }: Deps): Promise<boolean> {
  if (isReduced) return false;
  const booths = await table.queryAll({ pk, prefix: prefixes.booth });
  for (const booth of booths) await table.change({ pk: String(booth.pk), sk: String(booth.sk) }, { set: { contactName: '' } });
  await table.change({ pk, sk }, { set: { isReduced: true } });
  return true;
}

/** A photograph stays while it is in the papers of an employer. */
async function endFile(file: Found, deps: Deps): Promise<boolean> {
  const employer = typeof file.employerId === 'string' ? await deps.table.find(keys.employer(file.employerId as EmployerId)) : undefined;
  const papers = z.array(z.object({ fileId: z.string() })).parse(employer?.papers ?? []);
  if (papers.some(({ fileId }) => fileId === file.fileId)) return false;
  await dropFile(file, deps);
  return true;
}

async function endAllocation({ pk }: Found, deps: Deps): Promise<boolean> {
  for (const item of await deps.table.queryAll({ pk })) await deps.table.remove({ pk, sk: String(item.sk) });
  return true;
}

/** Kinds of which something stays, or something else goes with them; all others go whole. */
const endings: Partial<Record<string, (item: Found, deps: Deps) => Promise<boolean>>> = {
  employer: reduceEmployer,
  fair: reduceFair,
  file: endFile,
  allocation: endAllocation,
};

async function end(kind: string, item: Found, deps: Deps): Promise<boolean> {
  const ending = endings[kind];
  if (ending) return ending(item, deps);
  // a function may not touch the audit: the table's clock does
  if (kind.startsWith('audit')) return false;
  await letGo(item, deps);
  return true;
}

/** Closes anew what an older key closed, unless somebody wrote it meanwhile. */
async function closeAnew(item: Found, { table, seal }: Deps): Promise<boolean> {
  const set = resealed(item, seal);
  const names = Object.keys(set);
  if (!names.length) return false;
  const condition = names.map((_, i) => `#was${i} = :was${i}`).join(' AND ');
  const values = Object.fromEntries(names.map((name, i) => [`:was${i}`, item[name]]));
  const aliases = Object.fromEntries(names.map((name, i) => [`#was${i}`, name]));
  return 'item' in (await table.change({ pk: item.pk, sk: item.sk }, { set, condition, values, names: aliases }));
}

/** What others wrote about somebody who is erased, wherever it lies: the sweep only follows the person's own items. 〔个人信息保护法 §47〕 */
async function forgetErased(kind: string, item: Found, deps: Deps): Promise<boolean> {
  const people = peopleAbout(kind, item) as WorkerId[];
  if (!people.length) return false;
  const erased = new Set((await deps.table.findMany(people.map(keys.worker))).flatMap(({ pk, erasedAt }) => (erasedAt ? [String(pk).slice(2)] : [])));
  const after = afterErasure(kind, item, (id) => erased.has(String(id)));
  if (after === 'stays') return false;
  if (after === 'goes') return end(kind, item, deps);
  await deps.table.change({ pk: item.pk, sk: item.sk }, { ...after, condition: 'attribute_exists(pk)' });
  return true;
}

async function lookAt(item: Found, kind: string | undefined, mark: Mark, deps: Deps): Promise<void> {
  const isDone = kind && ((isOver(kind, item, deps.now()) && (await end(kind, item, deps))) || (await forgetErased(kind, item, deps)));
  if (isDone) mark.removed++;
  else if (await closeAnew(item, deps)) mark.resealed++;
}

/** An item that is not what it should be, as a closed value that was moved, keeps no other from being looked at. */
async function lookAtEach(items: readonly Found[], mark: Mark, deps: Deps): Promise<void> {
  for (const item of items) {
    const kind = kindOf(item);
    await lookAt(item, kind, mark, deps).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'try_again') throw error;
      mark.failed++;
      console.error(JSON.stringify({ lookThrough: 'bad_item', kind, error: error instanceof Error ? error.name : 'unknown' }));
    });
  }
}

/** Where to go on; undefined when it is too early for another pass. */
function nextPass(mark: Mark, keyId: string, now: string): Mark | undefined {
  if (mark.from && mark.keyId === keyId) return mark;
  const pause = (mark.resealed ? againHours : passHours) * hourMs;
  const isEarly = mark.keyId === keyId && mark.doneAt !== undefined && Date.parse(mark.doneAt) + pause > Date.parse(now);
  return isEarly ? undefined : { keyId, resealed: 0, removed: 0, failed: 0 };
}

/** A whole pass is a line: what went, and how much an older key had closed. None of it: that key closes nothing any more. */
const tell = ({ keyId, resealed: values, removed, failed }: Mark): void => {
  if (process.env.LOG !== 'off') console.log(JSON.stringify({ lookThrough: 'done', keyId, resealed: values, removed, failed }));
};

/**
 * Looks the whole table through, some pages at a time: what has been kept as long as it may goes, and what an older key closed is
 * closed anew. 〔个人信息保护法 §19、§47、§51〕
 */
export async function lookThrough(deps: Deps): Promise<void> {
  const { table, seal, now, pageOfTable } = deps;
  const key = keys.mark(markName);
  const mark = nextPass(Mark.parse((await table.find(key, { strongly: true })) ?? {}), seal.keyId, now());
  if (!mark) return;
  for (let pages = 0; pages < mostPages; pages++) {
    const { items, next } = await pageOfTable(mark.from);
    await lookAtEach(items as Found[], mark, deps);
    mark.from = next;
    if (!next) mark.doneAt = now();
    await table.put(key, { ...mark });
    if (!next) return tell(mark);
  }
}

export const lookThroughByTime: Duty = { name: markName, everyMinutes: 10, run: lookThrough };
