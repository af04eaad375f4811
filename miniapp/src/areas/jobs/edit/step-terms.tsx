import {
  contractKindWords,
  contractSigners,
  contractSignerWords,
  demands,
  demandWords,
  shiftPatterns,
  shiftPatternWords,
} from '@shanhai/shared/rules/job-terms.ts';
import { essentialWords, isStated } from '@shanhai/shared/rules/post-essential.ts';
import { mostProbationOf } from '@shanhai/shared/rules/post-offer.ts';
import { hazardWords, ownHazards } from '@shanhai/shared/rules/young-workers.ts';
import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne, ChooseSome } from '../../../ui/choice.tsx';
import { Finding } from '../../../ui/field.tsx';
import { DraftTextField, FindingAt } from './draft-field.tsx';
import type { CoverChoice } from './job-draft.ts';
import { formOf } from './job-form.ts';
import type { Draft } from './use-draft.ts';
import { contractsOf } from './usual-terms.ts';

const shiftOptions = shiftPatterns.map((value) => ({ value, words: shiftPatternWords[value] }));
const hourOptions = ['4', '6', '8', '10', '11'].map((value) => ({ value, words: `${value} 小时` }));
const restOptions = [
  { value: '1', words: '休 1 天' },
  { value: '2', words: '休 2 天' },
  { value: '3', words: '休 3 天' },
];
const monthOptions = [
  { value: '3', words: '3 个月' },
  { value: '6', words: '半年' },
  { value: '12', words: '1 年' },
  { value: '24', words: '2 年' },
  { value: '36', words: '3 年' },
  { value: '60', words: '5 年' },
];
const signerOptions = contractSigners.map((value) => ({ value, words: contractSignerWords[value] }));
const coverWords: Record<CoverChoice, string> = { five: '五险', both: '五险和意外险', injury: '只有工伤', accident: '意外险', unsaid: '先不写' };
const coverOptions = (Object.keys(coverWords) as CoverChoice[]).map((value) => ({ value, words: coverWords[value] }));
const hazardOptions = ownHazards.map((value) => ({ value, words: hazardWords[value].words }));
const demandOptions = demands.map((value) => ({ value, words: demandWords[value] }));

const needs = [
  { key: 'age', field: 'whyAge' },
  { key: 'education', field: 'whyEducation' },
] as const;

/** What the work itself needs may stand with its reason; an officer reads it. 〔人社部、网信办2024年8月29日通知〕 */
function Needed({ draft }: { draft: Draft }) {
  const { open, kept } = draft.need;
  return needs.map(({ key, field }) => {
    const found = [...open, ...kept].find((one) => one.key === key);
    if (!found) return null;
    const why = draft.draft[field];
    const isKept = isStated({ key, why });
    return (
      <View key={key} className="stack">
        <DraftTextField
          draft={draft}
          field={field}
          label={`干活必须${essentialWords[key]}？写明为什么`}
          kind="area"
          placeholder="高处作业，保险只保到这个岁数"
          most={100}
          hint="不是必须就空着，用上面改好的话"
        />
        {isKept && <Finding mild title={`“${found.words ?? ''}”先留着，人社会看`} law={found.article} />}
      </View>
    );
  });
}

function Requirements({ draft }: { draft: Draft }) {
  const { requirements } = draft.draft;
  return (
    <>
      <View className="stack">
        <DraftTextField draft={draft} field="requirements" label="招聘条件" kind="area" placeholder="会看图纸，能上夜班。没有就写：不限" most={300} />
        {requirements === '' && (
          <View>
            <Button kind="act" onTap={() => draft.change({ requirements: '不限' })}>
              没有条件，写“不限”
            </Button>
          </View>
        )}
        <Needed draft={draft} />
      </View>
      <DraftTextField draft={draft} field="certificates" label="要带的证" aside="没有就空着" placeholder="低压电工证、焊工证" most={60} />
      <ChooseSome
        label="干起来"
        aside="有什么点什么"
        options={demandOptions}
        value={draft.draft.demands}
        onChange={(next) => draft.change({ demands: next })}
      />
      <ChooseSome
        label="16、17 岁的人不能干的"
        aside="有才点"
        options={hazardOptions}
        value={draft.draft.hazards}
        onChange={(next) => draft.change({ hazards: next })}
      />
    </>
  );
}

