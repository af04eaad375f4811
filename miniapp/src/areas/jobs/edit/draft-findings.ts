import { fenFromYuan } from '@shanhai/shared/rules/fen.ts';
import { type ByNeed, partByNeed } from '@shanhai/shared/rules/post-essential.ts';
import { type Finding, mendedField, postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { type WordField, wordFields } from '@shanhai/shared/rules/post-rule.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { type DraftField, type JobDraft, type JobForm, today } from './job-draft.ts';
import { formOf } from './job-form.ts';

/** What is wrong with one field of the form, and how it could stand instead. */
export interface FieldFinding {
  field: DraftField;
  title: string;
  /** The field as it could stand. */
  fix?: string | undefined;
  fixWords?: string;
  law?: string | undefined;
  /** Merely empty yet: said only once somebody passed it by. */
  isEmpty: boolean;
}

const draftField: Partial<Record<Finding['field'], DraftField>> = {
  baseWageFen: 'baseWage',
  piece: 'pieceRate',
  overtimeFen: 'overtime',
  shifts: 'shiftHours',
  contract: 'contractKind',
  insurances: 'cover',
};
function onForm({ field, instead }: Pick<Finding, 'field' | 'instead'>): DraftField {
  if (field === 'probation') return instead === undefined ? 'probationWage' : 'probationMonths';
  return draftField[field] ?? (field as DraftField);
}
const once = (texts: readonly string[]): string[] => [...new Set(texts)];

function wordFinding(form: JobForm, field: WordField, findings: readonly Finding[]): FieldFinding {
  const words = once(findings.flatMap((f) => f.words ?? []));
  return {
    field,
    title: `“${words.join('”“')}”不能写：${once(findings.map((f) => f.what)).join('，')}`,
    fix: mendedField(form, field, today()) || (field === 'requirements' ? '不限' : undefined),
    law: once(findings.flatMap((f) => f.article.split('；'))).join('；'),
    isEmpty: false,
  };
}

function plainFinding(finding: Finding): FieldFinding {
  const { field, what, instead, article, key } = finding;
  return {
    field: onForm(finding),
    title: what,
    law: article,
    isEmpty: key === 'missing' && field !== 'expiresOn',
    ...(instead && { fix: instead.replace(/,/g, ''), fixWords: `改成 ${instead}` }),
  };
}

function findingsOf(form: JobForm, findings: readonly Finding[]): FieldFinding[] {
  const plain = findings.filter((f) => !f.words).map(plainFinding);
  const worded = wordFields
    .map((field) => ({ field, own: findings.filter((f) => f.field === field && f.words) }))
    .filter(({ own }) => own.length > 0)
    .map(({ field, own }) => wordFinding(form, field, own));
  return [...plain, ...worded];
}

const amounts = ['baseWage', 'pieceRate', 'overtime', 'dormFee', 'mealFee', 'insuranceFee', 'deduction', 'probationWage'] as const;

/** What no rule of the law says, but the form cannot do without: a trade, amounts in digits, a day of the month. */
function formFindings(draft: JobDraft): FieldFinding[] {
  const found: FieldFinding[] = [];
  if (!draft.trade) found.push({ field: 'trade', title: '要选一个工种', isEmpty: true });
  for (const field of amounts)
    if (draft[field].trim() && fenFromYuan(draft[field]) === undefined) found.push({ field, title: '写数字，像 5200', isEmpty: false });
  const day = Number(draft.payDay);
  if (!Number.isInteger(day) || day < 1 || day > 31) found.push({ field: 'payDay', title: '写 1 到 31 里的一天', isEmpty: draft.payDay === '' });
  return found;
}

/** Everything that keeps this draft from being published, field by field. */
export function draftFindings(draft: JobDraft): FieldFinding[] {
  const form = formOf(draft);
  const own = formFindings(draft);
  const taken = new Set(own.map((f) => f.field));
  return [...own, ...findingsOf(form, byNeed(form).open).filter((f) => !taken.has(f.field))];
}

/** What a rule would strike out, parted into what has to go and what the stated need of the work lets stand. */
export const byNeed = (form: JobForm): ByNeed => partByNeed(postFindings(form, today()), form.essentials ?? []);

/** What the server found and this phone did not: a newer rule, or midnight in between. */
export function serverFindings(refusal: Refusal, draft: JobDraft): FieldFinding[] {
  const { findings } = refusal.detail;
  if (refusal.code !== 'post_breaks_rules' || !Array.isArray(findings)) return [];
  return findingsOf(formOf(draft), findings as Finding[]);
}

export const stepTitles = ['做什么', '工资', '条件和合同', '吃住', '看一遍'] as const;
const stepFields: readonly (readonly DraftField[])[] = [
  ['kind', 'trade', 'title', 'duties', 'headcount', 'workRegion', 'workTown', 'workAddress'],
  [
    ...(['wagePeriod', 'baseWage', 'pieceUnit', 'pieceRate', 'pieces', 'usualDays', 'overtimeHours', 'overtime', 'allowances'] as const),
    ...(['dormFee', 'mealFee', 'insuranceFee', 'deduction', 'payRhythm', 'payDay'] as const),
  ],
  [
    ...(['requirements', 'certificates', 'demands', 'whyAge', 'whyEducation', 'shiftPattern', 'shiftHours', 'restDays', 'shift'] as const),
    ...(['contractKind', 'contractMonths', 'signer', 'signerName', 'cover', 'probationMonths', 'probationWage'] as const),
  ],
  ['hasDorm', 'dorm', 'meals', 'taste', 'training', 'promotion', 'benefits', 'startOn', 'expiresOn'],
];

/** In which step a field stands, from 1. */
export const stepOf = (field: DraftField): number => stepFields.findIndex((fields) => fields.includes(field)) + 1;
