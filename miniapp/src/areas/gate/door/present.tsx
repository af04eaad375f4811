import type { Output } from '@shanhai/shared/contract/contract.ts';
import { mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { isFull } from '@shanhai/shared/rules/passages.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Count } from '../../../ui/figures.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { useIsSupervisor } from '../above-capacity.tsx';
import type { GateKeeping } from '../use-gate-keeping.ts';

type Fair = Output<'fairs.get'>;

const presentEveryMs = 5000;

const refusedWords = (board: Output<'reports.board'> | undefined): string => (board ? ` ${board.refused} 次` : '');

/** What the figure may be off by: what waits here, and what the registry knows of the other devices. */
function mayBe(waiting: number, isOld: boolean, board: Output<'reports.board'> | undefined): string | undefined {
  const here = waiting > 0 ? `这台还有 ${waiting} 条没传` : isOld && '网不通，这是刚才的';
  return [here, mayAddWords(board?.mayAdd)].filter(Boolean).join('；') || undefined;
}

/** Up to the limit, at it, or above it: what happened without network is counted all the same. */
function capacityWords(capacity: number, inside: number): string {
  if (!isFull(capacity, inside)) return `最多同时 ${capacity} 人，满了就停`;
  return inside > capacity ? `最多同时 ${capacity} 人，超了 ${inside - capacity} 人，先别放人` : `最多同时 ${capacity} 人，满了，先别放人`;
}

/** Where exits are counted and the hall has a limit. */
function Inside({ fair, inside }: { fair: Fair; inside: number | undefined }) {
  return (
    <>
      {fair.countsExits && inside !== undefined && <Count what="现在在里面" count={inside} />}
      {fair.capacity ? (
        <View className={`small ${isFull(fair.capacity, inside ?? 0) ? 'stop-t' : 't2'}`}>{capacityWords(fair.capacity, inside ?? 0)}</View>
      ) : null}
    </>
  );
}

/** How many are in, over all and by gate. */
export function Present({ fair, keeping }: { fair: Fair; keeping: GateKeeping }) {
  const { fairId } = fair;
  const isSupervisor = useIsSupervisor();
  const board = useCall('reports.board', { fairId }, { everyMs: presentEveryMs, when: !keeping.isDown });
  const present = board.data?.present ?? keeping.taken;
  if (present === undefined) return board.isLoading ? <Skeleton shape="rows" count={1} /> : null;
  const byGate = board.data?.byGate ?? [];
  const isOld = board.problem !== undefined || keeping.isDown;
  return (
    <Card>
      <Count what="到场" count={present} may={mayBe(keeping.waiting.length, isOld, board.data)} />
      <Inside fair={fair} inside={board.data ? board.data.inside : keeping.inside} />
      {byGate.length > 1 && (
        <View className="row fw small t2">
          {byGate.map(({ gate, count }) => (
            <View key={gate}>
              {gate} {count}
            </View>
          ))}
        </View>
      )}
      {isSupervisor && (
        <Tap className="door-refused" onTap={() => go('/areas/gate/refusals/index', { fairId })}>
          <View className="grow">没进来的{refusedWords(board.data)}</View>
          <Icon name="chev" size={20} />
        </Tap>
      )}
    </Card>
  );
}
