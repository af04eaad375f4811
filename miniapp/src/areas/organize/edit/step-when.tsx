import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Switch } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { DayField, TimeField } from '../../../ui/pick-field.tsx';
import type { FixedField } from './checks.ts';
import { namesOf } from './form.ts';
import { Moved } from './moved.tsx';
import type { StepProps } from './step-what.tsx';

type Props = StepProps & { moved: Partial<Record<FixedField, string>> };

const countWords = (typed: string): string => `${namesOf(typed).length} 个`;

function Days({ draft, problems, change, moved }: Props) {
  const [isLong, setLong] = useState(draft.lastDay !== '' && draft.lastDay !== draft.day);
  const today = chinaDay(new Date().toISOString());
  const fold = (long: boolean): void => {
    setLong(long);
    change({ lastDay: draft.day });
  };
  return (
    <>
      <DayField
        label={isLong ? '第一天' : '哪天'}
        value={draft.day}
        {...(!draft.day && { from: today })}
        onChange={(day) => change({ day, ...(!isLong && { lastDay: day }) })}
        problem={problems.day}
      />
      <Moved field="day" moved={moved} change={change} />
      <Switch words="开好几天" isOn={isLong} onChange={fold} />
      {isLong && <DayField label="最后一天" value={draft.lastDay} from={draft.day} onChange={(lastDay) => change({ lastDay })} problem={problems.lastDay} />}
      {isLong && <Moved field="lastDay" moved={moved} change={change} />}
      <View className="pair edit-times">
        <TimeField label="几点开" value={draft.from} onChange={(from) => change({ from })} problem={problems.from} />
        <TimeField label="几点散" value={draft.to} onChange={(to) => change({ to })} problem={problems.to} />
      </View>
      <Moved field="from" moved={moved} change={change} />
      <Moved field="to" moved={moved} change={change} />
    </>
  );
}

/** 2 时间地点: where, when, and what stands there. */
export function StepWhen(props: Props) {
  const { draft, problems, change, moved } = props;
  return (
    <>
      <Field label="在哪里" value={draft.place} onChange={(place) => change({ place })} most={60} placeholder="富乐镇桃源集市" problem={problems.place} />
      <Moved field="place" moved={moved} change={change} />
      <Days {...props} />
      <Field
        label="几个门"
        aside={countWords(draft.gates)}
        value={draft.gates}
        onChange={(gates) => change({ gates })}
        placeholder="东门、西门"
        hint="用顿号隔开。每个门印一张海报，分开数人"
        problem={problems.gates}
      />
      <Field
        kind="area"
        label="乡镇名单"
        aside={countWords(draft.homeTowns)}
        value={draft.homeTowns}
        onChange={(homeTowns) => change({ homeTowns })}
        most={900}
        placeholder="富乐镇、板桥镇、阿岗镇"
        hint="来的人选一个，名单外的算外地"
        problem={problems.homeTowns}
      />
      <Field
        label="服务台"
        aside={countWords(draft.helpDesks)}
        value={draft.helpDesks}
        onChange={(helpDesks) => change({ helpDesks })}
        placeholder="政策咨询、职业指导"
        problem={problems.helpDesks}
      />
    </>
  );
}
