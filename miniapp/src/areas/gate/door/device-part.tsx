import { clockSeconds } from '@shanhai/shared/rules/devices.ts';
import { clockAheadMinutes } from '@shanhai/shared/rules/gate.ts';
import { useReports } from '../../../at-work/device-reports.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { reportDevice, useRevoked, useSkew } from '../device-report.ts';
import { mayReachHub } from '../hub-link.ts';
import type { GateKeeping } from '../use-gate-keeping.ts';

function handWords({ waiting, handed }: GateKeeping): string {
  if (waiting.length > 0) return `这台没传的 ${waiting.length} 条，或收同事的`;
  return handed.length > 0 ? `交出去 ${handed.length} 条，等他传` : '没网的手机，用码交过来';
}

/** A clock that is off: what is kept without network would tell wrong times, and one too far ahead would be refused. */
function ClockOff() {
  const skewMs = useSkew() ?? 0;
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  if (Math.abs(skewMs) < clockSeconds * 1000) return null;
  const isTooFar = skewMs > clockAheadMinutes * 60_000;
  return (
    <Banner
      kind={isTooFar ? 'failed' : 'wait'}
      title={`这台时间${skewMs > 0 ? '快' : '慢'}了 ${minutes} 分钟`}
      words={`${isTooFar ? '没网时扫的会传不上去' : '没网时扫的，时间会记错'}。到设置里打开“自动设置时间”`}
    />
  );
}

/** What whoever stands here must know before the next scan. */
export function DeviceNews({ fairId, keeping }: { fairId: string; keeping: GateKeeping }) {
  const left = keeping.waiting.length;
  return (
    <>
      {useRevoked(fairId) && (
        <Banner
          kind="failed"
          title="这台设备停用了"
          words={left > 0 ? `没传的 ${left} 条还在这台上，没丢。用码交给同事` : '请换一台，或找主办方恢复'}
          aside={left > 0 && <Button onTap={() => go('/areas/gate/hand-over/index', { fairId })}>交给同事</Button>}
        />
      )}
      <ClockOff />
    </>
  );
}

const hubWords: Record<GateKeeping['hub'], string> = {
  none: '没网时，几个门用一台电脑对',
  unknown: '还没试',
  up: '通着',
  away: '不通，各门先自己记',
};

/** This device among the others: is it ready, who takes what it could not send. */
export function DevicePart({ fairId, gate, keeping }: { fairId: string; gate: string; keeping: GateKeeping }) {
  const { isDown, waiting, version } = keeping;
  useReports(gate && fairId + gate, `${waiting.length} ${version ?? ''}`, isDown, () => reportDevice(fairId, gate));
  return (
    <Card flush>
      <Row icon="swap" tone="grey" title="交给同事" words={handWords(keeping)} onTap={() => go('/areas/gate/hand-over/index', { fairId })} />
      {mayReachHub && <Row icon="home" tone="grey" title="现场主机" words={hubWords[keeping.hub]} onTap={() => go('/areas/gate/hub/index', { fairId })} />}
      <Row icon="okc" tone="grey" title="开门前检查" words="名单、时间、电量，一盏灯" onTap={() => go('/areas/gate/ready/index', { fairId })} />
    </Card>
  );
}
