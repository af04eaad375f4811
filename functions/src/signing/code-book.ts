import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { codeIn } from '@shanhai/shared/rules/gate.ts';
import { type CodeKeys, fairBody, type ReadCode, readCode, readFairBody, signCode } from './codes.ts';

export type Scanned =
  | { kind: 'gate' | 'booth' | 'strip'; fairId: FairId; index: number }
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

/** The codes of this stage: signs what is printed and reads what was scanned. */
export function codeBook(keys: CodeKeys) {
  return {
    sign: (kind: 'P' | 'D' | 'M', body: string): string => signCode(kind, body, keys),
    signAt: (kind: 'S' | 'B' | 'N', fairId: FairId, index: number): string => signCode(kind, fairBody(fairId, index), keys),

    /** What a scanned text stands for; a forged or foreign one is `code_forged`. */
    read(text: string): Scanned {
      const code = codeIn(text);
      const found = code ? readCode(code, keys) : undefined;
      const scanned = found && scannedOf(found);
      if (!scanned) throw new Problem('code_forged');
      return scanned;
    },
  };
}
