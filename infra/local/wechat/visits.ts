import { personaByOpenid } from './personas.ts';
import type { Sim } from './sim.ts';

const visitMs = 7_200_000;

/** The errcode for somebody who was not in the mini-program within two hours, or who is none of its people. */
export function visitTrouble(sim: Sim, openid: string): number | undefined {
  if (!/^o[\w-]{27}$/.test(openid)) return 40003;
  const persona = personaByOpenid(sim.settings.appId, openid);
  if (!persona) return 43104;
  const visit = sim.memory.visitMs.get(persona.id) ?? Number.NEGATIVE_INFINITY;
  return sim.nowMs() - visit > visitMs ? 61010 : undefined;
}
