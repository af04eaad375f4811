import { BoothNo, EmployerId, type FairId, Instant, Nonce, type WorkerId, WorkerId as WorkerIdShape } from '@shanhai/shared/contract/basics.ts';
import { SeenDevice } from '@shanhai/shared/contract/devices.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { deviceKinds, isNews, isTakenOver, mayAddOf } from '@shanhai/shared/rules/devices.ts';
import * as z from 'zod';
import type { Seal } from '../sealing/seal.ts';
import { keys, prefixes } from '../table/keys.ts';
import type { Item, Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';

/** A device at a fair's gates or booths as it is kept. */
const Device = SeenDevice.omit({ held: true, who: true }).extend({
  by: WorkerIdShape,
  kind: z.enum(deviceKinds).default('gate'),
  employerId: EmployerId.optional(),
  /** Since when something it sent after it was revoked has been kept. */
  heldAt: Instant.optional(),
  queue: z.number().int().default(0),
  people: z.number().int().default(0),
  appVersion: z.string().default(''),
  revokedBy: WorkerIdShape.optional(),
});
export type Device = z.infer<typeof Device>;
/** What is told about a device: all of it by the device itself, only that it is there by any other call. */
export type SaidOfDevice = Partial<Omit<Device, 'deviceId' | 'seenAt' | 'revokedAt' | 'revokedBy' | 'reason' | 'heldAt'>> &
  Pick<Device, 'gate' | 'by' | 'kind'>;

/** An action that a revoked device sent: kept closed until a human has looked at it. */
const Held = z.object({
  nonce: z.string(),
  deviceId: z.string(),
  arrivedAt: Instant,
  sealed: z.string(),
  /** At which booth it was done, and who sent it. */
  boothNo: BoothNo.optional(),
  by: WorkerIdShape.optional(),
});
export type HeldAction = Omit<z.infer<typeof Held>, 'sealed'> & { action: Record<string, unknown> };
/** What a device sends, before anybody has looked whether it can be read. */
type Sent = { nonce?: string | undefined };

/** How long an instance may answer from memory, as with fairs: a device revoked elsewhere is refused here this much later. */
const liveMillis = 5_000;
const heldDays = 30;
const parse = (item: Item): Device => Device.parse(item);

/** Which devices serve a fair, and what is left on them. */
export function deviceStore(table: Table, seal: Seal, now: () => string) {
  const known = new Map<string, { device: Device | undefined; at: number }>();
  const knownLists = new Map<FairId, { devices: Device[]; at: number }>();
  const isFresh = (at: number): boolean => Math.abs(Date.parse(now()) - at) < liveMillis;
  const nameOf = (fairId: FairId, deviceId: string): string => `${fairId} ${deviceId}`;

  function keep(fairId: FairId, deviceId: string, device: Device | undefined): Device | undefined {
    known.set(nameOf(fairId, deviceId), { device, at: Date.parse(now()) });
    return device;
  }

  async function find(fairId: FairId, deviceId: string): Promise<Device | undefined> {
    const item = await table.find(keys.device(fairId, deviceId));
    return keep(fairId, deviceId, item && parse(item));
  }

  async function live(fairId: FairId, deviceId: string): Promise<Device | undefined> {
    const one = known.get(nameOf(fairId, deviceId));
    return one && isFresh(one.at) ? one.device : find(fairId, deviceId);
  }

  const list = async (fairId: FairId): Promise<Device[]> => (await table.queryAll({ pk: keys.fair(fairId).pk, prefix: prefixes.device })).map(parse);

  async function change(fairId: FairId, deviceId: string, set: Item, remove: string[] = []): Promise<Device> {
    const outcome = await table.change(keys.device(fairId, deviceId), { set, remove, condition: 'attribute_exists(pk)' });
    if ('standing' in outcome) throw new Problem('not_found', { deviceId });
    knownLists.delete(fairId);
    return keep(fairId, deviceId, parse(outcome.item)) as Device;
  }

  /** Nothing that has to be written down; a revoked device is refused without a write. */
  function isOld(before: Device, said: SaidOfDevice): boolean {
    if (before.revokedAt) throw new Problem('device_revoked');
    if (isTakenOver(before, said, now())) return true;
    return !before.doneAt && !isNews(before, said, now());
  }

  async function writeDown(fairId: FairId, deviceId: string, said: SaidOfDevice): Promise<Device> {
    const outcome = await table.change(keys.device(fairId, deviceId), {
      set: { fairId, deviceId, ...said, seenAt: now() },
      remove: [...(said.doneAt ? [] : ['doneAt']), ...(said.kind === 'booth' ? [] : ['boothNo', 'employer', 'employerId'])],
      condition: 'attribute_not_exists(revokedAt)',
    });
    const device = keep(fairId, deviceId, parse('item' in outcome ? outcome.item : outcome.standing)) as Device;
    if ('standing' in outcome) throw new Problem('device_revoked');
    return device;
  }

  const heldPlace = (fairId: FairId, deviceId: string, nonce: string) => ({ item: keys.heldAction(fairId, deviceId, nonce), field: 'action' });

  return {
    find,
    live,
    list,

    /**
     * Notes that this device is at work, and gives it back as it stands. Written down when it said something new, else every half minute
     * (one unit); read from the table at most every five seconds (half a unit). A revoked device is refused instead.
     */
    async report(fairId: FairId, deviceId: string, said: SaidOfDevice, { isFresh: asNow = false } = {}): Promise<Device> {
      const before = await (asNow ? find : live)(fairId, deviceId);
      if (before && isOld(before, said)) return before;
      return writeDown(fairId, deviceId, said);
    },

    revoke: (fairId: FairId, deviceId: string, by: WorkerId, reason: string): Promise<Device> =>
      change(fairId, deviceId, { revokedAt: now(), revokedBy: by, reason }),
    restore: (fairId: FairId, deviceId: string): Promise<Device> => change(fairId, deviceId, {}, ['revokedAt', 'revokedBy', 'reason']),

    /** What the figure of those present may be short of, from at most five seconds ago: spread it over an answer that shows that figure. */
    async mayAdd({ fairId, closesAt }: { fairId: FairId; closesAt: string }) {
      const one = knownLists.get(fairId);
      const devices = one && isFresh(one.at) ? one.devices : await list(fairId);
      if (devices !== one?.devices) knownLists.set(fairId, { devices, at: Date.parse(now()) });
      const mayAdd = mayAddOf(devices, now(), { closesAt });
      return mayAdd ? { mayAdd } : {};
    },

    /** From a device that was revoked nothing is taken, and nothing is lost: what it sends waits for somebody to look at it. The same sent again is the same. */
    async holdFromRevoked(fairId: FairId, deviceId: string, sent: readonly Sent[], at: { boothNo?: number; by?: WorkerId } = {}): Promise<void> {
      if (!(await find(fairId, deviceId))?.revokedAt) return;
      const actions = sent.flatMap((one) => (Nonce.safeParse(one.nonce).success ? [{ ...one, nonce: String(one.nonce) }] : []));
      const ttl = ttlAfter(now(), heldDays);
      const items = actions.map((action) => {
        const key = keys.heldAction(fairId, deviceId, action.nonce);
        const sealed = seal.close(JSON.stringify(action), heldPlace(fairId, deviceId, action.nonce));
        return { ...key, nonce: action.nonce, deviceId, arrivedAt: now(), sealed, ttl, ...at };
      });
      await change(fairId, deviceId, { heldAt: now() });
      await table.putAll([...items, { ...keys.fairWithHeld(fairId), fairId, ttl }]);
      throw new Problem('device_revoked');
    },

    /** What revoked devices of this fair sent, or one of them. */
    async held(fairId: FairId, deviceId?: string): Promise<HeldAction[]> {
      const prefix = `${prefixes.heldAction}${deviceId ? `${deviceId}#` : ''}`;
      const items = (await table.queryAll({ pk: keys.gateAction(fairId, '').pk, prefix })).map((i) => Held.parse(i));
      return items.map(({ sealed, ...kept }) => ({
        ...kept,
        action: JSON.parse(seal.open(sealed, heldPlace(fairId, kept.deviceId, kept.nonce))) as Record<string, unknown>,
      }));
    },
    /** Every fair where something may be held. */
    fairsWithHeld: async (): Promise<FairId[]> => (await table.queryAll({ pk: keys.fairWithHeld('' as FairId).pk })).map((i) => String(i.sk) as FairId),
    countHeld: async (fairId: FairId): Promise<Map<string, number>> => {
      const items = (await table.queryAll({ pk: keys.gateAction(fairId, '').pk, prefix: prefixes.heldAction })).map((i) => Held.parse(i));
      return new Map([...Map.groupBy(items, (i) => i.deviceId)].map(([id, of]) => [id, of.length]));
    },
    letGo: async (fairId: FairId, deviceId: string, nonces: readonly string[]): Promise<void> => {
      for (const nonce of nonces) await table.remove(keys.heldAction(fairId, deviceId, nonce));
    },

    /** What was kept of these has come another way and is answered. */
    async cameAnyway(fairId: FairId, deviceId: string, nonces: readonly string[]): Promise<void> {
      if (nonces.length === 0 || !(await live(fairId, deviceId))?.heldAt) return;
      const kept = await table.queryAll({ pk: keys.gateAction(fairId, '').pk, prefix: `${prefixes.heldAction}${deviceId}#` });
      for (const { nonce, pk, sk } of kept) if (nonces.includes(String(nonce))) await table.remove({ pk: String(pk), sk: String(sk) });
    },
  };
}
