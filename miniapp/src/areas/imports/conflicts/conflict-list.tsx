import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { personFieldWords } from '@shanhai/shared/rules/imports.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Conflict = Output<'imports.conflicts'>['items'][number];

/** `改了 家乡、想做的工` or `都留原来的`. */
function decisionOf({ settled }: Conflict): string {
  const taken = settled?.takes.filter(({ side }) => side === 'said').map(({ field }) => personFieldWords[field]) ?? [];
  return taken.length ? `改了 ${taken.join('、')}` : '都留原来的';
}

const wordsOf = (one: Conflict): string =>
  one.settled
    ? [decisionOf(one), one.settled.byName, `${monthDay(one.settled.at)} ${chinaTime(one.settled.at)}`].join(' · ')
    : `${one.fileName} · ${monthDay(one.foundAt)}`;

export function ConflictList({ state }: { state: 'open' | 'settled' }) {
  const list = useCall('imports.conflicts', { state });
  if (list.isLoading) return <Skeleton shape="rows" count={4} />;
  if (!list.data) return list.problem ? <ErrorView problem={list.problem} onRetry={() => void list.reload()} /> : null;
  if (list.data.items.length === 0)
    return (
      <Empty
        title={state === 'open' ? '没有要核对的人' : '还没有核对过'}
        words="导入摸排表时，说法不一样的人列在这里"
        action={
          <Button kind="line" onTap={() => go('/areas/imports/people/index', {})}>
            导入摸排表
          </Button>
        }
      />
    );
  return (
    <Card flush>
      {list.data.items.map((one) => (
        <Row
          key={`${one.conflictId}${one.settled?.at ?? ''}`}
          icon={state === 'open' ? 'swap' : 'okc'}
          tone={state === 'open' ? 'wait' : 'grey'}
          title={one.about}
          words={wordsOf(one)}
          {...(state === 'open' ? { onTap: () => go('/areas/imports/conflicts/index', { conflictId: one.conflictId }) } : {})}
        />
      ))}
    </Card>
  );
}
