import { isRegionCode } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import type { Board } from './ridge.ts';

const townsShown = 6;

interface Home {
  words: string;
  count: number;
}

/** The towns most people came from, the other towns together, other counties together. */
function homesShown({ byHome }: Board): Home[] {
  const towns = byHome.filter(({ home }) => !isRegionCode(home));
  const away = byHome.filter(({ home }) => isRegionCode(home)).reduce((sum, { count }) => sum + count, 0);
  const rest = towns.slice(townsShown);
  return [
    ...towns.slice(0, townsShown).map(({ home, count }) => ({ words: home, count })),
    ...(rest.length ? [{ words: `其余 ${rest.length} 个`, count: rest.reduce((sum, { count }) => sum + count, 0) }] : []),
    ...(away ? [{ words: '外县', count: away }] : []),
  ];
}

/** Where people came from, as they said at check-in. */
export function Homes({ board }: { board: Board }) {
  const homes = homesShown(board);
  const most = Math.max(1, ...homes.map(({ count }) => count));
  const unsaid = board.present - homes.reduce((sum, { count }) => sum + count, 0);
  return (
    <View className="board-homes">
      <View className="panel-head">
        <View className="panel-title">从哪儿来</View>
        <View className="panel-aside">{unsaid > 0 ? `${unsaid} 人没说` : homes.length ? '都说了' : '还没有人说'}</View>
      </View>
      <View className="homes">
        {homes.map(({ words, count }) => (
          <View key={words}>
            <View className="home-line">
              <View className="home-name">{words}</View>
              <View className="b">{count}</View>
            </View>
            <View className="home-bar" {...aria({ hidden: true })}>
              <View className="home-share" style={{ width: `${((count / most) * 100).toFixed(1)}%` }} />
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}
