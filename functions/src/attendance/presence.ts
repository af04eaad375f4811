import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { asksGate, type Evidence, ownEvidence, type PlaceFinding } from '@shanhai/shared/rules/evidence.ts';
import { matchOf } from '@shanhai/shared/rules/rotating-code.ts';
import type { GateDeps } from '../gate-deps.ts';
import type { CheckInRecord, Confirmed, gateScanned } from './rules.ts';

/** A tap: when it arrived, and when the phone says it was made, if it could not be sent at once. */
interface Tap {
  now: string;
  happenedAt?: string | undefined;
  place?: PlaceFinding | undefined;
}

/** What the scanned code itself proves. A screen's code of another time is refused: a photograph of it is worth nothing. */
function codeProof(
  scanned: ReturnType<typeof gateScanned>,
  { presence }: Fair,
  { now, happenedAt }: Tap,
  { codes }: GateDeps,
): Pick<Evidence, 'by' | 'step' | 'match'> {
  if (scanned.kind === 'gate') return { by: 'printed' };
  const step = codes.stepOf(scanned.code, presence?.screenKeyNo ?? 0, now);
  if (step === undefined) throw new Problem('code_forged');
  const match = presence?.code === 'rotating' ? matchOf(step, now, happenedAt) : undefined;
  if (!match) throw new Problem('code_expired');
  return { by: 'rotating', step, match };
}

/** What an own scan rests on at this fair; a code that proves nothing is refused. */
export function evidenceOfTap(scanned: ReturnType<typeof gateScanned>, fair: Fair, tap: Tap, deps: GateDeps): Evidence {
  return ownEvidence(fair.presence, codeProof(scanned, fair, tap, deps), tap.place, (tap.happenedAt ?? tap.now) !== tap.now);
}

/** A gate sees somebody whose own scan waits for it. False when nothing waited; the same sight told twice is the same one. */
export async function confirmAtGate(fair: Fair, standing: CheckInRecord | undefined, confirmed: Confirmed, deps: GateDeps): Promise<boolean> {
  if (!standing || !asksGate(fair.presence)) return false;
  if (standing.confirmed?.nonce === confirmed.nonce) return true;
  if (standing.evidence?.gate !== 'waiting') return false;
  if (await deps.attendance.confirm(standing, confirmed)) return true;
  return confirmAtGate(fair, await deps.attendance.find(standing.workerId, fair.fairId), confirmed, deps);
}
