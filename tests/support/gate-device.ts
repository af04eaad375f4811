import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Actor } from './call.ts';
import type { World } from './world.ts';

type WalkIn = Extract<GateAction, { kind: 'walk_in' }>;

let sequence = 0;
const aNonce = (): string => `queued-${String(++sequence).padStart(8, '0')}`;

/** A device at a gate as the server meets it: it words actions and sends them when it has a network. */
export function aGateDevice({ deps }: Pick<World, 'deps'>, organizer: Actor, fairId: FairId, deviceId: string, gate = '东门') {
  const at = '2026-02-07T03:30:00.000Z';
  return {
    deviceId,
    scan: (workerId: string, happenedAt = at): GateAction => ({ kind: 'scan', nonce: aNonce(), gate, happenedAt, code: deps.codes.sign('P', workerId) }),
    show: (code: string, happenedAt = at): GateAction => ({ kind: 'scan', nonce: aNonce(), gate, happenedAt, code }),
    seeNumber: (number: number, happenedAt = at): GateAction => ({ kind: 'scan', nonce: aNonce(), gate, happenedAt, number }),
    walkIn: (number: number, happenedAt = at, over: Partial<WalkIn> = {}): GateAction => ({
      kind: 'walk_in',
      nonce: aNonce(),
      gate,
      happenedAt,
      number,
      name: '岩罕',
      trades: [],
      agreed: true,
      ...over,
    }),
    undo: (what: { number?: number; of?: string }, happenedAt = at): GateAction => ({ kind: 'undo', nonce: aNonce(), happenedAt, ...what }),
    refused: (code: string, happenedAt = at): GateAction => ({ kind: 'refused', nonce: aNonce(), gate, happenedAt, code }),
    send: async (...actions: unknown[]) => (await organizer.call('attendance.upload', { fairId, deviceId, actions: actions as GateAction[] })).items,
  };
}
export type GateDevice = ReturnType<typeof aGateDevice>;
