import { type Category, categories } from '@shanhai/shared/rules/categories.ts';
import { isPhone, maskedName } from '@shanhai/shared/rules/phone.ts';
import { isWithinRegion, regionName } from '@shanhai/shared/rules/regions.ts';
import { ageBandOn, bornOn, isResidentId, tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import type { PeopleField } from './people-columns.ts';
import { SurveyedPerson } from './person.ts';
import { type CheckedRow, settleRepeats } from './repeats.ts';
import { type FoundTable, type RowReader, rowReader, type Understood } from './table.ts';
import { namedTrade } from './trade-names.ts';
import { isYes, money, oneOf, plain, region, words } from './values.ts';

type Reader = RowReader<PeopleField>;

/** Nobody under 16 is registered for work. 〔劳动法 §15；禁止使用童工规定 §2、§4〕 */
const residentIdOn =
  (today: string) =>
  (text: string): Understood<string> => {
    const id = tidyResidentId(plain(text));
    if (!id) return { value: '' };
    if (!isResidentId(id) || bornOn(id) > today) return { problem: '身份证号对不上（18 位，末位是校验位），请照身份证再填' };
    return ageBandOn(bornOn(id), today) === 'under_age' ? { problem: '不满 16 岁，不能登记找工作' } : { value: id };
  };

function phone(text: string): Understood<string> {
  const digits = plain(text)
    .replace(/^\+?86(?=1)/, '')
    .replace(/[\s-]/g, '');
  return !digits || isPhone(digits) ? { value: digits } : { problem: '手机号要 11 位，请再看一眼' };
}

const countyOf =
  (scope: string) =>
  (text: string): Understood<string> => {
    if (!text) return scope.endsWith('00') ? { problem: '要写是哪个县' } : { value: scope };
    const found = region(text);
    if ('problem' in found) return found;
    return isWithinRegion(found.value, scope) ? found : { problem: `不是${regionName(scope)}的，请由那边登记` };
  };

function town(text: string): Understood<string> {
  const found = /([^\s省市县区州]{1,10}?(镇|乡|街道|办事处|农场|林场))/.exec(plain(text).replace(/^.*[县区市](?=.)/, ''))?.[1];
  return found ? { value: found } : { problem: '写到乡镇或街道，比如 富乐镇' };
}

const tradeList =
  (most: number) =>
  (text: string): Understood<Trade[]> => {
    const said = plain(text)
      .split(/[、,;；/\s]+/)
      .filter((word) => word && !/^(不限|无|都行|没有)$/.test(word));
    const named = said.map((word) => ({ word, trade: namedTrade(word) }));
    const unknown = named.find(({ trade }) => !trade);
    if (unknown) return { problem: `没认出“${unknown.word}”是哪个工种，请从模板的下拉里选` };
    const found = [...new Set(named.flatMap(({ trade }) => (trade ? [trade] : [])))];
    return found.length > most ? { problem: `最多写 ${most} 样` } : { value: found };
  };

/** A word and the signs that a list may write for it. */
const categorySigns: Record<Category, RegExp> = {
  lifted_out: /脱贫|监测|建档立卡|贫困/,
  rural: /农村|农业户/,
  registered_unemployed: /失业/,
  hard_to_place: /困难|零就业/,
  graduate: /毕业生|高校/,
  veteran: /退役|退伍/,
  disabled: /残/,
};

function categoriesOf(text: string): Understood<Category[]> {
  const said = plain(text)
    .split(/[、,;；/\s]+/)
    .filter((word) => word && !/^(无|否|没有|不是|一般)$/.test(word));
  const named = said.map((word) => ({ word, found: categories.filter((one) => categorySigns[one].test(word)) }));
  const unknown = named.find(({ found }) => found.length === 0);
  if (unknown) return { problem: `没认出“${unknown.word}”是哪一类，请从模板的下拉里选` };
  return { value: categories.filter((one) => named.some(({ found }) => found.includes(one))) };
}

const consents = [
  ['spoken', '口头', '口头同意', '同意', '是', '已同意', '口头告知'],
  ['written', '书面', '书面同意', '签字', '已签字'],
] as const;

/** Whoever says nothing of it has not agreed. 〔个人信息保护法 §14、§23〕 */
const sharings = [
  ['yes', '同意', '口头', '口头同意', '书面', '书面同意', '是', '已同意', '签字'],
  ['no', '不同意', '否', '不', '没有', '没问', '无'],
] as const;

function wishOf({ take, textOf }: Reader) {
  const dorm = textOf('dorm');
  const pay = take('pay', money(), 0);
  return {
    trades: take('trades', tradeList(5), [] as Trade[]),
    ...(textOf('place') ? { placeRegion: take('place', region, '') } : {}),
    ...(dorm ? { needsDorm: isYes(dorm) || plain(dorm) === '要' } : {}),
    ...(pay ? { leastTakeHomeFen: pay } : {}),
  };
}

function personOf(reader: Reader, scope: string, today: string) {
  const { take, textOf, complain } = reader;
  const residentId = take('residentId', residentIdOn(today), '');
  const called = take('phone', phone, '');
  if (!textOf('residentId') && !textOf('phone')) complain('phone', '身份证号和手机至少填一个');
  const certificate = take('certificate', words(30), '');
  const held = take('categories', categoriesOf, [] as Category[]);
  const skills = take('skills', tradeList(8), [] as Trade[]);
  return {
    name: take('name', words(30, true), '').replace(/\s/g, ''),
    ...(residentId ? { residentId } : {}),
    ...(called ? { phone: called } : {}),
    home: { regionCode: take('county', countyOf(scope), scope), town: take('town', town, '') },
    wish: wishOf(reader),
    ...(skills.length ? { skills: skills.map((trade, i) => ({ trade, ...(certificate && i === 0 ? { certificate } : {}) })) } : {}),
    ...(held.length ? { categories: held } : {}),
    consent: take('consent', oneOf<'spoken' | 'written'>(consents), 'spoken'),
    ...(take('elsewhere', oneOf(sharings, 'no'), 'no') === 'yes' ? { elsewhere: true } : {}),
  };
}

/** The same person: by the number that is theirs alone, else by name and phone, because a family may share one phone. */
export const personKey = ({ residentId, name, phone: called }: { residentId?: string | undefined; name: string; phone?: string | undefined }): string =>
  residentId ?? `${name}|${called ?? ''}`;

function readRow(table: FoundTable<PeopleField>, line: FoundTable<PeopleField>['rows'][number], scope: string, today: string): CheckedRow<SurveyedPerson> {
  const reader = rowReader(table, line);
  const person = personOf(reader, scope, today);
  const read = reader.problems.length ? undefined : SurveyedPerson.safeParse(person);
  if (read && !read.success) reader.complain('name', '这一行有不能用的字符，请重新填');
  const about = [person.name && maskedName(person.name), person.home.town].filter(Boolean).join(' · ');
  return { row: line.row, about, key: personKey(person), findings: [], problems: reader.problems, ...(read?.success ? { form: read.data } : {}) };
}

/** Every row of a village survey, checked. What the people of a county said is registered only with their word. 〔个人信息保护法 §13、§14〕 */
export function readPeople(table: FoundTable<PeopleField>, scope: string, today: string): { rows: CheckedRow<SurveyedPerson>[]; repeated: number } {
  return settleRepeats(table.rows.map((line) => readRow(table, line, scope, today)));
}
