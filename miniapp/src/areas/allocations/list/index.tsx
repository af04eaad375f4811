import type { Output } from '@shanhai/shared/contract/contract.ts';
import { allocationStatusWords } from '@shanhai/shared/rules/allocations.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Allocation = Output<'allocations.list'>['items'][number];

/** From which fit on somebody is recommended: half of it is the trade. */
const leastFits = [
  { value: '50', words: '工种对就行' },
  { value: '65', words: '工种对，再合一条' },
  { value: '85', words: '样样差不多都合' },
] as const;
type LeastFit = (typeof leastFits)[number]['value'];

const open = ({ allocationId }: { allocationId: string }): void => go('/areas/allocations/review/index', { allocationId });

function Earlier({ items }: { items: readonly Allocation[] }) {
  if (items.length === 0) return <Empty title="还没配过" words="配好了先给您看，您点了才发给大家" />;
  return (
    <View className="stack">
      <Heading>配过的</Heading>
      <Card flush>
        {items.map((one) => (
          <Row
            key={one.allocationId}
            title={`${one.people} 人，配上 ${one.placed} 人`}
            words={`${one.title}，${monthDay(one.madeAt)} ${chinaTime(one.madeAt)}`}
            aside={<Chip tone={one.status === 'sent' ? 'ok' : 'wait'}>{allocationStatusWords[one.status]}</Chip>}
            onTap={() => open(one)}
          />
        ))}
      </Card>
    </View>
  );
}

/** 统筹配岗: of a fair or of a pairing; what was made, and making one more. */
export default function Allocations() {
  const { fairId, pairingId } = useParams('/areas/allocations/list/index');
  const of = fairId ? { fairId } : { pairingId: pairingId ?? '' };
  const listed = useCall('allocations.list', of, { when: !!(fairId || pairingId) });
  const [least, setLeast] = useState<LeastFit>('50');
  const make = useAction(async () => {
    const leastFit = Number(least);
    open(
      fairId
        ? await call('allocations.proposeForFair', { fairId, leastFit })
        : await call('allocations.proposeForPairing', { pairingId: pairingId ?? '', leastFit }),
    );
  });
  const button = (
    <Button kind="main" icon="scales" busy={make.busy} busyWords="正在配" onTap={() => void make.run()}>
      配一次
    </Button>
  );
  return (
    <Page title="统筹配岗" foot={button}>
      <Card>
        <View className="h3">{fairId ? '到场的人，配还缺人的岗位' : '老家想出来的人，配上海这边的岗位'}</View>
        <View>一个人最多配一个岗位，一个岗位不会配超。看的是大家合在一起最合适，不是先来先得。</View>
        <ChooseOne label="多合适才配" options={leastFits} value={least} onChange={setLeast} />
        <View className="small t2">{fairId ? '没说过想做什么的、已经答应去的，不配。' : '没说过想做什么的，不配。'}</View>
      </Card>
      {listed.isLoading && <Skeleton shape="rows" />}
      {listed.data && <Earlier items={listed.data.items} />}
      {listed.problem && !listed.data && <ErrorView problem={listed.problem} onRetry={() => void listed.reload()} />}
    </Page>
  );
}
