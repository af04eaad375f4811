import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon.tsx';
import { type Board, gatesShown } from './ridge.ts';

/** What the count of the night found: everything agrees, or by how much it does not. */
const recountWords = ({ at, difference }: NonNullable<Board['recount']>): string =>
  difference ? `${monthDay(at)}凌晨重新数过，差 ${difference}，技术人员在查` : `${monthDay(at)}凌晨重新数过，一个不差`;

/** How many are here, by which gate, and how many scans were turned away. */
export function Present({ board }: { board: Board }) {
  const gates = gatesShown(board);
  return (
    <View className="panel board-present">
      <View className="present-total">
        <View className="panel-title">到场</View>
        <View className="present-count" {...aria({ live: 'polite' })}>
          {board.present}
        </View>
        {board.inside !== undefined && (
          <View className="present-refused is-none">
            现在在里面 {board.inside}
            {board.capacity ? `，最多 ${board.capacity}` : ''}
          </View>
        )}
        {board.mayAdd && (
          <View className="present-refused">
            <Icon name="off" size={20} />
            {mayAddWords(board.mayAdd)}
          </View>
        )}
        <View className={`present-refused ${board.refused ? '' : 'is-none'}`}>
          <Icon name={board.refused ? 'minus' : 'check'} size={20} />
          {board.refused ? `没扫成 ${board.refused} 次，不算到场` : '都扫成了'}
        </View>
        {board.recount && <View className={`present-recount ${board.recount.difference ? 'is-off' : ''}`}>{recountWords(board.recount)}</View>}
      </View>
      <View className={`present-gates ${gates.length > 2 ? 'is-many' : ''}`}>
        {gates.map(({ gate, count, colour }) => (
          <View key={gate} className="present-gate">
            <View className="present-name">
              <View className="swatch" style={{ background: colour }} />
              {gate}
            </View>
            <View className="present-figure">{count}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
