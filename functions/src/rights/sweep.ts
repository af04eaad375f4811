import { type FairId, FairNumber, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { regionNames } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';
import { keys, prefixes } from '../table/keys.ts';
import type { Item } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { isAboutPerson, type Traces } from './rules/held-person.ts';
import { becomes, ledgerKeptDays, nobody } from './rules/reduced.ts';

/** Further than any change that read the record before can reach. */
const revAhead = 1000;

type Profile = Awaited<ReturnType<Deps['workers']['get']>>;

/** Every id the person has, also of records that went into theirs. */
const selvesOf = (workerId: WorkerId, { workers }: Deps): Promise<WorkerId[]> => workers.selvesOf(workerId);

/** First of all the record becomes a tombstone: whatever writes a name asks whether it stands there. */
async function entomb(workerId: WorkerId, { table, now }: Deps): Promise<Item> {
  const before = (await table.find(keys.worker(workerId), { strongly: true })) ?? {};
  if (!before.erasedAt) await table.put(keys.worker(workerId), { erasedAt: now(), rev: Number(before.rev ?? 0) + revAhead });
  return before;
}

/** The WeChat account leads nowhere any more: who opens the mini-program again is somebody new. */
async function closeAccount(workerId: WorkerId, { table }: Deps): Promise<void> {
  const user = await table.find(keys.userOf(workerId), { strongly: true });
  if (typeof user?.openid === 'string') await table.remove(keys.user(user.openid));
}

/** Places that were promised are free again, and who waits for an answer waits no longer. */
async function letGo(workerId: WorkerId, { applications, cards, interviews, now }: Deps): Promise<void> {
  for (const one of await applications.ofWorker(workerId)) {
    await interviews.giveBackFor(workerId, one.jobId);
    if (one.state !== 'withdrawn' && one.endsAt > now()) await applications.save({ ...one, state: 'withdrawn' }, one);
  }
  for (const card of await cards.ofWorker(workerId)) {
    if (card.reply === 'accepted' && !card.withdrawnAt && card.endsAt > now()) await cards.save({ ...card, reply: 'declined' }, card);
  }
}

/** Off the lists of the gate: the number stays, the name goes. */
async function leaveRosters(workerId: WorkerId, checkIns: readonly Item[], { table }: Deps): Promise<void> {
  for (const { fairId, number } of checkIns) {
    const [fair, no] = [fairId as FairId, FairNumber.parse(number)];
    const bare = { remove: ['name', 'phoneTail'], condition: 'workerId = :own', values: { ':own': workerId } };
    const outcome = await table.change(keys.roster(fair, no), bare);
    if ('standing' in outcome) continue;
    const { pk } = keys.roster(fair, no);
    const rows = await Promise.all([prefixes.rosterName, prefixes.rosterTail].map((prefix) => table.queryAll({ pk, prefix })));
    for (const row of rows.flat().filter((r) => r.number === no)) await table.remove({ pk, sk: String(row.sk) });
  }
}

/** When they went in and out at the gates. */
async function leavePassages(workerId: WorkerId, checkIns: readonly Item[], { passages }: Deps): Promise<void> {
  for (const { fairId } of checkIns) await passages.forget(fairId as FairId, workerId);
}

/** The words a device closed for the server, if these can be read. */
function unsealed({ sealed, ...action }: Record<string, unknown>, fairId: FairId, { gateSeal }: Deps): Record<string, unknown> {
  try {
    return typeof sealed === 'string' ? { ...(JSON.parse(gateSeal.open(sealed, fairId)) as object), ...action } : action;
  } catch {
    return action;
  }
}

/** What revoked devices sent about them, at whatever fair, also where they were never let in. */
async function leaveDevices(known: Omit<Traces, 'numbers'>, checkIns: readonly Item[], deps: Deps): Promise<void> {
  for (const fairId of await deps.devices.fairsWithHeld()) {
    const traces = { ...known, numbers: checkIns.filter((one) => one.fairId === fairId).map((one) => Number(one.number)) };
    for (const { deviceId, nonce, action } of await deps.devices.held(fairId)) {
      if (isAboutPerson(unsealed(action, fairId, deps), traces)) await deps.devices.letGo(fairId, deviceId, [nonce]);
    }
  }
}

/** Nobody acts for them, and they act for nobody: their name stands in no record of others. */
async function partFromOthers(workerId: WorkerId, profile: Item, items: readonly Item[], { table, workers }: Deps): Promise<void> {
  for (const { proxyId } of (profile.proxies ?? []) as { proxyId: WorkerId }[]) await table.remove(keys.actsFor(proxyId, workerId));
  for (const { sk } of items.filter((i) => String(i.sk).startsWith(prefixes.actsFor))) {
    const other = WorkerIdShape.parse(String(sk).slice(prefixes.actsFor.length));
    await workers.dropProxy(other, workerId);
    const lines = await table.queryAll({ pk: keys.worker(other).pk, prefix: prefixes.consent });
    for (const line of lines.filter((l) => l.purpose === 'registered' && l.about === workerId && l.receiver)) {
      await table.change({ pk: String(line.pk), sk: String(line.sk) }, { set: { receiver: nobody } });
    }
  }
}

/**
 * What merges and village lists keep of them beside the record, wherever they came from at the time: people move. In a place that we
 * know by no name and the person by no check-in the weekly look through the table finds it.
 */
async function leaveDesks(selves: readonly WorkerId[], homes: readonly string[], { table }: Deps): Promise<void> {
  const regions = new Set(['100000', ...Object.keys(regionNames), ...homes.flatMap((code) => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])]);
  const isOwn = (id: unknown): boolean => selves.includes(id as WorkerId);
  for (const region of regions) {
    const merges = await table.queryAll({ pk: `MR#${region}`, index: 'gsi1' });
    for (const merge of merges.filter((m) => isOwn(m.survivor) || isOwn(m.other))) await table.remove(keys.merge(String(merge.mergeId)));
    const versions = await table.queryAll({ pk: keys.conflict(region, '', '').pk });
    for (const one of versions.filter((v) => isOwn(String(v.conflictId).split('.')[1]))) await table.remove({ pk: String(one.pk), sk: String(one.sk) });
  }
}

