import type { Caller, FairId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { isHost } from '@shanhai/shared/rules/scopes.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import type { Device } from './store.ts';

async function requireHost(fairId: FairId, caller: Caller, { fairs }: GateDeps): Promise<void> {
  if (!isHost(await fairs.live(fairId), caller)) throw new Problem('not_allowed');
}

/** A device as the organizer sees it: who works there is said with stars. */
async function shown({ by, revokedBy: _, employerId: __, heldAt: ___, ...device }: Device, held: number, { workers }: GateDeps) {
  const name = (await workers.get(by)).name;
  return { ...device, held, ...(name ? { who: maskedName(name) } : {}) };
}

export const devicesHandlers: HandlersOf<'devices', GateDeps> = {
  async 'devices.report'({ input, caller }, deps) {
    const { fairId, deviceId, isDone, ...said } = input;
    if (caller.role !== 'steward') await requireHost(fairId, caller, deps);
    else if (caller.scope !== fairId) throw new Problem('not_allowed');
    const doneAt = isDone && said.queue === 0 ? { doneAt: deps.now() } : {};
    await deps.devices.report(fairId, deviceId, { kind: 'gate', ...said, ...doneAt, by: caller.workerId }, { isFresh: true });
    return { now: deps.now() };
  },

  async 'devices.reportBooth'({ input, caller }, deps) {
    const { fairId, boothNo, deviceId, isDone, ...said } = input;
    const booth = await deps.fairs.liveBooth(fairId, boothNo);
    if (booth.employerId !== caller.scope) throw new Problem('not_allowed');
    const doneAt = isDone && said.queue === 0 ? { doneAt: deps.now() } : {};
    const place = { kind: 'booth' as const, boothNo, gate: booth.label, employer: booth.employerShortName, employerId: booth.employerId };
    await deps.devices.report(fairId, deviceId, { ...place, ...said, ...doneAt, by: caller.workerId }, { isFresh: true });
    return { now: deps.now() };
  },

  async 'devices.list'({ input, caller }, deps) {
    await requireHost(input.fairId, caller, deps);
    const [devices, held] = await Promise.all([deps.devices.list(input.fairId), deps.devices.countHeld(input.fairId)]);
    const items = await Promise.all(devices.map((device) => shown(device, held.get(device.deviceId) ?? 0, deps)));
    return { readAt: deps.now(), items: items.sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1)) };
  },

  async 'devices.revoke'({ input, caller }, deps) {
    await requireHost(input.fairId, caller, deps);
    const { revokedAt } = await deps.devices.revoke(input.fairId, input.deviceId, caller.workerId, input.reason);
    return { revokedAt: revokedAt ?? deps.now() };
  },

  async 'devices.restore'({ input, caller }, deps) {
    await requireHost(input.fairId, caller, deps);
    await deps.devices.restore(input.fairId, input.deviceId);
    return { restored: true as const };
  },
};
