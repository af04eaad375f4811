import { JobForm } from '@shanhai/shared/contract/jobs.ts';
import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { mealKinds, mealWords } from '@shanhai/shared/rules/jobs.ts';
import { postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { type Trade, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { type OpeningField, openingColumns } from './opening-columns.ts';
import { payOf, termsOf } from './opening-terms.ts';
import { type CheckedRow, settleRepeats } from './repeats.ts';
import { type FoundTable, type RowReader, rowReader, type Understood } from './table.ts';
import { namedTrade } from './trade-names.ts';
import { day, isBareAnswer, isYes, oneOf, plain, region, whole, words } from './values.ts';

/** An opening without a day of its own is on offer for so long. */
const usualDays = 90;

function tradeOf(text: string, title: string): Understood<Trade> {
  const found = namedTrade(plain(text) || title);
  return found ? { value: found } : { problem: `没认出工种，要从这些里选：${Object.values(tradeWords).join('、')}` };
}

const meals = mealKinds.map(
  (kind) =>
    [
      kind,
      mealWords[kind],
      ...{ none: ['否', '不包', '无', '不包餐'], one: ['一餐'], two: ['两餐', '二餐'], three: ['三餐', '包吃', '是', '包餐'], allowance: ['餐补', '饭补'] }[
        kind
      ],
    ] as const,
);

type Reader = RowReader<OpeningField>;

function livingOf({ take, textOf }: Reader) {
  const dorm = textOf('dorm');
  return {
    hasDorm: isYes(dorm),
    dorm: isBareAnswer(dorm) ? '' : take('dorm', words(60), ''),
    meals: take('meals', oneOf(meals, 'none'), 'none'),
    taste: take('taste', words(40), ''),
  };
}

/** What the bureaus’ table has no column for; the recruiter adds it in the opening. */
const noColumn = { overtimeHours: 0, allowances: [], payRhythm: 'month' as const, demands: [], hazards: [], essentials: [] };

function formOf(reader: Reader, today: string): JobForm {
  const { take } = reader;
  const title = take('title', words(30, true), '');
  return {
    ...noColumn,
    title,
    trade: take('trade', (text) => tradeOf(text, title), 'general'),
    headcount: take('headcount', whole(1, 9999, 12), 0),
    requirements: take('requirements', words(300), ''),
    duties: take('duties', words(600), ''),
    workRegion: take('workRegion', region, '310000'),
    workAddress: take('workAddress', words(60), ''),
    ...payOf(reader),
    ...termsOf(reader),
    ...livingOf(reader),
    shift: take('shift', words(40), ''),
    training: take('training', words(80), ''),
    benefits: take('benefits', words(200), ''),
    expiresOn: take('expiresOn', day(dayAfter(today, usualDays)), today),
  };
}

const folded = (text: string): string => plain(text).replace(/\s/g, '').toLowerCase();

/** Title, trade, place and shift make an opening; pay and headcount change and leave it the same one. */
const keyOf = (form: JobForm): string => [form.title, form.trade, form.workRegion, form.workAddress, form.shift].map(folded).join('|');

/** Whatever the contract still refuses, such as letters that cannot be shown. */
function refusedBy(form: JobForm, { complain }: Reader): void {
  const shape = JobForm.safeParse(form);
  if (!shape.success) for (const { path } of shape.error.issues) complain(fieldNamed(String(path[0])), '这里有不能用的字符，请重新填');
}
const fieldNamed = (name: string): OpeningField => {
  const bare = name.replace(/Fen$/, '');
  return openingColumns.find((c) => c.field === bare)?.field ?? 'title';
};

function readRow(table: FoundTable<OpeningField>, line: FoundTable<OpeningField>['rows'][number], today: string): CheckedRow<JobForm> {
  const reader = rowReader(table, line);
  const form = formOf(reader, today);
  if (!reader.problems.length) refusedBy(form, reader);
  const { problems } = reader;
  const about = [form.title, form.workAddress].filter(Boolean).join(' · ').slice(0, 40);
  const isGood = problems.length === 0;
  return { row: line.row, about, problems, key: keyOf(form), findings: isGood ? postFindings(form, today) : [], ...(isGood ? { form } : {}) };
}

/** Every row of a 岗位供给清单. A draft may still break the law’s rules; its findings are told, and publishing asks again. */
export function readOpenings(table: FoundTable<OpeningField>, today: string): { rows: CheckedRow<JobForm>[]; repeated: number } {
  return settleRepeats(table.rows.map((line) => readRow(table, line, today)));
}
