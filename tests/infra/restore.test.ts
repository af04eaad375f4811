import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { eraseDue } from '@shanhai/functions/src/rights/duties.ts';
import { eraseAgain, exportTable, importTable, lostBetween } from '@shanhai/infra/backup/copy.ts';
import { loadDemoWorld } from '@shanhai/infra/local/demo/load.ts';
import { demoRegistered } from '@shanhai/infra/local/demo/people.ts';
import { type LocalSystem, startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { call } from '../support/call.ts';
import { ownEngine } from '../support/engine.ts';

const endpoint = ownEngine();
const plan = inject('plan');
const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-restore-'));
const file = path.join(folder, 'copy.gz');
const [first, wiped, third] = [`restore-${process.pid}`, `restored-${process.pid}`, `third-${process.pid}`];
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
  for (const TableName of [first, wiped, third]) await client.send(new DeleteTableCommand({ TableName })).catch(() => undefined);
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

test('who was erased after the copy was made is erased again in the restored table, and nobody else', async () => {
  const last = await startLocalSystem({ engine: { endpoint }, plan, tableName: first, secrets, isClockStill: true });
  const [gone, other] = demoRegistered.map(({ workerId }) => workerId as WorkerId) as [WorkerId, WorkerId];
  expect((await last.deps.workers.get(gone)).name).toBeTruthy();
  await last.deps.erasures.askNow(gone, last.deps.now());
  await eraseDue.run(last.deps);
  await last.stop();
  expect(await eraseAgain({ client, table: first }, { client, table: wiped }, new Date().toISOString())).toBe(1);
  const restored = await startLocalSystem({ engine: { endpoint }, plan, tableName: wiped, secrets, isClockStill: true });
  expect((await restored.deps.workers.get(gone)).name).toBeTruthy();
  await eraseDue.run(restored.deps);
  expect(await restored.deps.workers.get(gone)).toMatchObject({ erasedAt: expect.any(String) });
  expect((await restored.deps.workers.get(other)).erasedAt).toBeUndefined();
  await restored.stop();
  expect(await eraseAgain({ client, table: first }, { client, table: wiped }, new Date().toISOString())).toBe(0);
});

test('a copy is not brought over living records', async () => {
  await expect(importTable({ client, table: wiped }, file)).rejects.toThrow('not empty');
});

test('a copy shows nothing that was sealed', () => {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  expect(lines).toHaveLength(count);
  expect(lines.join('\n')).not.toMatch(/[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])\d{2}\d{3}[\dX]/);
});

describe('the command line of copies', () => {
  /** Run as the operator's shell runs it; answers with what a person reads. */
  function copy(...args: string[]): { status: number | null; said: string } {
    const env = { ...process.env, AWS_REGION: 'cn-northwest-1' };
    const main = path.resolve(import.meta.dirname, '../../infra/backup/main.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args, '--endpoint', endpoint], { env, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}`.trim() };
  }

  test('makes a copy, never over another one, and compares what it brought back', async () => {
    const again = path.join(folder, 'again.gz');
    const { said: made } = copy('backup', '--table', wiped, '--to', again);
    const items = Number(/^(\d+) items of /.exec(made)?.[1]);
    expect(made).toBe(`${items} items of ${wiped} lie in ${again}`);
    expect(items).toBeGreaterThanOrEqual(count);
    expect(copy('backup', '--table', wiped, '--to', again)).toEqual({ status: 1, said: `This file is there already and is not written over: ${again}` });
    await openTableOf(plan, endpoint, third);
    const { said } = copy('restore', '--table', third, '--from', again, '--compare', wiped);
    expect(said).toBe(`${items} items were brought into ${third}\n0 items of ${wiped} are missing or different`);
  });

  test('leaves no half copy of a table that is not there', () => {
    const none = path.join(folder, 'none.gz');
    expect(copy('backup', '--table', 'no-such-table', '--to', none)).toEqual({ status: 1, said: 'There is no such table in this region and account' });
    expect(copy('restore', '--table', wiped, '--from', none)).toMatchObject({ status: 1, said: expect.stringMatching(/no such file/) });
  });

  test('brings nothing of a copy that was cut short', async () => {
    const cut = path.join(folder, 'cut.gz');
    const empty = `${third}-empty`;
    await openTableOf(plan, endpoint, empty);
    for (const bytes of [readFileSync(file).subarray(0, -200), gzipSync('{"pk":{"S":"half'), Buffer.from('no copy')]) {
      writeFileSync(cut, bytes);
      expect(copy('restore', '--table', empty, '--from', cut)).toEqual({ status: 1, said: `${cut} is no whole copy of a table` });
    }
    expect(await lostBetween({ client, table: empty }, { client, table: wiped })).toBe(0);
    await client.send(new DeleteTableCommand({ TableName: empty }));
  });

  test('says which setting is missing, and how it is used', () => {
    expect(copy('backup', '--table', wiped).said).toMatch(/^--to is missing\n\nnpm run backup/);
    expect(copy('restore', '--tabel', wiped).said).toMatch(/^Unknown option '--tabel'\n\nnpm run backup/);
    expect(copy('--help')).toMatchObject({ status: 0, said: expect.stringMatching(/^npm run backup/) });
  });
});
