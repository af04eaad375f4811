import { View } from '@tarojs/components';
import { Count } from '../../../ui/figures.tsx';
import { Card, Pairs } from '../../../ui/row.tsx';
import { type Allocation, betterBy, percent } from './whole.ts';

const crowded = ({ toNobody, toTooMany }: Allocation['shown']): string => `${percent(toNobody)} 的岗位没人看，${percent(toTooMany)} 的挤不下`;

/** What the allocation is worth: how many, how well, and whether people crowd at the same doors. */
export function Summary({ allocation }: { allocation: Allocation }) {
  const better = betterBy(allocation);
  return (
    <Card>
      <View className="h3">{allocation.title}</View>
      <View className="allocation-counts">
        <Count what="想找活的" count={allocation.people} />
        <Count what="配上了" count={allocation.placed} />
        <Count what="还没有" count={allocation.people - allocation.placed} />
      </View>
      <Pairs
        items={[
          ['合适', better ? `比先来先得好 ${better}` : '和先来先得一样好'],
          ['各挑各的', crowded(allocation.shown)],
          ['这样配', crowded(allocation.allocated)],
        ]}
      />
    </Card>
  );
}
