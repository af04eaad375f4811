import { expect } from 'vitest';
import { weappFolder } from './builds.ts';
import { openPhone, type Phone } from './phone/phone.ts';
import type { World } from './world.ts';

/** The phones of a test, in the time of its world. `putAway` after each test also sees that none of them met an exception. */
export function phonesIn(world: () => World) {
  const phones: Phone[] = [];
  return {
    of(persona: string, kept: Record<string, unknown> = {}): Phone {
      const { api, wechatOrigin, clock } = world();
      const phone = openPhone({ dist: weappFolder, api, sim: wechatOrigin, persona, now: () => clock.now, kept });
      phones.push(phone);
      return phone;
    },
    putAway(): void {
      const used = phones.splice(0);
      for (const phone of used) phone.close();
      expect(used.flatMap((phone) => phone.faults)).toEqual([]);
    },
  };
}
