import { randomBytes } from 'node:crypto';
import { codeIn } from '@shanhai/shared/rules/gate.ts';
import { describe, expect, test } from 'vitest';
import { type CodeKeys, fairBody, readCode, readFairBody, signCode } from './codes.ts';

const key = Uint8Array.from({ length: 32 }, (_, i) => i);
const keys: CodeKeys = { env: 'prod', current: '1', byId: { '1': key } };
const board = 'S1Zk3_q0-7Lw9a22P836nzXF-pdykZ_e';
const rotating = 'R1AAAeJAAHDjKwTDR9P5oEqtsTuZ4OHE';

describe('the published vectors', () => {
  test('a site board verifies and is signed the same', () => {
    expect(readCode(board, keys)).toEqual({ kind: 'S', body: 'Zk3_q0-7Lw9a' });
    expect(signCode('S', 'Zk3_q0-7Lw9a', keys)).toBe(board);
  });
  test('a rotating code verifies and is signed the same', () => {
    expect(readCode(rotating, keys)).toEqual({ kind: 'R', body: 'AAAeJAAHDjKw' });
    expect(signCode('R', 'AAAeJAAHDjKw', keys)).toBe(rotating);
  });
});

describe('a code that is not genuine', () => {
  test('every single altered character is noticed', () => {
    for (let i = 0; i < board.length; i++) {
      const other = board[i] === 'N' ? 'B' : 'N';
      expect(readCode(board.slice(0, i) + other + board.slice(i + 1), keys)).toBeUndefined();
    }
  });
  test('a code of another stage is refused', () => {
    expect(readCode(board, { ...keys, env: 'trial' })).toBeUndefined();
  });
  test('a code signed with another key under the same id is refused', () => {
    const forged = signCode('B', fairBody('fair00001', 3), { ...keys, byId: { '1': new Uint8Array(32) } });
    expect(readCode(forged, keys)).toBeUndefined();
  });
  test.each(['', board.slice(1), `${board}A`, board.slice(0, 31), `X${board.slice(1)}`, `${board.slice(0, 31)}=`, `${board}\n`])(
    'malformed text %j is refused',
    (text) => {
      expect(readCode(text, keys)).toBeUndefined();
    },
  );
  test('a key id that is only a property of every object is no key', () => {
    expect(readCode(board, { ...keys, byId: {} })).toBeUndefined();
  });
  test('2,000 random forgeries are all refused', () => {
    const accepted = Array.from({ length: 2000 }, () => `S1${randomBytes(23).toString('base64url').slice(0, 30)}`).filter((text) => readCode(text, keys));
    expect(accepted).toEqual([]);
  });
});

describe('keys that change', () => {
  const newer: CodeKeys = { ...keys, current: '2', byId: { '1': key, '2': new Uint8Array(32).fill(7) } };
  test('an old poster still verifies and a new one carries the new key id', () => {
    expect(readCode(board, newer)).toBeDefined();
    expect(signCode('S', 'Zk3_q0-7Lw9a', newer).slice(0, 2)).toBe('S2');
  });
  test('signing without the current key is an error', () => {
    expect(() => signCode('S', 'Zk3_q0-7Lw9a', { ...keys, current: '9' })).toThrow('No key');
  });
  test('a body of another length cannot be signed', () => {
    expect(() => signCode('P', 'short', keys)).toThrow('12 characters');
  });
});

describe('the body of a fair code', () => {
  test.each([0, 1, 63, 64, 417, 4095, 9999, 65_536, 262_143])('index %i comes back', (index) => {
    const body = fairBody('f_-9ABCde', index);
    expect(body).toMatch(/^[\w-]{12}$/);
    expect(readFairBody(body)).toEqual({ fairId: 'f_-9ABCde', index });
  });
  test('the index stands big-endian in base64url', () => {
    expect(fairBody('fair00001', 1)).toBe('fair00001AAB');
    expect(fairBody('fair00001', 262_143)).toBe('fair00001___');
  });
  test.each([-1, 262_144, 1.5])('index %d does not fit', (index) => expect(() => fairBody('fair00001', index)).toThrow('18 bits'));
  test('a fair id of another length is an error', () => expect(() => fairBody('fair', 1)).toThrow('9 characters'));
  test('a body of another length holds no fair', () => expect(readFairBody('short')).toBeUndefined());
});

describe('the code in a scanned text', () => {
  test.each([
    board,
    ` ${board}\n`,
    `https://q.example.cn/c/${board}`,
    `http://127.0.0.1:8787/c/${board}?from=poster`,
    `wxsim://areas/fairs/landing/index?scene=${board}`,
    `wxsim://open?page=a%2Fb&scene=${encodeURIComponent(board)}&x=1`,
  ])('%j holds it', (text) => {
    expect(codeIn(text)).toBe(board);
  });
  test.each([
    '',
    'https://q.example.cn/',
    `https://q.example.cn/d/${board}`,
    `https://q.example.cn/c/${board}A`,
    `https://q.example.cn/x/c/${board}`,
    'wxsim://open?scene=%zz',
    'wxsim://open?scene=short',
    `ftp://q.example.cn/c/${board}`,
  ])('%j holds none', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});
