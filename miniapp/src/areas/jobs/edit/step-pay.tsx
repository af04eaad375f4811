import { fenFromYuan } from '@shanhai/shared/rules/fen.ts';
import { payRhythms, payRhythmWords } from '@shanhai/shared/rules/job-terms.ts';
import { leastOvertimeFen, wagePeriods, wagePeriodWords } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import { ChooseOne, ChooseSome } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card } from '../../../ui/row.tsx';
import { DraftTextField, FindingAt } from './draft-field.tsx';
import type { JobDraft } from './job-draft.ts';
import { hasPay, PaySum } from './preview.tsx';
import type { Draft } from './use-draft.ts';

const periodOptions = wagePeriods.map((value) => ({ value, words: wagePeriodWords[value] }));
const rhythmOptions = payRhythms.map((value) => ({ value, words: payRhythmWords[value] }));
const hourOptions = ['0', '12', '24', '36'].map((value) => ({ value, words: value === '0' ? '不加班' : `${value} 小时` }));
const usualAllowances = ['全勤奖', '岗位津贴', '夜班津贴', '餐补', '房补', '高温津贴', '工龄奖'];
const baseLabel = { month: '基本工资', day: '一天多少钱', hour: '一小时多少钱', piece: '保底工资' } as const;
const baseUnit = { month: '元 / 月', day: '元 / 天', hour: '元 / 小时', piece: '元 / 月' } as const;

/** What so much overtime brings at least; a higher sum may be typed. 〔劳动法 §44〕 */
function overtimeFor({ wagePeriod }: JobDraft, baseWage: string, hours: string): Pick<JobDraft, 'overtime' | 'overtimeHours'> {
  const least = leastOvertimeFen({ wagePeriod, baseWageFen: fenFromYuan(baseWage) ?? 0 }, Number(hours));
  return { overtimeHours: hours === '0' ? '' : hours, overtime: least ? String(least / 100) : '' };
}

function Overtime({ draft }: { draft: Draft }) {
  const { overtimeHours, baseWage } = draft.draft;
  return (
    <View className="stack">
      <ChooseOne
        label="平常一个月加班"
        options={hourOptions}
        value={overtimeHours || '0'}
        onChange={(next) => draft.change(overtimeFor(draft.draft, baseWage, next))}
      />
      <FindingAt draft={draft} field="overtimeHours" />
      {overtimeHours !== '' && (
        <DraftTextField draft={draft} field="overtime" label="加班费" aside="按 1.5 倍算好了，可以改" kind="number" unit="元 / 月" most={9} />
      )}
    </View>
  );
}

function Pieces({ draft }: { draft: Draft }) {
  const unit = draft.draft.pieceUnit || '件';
  return (
    <View className="stack">
      <ChooseOne
        label="按什么数"
        options={['件', '条', '斤', '双', '箱'].map((value) => ({ value, words: value }))}
        value={unit}
        onChange={(next) => draft.change({ pieceUnit: next })}
      />
      <View className="pair">
        <DraftTextField draft={draft} field="pieceRate" label={`一${unit}多少钱`} kind="number" unit="元" most={9} />
        <DraftTextField draft={draft} field="pieces" label="平常一个月做多少" kind="digits" unit={unit} most={6} />
      </View>
    </View>
  );
}

function Allowances({ draft }: { draft: Draft }) {
  const lines = draft.draft.allowances;
  const names = lines.map(({ words }) => words);
  const options = [...new Set([...usualAllowances, ...names])].map((value) => ({ value, words: value }));
  const choose = (chosen: string[]): void =>
    draft.change({ allowances: chosen.map((words) => lines.find((line) => line.words === words) ?? { words, amount: '' }) });
  const put = (words: string, amount: string): void => draft.change({ allowances: lines.map((line) => (line.words === words ? { words, amount } : line)) });
  return (
    <View className="stack">
      <ChooseSome label="补贴" aside="没有就不点" options={options} value={names} most={8} onChange={choose} />
      {lines.map(({ words, amount }) => (
        <Field key={words} label={words} kind="number" unit="元 / 月" most={9} value={amount} onChange={(typed) => put(words, typed)} />
      ))}
      <FindingAt draft={draft} field="allowances" />
    </View>
  );
}

function Deductions({ draft }: { draft: Draft }) {
  const { deduction, dormFee, mealFee, insuranceFee } = draft.draft;
  const isOld = deduction !== '' && !dormFee && !mealFee && !insuranceFee;
  return (
    <View className="stack">
      {isOld && (
        <DraftTextField draft={draft} field="deduction" label="要扣的（合计）" aside="下面分开写，这里就不算了" kind="number" unit="元 / 月" most={9} />
      )}
      <DraftTextField draft={draft} field="insuranceFee" label="扣自己交的社保" placeholder="没有" kind="number" unit="元 / 月" most={9} />
      <View className="pair">
        <DraftTextField draft={draft} field="dormFee" label="扣住宿水电" placeholder="没有" kind="number" unit="元 / 月" most={9} />
        <DraftTextField draft={draft} field="mealFee" label="扣伙食" placeholder="没有" kind="number" unit="元 / 月" most={9} />
      </View>
    </View>
  );
}

function PayDay({ draft }: { draft: Draft }) {
  const { payRhythm } = draft.draft;
  return (
    <View className="stack">
      <ChooseOne label="工资怎么发" options={rhythmOptions} value={payRhythm} onChange={(next) => draft.change({ payRhythm: next })} />
      <FindingAt draft={draft} field="payRhythm" />
      {payRhythm === 'month' && <DraftTextField draft={draft} field="payDay" label="每月几号发" kind="digits" unit="号" most={2} />}
    </View>
  );
}

/** 2 工资: as it is really paid; what is left of it stands below and moves along. */
export function PayStep({ draft }: { draft: Draft }) {
  const { wagePeriod, overtimeHours } = draft.draft;
  const isCounted = wagePeriod === 'day' || wagePeriod === 'hour';
  const alongWith = (baseWage: string): Partial<JobDraft> => (overtimeHours ? overtimeFor(draft.draft, baseWage, overtimeHours) : {});
  return (
    <>
      <ChooseOne label="怎么算工资" options={periodOptions} value={wagePeriod} onChange={(next) => draft.change({ wagePeriod: next })} />
      {wagePeriod === 'piece' && <Pieces draft={draft} />}
      <DraftTextField
        draft={draft}
        field="baseWage"
        label={baseLabel[wagePeriod]}
        aside={wagePeriod === 'piece' ? '没有就空着' : '不算加班和补贴'}
        kind="number"
        unit={baseUnit[wagePeriod]}
        most={9}
        also={alongWith}
      />
      {isCounted && <DraftTextField draft={draft} field="usualDays" label="平常一个月做几天" aside="做满月就空着" kind="digits" unit="天" most={2} />}
      <Overtime draft={draft} />
      <Allowances draft={draft} />
      <Deductions draft={draft} />
      <PayDay draft={draft} />
      {hasPay(draft.draft) && (
        <Card>
          <View className="t2">工人看到的</View>
          <PaySum draft={draft.draft} />
        </Card>
      )}
    </>
  );
}
