import type { Output } from '@shanhai/shared/contract/contract.ts';
import { mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { evidenceWords, untoldOf } from '@shanhai/shared/rules/evidence.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

const askEveryMs = 10_000;

const untoldPair = (count: number): [string, string] => ['没记下凭什么', `${count} 人`];

type Board = Output<'reports.board'>;

function linesOf({ byEvidence, present }: Board): [string, string][] {
  const untold = untoldOf(byEvidence, present);
  return [...byEvidence.map(({ mark, count }): [string, string] => [evidenceWords[mark], `${count} 人`]), ...(untold ? [untoldPair(untold)] : [])];
}

/** The same figure as on the board, so it says the same of what it may be short of. */
function Figures({ board }: { board: Board }) {
  const may = mayAddWords(board.mayAdd);
  return (
    <>
      {may && <View className="small wait-t">{may}</View>}
      <Card>{board.present > 0 ? <Pairs items={linesOf(board)} /> : <View className="t2">还没有人到，到了这里会分开数</View>}</Card>
    </>
  );
}

/** What the check-ins of this fair rest on; one person stands in several lines. */
export function EvidenceFigures({ fairId }: { fairId: string }) {
  const board = useCall('reports.board', { fairId }, { everyMs: askEveryMs });
  return (
    <View className="stack">
      <Heading aside={board.data && `到场 ${board.data.present} 人`}>凭什么算的</Heading>
      {board.isLoading && <Skeleton shape="rows" count={2} />}
      {board.problem && !board.data && <ErrorView problem={board.problem} onRetry={() => void board.reload()} />}
      {board.data && <Figures board={board.data} />}
    </View>
  );
}
