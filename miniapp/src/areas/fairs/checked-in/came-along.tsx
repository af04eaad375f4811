import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../ui/banner.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { NumberLine } from '../../../ui/number-strip.tsx';
import { Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** The numbers of those who came in with the same tap, and how many of them did not. */
export function CameAlong({ fairId, left }: { fairId: string; left: number }) {
  const known = useCall('attendance.companions', { fairId }, { keep: true });
  const { reload } = known;
  // What was read before the tap says nothing of it.
  useEffect(() => void reload(), [reload]);
  if (!known.data) return known.problem ? <ErrorView problem={known.problem} onRetry={() => void known.reload()} /> : <Skeleton shape="rows" count={2} />;
  const here = known.data.items.filter((one) => one.number !== undefined);
  return (
    <View className="stack">
      <Heading>一起来的</Heading>
      {here.map(({ workerId, name, number }) => (
        <NumberLine key={workerId} number={number ?? 0} title={name} />
      ))}
      {left > 0 && <Banner kind="wait" title={`一起来的还有 ${left} 位没签上`} words="请到门口，让工作人员看看。人满了要等一等" />}
      {here.length === 0 && left === 0 && <View className="t2">一起来的还没签上，请找门口的人。</View>}
      <View className="small t2">每人一个号，在展位报自己的号。</View>
    </View>
  );
}
