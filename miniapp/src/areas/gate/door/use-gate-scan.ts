import { codePlace } from '@shanhai/shared/rules/gate.ts';
import type { Direction } from '@shanhai/shared/rules/passages.ts';
import { useRef, useState } from 'react';
import { drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { go } from '../../../nav.ts';
import type { Scanned } from '../../../ui/scan.ts';
import { useEntries, useMinutesLeft } from '../entries.ts';
import { passAt } from '../pass-at.ts';
import { signal, signalOf } from '../signals.ts';
import { type Asked, lastOf, type Verdict } from '../verdict.ts';

/** One after another: a scan that comes while one is judged waits its turn. */
function useTurns(run: (asked: Asked) => Promise<unknown>): (asked: Asked) => Promise<unknown> {
  const line = useRef<Promise<unknown>>(Promise.resolve());
  return (asked) => {
    line.current = line.current.then(() => run(asked));
    return line.current;
  };
}

/** What the gate shows now. */
function useSaid(fairId: string) {
  const [said, setSaid] = useState<{ verdict: Verdict | undefined; at: number }>({ verdict: undefined, at: 0 });
  const setVerdict = (verdict: Verdict | undefined): void => setSaid({ verdict, at: Date.now() });
  /** Says what became of a scan: to the eye, and to the ear. */
  const tell = (verdict: Verdict): void => {
    const heard = signalOf(verdict);
    if (heard) signal(heard);
    setVerdict(verdict);
  };
  const entries = useEntries(fairId);
  const [latest] = entries;
  const left = useMinutesLeft(latest?.madeAt);
  // What was kept here has gone up since: now the number is known.
  const nonce = said.verdict?.kind === 'kept' ? said.verdict.nonce : undefined;
  const sent = nonce && entries.find((entry) => entry.nonce === nonce);
  // A walk-in registered on another page is the last one too, as long as it may be taken back.
  const other = latest && left > 0 && latest.madeAt > said.at ? latest : undefined;
  const entry = sent || other;
  return { verdict: entry ? lastOf(entry) : said.verdict, isSaid: !other, setVerdict, tell };
}

/** One scan after another: asks the server, keeps what came of it, and opens the registration for a blank strip. */
export function useGateScan(fairId: string, gate: string, direction: Direction | undefined) {
  const { verdict, isSaid, setVerdict, tell } = useSaid(fairId);
  const registerWith = (number: number): void => {
    setVerdict(undefined);
    go('/areas/gate/walk-in/index', { fairId, gate, number });
  };
  const [lastCode, setLastCode] = useState<string>();
  const ask = useAction(async (asked: Asked) => {
    setLastCode(asked.code);
    const came = await passAt(fairId, gate, asked);
    if (came.kind === 'blank') registerWith(came.number);
    else tell(came);
  });
  const inTurn = useTurns(ask.run);
  const undone = (number?: number): void => setVerdict({ kind: 'undone', ...(number !== undefined && { number }) });
  return {
    busy: ask.busy,
    verdict,
    /** On the strip in the picture: nobody's but this one's. */
    latest: verdict && 'number' in verdict ? verdict.number : undefined,
    /** The person's code that was scanned last: those who came along are found by it. */
    personCode: isSaid && lastCode && codePlace(lastCode)?.kind === 'person' ? lastCode : undefined,
    look: (scanned: Scanned): Promise<unknown> => inTurn({ ...scanned, nonce: drawnLetters(12), ...(direction && { direction }) }),
    retry: (asked: Asked): void => void inTurn(asked),
    undone,
  };
}
