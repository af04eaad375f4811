import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { expect } from 'vitest';
import { weappFolder } from './builds.ts';
import { openPhone, type Phone } from './phone/phone.ts';
import type { World } from './world.ts';

/** The phones of a test, in the time of its world. `putAway` after each test also sees that none of them met an exception. */
export function phonesIn(world: () => World) {
  const phones: Phone[] = [];
  return {
    /** `aheadMinutes`: the phone's clock is so far ahead of the world's; behind, when it is negative. */
    of(persona: string, kept: Record<string, unknown> = {}, aheadMinutes = 0): Phone {
      const { api, wechatOrigin, clock } = world();
      const now = (): string => afterMinutes(clock.now, aheadMinutes);
      const phone = openPhone({ dist: weappFolder, api, sim: wechatOrigin, persona, now, kept });
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
