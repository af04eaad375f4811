import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Row = Output<'imports.rows'>['items'][number];

function OneRow({ row, isFirst }: { row: Row; isFirst: boolean }) {
  return (
    <View className={`import-row ${isFirst ? 'is-first' : ''}`}>
      <View className="row fw">
        <View className="b nw">第 {row.row} 行</View>
        <View className="grow">{row.about || '没写名字'}</View>
      </View>
      {row.problems.map(({ where, what }) => (
        <View key={where + what} className="stop-t">
          {where && <View className="import-where">{where}</View>}
          <View>{what}</View>
        </View>
      ))}
      {row.findings.map(({ what, article }) => (
        <View key={what} className="wait-t">
          发布前要改：{what}（{article}）
        </View>
      ))}
      {row.outcome === 'differs' && row.problems.length === 0 && <View className="t2">已经有了，内容不一样，没有动原来的</View>}
    </View>
  );
}

/** The rows somebody has to look at, in the order of the file. */
export function TellingRows({ importId }: { importId: string }) {
  const first = useCall('imports.rows', { importId });
  const [more, setMore] = useState<Row[]>([]);
  const [next, setNext] = useState<{ part: number | undefined }>();
  const part = next ? next.part : first.data?.nextPart;
  const load = useAction(async () => {
    const { items, nextPart } = await call('imports.rows', { importId, part });
    setMore((before) => [...before, ...items]);
    setNext({ part: nextPart });
  });
  if (first.isLoading) return <Skeleton shape="rows" />;
  if (!first.data) return first.problem ? <ErrorView problem={first.problem} onRetry={() => void first.reload()} /> : null;
  const rows = [...first.data.items, ...more];
  if (rows.length === 0) return null;
  return (
    <>
      <Heading>要看一看的行</Heading>
      <Card flush>
        {rows.map((row, i) => (
          <OneRow key={row.row} row={row} isFirst={i === 0} />
        ))}
      </Card>
      {part !== undefined && (
        <Button kind="soft" busy={load.busy} onTap={() => void load.run()}>
          看后面的行
        </Button>
      )}
    </>
  );
}
