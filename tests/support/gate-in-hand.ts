import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Phone } from './phone/phone.ts';
import type { phonesIn } from './phone-in-hand.ts';
import type { World } from './world.ts';

const door = 'areas/gate/door/index';

/** A gate's device in the hand of the host's staff, and the people it meets. */
export function gateIn(world: () => World, phones: ReturnType<typeof phonesIn>) {
  const workerOf = async (persona: string) => (await world().signIn(persona)).session.workerId;
  return {
    /** At a fair of its own, with its list loaded and six strips printed. */
    async atGate(over: Parameters<World['anOpenFair']>[0] = {}) {
      const { fair, organizer } = await world().anOpenFair(over);
      const { from } = await world().printedStrips(fair.fairId, 6);
      const phone = phones.of('organizer01', { session: organizer.session });
      await phone.launch(door, { fairId: fair.fairId });
      await phone.until('名单 12:00 版');
      return { phone, fairId: fair.fairId, organizer, from };
    },
    codeOf: async (persona: string): Promise<string> => world().deps.codes.sign('P', await workerOf(persona)),
    checkInOf: async (persona: string, fairId: FairId) => world().deps.attendance.find(await workerOf(persona), fairId),
    /** Everybody on the fair's list, once there are so many. */
    present: (fairId: FairId, count: number) =>
      world().settled(
        () => world().deps.attendance.roster(fairId),
        (rows) => rows.length === count,
      ),
  };
}

export async function scanAtGate(phone: Phone, code: string): Promise<string> {
  phone.hold(code);
  await phone.page().tap('扫号码条或手机上的码');
  return phone.page().text();
}

export async function loseNetwork(phone: Phone): Promise<void> {
  phone.setOffline(true);
  await phone.until('没网，照常用');
}

/** The keys under which something lies on the phone. */
export const keysOf = (phone: Phone, start: string): string[] => [...phone.storage.keys()].filter((key) => key.startsWith(start));
export const deviceOf = (phone: Phone): string => JSON.parse(phone.storage.get('device') ?? '""') as string;
