import type { QueueOutcome } from '@shanhai/shared/contract/queues.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { takeQueue } from './take-queue.ts';

const Act = z.object({
  kind: z.string(),
  nonce: z.string(),
  happenedAt: z.string(),
  number: z.number().optional(),
  code: z.string().optional(),
  of: z.string().optional(),
});
const at = (minute: number): string => `2026-02-07T04:${String(minute).padStart(2, '0')}:00.000Z`;
const stripCode = (number: number): string =>
  `N1fair00001A${String.fromCharCode(65 + (number >> 6))}${String.fromCharCode(65 + (number & 63))}${'x'.repeat(18)}`;
const personCode = `P1passage00101${'x'.repeat(18)}`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Sends these while the one with the nonce `troubled` meets trouble that does not pass; an undo is refused where its scan is not done. */
async function outcomesOf(...actions: Record<string, unknown>[]): Promise<Record<string, string>> {
  const done = new Set<string>();
  const taking = takeQueue(actions as { nonce?: string }[], {
    shape: Act,
    answered: () => Promise.resolve(new Map()),
    perform: (action): Promise<QueueOutcome> => {
      if (action.nonce === 'troubled') return Promise.reject(new Problem('try_again'));
      if (action.of && !done.has(action.of)) return Promise.reject(new Problem('number_unknown', { number: '' }));
      done.add(action.nonce);
      return Promise.resolve({ nonce: action.nonce, outcome: 'done' });
    },
    refuse: ({ nonce }, { code, detail }) => Promise.resolve({ nonce, outcome: 'refused', problem: { code, detail } }),
    comesLast: 'undo',
  });
  await vi.advanceTimersByTimeAsync(10_000);
  return Object.fromEntries((await taking).map(({ nonce, outcome, problem }) => [nonce, problem?.code ?? outcome]));
}

describe('an action that is handed back', () => {
  const troubled = { kind: 'scan', nonce: 'troubled', happenedAt: at(1) };

  test.each([
    ['the one that takes it back', { code: personCode }, { kind: 'undo', of: 'troubled' }],
    ['one about the same code, in whatever it came', { code: personCode }, { kind: 'scan', code: `https://q.example.cn/c/${personCode}` }],
    ['one about the same number', { number: 12 }, { kind: 'undo', number: 12 }],
    ['one about the number of the same strip', { code: stripCode(12) }, { kind: 'walk_in', number: 12 }],
  ])('takes %s with it', async (_, about, later) => {
    expect(await outcomesOf({ ...troubled, ...about }, { nonce: 'later', happenedAt: at(2), ...later })).toEqual({ troubled: 'try_again', later: 'try_again' });
  });

  test('and what rests on that in turn, and nobody else', async () => {
    const rest = { kind: 'undo', nonce: 'rest', of: 'second', happenedAt: at(3) };
    const second = { kind: 'scan', nonce: 'second', number: 12, happenedAt: at(2) };
    const other = { kind: 'scan', nonce: 'other', number: 13, happenedAt: at(4) };
    expect(await outcomesOf(rest, second, { ...troubled, number: 12 }, other)).toEqual({
      rest: 'try_again',
      second: 'try_again',
      troubled: 'try_again',
      other: 'done',
    });
  });
});

test('what rests on nothing that was handed back is refused for good', async () => {
  expect(await outcomesOf({ kind: 'undo', nonce: 'undo', of: 'never-heard-of', happenedAt: at(1) })).toEqual({ undo: 'number_unknown' });
});
