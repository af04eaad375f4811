import { View } from '@tarojs/components';
import { useState } from 'react';
import { boothKind } from '../../api/booth-queue.ts';
import { forgetWork, gateKind } from '../../api/gate-queue.ts';
import { forgetKept } from '../../api/kept.ts';
import { unseenOf, waitingOf, wipeDeeds } from '../../api/outbox.ts';
import { signOut } from '../../api/session.ts';
import { askToSignIn } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** What waits: of somebody's work first, and all there is. */
interface Waiting {
  at?: '门口' | '展位';
  count: number;
  /** Came back refused: somebody looks at it first. */
  isUnseen?: boolean;
}

const stepAt = { 门口: '打开“没进来的”', 展位: '打开展位' } as const;

/** People were let in or answered with these: they are sent, handed over or looked at first. */
function WorkFirst({ at, count, isUnseen, onClose }: Required<Pick<Waiting, 'at'>> & Omit<Waiting, 'at'> & { onClose: () => void }) {
  return (
    <View className="stack">
      <View className="h2">{`${at}${isUnseen ? '有' : '还有'} ${count} 条${isUnseen ? '没传成，还没人看' : '没传'}`}</View>
      <View className="t2">
        {isUnseen ? `退出就没了。在${at}${stepAt[at]}，看一条，点“处理好了”，再退出` : `这里面有人，不能丢。连上网传完，或在${at}点“交给同事”，再退出`}
      </View>
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
  const places = [
    { at: '门口', kind: gateKind },
    { at: '展位', kind: boothKind },
  ] as const;
  const left = places.flatMap(({ at, kind }): Waiting[] => [
    { at, count: waitingOf(workerId, kind) },
    { at, count: unseenOf(workerId, kind), isUnseen: true },
  ]);
  return left.find(({ count }) => count > 0) ?? { count: waitingOf(workerId) };
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
          {waiting.at ? <WorkFirst {...waiting} at={waiting.at} onClose={close} /> : <SureAsked count={waiting.count} onLeave={leave} onClose={close} />}
        </Sheet>
      )}
    </>
  );
}