/** Photographs that are in no papers. */
async function dropFiles(selves: readonly WorkerId[], { files, objects }: Deps): Promise<void> {
  for (const file of (await files.forgottenBy('9')).filter((f) => selves.includes(f.ownerId))) {
    if ((await files.forget(file.fileId)) && file.objectKey) await objects.remove(file.objectKey);
  }
}

async function reduceItem({ pk, sk, ...item }: Item, { table, now }: Deps): Promise<void> {
  const key = { pk: String(pk), sk: String(sk) };
  const next = becomes(key.sk, item);
  if (next === 'goes') await table.remove(key);
  else if (key.sk.startsWith(prefixes.consent)) {
    if (!item.ttl) await table.change(key, { set: { ttl: ttlAfter(now(), ledgerKeptDays) }, remove: ['gsi2pk', 'gsi2sk'] });
  } else if (next !== 'stays') {
    // a reader that saves what it read before finds another version
    await table.change(key, { ...next, ...(typeof item.version === 'number' ? { add: { version: 1 } } : {}) });
  }
}

/** Where they are from, where they checked in and by which phone they were known: what leads to the rest. */
interface Swept {
  homes: string[];
  phones: string[];
  checkIns: Item[];
}

async function sweepOne(workerId: WorkerId, deps: Deps): Promise<Swept> {
  const { table } = deps;
  const before = await entomb(workerId, deps);
  await closeAccount(workerId, deps);
  await letGo(workerId, deps);
  const items = await table.queryAll({ pk: keys.worker(workerId).pk, strongly: true });
  const checkIns = items.filter((i) => String(i.sk).startsWith(prefixes.checkIn));
  await leaveRosters(workerId, checkIns, deps);
  await leavePassages(workerId, checkIns, deps);
  await partFromOthers(workerId, before, items, deps);
  for (const item of items) await reduceItem(item, deps);
  const homes = [before, ...checkIns].flatMap(({ home }) => String((home as Profile['home'])?.regionCode ?? '') || []);
  return { homes, phones: typeof before.phone === 'string' ? [before.phone] : [], checkIns };
}

/** Everything of a person goes but what a law makes us keep without a name. Done again it finds nothing to do. 〔个人信息保护法 §47〕 */
export async function sweep(workerId: WorkerId, deps: Deps): Promise<void> {
  const selves = await selvesOf(workerId, deps);
  const swept: Swept[] = [];
  // the own record last: it leads to the others
  for (const id of [...selves].reverse()) swept.push(await sweepOne(id, deps));
  const of = <F extends keyof Swept>(field: F): Swept[F] => swept.flatMap((one) => one[field] as unknown[]) as Swept[F];
  await leaveDesks(selves, of('homes'), deps);
  await leaveDevices({ ids: selves, phones: of('phones') }, of('checkIns'), deps);
  await dropFiles(selves, deps);
}
