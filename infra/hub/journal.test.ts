import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cloudAddress } from './cloud.ts';
import { openOwn } from './files.ts';
import { openJournal } from './journal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hub-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a line that was cut off in writing was promised to nobody and goes; the others stay, and the next stands whole', () => {
  const file = path.join(folder, 'cut.jsonl');
  const first = openJournal<{ n: number }>(file);
  first.append({ n: 1 });
  first.append({ n: 2 });
  first.close();
  appendFileSync(file, '{"n":3,"na');
  const again = openJournal<{ n: number }>(file);
  expect(again.lines).toEqual([{ n: 1 }, { n: 2 }]);
  again.append({ n: 4 });
  again.close();
  expect(readFileSync(file, 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":4}\n');
});

test('a file that is broken in the middle is not gone over: somebody has to look', () => {
  const file = path.join(folder, 'broken.jsonl');
  writeFileSync(file, '{"n":1}\nnothing\n{"n":2}\n');
  expect(() => openJournal(file)).toThrow('Line 2 of broken.jsonl');
});

test('a hub keeps its name, and has another secret for every fair', () => {
  const own = openOwn(path.join(folder, 'own'));
  own.serve('f8Zk3_q0-');
  const first = own.now();
  expect(openOwn(path.join(folder, 'own')).now()).toEqual(first);
  own.leave();
  own.serve('f8Zk3_q0-');
  expect(own.now().deviceId).toBe(first.deviceId);
  expect(own.now().secret).not.toBe(first.secret);
});

test('a session goes over https only, except to this machine', () => {
  expect(cloudAddress('https://api.example.cn/')).toBe('https://api.example.cn');
  expect(cloudAddress('http://127.0.0.1:8787/api')).toBe('http://127.0.0.1:8787/api');
  for (const given of ['http://api.example.cn', 'http://192.168.1.2:8787', 'https://somebody@api.example.cn', 'ftp://x'])
    expect(() => cloudAddress(given)).toThrow('not an address');
});
