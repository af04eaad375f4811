import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@shanhai/infra/local/dynamodb.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const main = path.resolve(import.meta.dirname, '../../infra/local/main.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shanhai-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the start that cannot succeed and gives what a person reads. */
function start(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, SHANHAI_DATA: folder } });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text));
    child.stderr.on('data', (text: Buffer) => (said += text));
    child.once('close', (code) => resolve({ code, said: said.trim() }));
  });
}

describe('a start that cannot succeed says why in one sentence', () => {
  test('when the port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { code, said } = await start('--port', String(port));
    other.close();
    expect(code).toBe(1);
    expect(said).toBe(`Port ${port} is taken by another program. Stop that one, or choose another: npm start -- --port ${port + 1}`);
  });

  test('when a kept file is damaged', async () => {
    writeFileSync(path.join(folder, 'secrets.json'), '{');
    const { code, said } = await start('--port', String(await freePort()));
    expect(code).toBe(1);
    expect(said).toMatch(/^The data kept in \.data cannot be read \(secrets\.json is damaged\)\. .*npm start -- --fresh$/);
  });

  test('when the folder is not a folder', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    const { code, said } = await start('--port', String(await freePort()));
    expect(code).toBe(1);
    expect(said).toMatch(/^The data kept in \.data cannot be read \(it is not a folder/);
  });

  test.each([
    ['--port', 'abc'],
    ['--nonsense', ''],
  ])('when told %s %s', async (...args) => {
    const { code, said } = await start(...args.filter(Boolean));
    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
  });
});
