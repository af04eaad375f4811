import { View } from '@tarojs/components';
import type { BoothPlace } from '../../../api/booth-queue.ts';
import { useReports } from '../../../at-work/device-reports.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { boothReports } from './booth-report.ts';
import type { BoothKeeping } from './use-booth-keeping.ts';

/** Says how this device stands: when what waits on it changes, and every half minute. */
export function useBoothReports(place: BoothPlace, { isDown, waiting, takenAt }: BoothKeeping): void {
  useReports(`${place.fairId} ${place.boothNo}`, `${waiting.length} ${takenAt ?? ''}`, isDown, () => boothReports.report(place));
}

/** Taken out of service: said before anything else, with what becomes of what is on it. */
export function RevokedHere({ place, keeping: { waiting } }: { place: BoothPlace; keeping: BoothKeeping }) {
  const isRevoked = boothReports.useRevoked(place);
  if (!isRevoked) return null;
  const left = waiting.length;
  return (
    <Banner
      kind="failed"
      title="这台设备停用了"
      words={left > 0 ? `没传的 ${left} 条还在这台上，没丢。用码交给同事` : '请换一台，或找主办方恢复'}
      aside={left > 0 && <Button onTap={() => go('/areas/cards/hand-over/index', { fairId: place.fairId, boothNo: String(place.boothNo) })}>交给同事</Button>}
    />
  );
}

function handWords({ waiting, handed }: BoothKeeping): string {
  if (waiting.length > 0) return `这台没传的 ${waiting.length} 条，或收同事的`;
  return handed.length > 0 ? `交出去 ${handed.length} 条，等他传` : '没网的手机，用码交过来';
}

/** This device among the others: is it ready, who takes what it could not send. */
export function DevicePart({ place: { fairId, boothNo }, keeping }: { place: BoothPlace; keeping: BoothKeeping }) {
  const params = { fairId, boothNo: String(boothNo) };
  return (
    <View className="stack">
      <Card flush>
        <Row icon="swap" tone="grey" title="交给同事" words={handWords(keeping)} onTap={() => go('/areas/cards/hand-over/index', params)} />
        <Row icon="okc" tone="grey" title="开场前检查" words="名片、时间、电量，一盏灯" onTap={() => go('/areas/cards/ready/index', params)} />
      </Card>
    </View>
  );
}
