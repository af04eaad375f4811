import { describe, expect, test } from 'vitest';
import { scansOf, separated } from './scanner.ts';

const one = 'P1Zk3_q0-7Lw9a22P836nzXF-pdykZ_e';
const two = 'N1AAAeJAAHDjKwTDR9P5oEqtsTuZ4OHE';

describe('what a scanner typed', () => {
  test('is one scan', () => {
    expect(separated(` ${one}\n`)).toEqual([one]);
    expect(separated(`https://q.example.cn/c/${one}`)).toEqual([`https://q.example.cn/c/${one}`]);
    expect(separated('0417')).toEqual(['0417']);
    expect(separated('  ')).toEqual([]);
  });
  test('is two scans that ran into each other', () => {
    expect(separated(one + two)).toEqual([one, two]);
    expect(separated(`https://q.example.cn/c/${one}https://q.example.cn/c/${two}`)).toEqual([`https://q.example.cn/c/${one}`, `https://q.example.cn/c/${two}`]);
  });
});

describe('scans in quick order', () => {
  function aDesk() {
    const handedOn: string[] = [];
    const forgets: (() => void)[] = [];
    const put = scansOf(
      (text) => handedOn.push(text),
      (forget) => forgets.push(forget),
    );
    const letTimePass = (): void => {
      for (const forget of forgets.splice(0)) forget();
    };
    return { put, handedOn, letTimePass };
  }
  test('of several people are several', () => {
    const { put, handedOn } = aDesk();
    for (const text of [one, two, '0417', one + two]) put(text);
    expect(handedOn).toEqual([one, two, '0417']);
  });
  test('of one person are one when the trigger bounced, and two when somebody scans again', () => {
    const { put, handedOn, letTimePass } = aDesk();
    put(one);
    put(one);
    letTimePass();
    put(one);
    expect(handedOn).toEqual([one, one]);
  });
});
