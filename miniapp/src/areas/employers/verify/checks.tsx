import { isWaivable } from '@shanhai/shared/rules/employers.ts';
import { Text, View } from '@tarojs/components';
import { Lamp } from '../../../ui/figures.tsx';
import type { CheckRow } from './check-rows.ts';

const lampOf = (row: CheckRow): 'ok' | 'wait' | 'stop' => (row.ok && !row.look ? 'ok' : isWaivable(row) ? 'wait' : 'stop');

/** The other side, with what goes beyond the first side set in bold: 石湖荡镇 8 号 **2 幢**. */
function Shown({ row: { said, shown, ok } }: { row: CheckRow }) {
  if (ok && said === shown) return <View>一样</View>;
  if (ok || !shown.startsWith(said)) return <View className={ok ? '' : 'b'}>{shown}</View>;
  return (
    <View>
      {said}
      <Text className="b">{shown.slice(said.length)}</Text>
    </View>
  );
}

/** What stands on the other side, in the words of the check. */
const shownWords: Record<CheckRow['key'], string> = {
  credit_code: '算出来的',
  client: '算出来的',
  address: '执照上的',
  papers: '要交的',
  pictures: '微信看的',
  texts: '微信看的',
  licence: '今天看',
  authorisation: '今天看',
  service_licence: '今天看',
};

const isHandedIn = ({ key }: CheckRow): boolean => key === 'papers' || key === 'pictures';

function CheckCard({ row }: { row: CheckRow }) {
  return (
    <View className={`checks-card ${row.ok ? '' : 'is-off'}`}>
      <View className="row fw ends">
        <View className="b">{row.label}</View>
        <Lamp state={lampOf(row)}>{row.words}</Lamp>
      </View>
      <View className="checks-sides">
        <View className="checks-side">
          <View className="small t2">{isHandedIn(row) ? '单位交的' : '单位填的'}</View>
          <View className="checks-said">{row.said}</View>
        </View>
        <View className="checks-side">
          <View className="small t2">{shownWords[row.key]}</View>
          <Shown row={row} />
        </View>
      </View>
    </View>
  );
}

/** Each check with both sides and the finding; beside each other where there is room. */
export function Checks({ rows }: { rows: readonly CheckRow[] }) {
  return (
    <View>
      {rows.map((row) => (
        <CheckCard key={row.key} row={row} />
      ))}
    </View>
  );
}
