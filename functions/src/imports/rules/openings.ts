import { JobForm } from '@shanhai/shared/contract/jobs.ts';
import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { mealKinds, mealWords } from '@shanhai/shared/rules/jobs.ts';
import { type Finding, postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { type OpeningField, openingColumns } from './opening-columns.ts';
import { type FoundTable, type RowProblem, type RowReader, rowReader, type Understood } from './table.ts';
import { day, isBareAnswer, isYes, money, oneOf, plain, region, whole, words } from './values.ts';

/** A row of the list: a good one is an opening to be, a bad one says why in each of its cells. */
export interface OpeningRow {
  row: number;
  /** What the row is about, in a few letters. */
  about: string;
  form?: JobForm;
  /** What the law will ask before it is published. */
  findings: Finding[];
  problems: RowProblem[];
  /** What makes it this opening and no other, within its employer. */
  key: string;
}

/** An opening without a day of its own is on offer for so long. */
const usualDays = 90;

/** What a title must hold to be of a trade, the narrower before the wider. */
const tradeSigns: readonly (readonly [Trade, RegExp])[] = [
  ['welder', /焊/],
  ['electrician', /电工|水电|电气/],
  ['carpenter', /木工|木匠/],
  ['sewing', /缝纫|平车|车位|裁剪|服装/],
  ['guard', /保安|门岗|门卫|安保|秩序/],
  ['cleaner', /保洁|清洁|环卫/],
  ['care', /护理|护工|家政|保姆|月嫂|养老|育婴/],
  ['driver', /司机|驾驶|叉车/],
  ['logistics', /分拣|快递|物流|仓|配送|装卸|搬运|外卖/],
  ['construction', /建筑|钢筋|瓦工|泥工|抹灰|架子工|混凝土|装修/],
  ['farm', /种植|养殖|采摘|园艺|绿化|农/],
  ['cook', /厨|面点|切配/],
  ['service', /服务员|客房|餐厅|迎宾|传菜|酒店/],
  ['food', /食品|屠宰|烘焙|包装/],
  ['assembly', /装配|组装|电子|质检|流水线/],
  ['general', /普工|操作工|工人|杂工|学徒/],
];

function tradeOf(text: string, title: string): Understood<Trade> {
  const written = plain(text);
  const named = trades.find((t) => tradeWords[t] === written) ?? tradeSigns.find(([, sign]) => sign.test(written))?.[0];
  const found = named ?? (written ? undefined : tradeSigns.find(([, sign]) => sign.test(title))?.[0]);
  if (found) return { value: found };
  return { problem: `没认出工种，要从这些里选：${Object.values(tradeWords).join('、')}` };
}

const periods = [
  ['month', '月', '月薪', '按月', '元/月'],
  ['hour', '小时', '时薪', '按小时', '计时', '元/小时'],
] as const;
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

const payOf = ({ take }: Reader) => ({
  wagePeriod: take('wagePeriod', oneOf<'month' | 'hour'>(periods, 'month'), 'month'),
  baseWageFen: take('baseWage', money(true), 0),
  overtimeFen: take('overtime', money(), 0),
  allowanceFen: take('allowance', money(), 0),
  deductionFen: take('deduction', money(), 0),
  payDay: take('payDay', whole(1, 31, 15), 15),
});

function livingOf({ take, textOf }: Reader) {
  const dorm = textOf('dorm');
  return {
    hasDorm: isYes(dorm),
    dorm: isBareAnswer(dorm) ? '' : take('dorm', words(60), ''),
    meals: take('meals', oneOf(meals, 'none'), 'none'),
    taste: take('taste', words(40), ''),
  };
}

/** What the bureaus' table has no column for; the recruiter adds it in the opening. */
const noColumn = {
  kind: 'full_time' as const,
  workTown: '',
  overtimeHours: 0,
  allowances: [],
  payRhythm: 'month' as const,
  promotion: '',
  demands: [],
  certificates: [],
  essentials: [],
};

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

function readRow(table: FoundTable<OpeningField>, line: FoundTable<OpeningField>['rows'][number], today: string): OpeningRow {
  const reader = rowReader(table, line);
  const form = formOf(reader, today);
  if (!reader.problems.length) refusedBy(form, reader);
  const { problems } = reader;
  const about = [form.title, form.workAddress].filter(Boolean).join(' · ').slice(0, 40);
  const isGood = problems.length === 0;
  return { row: line.row, about, problems, key: keyOf(form), findings: isGood ? postFindings(form, today) : [], ...(isGood ? { form } : {}) };
}

function sentBack(row: OpeningRow, before: OpeningRow): OpeningRow {
  const { form: _, ...rest } = row;
  return { ...rest, findings: [], problems: [{ where: '', what: `和第${before.row}行是同一个岗位，内容却不一样，请只留一行` }] };
}

/** Two rows of one file that are the same opening: said once when they agree, the later sent back when they do not. */
function settleRepeats(rows: readonly OpeningRow[]): { rows: OpeningRow[]; repeated: number } {
  const first = new Map<string, OpeningRow>();
  for (const row of rows) if (row.form && !first.has(row.key)) first.set(row.key, row);
  const kept = rows.flatMap((row) => {
    const before = row.form ? (first.get(row.key) ?? row) : row;
    if (before === row) return [row];
    return JSON.stringify(before.form) === JSON.stringify(row.form) ? [] : [sentBack(row, before)];
  });
  return { rows: kept, repeated: rows.length - kept.length };
}

/** Every row of a 岗位供给清单. A draft may still break the law’s rules; its findings are told, and publishing asks again. */
export function readOpenings(table: FoundTable<OpeningField>, today: string): { rows: OpeningRow[]; repeated: number } {
  return settleRepeats(table.rows.map((line) => readRow(table, line, today)));
}
