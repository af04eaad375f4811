import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/clock.ts';
import { DayField } from '../../ui/pick-field.tsx';
import { Card, Heading } from '../../ui/row.tsx';
import type { Person } from './people.ts';

/** 到岗: the employer says so, or answers what the person said. */
export function CamePart({ person }: { person: Person }) {
  const { jobId, workerId, arrival, appliedAt } = person;
  const [on, setOn] = useState(today());
  const say = useAction(
    (says: 'arrived' | 'confirmed' | 'denied') => call('applications.workerArrived', { jobId, workerId, says, ...(says === 'arrived' && { on }) }),
    {
      done: '记下了，本人看得到',
    },
  );
  if (arrival?.saidBy === 'employer') return <View className="t2 center">等本人确认到岗</View>;
  if (arrival)
    return (
      <Card>
        <Heading>{`本人说 ${arrival.on} 到岗了`}</Heading>
        <View className="pair">
          <Button kind="line" disabled={say.busy} onTap={() => void say.run('denied')}>
            还没到
          </Button>
          <Button kind="ok" busy={say.busy} onTap={() => void say.run('confirmed')}>
            对，到岗了
          </Button>
        </View>
      </Card>
    );
  return (
    <Card>
      <Heading>人来了没有</Heading>
      <DayField label="哪天到的" value={on} onChange={setOn} from={chinaDay(appliedAt)} until={today()} />
      <Button kind="act" wide icon="flag" busy={say.busy} onTap={() => void say.run('arrived')}>
        到岗了
      </Button>
    </Card>
  );
}
