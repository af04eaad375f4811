import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { today } from '../../../ui/clock.ts';
import { DayField } from '../../../ui/pick-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import type { Mine, Whose } from '../words.ts';

function SayArrived({ mine, whose }: { mine: Mine; whose: Whose }) {
  const [on, setOn] = useState(today());
  const say = useAction(() => call('applications.arrived', { ...whose, says: 'arrived', on }), { done: '说好了，等这家确认' });
  return (
    <Card>
      <Heading>到了那天再点</Heading>
      <DayField label="哪天到的" value={on} onChange={setOn} from={chinaDay(mine.appliedAt)} until={today()} />
      <Button kind="act" wide icon="flag" busy={say.busy} onTap={() => void say.run()}>
        我到岗了
      </Button>
    </Card>
  );
}

/** 到岗: the person says so, or answers what the employer said. */
export function ArrivalPart({ mine, whose }: { mine: Mine; whose: Whose }) {
  const answer = useAction((says: 'confirmed' | 'denied') => call('applications.arrived', { ...whose, says }), { done: '记下了' });
  if (mine.stage !== 'accepted') return null;
  if (!mine.arrival) return <SayArrived mine={mine} whose={whose} />;
  if (mine.arrival.saidBy === 'worker') return null;
  return (
    <View className="pair">
      <Button kind="line" disabled={answer.busy} onTap={() => void answer.run('denied')}>
        还没到
      </Button>
      <Button kind="ok" busy={answer.busy} onTap={() => void answer.run('confirmed')}>
        对，到岗了
      </Button>
    </View>
  );
}
