import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { checkInWaiting } from '../../../api/check-in.ts';
import { keptAnswer } from '../../../api/kept.ts';
import { replace } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';
import { stepAfter } from '../../../ui/step-after.ts';
import { FairAtGate } from './fair-view.tsx';
import { NoFair } from './no-fair.tsx';
import { useCheckIn } from './use-check-in.ts';

type Fair = Output<'fairs.get'>;

/** The fair as the phone read it last, from its own page or from the list. */
function keptFair(fairId: string): Fair | undefined {
  const own = keptAnswer<Fair>('fairs.get', { fairId })?.answer;
  return own ?? keptAnswer<Output<'fairs.list'>>('fairs.list', {})?.answer.items.find((fair) => fair.fairId === fairId);
}

/** Nothing is known of the fair but that this is its gate's code: enough to keep the tap. */
function TapAlone({ code, fairId, onRetry }: { code: string; fairId: string; onRetry: () => void }) {
  const checkIn = useCheckIn(fairId, code, undefined);
  const foot = (
    <Button kind="main" icon="check" busy={checkIn.busy} busyWords="正在签到" onTap={() => void checkIn.run()}>
      确认签到
    </Button>
  );
  return (
    <Page title="签到" foot={foot}>
      {checkIn.problem ? (
        <Banner kind="failed" title={checkIn.problem.sentence} words={stepAfter(checkIn.problem.code)} />
      ) : (
        <Banner kind="offline" title="没网，照常签" words="先记在手机里，有网就上传" />
      )}
      <Card>
        <View className="row ends">
          <View className="h3">这是招聘会门口的码</View>
          <ListenButton words="这是招聘会门口的码。现在没网，点确认签到，先记在手机里，有网就上传。" />
        </View>
        <View className="t2">是哪一场、有哪些单位，有网才看得到。签到不用等。</View>
        <Button kind="line" wide icon="refresh" onTap={onRetry}>
          再试一次
        </Button>
      </Card>
    </Page>
  );
}

interface Props {
  code: string;
  /** Read from the code's own text. */
  fairId: string;
  expected: string | undefined;
  onScan: () => void;
  onRetry: () => void;
}

/** A gate's code that nobody could be asked about: the kept fair when there is one, and the tap in any case. */
export function GateUnheard({ code, fairId, expected, onScan, onRetry }: Props) {
  const [fair] = useState(() => keptFair(fairId));
  const [isKept] = useState(() => checkInWaiting(fairId) !== undefined);
  if (expected && expected !== fairId) return <NoFair title="这张码不是今天这场的" words="请扫门口大海报" onScan={onScan} />;
  if (fair) return <FairAtGate fair={fair} code={code} />;
  if (!isKept) return <TapAlone code={code} fairId={fairId} onRetry={onRetry} />;
  return (
    <Page
      title="签到"
      foot={
        <Button kind="main" icon="strip" onTap={() => replace('/areas/fairs/checked-in/index', { fairId })}>
          看我的号码
        </Button>
      }
    >
      <Banner kind="queued" title="已记下，有网就上传" words="不用再点" />
    </Page>
  );
}
