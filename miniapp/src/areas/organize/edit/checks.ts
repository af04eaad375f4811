import { atChinaTime } from '@shanhai/shared/rules/china-day.ts';
import { fairPlans } from '@shanhai/shared/rules/fairs.ts';
import type { Refusal } from '../../../api/refusal.ts';
import type { Fair } from '../own-fairs.ts';
import { type Draft, draftOf, type Field, isFixed, namesOf, needsPermit, type Problems } from './form.ts';

export const stepTitles = ['什么会', '时间地点', '规模和方案', '看一遍'] as const;
export const lastStep = stepTitles.length;

const fieldsAt: Record<number, readonly Field[]> = {
  1: ['title', 'subtitle', 'kind', 'campaign', 'pairingId'],
  2: ['place', 'day', 'lastDay', 'from', 'to', 'gates', 'homeTowns', 'helpDesks'],
  3: ['expected', 'permitNo', 'countsExits', 'capacity', 'plan_organisation', 'plan_emergency', 'plan_security'],
};
export const stepOf = (field: Field): number => (fieldsAt[1]?.includes(field) ? 1 : fieldsAt[2]?.includes(field) ? 2 : 3);

const shortestPlan = 20;
const mostPeople = 100_000;

function namesProblem(typed: string, most: { names: number; letters: number }): string | undefined {
  const names = namesOf(typed);
  if (names.length > most.names) return `最多 ${most.names} 个`;
  const long = names.find((name) => name.length > most.letters);
  return long && `“${long}”太长，${most.letters} 个字以内`;
}

function timeProblems(draft: Draft): Problems {
  if (!draft.day) return { day: '选哪天开' };
  if (!draft.from || !draft.to) return { to: '几点开、几点散都要有' };
  if (draft.lastDay && draft.lastDay < draft.day) return { lastDay: '最后一天在第一天前面了' };
  return atChinaTime(draft.lastDay || draft.day, draft.to) > atChinaTime(draft.day, draft.from) ? {} : { to: '散场要比开场晚' };
}

function planProblems({ plans }: Draft): Problems {
  const short = fairPlans.filter((key) => {
    const length = plans[key].body.trim().length;
    return length > 0 && length < shortestPlan;
  });
  return Object.fromEntries(short.map((key) => [`plan_${key}`, '太短了，至少 20 个字']));
}

function whatProblems({ title }: Draft): Problems {
  return title.trim() ? {} : { title: '给这场会起个名字' };
}

function whereProblems(draft: Draft): Problems {
  return {
    ...(!draft.place.trim() && { place: '写清楚在哪里' }),
    ...timeProblems(draft),
    gates: namesOf(draft.gates).length ? namesProblem(draft.gates, { names: 20, letters: 10 }) : '至少一个门',
    homeTowns: namesProblem(draft.homeTowns, { names: 40, letters: 20 }),
    helpDesks: namesProblem(draft.helpDesks, { names: 10, letters: 20 }),
  } as Problems;
}

function scaleProblems(draft: Draft): Problems {
  const expected = Number(draft.expected);
  const isCount = Number.isInteger(expected) && expected >= 1 && expected <= mostPeople;
  const isAbove = needsPermit({ expected, kind: draft.kind }) && Number(draft.capacity) > expected;
  return { ...(!isCount && { expected: '大概来多少人' }), ...(isAbove && { capacity: `许可的是 ${expected} 人，不能比它多` }), ...planProblems(draft) };
}

const checks: Record<number, (draft: Draft) => Problems> = { 1: whatProblems, 2: whereProblems, 3: scaleProblems };

/** What is wrong on one step, by field. */
export function problemsOn(step: number, draft: Draft): Problems {
  const found = checks[step]?.(draft) ?? {};
  return Object.fromEntries(Object.entries(found).filter(([, sentence]) => sentence)) as Problems;
}

const fixedFields = ['place', 'day', 'lastDay', 'from', 'to', 'expected'] as const;
export type FixedField = (typeof fixedFields)[number];
export const fixedLaw = '大型群众性活动安全管理条例第15条：许可了的时间、地点、规模不能自己改';

/** What a licensed, published fair was, for each field that was changed and may not be. */
export function movedFields(fair: Fair | undefined, draft: Draft): Partial<Record<FixedField, string>> {
  if (!fair || !isFixed(fair)) return {};
  const before = draftOf(fair);
  return Object.fromEntries(fixedFields.filter((field) => before[field] !== draft[field]).map((field) => [field, before[field]]));
}

const serverFields: Record<string, Field> = {
  title: 'title',
  subtitle: 'subtitle',
  kind: 'kind',
  campaign: 'campaign',
  pairingId: 'pairingId',
  place: 'place',
  opensAt: 'from',
  closesAt: 'to',
  expectedAttendance: 'expected',
  capacity: 'capacity',
  policePermitNo: 'permitNo',
  gates: 'gates',
  homeTowns: 'homeTowns',
  helpDesks: 'helpDesks',
};

/** The field a refusal is about, and its sentence; nothing when it is about the whole. */
export function problemAt({ code, detail }: Refusal): { field: Field; sentence: string } | undefined {
  const [head = '', second = ''] = String(detail.field ?? '').split('.');
  const plan = fairPlans.find((key) => key === second);
  const field = head === 'plans' && plan ? (`plan_${plan}` as const) : serverFields[head];
  if (!field) return undefined;
  if (code === 'fair_cannot_change') return { field, sentence: `这一项许可过，不能改。${String(detail.article ?? '')}` };
  return { field, sentence: detail.rule === 'after_opening' ? '散场要比开场晚' : '这一项不对，请再看一眼' };
}
