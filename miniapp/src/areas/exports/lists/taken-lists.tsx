import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { exportKindWords, purposeWords } from '@shanhai/shared/rules/exports.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Taken = Output<'exports.list'>['items'][number];

const wordsOf = ({ at, byName, purpose, rows, kind }: Taken): string =>
  [`${monthDay(at)} ${chinaTime(at)}`, byName, purpose && `用来${purposeWords[purpose]}`, kind === 'people' ? `${rows} 人` : `${rows} 个岗位`]
    .filter(Boolean)
    .join(' · ');

/** Who took a list that concerns the own region. */
export function TakenLists() {
  const taken = useCall('exports.list', {});
  return (
    <View className="stack">
      <Heading>导出记录</Heading>
      {taken.isLoading && <Skeleton shape="rows" count={2} />}
      {!taken.data && taken.problem && <ErrorView problem={taken.problem} onRetry={() => void taken.reload()} />}
      {taken.data?.items.length === 0 && <View className="t2">还没有人导出过</View>}
      {taken.data && taken.data.items.length > 0 && (
        <Card flush>
          {taken.data.items.map((one) => (
            <Row
              key={one.exportId}
              icon="download"
              tone="grey"
              title={exportKindWords[one.kind]}
              words={wordsOf(one)}
              aside={<Chip tone={one.isPersonal ? 'wait' : 'grey'}>{one.isPersonal ? '含姓名' : '不含姓名'}</Chip>}
            />
          ))}
        </Card>
      )}
    </View>
  );
}
