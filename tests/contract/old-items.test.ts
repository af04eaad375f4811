import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { FairId, JobId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../support/call.ts';
import { startWorld, type World } from '../support/world.ts';

type Item = Record<string, unknown> & { pk: string; sk: string };

/** Items as the table of a released version had them. A new version adds a file and changes none. */
const folder = path.join(import.meta.dirname, 'recorded-items');
const versions = readdirSync(folder).map((file): [string, Item[]] => {
  const items = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Parameters<typeof unmarshall>[0][];
  return [file.replace('.json', ''), items.map((item) => unmarshall(item) as Item)];
});

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe.each(versions)('what version %s wrote', (_, items) => {
  const idOf = (kind: string): string[] => items.filter(({ pk, sk }) => pk.startsWith(kind) && sk === 'META').map(({ pk }) => pk.slice(kind.length));
  beforeAll(async () => {
    for (const { pk, sk, ...item } of items) await world.deps.table.put({ pk, sk } as never, item);
  });

  test('is read as fairs and booths', async () => {
    const [fairId] = idOf('F#') as FairId[];
    expect((await call(world.api, 'fairs.get', { fairId: fairId as FairId })).fairId).toBe(fairId);
    const { items: booths } = await call(world.api, 'fairs.booths', { fairId: fairId as FairId });
    expect(booths).toHaveLength(items.filter(({ pk, sk }) => pk === `F#${fairId}` && sk.startsWith('B#')).length);
  });

  test('is read as openings and their employers', async () => {
    const jobIds = idOf('J#') as JobId[];
    expect(jobIds.length).toBeGreaterThan(0);
    for (const jobId of jobIds) expect((await call(world.api, 'jobs.get', { jobId })).jobId).toBe(jobId);
    for (const employerId of idOf('E#'))
      expect(await call(world.api, 'employers.public', { employerId: employerId as never })).toMatchObject({ employer: { employerId } });
  });

  test('is read as pairings', async () => {
    const pairings = items.filter(({ pk }) => pk === 'PAIRINGS').map(({ sk }) => sk);
    const found = await world.deps.pairings.all();
    expect(found.map(({ pairingId }) => pairingId as string)).toEqual(expect.arrayContaining(pairings));
  });
});
