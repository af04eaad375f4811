import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { mostPeopleOfPhone, type OddOutcome, oddOutcomes, oddOutcomeWords } from '@shanhai/shared/rules/odd-use.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';

const options = oddOutcomes.map((value) => ({ value, words: oddOutcomeWords[value] }));

function Settle({ taskId }: { taskId: string }) {
  const [outcome, setOutcome] = useState<OddOutcome>();
  const settle = useAction(
    async (chosen: OddOutcome) => {
      await call('tasks.settleOdd', { taskId, outcome: chosen });
      goBack('officer');
    },
    { done: '办结了' },
  );
  return (
    <Card>
      <Heading>看过以后</Heading>
      <ChooseOne label="怎么回事" options={options} value={outcome} onChange={setOutcome} />
      <Button kind="main" wide busy={settle.busy} disabled={!outcome && '先选怎么回事'} onTap={() => outcome && void settle.run(outcome)}>
        办结
      </Button>
    </Card>
  );
}

type Line = [what: string, value: string];

/** When, at which fair, how many, and who or which phone, by a code that names nobody. */
function linesOf({ taskId, openedAt }: Output<'tasks.get'>, fairTitle?: string): Line[] {
  const [, kind, who = ''] = taskId.split('.');
  const at: Line = ['什么时候', `${monthDay(openedAt)} ${chinaTime(openedAt)}`];
  if (kind === 'mass_apply') return [at, ['这个人的编号', who]];
  const fair: Line[] = fairTitle ? [['哪一场', fairTitle]] : [];
  return [at, ...fair, ['几个人', `超过 ${mostPeopleOfPhone} 位`], ['这台手机的编号', who]];
}

/** 用得不寻常: one person, or one phone, did much more than a family does. Nobody was blocked by it. */
export default function OddUsePage() {
  const { caseId = '' } = useParams('/areas/trust/odd/index');
  const task = useCall('tasks.get', { taskId: caseId }, { when: caseId !== '' });
  const fairId = task.data?.subject.fairId ?? '';
  const fair = useCall('fairs.get', { fairId }, { when: fairId !== '' });
  return (
    <Page title="用得不寻常">
      {!caseId && <Empty title="没有这一件" words="请从“今天要办”里打开" />}
      {caseId !== '' && !task.data && <NotYet of={task} shape="card" />}
      {task.data && (
        <>
          <Card>
            <View className="h3">{task.data.words}</View>
            <Pairs items={linesOf(task.data, fair.data?.title)} />
            <View className="hint">一家人共用一台手机、村里替人代办，都是常有的事，这里没有拦。先问清楚，再办结。</View>
          </Card>
          <Settle taskId={caseId} />
        </>
      )}
    </Page>
  );
}
