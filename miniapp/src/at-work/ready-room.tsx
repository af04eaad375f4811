import { type Check, checksOf, type LampState, lampOf } from '@shanhai/shared/rules/devices.ts';
import { codePlace } from '@shanhai/shared/rules/gate.ts';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { asRefusal, type Refusal } from '../api/refusal.ts';
import { useAction } from '../api/use-action.ts';
import { aria } from '../ui/aria.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Lamp } from '../ui/figures.tsx';
import { Page } from '../ui/page.tsx';
import { Card } from '../ui/row.tsx';
import { scan } from '../ui/scan.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { showToast } from '../ui/toast-store.ts';
import type { Lamp as LampTold } from './device-reports.ts';
import { type FoundReady, type Measuring, measureDevice } from './measure.ts';
import './ready-room.scss';

/** A device before its day begins, wherever it works. */
export interface DeviceHere {
  fairId: string;
  title: string;
  /** Where it stands. */
  words: string;
  lampTitles: Record<LampState, string>;
  measuring: Measuring;
  tell: (said: { lamp?: LampTold; isDone?: boolean }) => Promise<unknown>;
  /** All is green: on to work. */
  back: { words: string; onTap: () => void };
  /** Something is left on it: a colleague's device takes it. */
  onLeft: () => void;
  /** Its work is over and told. */
  onDone: () => void;
}

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

/** Any code of ours, read by this camera, will do; nothing comes of it. */
async function tryScan(fairId: string): Promise<boolean> {
  const scanned = await scan({ title: '试扫一下', hint: '随便一张号码条，或自己手机上的码' });
  if (!scanned) return false;
  const place = scanned.code === undefined ? undefined : codePlace(scanned.code);
  if (scanned.code !== undefined && !place) showToast('扫到了，可不是我们的码', 'stop');
  else if (place?.fairId && place.fairId !== fairId) showToast('扫到了，是别场的，这场不能用', 'stop');
  return scanned.number !== undefined || (place !== undefined && (!place.fairId || place.fairId === fairId));
}

/** What only the server could tell. Without network the work goes on. */
function Unheard({ problem: { code, sentence } }: { problem: Refusal }) {
  if (code === 'network') return <Banner kind="offline" title="没网，照常用" words="名单和时间，有网再查一遍" />;
  return <Banner kind="failed" title={sentence} />;
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
function useReady({ fairId, measuring, tell }: DeviceHere) {
  const [measured, setMeasured] = useState<FoundReady>();
  const checks = measured && checksOf(measured, new Date().toISOString());
  const take = (next: FoundReady): void => {
    const now = new Date().toISOString();
    const found = checksOf(next, now);
    setMeasured(next);
    const open = found.filter(({ state }) => state !== 'ok').map(({ check }) => check);
    tell({ lamp: { state: lampOf(found), at: now, open } }).catch(() => undefined);
  };
  const look = useAction(async () => take(await measureDevice(measuring, measured?.hasScanned ?? false)));
  const trial = useAction(async () => {
    if ((await tryScan(fairId)) && measured) take({ ...measured, hasScanned: true });
  });
  useOnce(() => void look.run());
  return { measured, checks, look, trial };
}

/** The end of a device's work: nothing is left on it, and its list goes. */
function useFinish({ tell, onLeft, onDone }: DeviceHere, queue: number) {
  return useAction(async () => {
    if (queue > 0) return onLeft();
    await tell({ isDone: true }).catch((error: unknown) => {
      if (asRefusal(error).code !== 'device_revoked') throw error;
    });
    onDone();
    showToast('收工了，名单删了');
  });
}

/** One lamp for this device, and what to do for each part that is not green. */
export function ReadyRoom({ device }: { device: DeviceHere }) {
  const { title, words, lampTitles } = device;
  const { measured, checks, look, trial } = useReady(device);
  const queue = measured?.queue ?? 0;
  const finish = useFinish(device, queue);
  const lamp = checks && lampOf(checks);
  const foot =
    lamp === 'ok' ? (
      <Button kind="main" icon="check" onTap={device.back.onTap}>
        {device.back.words}
      </Button>
    ) : (
      <Button kind="main" icon="scan" busy={trial.busy} disabled={!measured} onTap={() => void trial.run()}>
        试扫一下
      </Button>
    );
  return (
    <Page title={title} foot={foot}>
      {lamp && (
        <View className={`ready-lamp is-${lamp}`} {...aria({ role: 'status', live: 'polite' })}>
          <Lamp state={lamp}>{lampTitles[lamp]}</Lamp>
          <View className="small">{words}这台</View>
        </View>
      )}
      {measured?.problem && <Unheard problem={measured.problem} />}
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
