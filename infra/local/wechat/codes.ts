import { type Persona, personaById } from './personas.ts';
import type { Code, Sim } from './sim.ts';

const lifeMs = 300_000;

/** A new code for a phone to hand to its backend: single use, five minutes. */
export function issueCode(sim: Sim, purpose: Code['purpose'], personaId: string): string {
  const code = `${purpose === 'login' ? '0a' : 'p'}${sim.draw(30)}`;
  sim.memory.codes.set(code, { purpose, personaId, issuedMs: sim.nowMs(), isUsed: false });
  return code;
}

/** Spends a code: the person behind it, or why it is worth nothing. The two kinds of code are separate worlds. */
export function spendCode(sim: Sim, purpose: Code['purpose'], text: string): Persona | 'invalid' | 'used' {
  const code = sim.memory.codes.get(text) ?? (purpose === 'login' ? shortcutCode(sim, text) : undefined);
  const persona = code && personaById(code.personaId);
  if (!code || !persona || code.purpose !== purpose || sim.nowMs() - code.issuedMs > lifeMs) return 'invalid';
  if (code.isUsed) return 'used';
  code.isUsed = true;
  return persona;
}

/** `sim:<persona>:<nonce>` signs a persona in without the control plane, once per nonce. */
function shortcutCode(sim: Sim, text: string): Code | undefined {
  const personaId = /^sim:(\w+):[\w-]+$/.exec(text)?.[1];
  if (!personaId) return undefined;
  const code: Code = { purpose: 'login', personaId, issuedMs: sim.nowMs(), isUsed: false };
  sim.memory.codes.set(text, code);
  return code;
}
