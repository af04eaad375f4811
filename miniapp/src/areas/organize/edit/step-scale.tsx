import { chinaDay, daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { type FairPlan, fairPlans, fairPlanWords, isOnline, licensedFrom } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Switch } from '../../../ui/choice.tsx';
import { Field, Finding } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import type { Fair } from '../own-fairs.ts';
import type { FixedField } from './checks.ts';
import { type Draft, needsPermit } from './form.ts';
import { Moved } from './moved.tsx';
import type { StepProps } from './step-what.tsx';

interface Props extends StepProps {
  moved: Partial<Record<FixedField, string>>;
  /** An earlier fair to copy plans from. */
  last: Fair | undefined;
}

/** The police want the application this many days before. 〔大型群众性活动安全管理条例 §13〕 */
const permitDaysAhead = 20;
const permitLaw = '大型群众性活动安全管理条例第2条、第11条、第13条';
const planLaw = '人力资源市场暂行条例第28条';

function permitWords({ day }: Draft): string {
  const left = day ? daysBetween(chinaDay(new Date().toISOString()), day) : permitDaysAhead;
  if (left >= permitDaysAhead) return `${licensedFrom} 人起要公安许可，提前 ${permitDaysAhead} 天申请`;
  return `${licensedFrom} 人起要公安许可，提前 ${permitDaysAhead} 天申请；离开场只有 ${Math.max(0, left)} 天`;
}

function Permit({ draft, problems, change }: StepProps) {
  if (!needsPermit({ expected: Number(draft.expected), kind: draft.kind })) return null;
  return (
    <>
      {!draft.permitNo.trim() && <Finding mild title={permitWords(draft)} law={permitLaw} />}
      <Field
        label="公安许可证号"
        aside="还没有就先空着"
        value={draft.permitNo}
        onChange={(permitNo) => change({ permitNo })}
        most={40}
        problem={problems.permitNo}
        hint="没有它能存，不能发"
      />
    </>
  );
}

/** Counting people in and out, and stopping when it is full. 〔大型群众性活动安全管理条例 §11、§15〕 */
function InsideCount({ draft, problems, change }: StepProps) {
  if (isOnline(draft.kind)) return null;
  const isLicensed = needsPermit({ expected: Number(draft.expected), kind: draft.kind });
  return (
    <Card>
      <Field
        label={isLicensed ? '许可核准的人数' : '最多同时多少人'}
        aside="不限就空着"
        kind="digits"
        unit="人"
        most={6}
        value={draft.capacity}
        onChange={(capacity) => change({ capacity })}
        problem={problems.capacity}
        hint="满了门口就停，要放行得负责人写理由。开场前定好，开场后只能改多少"
      />
      <Switch words="出去也扫，数现在在里面的人" isOn={draft.countsExits} onChange={(countsExits) => change({ countsExits })} />
    </Card>
  );
}

interface PlanProps {
  plan: FairPlan;
  value: { title: string; body: string };
  problem: string | undefined;
  earlier: { title: string; body: string } | undefined;
  onChange: (value: { title: string; body: string }) => void;
}

function PlanCard({ plan, value, problem, earlier, onChange }: PlanProps) {
  const [isOpen, setOpen] = useState(false);
  const isWritten = value.body.trim() !== '';
  const name = fairPlanWords[plan];
  return (
    <Card>
      <Tap className="row fw edit-plan" onTap={() => setOpen(!isOpen)}>
        <View className="grow b">{name}</View>
        <Chip tone={isWritten ? 'ok' : 'wait'}>{isWritten ? `写好了，${value.body.trim().length} 字` : '还没写'}</Chip>
        <Icon name={isOpen ? 'minus' : 'down'} size={20} />
      </Tap>
      {(isOpen || problem) && (
        <>
          <Field label="标题" value={value.title} onChange={(title) => onChange({ ...value, title })} most={60} placeholder={name} />
          <Field
            kind="area"
            label="全文"
            aside="打字或粘贴"
            value={value.body}
            onChange={(body) => onChange({ ...value, body })}
            most={4000}
            problem={problem}
          />
          {!isWritten && earlier && (
            <Button kind="line" icon="doc" onTap={() => onChange(earlier)}>
              抄上一场的，再改
            </Button>
          )}
        </>
      )}
    </Card>
  );
}

/** 3 规模和方案: how many, the police permit, the three plans. */
export function StepScale(props: Props) {
  const { draft, problems, change, moved, last } = props;
  return (
    <>
      <Field
        label="大概来多少人"
        kind="digits"
        unit="人"
        most={6}
        value={draft.expected}
        onChange={(expected) => change({ expected })}
        problem={problems.expected}
      />
      <Moved field="expected" moved={moved} change={change} />
      <Permit {...props} />
      <InsideCount draft={draft} problems={problems} change={change} />
      <View className="stack">
        <Heading>三项方案</Heading>
        {isOnline(draft.kind) ? (
          <Banner kind="info" title="网上办，不用方案" />
        ) : (
          <View className="row top small t2">
            <Icon name="scales" size={20} />
            <View className="grow">{planLaw}：现场招聘会要有这三样。缺了能存，不能发。</View>
          </View>
        )}
        {!isOnline(draft.kind) &&
          fairPlans.map((plan) => (
            <PlanCard
              key={plan}
              plan={plan}
              value={draft.plans[plan]}
              problem={problems[`plan_${plan}`]}
              earlier={last?.plans[plan]}
              onChange={(value) => change({ plans: { ...draft.plans, [plan]: value } })}
            />
          ))}
      </View>
    </>
  );
}
