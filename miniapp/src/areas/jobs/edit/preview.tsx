import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { contractInWords, demandWords, insurancesInWords, jobKindWords, payDayWords, shiftsInWords } from '@shanhai/shared/rules/job-terms.ts';
import { mealWords, payParts, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { BedAndBoard } from '../../../ui/bed-and-board.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Sum } from '../../../ui/figures.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import type { JobDraft } from './job-draft.ts';
import { formOf } from './job-form.ts';

/** Whole yuan: a take-home figure is an estimate, and says 约. */
const takeHomeWords = (draft: JobDraft): string => yuan(Math.round(takeHomeFen(formOf(draft)) / 100) * 100);

type Line = readonly [string, string];
const given = (lines: readonly (Line | false)[]): Line[] => lines.filter((line): line is Line => line !== false && line[1] !== '');

const payLines = (draft: JobDraft): Line[] => payParts(formOf(draft)).map(({ what, fen }) => [what, yuan(fen)] as const);

function factLines(draft: JobDraft): Line[] {
  const { shifts, contract, insurances, probation, demands = [], certificates = [] } = formOf(draft);
  return given([
    ['要会', [draft.requirements, ...certificates].filter(Boolean).join('，')],
    ['做什么', draft.duties],
    ['干起来', demands.map((one) => demandWords[one]).join('、')],
    ['在哪里', [regionName(draft.workRegion), draft.workTown + draft.workAddress].filter(Boolean).join(' ')],
    ['班次', [shifts && shiftsInWords(shifts), draft.shift].filter(Boolean).join('；')],
    ['合同', contract ? contractInWords(contract) : ''],
    ['社保', insurances ? insurancesInWords(insurances) : ''],
    ['试用期', probation ? `${probation.months} 个月，${yuan(probation.wageFen)} 元` : ''],
    draft.hasDorm && ['住', draft.dorm || '包住'],
    ['吃', [mealWords[draft.meals], draft.taste].filter(Boolean).join('，')],
    ['培训', draft.training],
    ['往上走', draft.promotion],
    ['好处', draft.benefits],
    ['发工资', payDayWords(draft.payRhythm, Number(draft.payDay))],
    ['到岗', draft.startOn ? monthDay(`${draft.startOn}T00:00:00Z`) : '随时'],
    ['招到', draft.expiresOn && monthDay(`${draft.expiresOn}T00:00:00Z`)],
  ]);
}

/** Before a wage is written there is nothing to count: allowances and deductions alone make no pay. */
export function hasPay(draft: JobDraft): boolean {
  const { baseWageFen, piece } = formOf(draft);
  return baseWageFen > 0 || (piece?.rateFen ?? 0) * (piece?.pieces ?? 0) > 0;
}

/** What is left at the end of a usual month, line by line. */
export const PaySum = ({ draft }: { draft: JobDraft }) => <Sum lines={payLines(draft)} total={['到手约', `${takeHomeWords(draft)} 元`]} />;

/** The opening as a worker will read it. */
export function Preview({ draft, employer }: { draft: JobDraft; employer: string }) {
  return (
    <Card>
      <View>
        <View className="h2">{draft.title || '还没写招什么工'}</View>
        <View className="t2">{employer}</View>
      </View>
      <Chips>
        {draft.kind !== 'full_time' && <Chip>{jobKindWords[draft.kind]}</Chip>}
        {draft.trade && <Chip tone="act">{tradeWords[draft.trade]}</Chip>}
        <BedAndBoard job={{ hasDorm: draft.hasDorm, meals: draft.meals }} />
        <Chip icon="people">招 {draft.headcount || '几'} 人</Chip>
      </Chips>
      {hasPay(draft) && <PaySum draft={draft} />}
      <Heading>岗位上写的</Heading>
      <Pairs items={factLines(draft)} />
    </Card>
  );
}
