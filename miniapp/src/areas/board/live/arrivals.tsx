import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { type Board, gatesShown, type Point, type Ridge, ridgeOf } from './ridge.ts';
import { heightOf, mountain } from './ridge-drawing.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function Dot({ point, at, ridge }: { point: Point; at: number; ridge: Ridge }) {
  const place = { left: percent((at + 0.5) / ridge.slots), top: percent(heightOf(point.count, ridge.highest)) };
  return (
    <View className="ridge-place" style={place}>
      <View className={`ridge-dot ${point.isOpen ? 'is-open' : ''}`} />
      {point.isNamed && <View className={`ridge-count lean-${point.lean}`}>{point.count}</View>}
    </View>
  );
}

function Ticks({ ridge }: { ridge: Ridge }) {
  return (
    <View className="ridge-ticks" {...aria({ hidden: true })}>
      {ridge.ticks.map(({ words, at }, i) => (
        <View
          key={words}
          className={`ridge-tick ${at === 0 ? 'is-first' : at === 1 ? 'is-last' : ''} ${i % 2 ? 'is-between' : ''}`}
          style={{ left: percent(at) }}
        >
          {words}
        </View>
      ))}
    </View>
  );
}

const spoken = ({ points }: Ridge): string => points.map((p) => `${p.from} ${p.count}${p.isOpen ? '（还在进）' : ''}`).join('，');

function captionOf(board: Board, ridge: Ridge): string {
  if (ridge.openFrom) return `${ridge.openFrom} 这段还在进`;
  if (board.status === 'closed') return '散场了';
  return ridge.points.length === 0 ? '还没有人到' : '';
}

/** Arrivals per half hour: a ridge with a number on every peak, the hours to come are sea. */
export function Arrivals({ board }: { board: Board }) {
  const ridge = ridgeOf(board);
  const seaFrom = board.status === 'closed' ? 1 : ridge.points.length / ridge.slots;
  return (
    <View className="panel board-arrivals">
      <View className="panel-head">
        <View className="panel-title">每半小时到场</View>
        <View className="panel-aside">{captionOf(board, ridge)}</View>
      </View>
      <View className="ridge" {...aria({ role: 'img', label: `每半小时到场：${spoken(ridge) || '还没有人到'}` })}>
        <View className="ridge-sky">
          {seaFrom < 0.7 && <View className="ridge-sun" />}
          {seaFrom < 1 && <View className="ridge-sea" style={{ left: percent(seaFrom) }} />}
          {ridge.points.length > 0 && <View className="ridge-mountain" style={{ backgroundImage: mountain(ridge, gatesShown(board)) }} />}
          {ridge.points.map((point, at) => (
            <Dot key={point.from} point={point} at={at} ridge={ridge} />
          ))}
        </View>
        <Ticks ridge={ridge} />
      </View>
    </View>
  );
}
