import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Worker } from '@shanhai/shared/contract/workers.ts';
import { chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import type { personalColumns } from '@shanhai/shared/rules/exports.ts';
import { insurancesInWords, jobKindWords } from '@shanhai/shared/rules/job-terms.ts';
import { mealWords } from '@shanhai/shared/rules/jobs.ts';
import { maskedName, maskedPhone } from '@shanhai/shared/rules/phone.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import type { LookingState } from '@shanhai/shared/rules/still-looking.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import type { Cell, CellObject, Row } from 'write-excel-file/node';
import { count, type FilledSheet, ink, tableSheet, words, writeSheets } from './cells.ts';

interface ListColumn<T> {
  title: string;
  width: number;
  cell: (row: T) => Cell;
}

const money = (fen: number): Cell => (fen ? { ...(count(fen / 100) as CellObject), format: fen % 100 ? '#,##0.00' : '#,##0' } : words(''));

/** As the template has them to choose. */
const periodWords: Record<Job['wagePeriod'], string> = { month: '月', day: '天', hour: '小时', piece: '计件' };

export type ListedOpening = Job & { employer: Pick<Employer, 'name' | 'creditCode'>; takeHomeFen: number };
/** In the names that come in again by: the same list may be sent back mended. */
const openingList: readonly ListColumn<ListedOpening>[] = [
  { title: '用人单位', width: 30, cell: (j) => words(j.employer.name) },
  { title: '统一社会信用代码', width: 22, cell: (j) => words(j.employer.creditCode) },
  { title: '岗位名称', width: 20, cell: (j) => words(j.title) },
  { title: '工种', width: 12, cell: (j) => words(tradeWords[j.trade]) },
  { title: '岗位性质', width: 12, cell: (j) => words(jobKindWords[j.kind]) },
  { title: '招聘人数', width: 10, cell: (j) => count(j.headcount) },
  { title: '还要几个', width: 10, cell: (j) => count(Math.max(0, j.headcount - j.filled)) },
  { title: '招聘条件', width: 32, cell: (j) => words(j.requirements) },
  { title: '工作内容', width: 32, cell: (j) => words(j.duties) },
  { title: '工作地点', width: 14, cell: (j) => words(regionName(j.workRegion)) },
  { title: '街镇', width: 12, cell: (j) => words(j.workTown) },
  { title: '详细地址', width: 26, cell: (j) => words(j.workAddress) },
  { title: '计薪方式', width: 10, cell: (j) => words(periodWords[j.wagePeriod]) },
  { title: '基本工资', width: 12, cell: (j) => money(j.baseWageFen) },
  { title: '计件单价', width: 10, cell: (j) => money(j.piece?.rateFen ?? 0) },
  { title: '计件单位', width: 8, cell: (j) => words(j.piece?.unit) },
  { title: '每月件数', width: 10, cell: (j) => (j.piece ? count(j.piece.pieces) : words('')) },
  { title: '加班费', width: 10, cell: (j) => money(j.overtimeFen) },
  { title: '补贴', width: 10, cell: (j) => money(j.allowanceFen) },
  { title: '扣款', width: 10, cell: (j) => money(j.deductionFen) },
  { title: '到手约', width: 12, cell: (j) => money(j.takeHomeFen) },
  { title: '发薪日', width: 8, cell: (j) => count(j.payDay) },
  { title: '班次', width: 22, cell: (j) => words(j.shift) },
  { title: '住宿', width: 16, cell: (j) => words(j.hasDorm ? j.dorm || '是' : '否') },
  { title: '用餐', width: 10, cell: (j) => words(mealWords[j.meals]) },
  { title: '餐食口味', width: 14, cell: (j) => words(j.taste) },
  { title: '入职培训', width: 18, cell: (j) => words(j.training) },
  { title: '晋升', width: 18, cell: (j) => words(j.promotion) },
  { title: '要的证书', width: 18, cell: (j) => words(j.certificates.join('、')) },
  { title: '缴哪些保险', width: 16, cell: (j) => words(j.insurances && insurancesInWords(j.insurances)) },
  { title: '福利', width: 24, cell: (j) => words(j.benefits) },
  { title: '有效期至', width: 12, cell: (j) => words(j.expiresOn) },
];

export type ListedPerson = Pick<Worker, 'name' | 'phone' | 'home' | 'wish' | 'skills' | 'experience'> & { standing: LookingState };
type Personal = ReturnType<typeof personalColumns>;

const standingWords: Record<LookingState, string> = { looking: '在找', asked: '在找，等本人回话', grey: '很久没回话', stopped: '不找了' };

const yesNo = (is: boolean | undefined): Cell => words(is === undefined ? '' : is ? '要' : '不要');
/** 个人信息、技能水平、就业意向, and never a category or a resident id. 〔沪人社就〔2026〕89号 二(三)1；个人信息保护法 §6、§28〕 */
const peopleList: readonly ListColumn<ListedPerson>[] = [
  { title: '县区', width: 12, cell: (p) => words(p.home && regionName(p.home.regionCode)) },
  { title: '乡镇', width: 14, cell: (p) => words(p.home?.town) },
  { title: '想做的工', width: 24, cell: (p) => words(p.wish.trades.map((t) => tradeWords[t]).join('、')) },
  { title: '想去哪里', width: 14, cell: (p) => words(p.wish.placeRegion && regionName(p.wish.placeRegion)) },
  { title: '要包住', width: 8, cell: (p) => yesNo(p.wish.needsDorm) },
  { title: '至少到手（元）', width: 14, cell: (p) => money(p.wish.leastTakeHomeFen ?? 0) },
  { title: '哪天能走', width: 12, cell: (p) => words(p.wish.startOn) },
  {
    title: '会做什么',
    width: 30,
    cell: (p) => words(p.skills?.map((s) => [tradeWords[s.trade], s.certificate, s.years ? `${s.years} 年` : ''].filter(Boolean).join(' ')).join('；')),
  },
  {
    title: '做过什么',
    width: 30,
    cell: (p) => words(p.experience?.map((e) => [e.what, e.where, e.years ? `${e.years} 年` : ''].filter(Boolean).join(' ')).join('；')),
  },
];

/** Only figures count those who are offered to nobody, and say so. */
const standing = ({ withStanding }: Personal): ListColumn<ListedPerson>[] =>
  withStanding ? [{ title: '还在找吗', width: 16, cell: (p) => words(standingWords[p.standing]) }] : [];

function personal({ name, phone }: Personal): ListColumn<ListedPerson>[] {
  const shown = (how: Personal['name'], text: string | undefined, mask: (text: string) => string): Cell => words(text && (how === 'whole' ? text : mask(text)));
  return [
    ...(name === 'none' ? [] : [{ title: '姓名', width: 12, cell: (p: ListedPerson) => shown(name, p.name, maskedName) }]),
    ...(phone === 'none' ? [] : [{ title: '手机', width: 16, cell: (p: ListedPerson) => shown(phone, p.phone, maskedPhone) }]),
  ];
}

interface ListHead {
  title: string;
  /** Who took it, when, for what: it stands in the list, because a list is passed on. */
  facts: readonly (readonly [what: string, words: string])[];
}

const coverSheet = ({ title, facts }: ListHead): FilledSheet => ({
  sheet: '说明',
  data: [
    [{ value: title, fontWeight: 'bold', fontSize: 16, textColor: ink, columnSpan: 2, height: 30, alignVertical: 'center' }, null],
    ...facts.map(([what, said]): Row => [words(what), words(said)]),
  ],
  columns: [{ width: 18 }, { width: 70 }],
});

function listSheet<T>(name: string, columns: readonly ListColumn<T>[], rows: readonly T[]): FilledSheet {
  return tableSheet({ name, columns: columns.map(({ title, width }) => [title, width]), rows: rows.map((row) => columns.map(({ cell }) => cell(row))) });
}

export const openingTitles = openingList.map(({ title }) => title);
export const makeOpeningList = (head: ListHead, openings: readonly ListedOpening[]): Promise<Uint8Array> =>
  writeSheets([listSheet('岗位', openingList, openings), coverSheet(head)]);

export const peopleTitles = (shown: Personal): string[] => [...personal(shown), ...peopleList, ...standing(shown)].map(({ title }) => title);
export const makePeopleList = (head: ListHead, people: readonly ListedPerson[], shown: Personal): Promise<Uint8Array> =>
  writeSheets([listSheet('劳动力', [...personal(shown), ...peopleList, ...standing(shown)], people), coverSheet(head)]);

export const minuteWords = (at: string): string => `${chinaDay(at)} ${chinaTime(at)}`;
