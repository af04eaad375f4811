import { useEffect, useState } from 'react';
import { type BoothDeedKept, type BoothPlace, useBoothDeeds } from '../../../api/booth-queue.ts';
import { flush } from '../../../api/flush.ts';
import { useLink, useProbe } from '../../../api/link.ts';
import { keepPages } from '../../../api/offline-copy.ts';
import { forgetDeed } from '../../../api/outbox.ts';
import { asRefusal, type Refusal } from '../../../api/refusal.ts';
import { onSession, sessionNow, whoOf } from '../../../api/session-store.ts';
import { forgetBooths, keptBooth, loadBooth } from './booth-here.ts';
import { boothReports } from './booth-report.ts';

const refreshEveryMs = 60_000;

/** What went up is the server's from now on. */
function useDigest(deeds: readonly BoothDeedKept[]): void {
  const done = deeds.filter((deed) => deed.state === 'done');
  useEffect(() => {
    for (const { nonce } of done) forgetDeed(nonce);
  }, [done]);
}

/** Names in memory go with whoever was signed in. */
function useForgetting(): void {
  useEffect(() => {
    const who = whoOf(sessionNow());
    return onSession(() => {
      if (whoOf(sessionNow()) !== who) forgetBooths();
    });
  }, []);
}

/** Keeps this device ready to work alone: loads the booth's cards ahead, notices the network go and return, sends what waits. */
export function useBoothKeeping({ fairId, boothNo }: BoothPlace) {
  const { isDown, isForced } = useLink();
  const deeds = useBoothDeeds({ fairId, boothNo });
  // the whole of it: a list may be of the same moment and say something else of the employer
  const [kept, setKept] = useState(() => keptBooth({ fairId, boothNo }));
  const [problem, setProblem] = useState<Refusal>();
  useDigest(deeds);
  useForgetting();
  useProbe(isDown && !isForced);
  useEffect(keepPages, []);
  useEffect(() => {
    if (isDown) return undefined;
    const load = (): void =>
      void loadBooth({ fairId, boothNo })
        .then(() => {
          setKept(keptBooth({ fairId, boothNo }));
          setProblem(undefined);
        })
        .catch((error: unknown) => {
          boothReports.note({ fairId, boothNo }, error);
          setKept(keptBooth({ fairId, boothNo }));
          setProblem(asRefusal(error));
        });
    load();
    void flush();
    const timer = setInterval(load, refreshEveryMs);
    return () => clearInterval(timer);
  }, [fairId, boothNo, isDown]);
  return {
    isDown,
    isForced,
    takenAt: kept?.takenAt,
    problem,
    waiting: deeds.filter((deed) => deed.state === 'waiting' && !deed.handedAt && deed.payload.act.kind !== 'look'),
    handed: deeds.filter((deed) => deed.state === 'waiting' && deed.handedAt),
    refused: deeds.filter((deed) => deed.state === 'refused'),
  };
}
export type BoothKeeping = ReturnType<typeof useBoothKeeping>;
