import { describe, expect, test } from 'vitest';
import { scanQueue, separated } from './scanner.ts';

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

describe('scans that come faster than they are judged', () => {
  function aQueue() {
    const judged: string[] = [];
    const forgets: (() => void)[] = [];
    let busy = 0;
    const put = scanQueue(
      async (text) => {
        busy += 1;
        expect(busy).toBe(1);
        await Promise.resolve();
        judged.push(text);
        busy -= 1;
        if (text === 'bad') throw new Error('bad');
      },
      (forget) => forgets.push(forget),
    );
    const done = async () => {
      for (let i = 0; i < 50; i += 1) await Promise.resolve();
      return judged;
    };
    return {
      put,
      done,
      letTimePass: () => {
        for (const forget of forgets.splice(0)) forget();
      },
    };
  }
  test('are judged one after another, in order', async () => {
    const { put, done } = aQueue();
    for (const text of [one, two, '0417']) put(text);
    expect(await done()).toEqual([one, two, '0417']);
  });
  test('are one when the trigger bounced, and two when somebody scans again', async () => {
    const { put, letTimePass, done } = aQueue();
    put(one);
    put(one);
    letTimePass();
    put(one);
    expect(await done()).toEqual([one, one]);
  });
  test('go on after one that failed', async () => {
    const { put, done } = aQueue();
    for (const text of ['bad', two]) put(text);
    expect(await done()).toEqual(['bad', two]);
  });
});
