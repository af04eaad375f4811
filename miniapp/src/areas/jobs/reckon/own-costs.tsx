import { View } from '@tarojs/components';
import { today } from '../../../ui/clock.ts';
import { Field } from '../../../ui/field.tsx';
import { DayField } from '../../../ui/pick-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';

/** As typed, in yuan. */
export interface CostsTyped {
  startOn: string;
  travel: string;
  mealDay: string;
  rent: string;
  things: string;
}

interface Props {
  typed: CostsTyped;
  needsRoom: boolean;
  onChange: (typed: CostsTyped) => void;
}

/** What the person pays, as usual until they say otherwise. */
export function OwnCostFields({ typed, needsRoom, onChange }: Props) {
  const put = (part: Partial<CostsTyped>): void => onChange({ ...typed, ...part });
  const yuan = { kind: 'number', unit: '元', most: 6 } as const;
  return (
    <Card>
      <Heading aside="改成您自己的">您的花费</Heading>
      <DayField label="哪天开始干" value={typed.startOn} from={today()} onChange={(startOn) => put({ startOn: startOn || today() })} />
      <View className="pair">
        <Field {...yuan} label="路费" value={typed.travel} onChange={(travel) => put({ travel })} />
        <Field {...yuan} label="一天三顿饭" value={typed.mealDay} onChange={(mealDay) => put({ mealDay })} />
      </View>
      <View className="pair">
        <Field {...yuan} label="被褥和日用" value={typed.things} onChange={(things) => put({ things })} />
        {needsRoom && <Field {...yuan} label="租房一个月" value={typed.rent} onChange={(rent) => put({ rent })} />}
      </View>
    </Card>
  );
}
