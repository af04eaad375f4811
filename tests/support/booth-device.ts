import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { BoothAction } from '@shanhai/shared/contract/cards.ts';
import type { Answer } from '@shanhai/shared/rules/cards.ts';
import type { Actor } from './call.ts';

export interface Shown {
  code?: string;
  number?: number;
}
let sequence = 0;
const aNonce = (): string => `booth-${String(++sequence).padStart(8, '0')}`;

/** A device at a booth as the server meets it: it words what was done and sends it when it has a network. */
export function aBoothDevice(recruiter: Actor, place: { fairId: FairId; boothNo: number; employerId: string }, deviceId: string) {
  const { fairId, boothNo, employerId } = place;
  const happenedAt = '2026-02-07T03:50:00.000Z';
  return {
    look: (shown: Shown, over: object = {}): BoothAction => ({ kind: 'look', nonce: aNonce(), happenedAt, ...shown, ...over }),
    agree: (shown: Shown, over: object = {}): BoothAction =>
      ({ kind: 'agree', nonce: aNonce(), happenedAt, agreed: true, consent: { employerId, version: '2026-11' }, ...shown, ...over }) as BoothAction,
    answer: (shown: Shown, answer: Answer, over: object = {}): BoothAction => ({ kind: 'answer', nonce: aNonce(), happenedAt, answer, ...shown, ...over }),
    load: () => recruiter.call('cards.snapshot', { fairId, boothNo }),
    /** What another device did, read off its screen. */
    bring: async (from: string, ...actions: unknown[]) =>
      (await recruiter.call('cards.upload', { fairId, boothNo, deviceId, from, actions: actions as BoothAction[] })).items,
    send: async (...actions: unknown[]) => (await recruiter.call('cards.upload', { fairId, boothNo, deviceId, actions: actions as BoothAction[] })).items,
  };
}
export type BoothDevice = ReturnType<typeof aBoothDevice>;
