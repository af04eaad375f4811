import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { call } from '../../../api/call.ts';
import { asRefusal, type Refusal } from '../../../api/refusal.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

const renewEveryMs = 14 * 60_000;

/** A code for one colleague; when somebody came in or the code grew old, the next one is drawn. */
function useInvitation(employerId: string, count: number | undefined) {
  const [code, setCode] = useState<string>();
  const [problem, setProblem] = useState<Refusal>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever came in has used the code up
  useEffect(() => {
    call('members.invite', { employerId }).then(
      (invitation) => {
        setCode(invitation.code);
        setProblem(undefined);
      },
      (error: unknown) => setProblem(asRefusal(error)),
    );
    const timer = setTimeout(() => setRound((n) => n + 1), renewEveryMs);
    return () => clearTimeout(timer);
  }, [employerId, count, round]);
  return { code, problem, retry: () => setRound((n) => n + 1) };
}

interface Props {
  employerId: string;
  /** How many there are now. */
  count: number | undefined;
  onClose: () => void;
}

/** The code on the owner's phone that a colleague scans beside it. */
export function Invite({ employerId, count, onClose }: Props) {
  const [before] = useState(count);
  const { code, problem, retry } = useInvitation(employerId, count);
  const came = before !== undefined && count !== undefined ? count - before : 0;
  if (problem) return <ErrorView problem={problem} onRetry={retry} />;
  if (!code) return <Skeleton />;
  return (
    <>
      {came > 0 && <Banner kind="done" title={`进来了 ${came} 位`} words="换了新码，可以接着扫" />}
      <Card>
        <View className="h2 center">请同事扫这张码</View>
        <View className="row colleagues-code">
          <QrCode text={code} size={220} label="邀请码" />
        </View>
        <View className="t2 center">同事打开“山海就业”，我的 → 扫一扫</View>
        <View className="hint center">一张码进一位，15 分钟内有效。别发到群里。</View>
        <Button kind="line" wide onTap={onClose}>
          好了，收起来
        </Button>
      </Card>
    </>
  );
}
