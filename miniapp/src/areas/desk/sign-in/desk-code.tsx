import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { asRefusal, isPassing, type Refusal } from '../../../api/refusal.ts';
import { type Desk, openDesk, pollDesk } from '../../../api/session.ts';
import type { Session } from '../../../api/session-store.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

const askEveryMs = 2000;

/** Opens a desk, shows its code and waits for the phone; a lapsed code is drawn anew. */
function useDesk(onEntered: (session: Session) => void): { desk: Desk | undefined; problem: Refusal | undefined; retry: () => void } {
  const [desk, setDesk] = useState<Desk>();
  const [problem, setProblem] = useState<Refusal>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens a new desk
  useEffect(() => {
    openDesk().then(setDesk, (error: unknown) => setProblem(asRefusal(error)));
  }, [round]);
  const retry = (): void => {
    setDesk(undefined);
    setProblem(undefined);
    setRound((n) => n + 1);
  };
  useEffect(() => {
    if (!desk) return undefined;
    const ask = async (): Promise<void> => {
      try {
        const session = await pollDesk(desk);
        if (session) onEntered(session);
      } catch (error) {
        if (!isPassing(asRefusal(error))) retry();
      }
    };
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => clearInterval(timer);
  });
  return { desk, problem, retry };
}

/** Staff sign in at a desktop by scanning with their own WeChat. */
export function DeskCode({ onEntered }: { onEntered: (session: Session) => void }) {
  const { desk, problem, retry } = useDesk(onEntered);
  if (problem) return <ErrorView problem={problem} onRetry={retry} />;
  if (!desk) return <Skeleton />;
  return (
    <Card>
      <View className="h2 center">用微信扫一扫</View>
      <View className="row center sign-in-code">
        <QrCode text={`${window.location.origin}/c/${desk.code}`} size={220} label="登录码" />
      </View>
      <View className="t2 center">打开“山海就业”，我的 → 扫码登录电脑</View>
      <View className="hint center">给招聘单位、办招聘会的和人社干部用。找工作请在微信里打开。</View>
    </Card>
  );
}
