import { allocationCan } from '@shanhai/shared/rules/allocations.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ChangeSheet } from './change-sheet.tsx';
import type { PersonRow, Whole } from './whole.ts';

const whoWords = ({ name, town, number }: PersonRow): string => [name, town, number && spokenNumber(number)].filter(Boolean).join(' · ');

/** The reasons are written for the person; who reads them here is not that person. */
const toStaff = (reason: string): string => reason.replaceAll('您', '本人');

function whereWords({ jobId, reasons, changedWhy }: PersonRow, titles: ReadonlyMap<string, string>): string {
  if (changedWhy) return `${jobId ? titles.get(jobId) : '不配'}（您改的：${changedWhy}）`;
  return jobId ? `${titles.get(jobId)}，${reasons.map(toStaff).join('，')}` : '没有够合适又有空的岗位';
}

function Who({ row }: { row: PersonRow }) {
  return (
    <View className="row">
      <View className="grow">{whoWords(row)}</View>
      {row.jobId && <Chip tone={row.fit >= 85 ? 'ok' : 'grey'}>{row.fit} 分</Chip>}
    </View>
  );
}

function Rows({ items, whole, onTap }: { items: readonly PersonRow[]; whole: Whole; onTap: (row: PersonRow) => void }) {
  const titles = new Map(whole.openings.map((o) => [o.jobId as string, `${o.employerName} ${o.title}`]));
  const isOpen = allocationCan.change(whole.allocation);
  return (
    <Card flush>
      {items.map((row) => (
        <Row key={row.workerId} title={<Who row={row} />} words={whereWords(row, titles)} {...(isOpen && { onTap: () => onTap(row) })} />
      ))}
    </Card>
  );
}

function Pager({ page, pages, onTurn }: { page: number; pages: number; onTurn: (page: number) => void }) {
  if (pages < 2) return null;
  return (
    <View className="row">
      <Button kind="line" disabled={page === 1} onTap={() => onTurn(page - 1)}>
        上一页
      </Button>
      <View className="grow center">
        第 {page} 页，共 {pages} 页
      </View>
      <Button kind="line" disabled={page === pages} onTap={() => onTurn(page + 1)}>
        下一页
      </Button>
    </View>
  );
}

/** A hundred people at a time; tapping one changes what was found for them. */
export function People({ whole, onChanged }: { whole: Whole; onChanged: () => void }) {
  const { allocationId, pages } = whole.allocation;
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<PersonRow>();
  const read = useCall('allocations.rows', { allocationId, page });
  const close = (): void => setChosen(undefined);
  const changed = (): void => {
    close();
    onChanged();
  };
  if (read.isLoading) return <Skeleton shape="rows" />;
  if (!read.data) return read.problem ? <ErrorView problem={read.problem} onRetry={() => void read.reload()} /> : null;
  return (
    <View className="stack">
      <Rows items={read.data.items} whole={whole} onTap={setChosen} />
      <Pager page={page} pages={pages} onTurn={setPage} />
      {chosen && <ChangeSheet key={chosen.workerId} row={chosen} page={page} whole={whole} onClose={close} onChanged={changed} />}
    </View>
  );
}
