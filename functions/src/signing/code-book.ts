import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { type CodeKeys, codeIn, fairBody, readCode, readFairBody, signCode } from './codes.ts';

export type Scanned =
  | { kind: 'gate' | 'booth' | 'strip'; fairId: FairId; index: number }
  | { kind: 'person'; workerId: WorkerId }
  | { kind: 'desk'; deskId: string };

const kinds = { S: 'gate', B: 'booth', N: 'strip' } as const;

/** The codes of this stage: signs what is printed and reads what was scanned. */
export function codeBook(keys: CodeKeys) {
  return {
    sign: (kind: 'P' | 'D', body: string): string => signCode(kind, body, keys),
    signAt: (kind: 'S' | 'B' | 'N', fairId: FairId, index: number): string => signCode(kind, fairBody(fairId, index), keys),

    /** What a scanned text stands for; a forged or foreign one is `code_forged`. */
    read(text: string): Scanned {
      const code = codeIn(text);
      const found = code ? readCode(code, keys) : undefined;
      if (!found) throw new Problem('code_forged');
      if (found.kind === 'P') return { kind: 'person', workerId: found.body as WorkerId };
      if (found.kind === 'D') return { kind: 'desk', deskId: found.body };
      const kind = kinds[found.kind as keyof typeof kinds];
      if (!kind) throw new Problem('code_forged');
      const place = readFairBody(found.body);
      if (!place) throw new Problem('code_forged');
      const { fairId, index } = place;
      return { kind, fairId: fairId as FairId, index };
    },
  };
}
export type CodeBook = ReturnType<typeof codeBook>;
