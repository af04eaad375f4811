import { jobKinds, jobKindWords } from '@shanhai/shared/rules/job-terms.ts';
import { mealKinds, mealWords } from '@shanhai/shared/rules/jobs.ts';
import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { ChooseOne, Switch } from '../../../ui/choice.tsx';
import { DayField, ListField } from '../../../ui/pick-field.tsx';
import { Card } from '../../../ui/row.tsx';
import { DraftTextField, FindingAt } from './draft-field.tsx';
import { today } from './job-draft.ts';
import type { Draft } from './use-draft.ts';
import { usualOf } from './usual-terms.ts';

const kindOptions = jobKinds.map((value) => ({ value, words: jobKindWords[value] }));
const tradeOptions = trades.map((value) => ({ value, words: tradeWords[value] }));
const regionOptions = Object.entries(regionNames).map(([value, words]) => ({ value, words }));
const mealOptions = mealKinds.map((value) => ({ value, words: mealWords[value] }));

/** The trade's own name stands as title until somebody writes another. */
function titleFor(draft: Draft, trade: Trade): { title: string } | undefined {
  const { title } = draft.draft;
  const isOwn = title.trim() !== '' && !Object.values(tradeWords).includes(title);
  return isOwn ? undefined : { title: tradeWords[trade] };
}

/** 1 做什么 */
export function WorkStep({ draft }: { draft: Draft }) {
  const { trade, workRegion, kind } = draft.draft;
  return (
    <>
      <ChooseOne label="哪一种岗位" options={kindOptions} value={kind} onChange={(next) => draft.change({ kind: next, ...usualOf(next) })} />
      <View className="stack">
        <ChooseOne
          label="工种"
          options={tradeOptions}
          value={trade || undefined}
          onChange={(next) => draft.change({ trade: next, ...titleFor(draft, next) })}
        />
        <FindingAt draft={draft} field="trade" />
      </View>
      <DraftTextField draft={draft} field="title" label="招什么工" placeholder="厂房电工" most={30} />
      <DraftTextField draft={draft} field="duties" label="做什么活" kind="area" placeholder="修厂房里的电路，每天查一遍配电箱" most={600} />
      <DraftTextField draft={draft} field="headcount" label="招几个人" kind="digits" unit="人" most={4} />
      <ListField label="在哪里上班" value={workRegion} onChange={(next) => draft.change({ workRegion: next })} options={regionOptions} placeholder="选区县" />
      <View className="pair">
        <DraftTextField draft={draft} field="workTown" label="街镇" placeholder="石湖荡镇" most={20} />
        <DraftTextField draft={draft} field="workAddress" label="哪条路、几号" placeholder="8 号 2 幢" most={60} />
      </View>
    </>
  );
}

/** 4 吃住 */
export function LivingStep({ draft }: { draft: Draft }) {
  const { hasDorm, meals, expiresOn, startOn } = draft.draft;
  return (
    <>
      <Card flush className="edit-switch">
        <Switch words="包住" icon="bed" isOn={hasDorm} onChange={(next) => draft.change({ hasDorm: next })} />
      </Card>
      {hasDorm && <DraftTextField draft={draft} field="dorm" label="住得怎么样" placeholder="4 人间，有空调、热水" most={60} />}
      <ChooseOne label="吃饭" options={mealOptions} value={meals} onChange={(next) => draft.change({ meals: next })} />
      <DraftTextField draft={draft} field="taste" label="吃得惯吗" aside="没有就空着" placeholder="有辣菜，有米线，有清真" most={40} />
      <DraftTextField draft={draft} field="training" label="培训" aside="没有就空着" placeholder="来了先教 7 天，照发工资" most={80} />
      <DraftTextField draft={draft} field="promotion" label="干得好能做什么" aside="没有就空着" placeholder="半年后可以当组长，加 500 元" most={80} />
      <DraftTextField draft={draft} field="benefits" label="还有什么好处" aside="没有就空着" kind="area" placeholder="过年包车接送" most={200} />
      <View className="pair">
        <DayField label="哪天到岗" value={startOn} from={today()} onChange={(next) => draft.change({ startOn: next })} placeholder="随时" hint="不选就是随时" />
        <View className="stack">
          <DayField label="招到哪天" value={expiresOn} from={today()} onChange={(next) => draft.change({ expiresOn: next })} hint="过了这天，岗位自己收起来" />
          <FindingAt draft={draft} field="expiresOn" />
        </View>
      </View>
    </>
  );
}
