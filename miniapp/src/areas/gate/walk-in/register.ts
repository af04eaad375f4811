import { call } from '../../../api/call.ts';
import { actWithServer } from '../device-report.ts';
import { keepEntry } from '../entries.ts';
import { tellDone } from '../hub-deeds.ts';
import { type Draft, walkInOf } from './form.ts';
import { registerHere } from './register-here.ts';

/** Somebody without a phone comes in: by the server, or kept on this device. Throws a refusal. */
export async function register(
  fair: { fairId: string; hostRegion: string },
  gate: string,
  draft: Draft,
  { override, receivers }: { override?: string | undefined; receivers: readonly string[] },
): Promise<{ number: number; isKept: boolean }> {
  const { fairId } = fair;
  const walkIn = { ...walkInOf(draft, fair, gate, receivers), ...(override && { override }) };
  const person = await actWithServer(fairId, () => call('attendance.registerWalkIn', walkIn));
  const made = person ?? (await registerHere(fairId, gate, walkIn));
  if (person) void tellDone(fairId, { kind: 'scan', gate, number: made.number });
  keepEntry(fairId, { number: made.number, at: made.at, gate });
  return { number: made.number, isKept: !person };
}
