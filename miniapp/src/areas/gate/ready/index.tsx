import type { Output } from '@shanhai/shared/contract/contract.ts';
import { type Check, checksOf, type LampState, lampOf, type Measured } from '@shanhai/shared/rules/devices.ts';
import { codePlace } from '@shanhai/shared/rules/gate.ts';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { forgetGate } from '../../../api/gate-queue.ts';
import { asRefusal } from '../../../api/refusal.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { aria } from '../../../ui/aria.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Lamp } from '../../../ui/figures.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';
import { scan } from '../../../ui/scan.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { reportDevice } from '../device-report.ts';
import { useGate } from '../entries.ts';
import { measureDevice } from './measure.ts';
import './index.scss';

type Fair = Output<'fairs.get'>;

const lampTitles: Record<LampState, string> = { ok: '可以开门', wait: '能用，看看黄的', stop: '先把红的办好' };

function CheckRow({ check: { state, words, todo } }: { check: Check }) {
  return (
    <View className="li is-still">
      <View className="grow">
        <Lamp state={state}>{words}</Lamp>
        {todo && <View className="li-words">{todo}</View>}
      </View>
    </View>
  );
}

/** Any code of ours, read by this camera, will do; nobody comes in by it. */
async function tryScan(fairId: string): Promise<boolean> {
  const scanned = await scan({ title: '试扫一下', hint: '随便一张号码条，或自己手机上的码' });
  if (!scanned) return false;
  const place = scanned.code === undefined ? undefined : codePlace(scanned.code);
  if (scanned.code !== undefined && !place) showToast('扫到了，可不是我们的码', 'stop');
  else if (place?.fairId && place.fairId !== fairId) showToast('扫到了，是别场的，这场不能用', 'stop');
  return scanned.number !== undefined || (place !== undefined && (!place.fairId || place.fairId === fairId));
}

/** When the page opens. */
function useOnce(run: () => void): void {
  const hasRun = useRef(false);
  useEffect(() => {
    if (hasRun.current) return;
    hasRun.current = true;
    run();
  });
}

/** Measures once when opened and again when asked, and tells the registry what came of it. */
function useReady(fairId: string, gate: string) {
  const [measured, setMeasured] = useState<Measured & { problem?: string }>();
  const now = new Date().toISOString();
  const checks = measured && checksOf(measured, now);
  const take = (next: Measured & { problem?: string }): void => {
    const found = checksOf(next, new Date().toISOString());
    setMeasured(next);
    const open = found.filter(({ state }) => state !== 'ok').map(({ check }) => check);
    reportDevice(fairId, gate, { lamp: { state: lampOf(found), at: new Date().toISOString(), open } }).catch(() => undefined);
  };
  const look = useAction(async () => take(await measureDevice(fairId, gate, measured?.hasScanned ?? false)));
  const trial = useAction(async () => {
    if ((await tryScan(fairId)) && measured) take({ ...measured, hasScanned: true });
  });
  useOnce(() => void look.run());
  return { measured, checks, look, trial };
}

/** The end of a device's work: nothing is left on it, and its list goes. */
function useFinish(fairId: string, gate: string, queue: number) {
  return useAction(async () => {
    if (queue > 0) return go('/areas/gate/hand-over/index', { fairId });
    await reportDevice(fairId, gate, { isDone: true }).catch((error: unknown) => {
      if (asRefusal(error).code !== 'device_revoked') throw error;
    });
    forgetGate();
    showToast('收工了，名单删了');
    goBack('organizer');
  });
}

function ReadyRoom({ fair }: { fair: Fair }) {
  const { fairId } = fair;
  const [gate] = useGate(fairId, fair.gates);
  const { measured, checks, look, trial } = useReady(fairId, gate);
  const queue = measured?.queue ?? 0;
  const finish = useFinish(fairId, gate, queue);
  const foot = (
    <Button kind="main" icon="scan" busy={trial.busy} disabled={!measured} onTap={() => void trial.run()}>
      试扫一下
    </Button>
  );
  const lamp = checks && lampOf(checks);
  return (
    <Page title="开门前检查" foot={foot}>
      {lamp && (
        <View className={`ready-lamp is-${lamp}`} {...aria({ role: 'status', live: 'polite' })}>
          <Lamp state={lamp}>{lampTitles[lamp]}</Lamp>
          <View className="small">{gate}这台</View>
        </View>
      )}
      {measured?.problem && <Banner kind="failed" title={measured.problem} />}
      {checks ? (
        <Card flush>
          {checks.map((check) => (
            <CheckRow key={check.check} check={check} />
          ))}
        </Card>
      ) : (
        <Skeleton shape="rows" />
      )}
      <Button kind="line" wide icon="undo" busy={look.busy} busyWords="正在查" onTap={() => void look.run()}>
        再查一遍
      </Button>
      <Button kind="quiet" wide busy={finish.busy} onTap={() => void finish.run()}>
        {queue > 0 ? `还有 ${queue} 条，交给同事再收工` : '这台收工，删掉名单'}
      </Button>
    </Page>
  );
}

/** Before the gate opens: one lamp for this device, and what to do for each part that is not green. */
export default function Ready() {
  const { fairId = '' } = useParams('/areas/gate/ready/index');
  const fair = useCall('fairs.get', { fairId }, { when: fairId !== '', keep: true });
  if (fair.data) return <ReadyRoom fair={fair.data} />;
  return (
    <Page title="开门前检查">
      {fair.isLoading && <Skeleton />}
      {fair.problem && <ErrorView problem={fair.problem} onRetry={() => void fair.reload()} />}
      {!fairId && <Empty title="不知道是哪一场" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />}
    </Page>
  );
}
