import { View } from '@tarojs/components';
import { useState } from 'react';
import { boothKind } from '../../api/booth-queue.ts';
import { forgetWork, gateKind } from '../../api/gate-queue.ts';
import { forgetKept } from '../../api/kept.ts';
import { waitingOf, wipeDeeds } from '../../api/outbox.ts';
import { signOut } from '../../api/session.ts';
import { askToSignIn } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** What waits: of somebody's work first, and all there is. */
interface Waiting {
  at?: '门口' | '展位';
  count: number;
}

/** People were let in or answered with these: they are sent or handed over first. */
function WorkFirst({ at, count, onClose }: { at: string; count: number; onClose: () => void }) {
  return (
    <View className="stack">
      <View className="h2">
        {at}还有 {count} 条没传
      </View>
      <View className="t2">这里面有人，不能丢。连上网传完，或在{at}点“交给同事”，再退出</View>
      <Button kind="main" onTap={onClose}>
        知道了
      </Button>
    </View>
  );
}

/** What waits on this phone is wiped with the sign-out: said before, never after. */
function SureAsked({ count, onLeave, onClose }: { count: number; onLeave: () => void; onClose: () => void }) {
  return (
    <View className="stack">
      <View className="h2">还有 {count} 条没传上去</View>
      <View className="t2">现在退出，这些就没了。等有网传完再退</View>
      <Button kind="main" onTap={onClose}>
        先不退
      </Button>
      <Button kind="quiet" wide onTap={onLeave}>
        还是退出
      </Button>
    </View>
  );
}

function waitingNow(workerId: string): Waiting {
  const atGate = waitingOf(workerId, gateKind);
  if (atGate > 0) return { at: '门口', count: atGate };
  const atBooth = waitingOf(workerId, boothKind);
  return atBooth > 0 ? { at: '展位', count: atBooth } : { count: waitingOf(workerId) };
}

/** Nothing of the person stays in this browser. */
export function SignOut({ workerId }: { workerId: string }) {
  const [waiting, setWaiting] = useState<Waiting>();
  const close = (): void => setWaiting(undefined);
  const leave = (): void => {
    wipeDeeds(workerId);
    forgetKept();
    forgetWork();
    signOut();
    askToSignIn();
  };
  const ask = (): void => {
    const found = waitingNow(workerId);
    if (found.count > 0) setWaiting(found);
    else leave();
  };
  return (
    <>
      <Button kind="line" wide icon="out" onTap={ask}>
        退出
      </Button>
      {waiting && (
        <Sheet isOpen onClose={close} label="退出">
          {waiting.at ? (
            <WorkFirst at={waiting.at} count={waiting.count} onClose={close} />
          ) : (
            <SureAsked count={waiting.count} onLeave={leave} onClose={close} />
          )}
        </Sheet>
      )}
    </>
  );
}
