import { isWorthSending } from '@shanhai/shared/rules/link.ts';
import { call } from '../../api/call.ts';
import { type GateDeedKept, gateDeedsNow } from '../../api/gate-queue.ts';
import { deviceReports } from '../../at-work/device-reports.ts';
import { snapshotNow } from './snapshot.ts';

interface AtGate {
  fairId: string;
  gate: string;
}

/** May somebody come in by it? An undo or a refusal brings nobody. */
function isPerson({ payload: { act } }: GateDeedKept): boolean {
  return act.kind === 'walk_in' || act.kind === 'sealed_walk_in' || (act.kind === 'scan' && act.code !== undefined);
}

/** What may still go up: what waits, and what was given up and a person may have sent anew. */
const isLeft = ({ state, handedAt, refusal }: GateDeedKept): boolean =>
  !handedAt && (state === 'waiting' || (state === 'refused' && refusal !== undefined && isWorthSending(refusal.code)));

function standingOf(fairId: string) {
  const waiting = gateDeedsNow(fairId).filter(isLeft);
  const snapshot = snapshotNow(fairId);
  return {
    queue: waiting.length,
    people: waiting.filter(isPerson).length,
    ...(snapshot && { rosterVersion: snapshot.version, rosterAt: snapshot.takenAt }),
  };
}

const reports = deviceReports<AtGate>({
  revokedKey: ({ fairId }) => `gate-revoked:${fairId}`,
  send: ({ fairId, gate }, said) => call('devices.report', { fairId, gate, ...standingOf(fairId), ...said }),
});
const anyGate = (fairId: string): AtGate => ({ fairId, gate: '' });
export const { useSkew } = reports;
export const useRevoked = (fairId: string): boolean => reports.useRevoked(anyGate(fairId));
export const requireInService = (fairId: string): void => reports.requireInService(anyGate(fairId));
export const actWithServer = <T>(fairId: string, ask: () => Promise<T>): Promise<T | undefined> => reports.actWithServer(anyGate(fairId), ask);
export const reportDevice = (fairId: string, gate: string, said: Parameters<typeof reports.report>[1] = {}): Promise<number | undefined> =>
  reports.report({ fairId, gate }, said);
