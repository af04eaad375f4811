import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { useCall } from '../../../api/use-call.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { ImportWords } from './import-page.tsx';

type Import = Output<'imports.list'>['items'][number];
const statusWords = { checked: '看过了，还没导入', running: '导到一半', done: '导完了' } as const;
const statusTones = { checked: 'act', running: 'wait', done: 'ok' } as const;

const figures = ({ added, bad, standing }: Import): string =>
  [added ? `进了 ${added}` : '', standing ? `原来就有 ${standing}` : '', bad ? `要改 ${bad}` : ''].filter(Boolean).join(' · ');

/** The files brought in before: one that stopped half way is gone on with from here. */
export function PastImports({ kind, open }: ImportWords) {
  const list = useCall('imports.list', { kind });
  if (list.isLoading) return <Skeleton shape="rows" count={2} />;
  if (!list.data) return list.problem ? <ErrorView problem={list.problem} onRetry={() => void list.reload()} /> : null;
  if (list.data.items.length === 0) return null;
  return (
    <>
      <Heading>以前导入的</Heading>
      <Card flush>
        {list.data.items.map((one) => (
          <Row
            key={one.importId}
            icon="doc"
            tone="grey"
            title={one.fileName}
            words={[`${monthDay(one.createdAt)} ${chinaTime(one.createdAt)}`, figures(one)].filter(Boolean).join(' · ')}
            aside={<Chip tone={statusTones[one.status]}>{statusWords[one.status]}</Chip>}
            onTap={() => open(one.importId)}
          />
        ))}
      </Card>
    </>
  );
}