function Shifts({ draft }: { draft: Draft }) {
  const { shiftPattern, shiftHours, restDays } = draft.draft;
  return (
    <View className="stack">
      <ChooseOne label="班次" options={shiftOptions} value={shiftPattern || undefined} onChange={(next) => draft.change({ shiftPattern: next })} />
      {shiftPattern !== '' && (
        <>
          <ChooseOne label="一班几小时" options={hourOptions} value={shiftHours} onChange={(next) => draft.change({ shiftHours: next })} />
          <ChooseOne label="每周" options={restOptions} value={restDays} onChange={(next) => draft.change({ restDays: next })} />
          <FindingAt draft={draft} field="shiftHours" />
        </>
      )}
      <DraftTextField draft={draft} field="shift" label="班次再说一句" aside="没有就空着" placeholder="8:00–17:00，中午歇一小时" most={40} />
    </View>
  );
}

function Contract({ draft }: { draft: Draft }) {
  const { kind, contractKind, contractMonths, signer } = draft.draft;
  const options = contractsOf[kind].map((value) => ({ value, words: contractKindWords[value] }));
  const hasTerm = contractKind === 'fixed' || contractKind === 'agreement';
  return (
    <View className="stack">
      <ChooseOne label="签什么" options={options} value={contractKind || undefined} onChange={(next) => draft.change({ contractKind: next })} />
      {hasTerm && <ChooseOne label="签多久" options={monthOptions} value={contractMonths} onChange={(next) => draft.change({ contractMonths: next })} />}
      {contractKind !== '' && <ChooseOne label="跟谁签" options={signerOptions} value={signer} onChange={(next) => draft.change({ signer: next })} />}
      {signer === 'dispatch' && <DraftTextField draft={draft} field="signerName" label="派遣公司的名字" most={40} />}
      <FindingAt draft={draft} field="contractKind" />
    </View>
  );
}

/** Only as many months as this contract allows; with the full wage until somebody says less. 〔劳动合同法 §19、§20〕 */
function Probation({ draft }: { draft: Draft }) {
  const { probationMonths, probationWage, baseWage } = draft.draft;
  const { months: most, why } = mostProbationOf(formOf(draft.draft));
  const months = ['0', '1', '2', '3', '6'].filter((one) => Number(one) <= most || one === probationMonths);
  const choose = (next: string): void =>
    draft.change(next === '0' ? { probationMonths: '', probationWage: '' } : { probationMonths: next, probationWage: probationWage || baseWage });
  return (
    <View className="stack">
      <ChooseOne
        label="试用期"
        aside={why}
        options={months.map((value) => ({ value, words: value === '0' ? '没有' : `${value} 个月` }))}
        value={probationMonths || '0'}
        onChange={choose}
      />
      <FindingAt draft={draft} field="probationMonths" />
      {probationMonths !== '' && (
        <DraftTextField draft={draft} field="probationWage" label="试用期工资" aside="不能低于八成" kind="number" unit="元" most={9} />
      )}
    </View>
  );
}

/** 3 条件和合同 */
export function TermStep({ draft }: { draft: Draft }) {
  return (
    <>
      <Requirements draft={draft} />
      <Shifts draft={draft} />
      <Contract draft={draft} />
      <View className="stack">
        <ChooseOne label="交什么保险" options={coverOptions} value={draft.draft.cover} onChange={(next) => draft.change({ cover: next })} />
        <FindingAt draft={draft} field="cover" />
      </View>
      <Probation draft={draft} />
    </>
  );
}
