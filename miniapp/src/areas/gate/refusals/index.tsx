import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Timeline } from '../../../ui/steps.tsx';
import { reasonOf } from '../verdict.ts';
import { NotSent } from './not-sent.tsx';

const everyMs = 15_000;

function Reasons({ byReason, latest }: Output<'attendance.refusals'>) {
  if (byReason.length === 0)
    return (
      <Empty
        title="今天还没有人被拦下"
        action={
          <Button kind="line" onTap={() => goBack('organizer')}>
            回门口
          </Button>
        }
      />
    );
  return (
    <>
      <Heading aside="各个门一起">这场没进来的</Heading>
      <Card flush>
        {byReason.map(({ code, words, count }) => (
          <Row key={code} title={reasonOf(code, words)} aside={<View className="h2">{count}</View>} />
        ))}
      </Card>
      <View className="stack">
        <Heading aside={`最近 ${latest.length} 次`}>什么时候</Heading>
        <Card>
          <Timeline items={latest.map(({ code, words, at, gate }) => ({ when: chinaTime(at), what: `${gate} ${reasonOf(code, words)}` }))} />
        </Card>
      </View>
    </>
  );
}

/** Who was not let in, by reason: says what to put on a notice at the gate. */
export default function Refusals() {
  const { fairId = '' } = useParams('/areas/gate/refusals/index');
  const refusals = useCall('attendance.refusals', { fairId }, { when: fairId !== '', everyMs });
  return (
    <Page title="没进来的">
      <NotSent fairId={fairId} />
      {refusals.isLoading && <Skeleton shape="rows" />}
      {refusals.data ? <Reasons {...refusals.data} /> : refusals.problem && <ErrorView problem={refusals.problem} onRetry={() => void refusals.reload()} />}
    </Page>
  );
}
