import { duties } from '@shanhai/functions/src/duties.ts';
import { lookThrough } from '@shanhai/functions/src/rights/look-through.ts';
import { becomes } from '@shanhai/functions/src/rights/rules/reduced.ts';
import { type Retained, retention, retentionLines } from '@shanhai/functions/src/rights/rules/retention.ts';
import { fieldSeal } from '@shanhai/functions/src/sealing/seal.ts';
import { type Key, keys } from '@shanhai/functions/src/table/keys.ts';
import { kindOf } from '@shanhai/functions/src/table/kinds.ts';
import type { Item } from '@shanhai/functions/src/table/table.ts';
import { rowsOfProfile } from '@shanhai/functions/src/workers/people-rows.ts';
import { workerStore } from '@shanhai/functions/src/workers/store.ts';
import { loadDemoWorld } from '@shanhai/infra/local/demo/load.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { aWorker } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

type Kind = keyof typeof keys;
const kinds = Object.keys(keys) as Kind[];
const rowOf = (kind: Kind): Retained => retention[kind] as Retained;
const of = (...endings: Retained['ending'][]): Kind[] => kinds.filter((kind) => endings.includes(rowOf(kind).ending));
/** Ids that are read again have the shape of ids. */
const keyOf = (kind: Kind, id = 'retained0001'): Key => (keys[kind] as (...parts: string[]) => Key)(...Array<string>(8).fill(id));
const after = (days: number): string => afterDays(noon, days);

async function wholePass(at: string): Promise<void> {
  world.clock.now = at;
  await world.deps.table.remove(keys.mark('look-through'));
  for (let isDone = false; !isDone; ) {
    await lookThrough(world.deps);
    isDone = !!(await world.deps.table.find(keys.mark('look-through'), { strongly: true }))?.doneAt;
  }
}
async function everyItem({ deps } = world): Promise<(Item & Key)[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await deps.pageOfTable(from);
    items.push(...page.items);
    from = page.next;
  } while (from);
  return items as (Item & Key)[];
}

describe('every kind of item', () => {
  let demo: World;
  beforeAll(async () => {
    demo = await startWorld();
    await loadDemoWorld(demo.deps, demo.secrets.wechatAppId);
  });
  afterAll(() => demo.stop());

  test.each(kinds)('%s is told by its key', (kind) => expect(kindOf(keyOf(kind))).toBe(kind));

  test('has a line of its own, and so has every item of the demo world', async () => {
    expect(retentionLines().length).toBeGreaterThan(60);
    const unknown = (await everyItem(demo)).filter((item) => !retention[kindOf(item) ?? '']);
    expect(unknown.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
  });

  test('that ends by the table’s clock carries its end wherever it stands; a yes once it ended', async () => {
    const without = (await everyItem(demo)).filter((item) => rowOf(kindOf(item) as Kind).ending === 'ttl' && kindOf(item) !== 'consent' && !item.ttl);
    expect([...new Set(without.map(kindOf))]).toEqual([]);
  });

  test.each(of('stays'))('%s stays, and nothing of a person is in it', (kind) => expect(rowOf(kind).holds).toBe('nothing of a person'));

  test.each(of('duty'))('%s ends by a duty that runs', (kind) => {
    const named: Partial<Record<Kind, string>> = {
      ...{ worker: 'forget-ended-consents', card: 'forget-ended-consents', application: 'forget-ended-consents' },
      ...{ roster: 'forget-roster-names', rosterName: 'forget-roster-names', rosterTail: 'forget-roster-names' },
      ...{ erasure: 'erase', file: 'forget-files' },
    };
    expect(duties.map(({ name }) => name)).toContain(named[kind]);
  });

  test.each(of('erasure').filter((kind) => kind !== 'user'))('%s goes with its person', (kind) => {
    const { pk, sk } = keyOf(kind);
    expect(pk).toMatch(/^W#/);
    expect(becomes(sk, {})).not.toBe('stays');
  });

  test('that finds a person goes with the person', () => {
    const person = { name: '杨桂兰', phone: '12066600001', home: { regionCode: '530324' }, skills: [{ trade: 'electrician' }], isFindable: true };
    const rows = (item: Item) => rowsOfProfile('worker000001' as WorkerId, { wish: { trades: ['electrician'] }, ...item }, world.deps.seal).map(kindOf);
    expect(new Set(rows(person))).toEqual(new Set(['lookup', 'skilled', 'findable']));
    expect(rows({ erasedAt: noon })).toEqual([]);
    expect(of('replaced')).toEqual(expect.arrayContaining(['lookup', 'skilled', 'findable']));
  });
});

test('what the clock let go is not counted back: the figures of a fair stand', async () => {
  world.clock.now = noon;
  const { fair, organizer } = await world.anOpenFair();
  const person = aWorker(world, 1);
  await person.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fair.fairId, 0), deviceId: 'device-0001' });
  const present = async () => (await organizer.call('reports.board', { fairId: fair.fairId })).present;
  expect(await world.settled(present, (n) => n === 1)).toBe(1);
  await wholePass(after(800));
  expect((await world.deps.attendance.ofWorker(person.session.workerId)).length).toBe(0);
  // another person's check-in comes after it in the stream
  const another = aWorker(world, 2);
  world.clock.now = noon;
  await another.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fair.fairId, 0), deviceId: 'device-0002' });
  expect(await world.settled(present, (n) => n === 2)).toBe(2);
});

