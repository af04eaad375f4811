import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { mealWords, monthHours, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Sum } from '../../../ui/figures.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import { formOf, type JobDraft } from './job-draft.ts';

/** Whole yuan: a take-home figure is an estimate, and says 约. */
export const takeHomeWords = (draft: JobDraft): string => yuan(Math.round(takeHomeFen(formOf(draft)) / 100) * 100);

type Line = readonly [string, string];
const given = (lines: readonly (Line | false)[]): Line[] => lines.filter((line): line is Line => line !== false && line[1] !== '');

function payLines(draft: JobDraft): Line[] {
  const { wagePeriod, baseWageFen, overtimeFen, allowanceFen, deductionFen } = formOf(draft);
  const base: Line =
    wagePeriod === 'month' ? ['基本工资', yuan(baseWageFen)] : [`每小时 ${yuan(baseWageFen)} 元，${monthHours} 小时`, yuan(baseWageFen * monthHours)];
  return given([
    base,
    overtimeFen > 0 && ['平常加班费', yuan(overtimeFen)],
    allowanceFen > 0 && ['补贴', yuan(allowanceFen)],
    deductionFen > 0 && ['要扣的（食宿、社保等）', `-${yuan(deductionFen)}`],
  ]);
}

function factLines(draft: JobDraft): Line[] {
  return given([
    ['要会', draft.requirements],
    ['做什么', draft.duties],
    ['在哪里', [regionName(draft.workRegion), draft.workAddress].filter(Boolean).join(' ')],
    ['班次', draft.shift],
    draft.hasDorm && ['住', draft.dorm || '包住'],
    ['吃', [mealWords[draft.meals], draft.taste].filter(Boolean).join('，')],
    ['培训', draft.training],
    ['好处', draft.benefits],
    ['发工资', `每月 ${draft.payDay} 号`],
    ['招到', draft.expiresOn && monthDay(`${draft.expiresOn}T00:00:00Z`)],
  ]);
}

/** The opening as a worker will read it. */
export function Preview({ draft, employer }: { draft: JobDraft; employer: string }) {
  return (
    <Card>
      <View>
        <View className="h2">{draft.title || '还没写招什么工'}</View>
        <View className="t2">{employer}</View>
      </View>
      <Chips>
        {draft.trade && <Chip tone="act">{tradeWords[draft.trade]}</Chip>}
        {draft.hasDorm && (
          <Chip tone="ok" icon="bed">
            包住
          </Chip>
        )}
        {draft.meals !== 'none' && (
          <Chip tone="ok" icon="bowl">
            {mealWords[draft.meals]}
          </Chip>
        )}
        <Chip icon="people">招 {draft.headcount || '几'} 人</Chip>
      </Chips>
      {draft.baseWage.trim() !== '' && <Sum lines={payLines(draft)} total={['到手约', `${takeHomeWords(draft)} 元`]} />}
      <Heading>岗位上写的</Heading>
      <Pairs items={factLines(draft)} />
    </Card>
  );
}
