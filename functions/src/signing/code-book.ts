import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { codeIn } from '@shanhai/shared/rules/gate.ts';
import { readRotating, type ScreenKey, signedOf, stepAt, stepsFor } from '@shanhai/shared/rules/rotating-code.ts';
import { type CodeKeys, fairBody, type ReadCode, readCode, readFairBody, signCode } from './codes.ts';

export type Scanned =
  | { kind: 'gate' | 'booth' | 'strip'; fairId: FairId; index: number }
  /** What a screen's code says of itself: genuine only with `codes.stepOf`, for its key is the fair's. */
  | { kind: 'screen'; fairId: FairId; index: number; code: string }
  | { kind: 'person'; workerId: WorkerId }
  | { kind: 'desk'; deskId: string }
  | { kind: 'invitation'; invitationId: string };

const kinds = { S: 'gate', B: 'booth', N: 'strip' } as const;

/** What a genuine code stands for; undefined for a kind that this system does not use. */
function scannedOf({ kind, body }: ReadCode): Scanned | undefined {
  if (kind === 'P') return { kind: 'person', workerId: body as WorkerId };
  if (kind === 'M') return { kind: 'invitation', invitationId: body };
  if (kind === 'D') return { kind: 'desk', deskId: body };
  const place = readFairBody(body);
  const atFair = kinds[kind as keyof typeof kinds];
  return place && atFair ? { kind: atFair, fairId: place.fairId as FairId, index: place.index } : undefined;
}

function screenOf(code: string): Scanned | undefined {
  const found = readRotating(code);
  return found && { kind: 'screen', fairId: found.fairId as FairId, index: found.gate, code };
}

/** Good for one fair: a screen that is lost gives away nothing else. 〔RFC 5869, one step〕 */
function screenKeyOf(keyId: string, fairId: string, keyNo: number, { byId, env }: CodeKeys): string | undefined {
  const master = Object.hasOwn(byId, keyId) ? byId[keyId] : undefined;
  return master && createHmac('sha256', master).update(`screen|v1|${env}|${fairId}|${keyNo}`).digest('base64url');
}

/** For which 30 seconds a genuine code was made; undefined when it is forged, or of a key that was changed. */
function stepOf(code: string, keyNo: number, now: string, keys: CodeKeys): number | undefined {
  const found = readRotating(code);
  const key = found && screenKeyOf(code.charAt(1), found.fairId, keyNo, keys);
  if (!key) return undefined;
  const head = code.slice(0, 14);
  const isSigned = (step: number): boolean => {
    const mac = createHmac('sha256', key).update(signedOf(head, step)).digest('base64url').slice(0, 18);
    return timingSafeEqual(Buffer.from(mac), Buffer.from(code.slice(14)));
  };
  return stepsFor(found.low, stepAt(now)).find(isSigned);
}

/** The codes of this stage: signs what is printed and reads what was scanned. */
export function codeBook(keys: CodeKeys) {
  return {
    sign: (kind: 'P' | 'D' | 'M', body: string): string => signCode(kind, body, keys),
    signAt: (kind: 'S' | 'B' | 'N', fairId: FairId, index: number): string => signCode(kind, fairBody(fairId, index), keys),

    /** What a screen at this fair signs with. */
    screenKey(fairId: FairId, keyNo: number): ScreenKey {
      const key = screenKeyOf(keys.current, fairId, keyNo, keys);
      if (!key) throw new Error('No key to sign codes with');
      return { keyId: keys.current, key };
    },

    stepOf: (code: string, keyNo: number, now: string): number | undefined => stepOf(code, keyNo, now, keys),

    /** What a scanned text stands for; a forged or foreign one is `code_forged`. */
    read(text: string): Scanned {
      const code = codeIn(text);
      const found = code && !code.startsWith('R') ? readCode(code, keys) : undefined;
      const scanned = code?.startsWith('R') ? screenOf(code) : found && scannedOf(found);
      if (!scanned) throw new Problem('code_forged');
      return scanned;
    },
  };
}