test('after a change of keys all is closed anew, is found and merged as before, and the old key can go', async () => {
  world.clock.now = noon;
  const { deps, secrets } = world;
  const residentId = aResidentId('1990-03-07', 5);
  const person = aWorker(world, 11);
  const { workerId } = person.session;
  await person.call('workers.tellResidentId', { residentId });
  await person.call('workers.sayCategory', { category: 'rural', holds: true });
  const earlier = { by: workerId, relation: 'relative' as const, consent: { how: 'spoken' as const, at: noon }, via: 'survey' as const };
  await deps.workers.createFor(
    'earlier00001' as WorkerId,
    { name: '杨桂兰', home: { regionCode: '530324' }, categories: [{ category: 'lifted_out', source: '村委会', on: '2026-01-01', by: 'survey' }] as never },
    earlier,
  );
  const merge = {
    survivor: workerId,
    other: 'earlier00001' as WorkerId,
    fromOther: [],
    by: workerId,
    byName: '本人',
    regionCode: '530324',
    keepsProxies: false,
  };
  await deps.workers.merge(merge, 'merge0000001');

  const bytes = (text = ''): Uint8Array => Buffer.from(text, 'base64');
  const [old, fresh, blind] = [bytes(secrets.fieldKeys['1']), Buffer.alloc(32, 'n'), bytes(secrets.blindKey)];
  const seal = fieldSeal({ current: '2', byId: { '1': old, '2': fresh }, blind });
  for (let i = 0; i < 20; i++) await lookThrough({ ...deps, seal });
  const mark = await deps.table.find(keys.mark('look-through'));
  expect(mark).toMatchObject({ keyId: '2', doneAt: noon, resealed: 3, failed: 0 });

  const without = fieldSeal({ current: '2', byId: { '2': fresh }, blind });
  const workers = workerStore(deps.table, { seal: without, consents: deps.consents, now: deps.now, seen: () => undefined, rolesOf: async () => [] });
  expect(JSON.stringify(await everyItem())).not.toContain('"s1.1.');
  expect(await workers.residentId(workerId)).toBe(residentId);
  expect(
    await world.settled(
      () => workers.withResidentId(residentId),
      (found) => !!found,
    ),
  ).toBe(workerId);
  await expect(deps.workers.residentId(workerId)).rejects.toThrow('No key 2');
  await workers.undoMerge('merge0000001');
  expect((await workers.openSealed(workerId)).categories?.map(({ category }) => category)).toEqual(['rural']);
  // values closed with the old key since are found by another pass, a day later
  world.clock.now = after(2);
  for (let i = 0; i < 20; i++) await lookThrough({ ...deps, seal });
  expect(await deps.table.find(keys.mark('look-through'))).toMatchObject({ doneAt: after(2), resealed: 0 });
});

/** What a look through the table does not find by itself goes with what it belongs to. */
const withOthers: Partial<Record<Kind, Kind>> = { booth: 'fair', allocationRows: 'allocation' };
const timed = kinds.filter((kind) => rowOf(kind).end);
const byClock = of('ttl').filter((kind) => !kind.startsWith('audit'));
const fairId = 'retained0001';

/** An item of each kind that has an end, with the moments it is reckoned from. */
const sample = (kind: Kind): Item & Key => ({
  ...keyOf(kind),
  ...Object.fromEntries((rowOf(kind).end?.of ?? []).map((name) => [name, noon])),
  ...(rowOf(kind).ending === 'ttl' ? { ttl: Math.floor(Date.parse(after(10)) / 1000) } : {}),
  ...(kind === 'fair' || kind === 'booth' ? { fairId, contactName: '周敏' } : {}),
  ...(kind === 'employer' ? { agentName: '周敏', agentPhone: '12066600006', version: 1, papers: [{ purpose: 'agent_id', fileId: 'paperfile001' }] } : {}),
  ...(kind === 'file' ? { fileId: 'retained0001', objectKey: 'files/replaced' } : {}),
});
async function isHeld(kind: Kind): Promise<boolean> {
  const item = await world.deps.table.find(keyOf(kind), { strongly: true });
  if (kind === 'employer') return item?.agentPhone !== '';
  if (kind === 'booth') return item?.contactName !== '';
  if (kind === 'fair') return !item?.isReduced;
  return item !== undefined;
}
const objectOf = (key: string) => world.deps.objects.get(key);

describe('by the moved clock', () => {
  const held = new Map<number, Set<Kind>>();
  beforeAll(async () => {
    const { table, objects } = world.deps;
    await table.putAll([...new Set([...timed, ...byClock, ...(Object.keys(withOthers) as Kind[])])].map(sample));
    await table.put(keys.file('paperfile001' as never), { fileId: 'paperfile001', employerId: 'retained0001', objectKey: 'files/in-papers', finishedAt: noon });
    for (const key of ['files/replaced', 'files/in-papers']) await objects.put(key, Buffer.from(key), 'image/png');
    for (const days of [9, 11, 730, 732, 1095, 1097]) {
      await wholePass(after(days));
      const there = await Promise.all(kinds.map(async (kind) => ((await isHeld(kind)) ? [kind] : [])));
      held.set(days, new Set(there.flat()));
    }
  });

  test.each(of('look', 'duty').filter((kind) => rowOf(kind).end ?? withOthers[kind] ?? rowOf(kind).ending === 'look'))(
    '%s is there to the last day and not after it',
    (kind) => {
      const days = (rowOf(kind).end ?? rowOf(withOthers[kind] as Kind).end)?.days ?? 0;
      expect([held.get(days - 1)?.has(kind), held.get(days + 1)?.has(kind)]).toEqual([true, false]);
    },
  );

  test.each(byClock)('%s that is past its end goes, whether or not the table’s clock was there first', (kind) => {
    expect([held.get(9)?.has(kind), held.get(11)?.has(kind)]).toEqual([true, false]);
  });

  test('photographs go out of the bucket with what they belong to', async () => {
    expect(await Promise.all(['files/replaced', 'files/in-papers'].map(objectOf))).toEqual([undefined, undefined]);
  });
});
