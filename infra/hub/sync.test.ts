import { expect, test } from 'vitest';
import { type Speaker, syncUp } from './sync.ts';
import { type Heard, hear, nothingHeard, type Sent, type Told, waitingIn } from './told.ts';

const now = '2026-02-07T04:00:00.000Z';
const list = {
  version: '1.0.',
  takenAt: now,
  fair: { fairId: 'f8Zk3_q0-' },
};

function told(from: string, n: number): Told {
  const action = { kind: 'scan' as const, nonce: `${from}-${String(n).padStart(6, '0')}`, happenedAt: now, gate: '东门', number: n };
  return { line: 'told', from, action, answer: { nonce: action.nonce, outcome: 'done' }, heardAt: now, request: '' };
}

/** A hub that has sixty actions of one gate and one of another, and a server that hands back the first of all until `isWell`. */
function aHub() {
  const heard: Heard = nothingHeard();
  for (const one of [...Array.from({ length: 60 }, (_, n) => told('device-east', n + 1)), told('device-west', 1)]) hear(heard, one);
  const sent: string[][] = [];
  const server = { isWell: false };
  const call = (name: string, input: { actions?: { nonce: string }[] }): Promise<unknown> => {
    if (name === 'devices.report') return Promise.resolve({ now });
    if (name !== 'attendance.upload') return Promise.reject(new Error('no list in this test'));
    const nonces = (input.actions ?? []).map((one) => one.nonce);
    sent.push(nonces);
    const isTroubled = (nonce: string): boolean => nonce === 'device-east-000001' && !server.isWell;
    const items = nonces.map((nonce) =>
      isTroubled(nonce) ? { nonce, outcome: 'refused', problem: { code: 'try_again', detail: {} } } : { nonce, outcome: 'done' },
    );
    return Promise.resolve({ items });
  };
  const book = {
    fairId: 'f8Zk3_q0-',
    list: () => list,
    waiting: () => waitingIn(heard),
    figures: () => ({ waiting: 0, people: 0 }),
    noteSent: (items: Sent['items']) => hear(heard, { line: 'sent', items }),
    keepList: () => undefined,
  };
  const speaker = { book, deviceId: 'device-hub', version: 'hub test', cloud: { call }, now: () => now } as unknown as Speaker;
  const sync = (): Promise<unknown> => syncUp(speaker).catch(() => undefined);
  return { sync, sent, server, left: () => waitingIn(heard).map((one) => one.action.nonce) };
}

test('an action that the server hands back keeps back what the same gate did after this batch, and no other gate; then all goes in order', async () => {
  const { sync, sent, server, left } = aHub();
  await sync();
  expect(sent.map((nonces) => nonces.length)).toEqual([50, 1]);
  expect(left()).toEqual(['device-east-000001', ...Array.from({ length: 10 }, (_, n) => `device-east-0000${n + 51}`)]);
  server.isWell = true;
  await sync();
  expect(sent.at(-1)?.slice(0, 2)).toEqual(['device-east-000001', 'device-east-000051']);
  expect(left()).toEqual([]);
});
