import { mealKinds, mealWords } from '@shanhai/shared/rules/jobs.ts';
import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { ChooseOne, Switch } from '../../../ui/choice.tsx';
import { DayField, ListField } from '../../../ui/pick-field.tsx';
import { Card } from '../../../ui/row.tsx';
import { DraftTextField, FindingAt } from './draft-field.tsx';
import { today } from './job-draft.ts';
import { takeHomeWords } from './preview.tsx';
import type { Draft } from './use-draft.ts';

const tradeOptions = trades.map((value) => ({ value, words: tradeWords[value] }));
const regionOptions = Object.entries(regionNames).map(([value, words]) => ({ value, words }));
const mealOptions = mealKinds.map((value) => ({ value, words: mealWords[value] }));
const periodOptions = [
  { value: 'month', words: '按月' },
  { value: 'hour', words: '按小时' },
] as const;

/** 1 做什么 */
export function WorkStep({ draft }: { draft: Draft }) {
  const { trade, workRegion } = draft.draft;
  return (
    <>
      <DraftTextField draft={draft} field="title" label="招什么工" placeholder="厂房电工" most={30} />
      <View className="stack">
        <ChooseOne label="工种" options={tradeOptions} value={trade || undefined} onChange={(next) => draft.change({ trade: next })} />
        <FindingAt draft={draft} field="trade" />
      </View>
      <DraftTextField draft={draft} field="duties" label="做什么活" kind="area" placeholder="修厂房里的电路，每天查一遍配电箱" most={600} />
      <ListField label="在哪里上班" value={workRegion} onChange={(next) => draft.change({ workRegion: next })} options={regionOptions} placeholder="选区县" />
      <DraftTextField draft={draft} field="workAddress" label="哪条路、几号" placeholder="石湖荡镇 8 号 2 幢" most={60} />
    </>
  );
}

/** 2 条件和工资 */
export function PayStep({ draft }: { draft: Draft }) {
  const { wagePeriod, baseWage } = draft.draft;
  const unit = wagePeriod === 'month' ? '元 / 月' : '元 / 小时';
  return (
    <>
      <DraftTextField draft={draft} field="requirements" label="招聘条件" kind="area" placeholder="有低压电工证，能上夜班。没有就写：不限" most={300} />
      <ChooseOne label="怎么算工资" options={periodOptions} value={wagePeriod} onChange={(next) => draft.change({ wagePeriod: next })} />
      <DraftTextField draft={draft} field="baseWage" label="基本工资" aside="不算加班和补贴" kind="number" unit={unit} most={9} />
      <View className="pair">
        <DraftTextField draft={draft} field="overtime" label="平常加班费" kind="number" unit="元 / 月" most={9} />
        <DraftTextField draft={draft} field="allowance" label="补贴" kind="number" unit="元 / 月" most={9} />
      </View>
      <View className="pair">
        <DraftTextField draft={draft} field="deduction" label="要扣的（食宿、社保等）" placeholder="没有" kind="number" unit="元 / 月" most={9} />
        <DraftTextField draft={draft} field="payDay" label="每月几号发" kind="digits" unit="号" most={2} />
      </View>
      {baseWage.trim() !== '' && (
        <Card>
          <View className="row ends fw">
            <View className="t2">工人看到的</View>
            <View className="h3 nw">到手约 {takeHomeWords(draft.draft)} 元</View>
          </View>
        </Card>
      )}
      <DraftTextField draft={draft} field="shift" label="班次" placeholder="白班 8 小时，每周休 1 天" most={40} />
      <DraftTextField draft={draft} field="headcount" label="招几个人" kind="digits" unit="人" most={4} />
    </>
  );
}

/** 3 吃住 */
export function LivingStep({ draft }: { draft: Draft }) {
  const { hasDorm, meals, expiresOn } = draft.draft;
  return (
    <>
      <Card flush className="edit-switch">
        <Switch words="包住" icon="bed" isOn={hasDorm} onChange={(next) => draft.change({ hasDorm: next })} />
      </Card>
      {hasDorm && <DraftTextField draft={draft} field="dorm" label="住得怎么样" placeholder="4 人间，有空调、热水" most={60} />}
      <ChooseOne label="吃饭" options={mealOptions} value={meals} onChange={(next) => draft.change({ meals: next })} />
      <DraftTextField draft={draft} field="taste" label="吃得惯吗" aside="没有就空着" placeholder="有辣菜，有米线，有清真" most={40} />
      <DraftTextField draft={draft} field="training" label="培训" aside="没有就空着" placeholder="来了先教 7 天，照发工资" most={80} />
      <DraftTextField draft={draft} field="benefits" label="还有什么好处" aside="没有就空着" kind="area" placeholder="交五险，过年包车接送" most={200} />
      <View className="stack">
        <DayField label="招到哪天" value={expiresOn} from={today()} onChange={(next) => draft.change({ expiresOn: next })} hint="过了这天，岗位自己收起来" />
        <FindingAt draft={draft} field="expiresOn" />
      </View>
    </>
  );
}
