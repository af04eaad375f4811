import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { exportTable, importTable, lostBetween } from '@shanhai/infra/backup/copy.ts';
import { loadDemoWorld } from '@shanhai/infra/local/demo/load.ts';
import { type LocalSystem, startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { call } from '../support/call.ts';
import { ownEngine } from '../support/engine.ts';

const endpoint = ownEngine();
const plan = inject('plan');
const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-restore-'));
const file = path.join(folder, 'copy.gz');
const [first, wiped] = [`restore-${process.pid}`, `restored-${process.pid}`];
let client: DynamoDBClient;
let system: LocalSystem;
let secrets: LocalSystem['secrets'];
let fairsBefore: unknown;
let count: number;

/** The drill of docs/operations.md: a copy, a loss, a new table, the copy brought in. */
beforeAll(async () => {
  system = await startLocalSystem({ engine: { endpoint }, plan, tableName: first, isClockStill: true });
  client = new DynamoDBClient({ endpoint });
  secrets = system.secrets;
  await loadDemoWorld(system.deps, secrets.wechatAppId);
  fairsBefore = await call(system.api, 'fairs.list', {});
  await system.stop();
  count = await exportTable({ client, table: first }, file);
  await openTableOf(plan, endpoint, wiped);
});
afterAll(async () => {
  for (const TableName of [first, wiped]) await client.send(new DeleteTableCommand({ TableName })).catch(() => undefined);
  client.destroy();
  rmSync(folder, { recursive: true, force: true });
});

test('a copy brought into an empty table loses no item and changes none', async () => {
  expect(count).toBeGreaterThan(100);
  expect(await importTable({ client, table: wiped }, file)).toBe(count);
  expect(await lostBetween({ client, table: first }, { client, table: wiped })).toBe(0);
  expect(await lostBetween({ client, table: wiped }, { client, table: first })).toBe(0);
});

test('the system answers from the restored table as before, and what was sealed opens', async () => {
  const restored = await startLocalSystem({ engine: { endpoint }, plan, tableName: wiped, secrets, isClockStill: true });
  expect(await call(restored.api, 'fairs.list', {})).toEqual(fairsBefore);
  await restored.stop();
});

test('a copy is not brought over living records', async () => {
  await expect(importTable({ client, table: wiped }, file)).rejects.toThrow('not empty');
});

test('a copy shows nothing that was sealed', () => {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  expect(lines).toHaveLength(count);
  expect(lines.join('\n')).not.toMatch(/[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])\d{2}\d{3}[\dX]/);
});
