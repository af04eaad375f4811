import { isWaivable } from '@shanhai/shared/rules/employers.ts';
import { Text, View } from '@tarojs/components';
import { Lamp } from '../../../ui/figures.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import type { CheckRow } from './check-rows.ts';

const lampOf = (row: CheckRow): 'ok' | 'wait' | 'stop' => (row.ok ? 'ok' : isWaivable(row) ? 'wait' : 'stop');

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

const columns: Column<CheckRow>[] = [
  { head: '核对什么', cell: (row) => <View className={`checks-label ${row.ok ? '' : 'b'}`}>{row.label}</View> },
  { head: '单位填的', cell: (row) => <View className={`checks-said ${row.key === 'credit_code' ? 'is-code' : ''}`}>{row.said}</View> },
  { head: '执照上、算出来的', cell: (row) => <Shown row={row} /> },
  { head: '结果', cell: (row) => <Lamp state={lampOf(row)}>{row.words}</Lamp> },
];

function CheckCard({ row }: { row: CheckRow }) {
  return (
    <View className={`checks-card ${row.ok ? '' : 'is-off'}`}>
      <View className="row fw ends">
        <View className="b">{row.label}</View>
        <Lamp state={lampOf(row)}>{row.words}</Lamp>
      </View>
      <View className="checks-side">
        <View className="small t2">单位填的</View>
        <View className="checks-said">{row.said}</View>
      </View>
      <View className="checks-side">
        <View className="small t2">执照上、算出来的</View>
        <Shown row={row} />
      </View>
    </View>
  );
}

/** Each check with both sides beside each other and the finding; on a phone one below another. */
export function Checks({ rows }: { rows: readonly CheckRow[] }) {
  const isWide = useWideScreen();
  if (isWide) return <Table columns={columns} rows={rows} keyOf={(row) => row.key} isBlank={(row) => !row.ok} />;
  return (
    <View>
      {rows.map((row) => (
        <CheckCard key={row.key} row={row} />
      ))}
    </View>
  );
}
