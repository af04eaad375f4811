import { evidenceWords } from '@shanhai/shared/rules/evidence.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

const askEveryMs = 10_000;

/** What the check-ins of this fair rest on; one person stands in several lines. */
export function EvidenceFigures({ fairId }: { fairId: string }) {
  const board = useCall('reports.board', { fairId }, { everyMs: askEveryMs });
  const figures = board.data?.byEvidence ?? [];
  return (
    <View className="stack">
      <Heading aside={board.data && `到场 ${board.data.present} 人`}>凭什么算的</Heading>
      {board.isLoading && <Skeleton shape="rows" count={2} />}
      {board.problem && !board.data && <ErrorView problem={board.problem} onRetry={() => void board.reload()} />}
      {board.data && (
        <Card>
          {figures.length > 0 ? (
            <Pairs items={figures.map(({ mark, count }) => [evidenceWords[mark], `${count} 人`])} />
          ) : (
            <View className="t2">{board.data.present ? '来的人都没记下凭什么' : '还没有人到，到了这里会分开数'}</View>
          )}
        </Card>
      )}
    </View>
  );
}
