import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { flush } from '../../api/flush.ts';
import { type GateDeedKept, useGateDeeds } from '../../api/gate-queue.ts';
import { useLink, useProbe } from '../../api/link.ts';
import { keepPages } from '../../api/offline-copy.ts';
import { forgetDeed } from '../../api/outbox.ts';
import { asRefusal, type Refusal } from '../../api/refusal.ts';
import { dropEntry, keepEntry } from './entries.ts';
import { fetchSnapshot, snapshotNow } from './snapshot.ts';
import { useHubKeeping } from './use-hub-keeping.ts';

const refreshEveryMs = 60_000;

/** What went up: the number that the server gave may be taken back here for as long as is left. */
function digest(fairId: string, { nonce, happenedAt, payload: { act, from }, answer }: GateDeedKept): void {
  const number = answer?.number;
  // What a colleague's device did is taken back there.
  if (from) {
    forgetDeed(nonce);
    return;
  }
  if (act.kind === 'undo' && number !== undefined) dropEntry(fairId, number);
  else if (act.kind === 'scan' && answer?.outcome === 'done' && number !== undefined)
    keepEntry(fairId, { number, at: happenedAt, gate: act.gate, madeAt: Date.parse(happenedAt), nonce });
  forgetDeed(nonce);
}

function useDigest(fairId: string, deeds: readonly GateDeedKept[]): void {
  const done = deeds.filter((deed) => deed.state === 'done');
  useEffect(() => {
    for (const deed of done) digest(fairId, deed);
  }, [fairId, done]);
}

/** Keeps this device ready to work alone: loads the numbers ahead, notices the network go and return, takes in what went up. */
export function useGateKeeping(fairId: string) {
  const { isDown, isForced } = useLink();
  const deeds = useGateDeeds(fairId);
  const [snapshot, setSnapshot] = useState(() => snapshotNow(fairId));
  const [problem, setProblem] = useState<Refusal>();
  useDigest(fairId, deeds);
  useProbe(isDown && !isForced);
  useEffect(keepPages, []);
  const hub = useHubKeeping(fairId, isDown, deeds, setSnapshot);
  useEffect(() => {
    if (isDown || !fairId) return undefined;
    const load = (): void =>
      void fetchSnapshot(fairId)
        .then((fetched) => {
          setSnapshot(fetched);
          setProblem(undefined);
        })
        .catch((error: unknown) => setProblem(asRefusal(error)));
    load();
    void flush();
    const timer = setInterval(load, refreshEveryMs);
    return () => clearInterval(timer);
  }, [fairId, isDown]);
  useDidShow(() => setSnapshot(snapshotNow(fairId)));
  return {
    isDown,
    isForced,
    /** The laptop in the hall: none, or whether it answers. */
    hub,
    takenAt: snapshot?.takenAt,
    /** How many were in when the list was fetched. */
    taken: snapshot?.taken.length,
    /** And not out again, where exits are counted. */
    inside: snapshot?.taken.filter((one) => !one.isOut).length,
    /** Whom people of the fair's own towns may let see them, as the list says. */
    elsewhere: snapshot?.elsewhere ?? [],
    problem,
    waiting: deeds.filter((deed) => deed.state === 'waiting' && !deed.handedAt),
    handed: deeds.filter((deed) => deed.state === 'waiting' && deed.handedAt),
    version: snapshot?.version,
    refused: deeds.filter((deed) => deed.state === 'refused'),
  };
}
export type GateKeeping = ReturnType<typeof useGateKeeping>;
