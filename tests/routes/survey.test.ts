import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Import } from '@shanhai/shared/contract/imports.ts';
import { residentIdCheckDigit } from '@shanhai/shared/rules/resident-id.ts';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { sheetOf } from '../support/sheets.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let officer: Actor;
let neighbour: Actor;
beforeAll(async () => {
  world = await startWorld();
  const pairing = { pairingId: 'baoshan-qujing', shanghaiRegion: '310113', partnerRegion: '530300', partnerCounties: [], status: 'paired', source: '测试' };
  await world.deps.pairings.putAll([pairing as never]);
  officer = actingAs(world, { workerId: 'officer00001' as WorkerId, role: 'officer', scope: '530324' });
  neighbour = actingAs(world, { workerId: 'officer00002' as WorkerId, role: 'officer', scope: '530381' });
});
afterAll(() => world.stop());

const headings = ['姓名', '身份证号', '手机', '乡镇', '想做的工', '至少到手', '要包住', '本人同意'];
const residentId = (n: number, born = '19900307'): string => {
  const first17 = `530324${born}${String(n).padStart(3, '0')}`;
  return first17 + residentIdCheckDigit(first17);
};
const phone = (n: number): string => `139${String(n).padStart(8, '0')}`;
const person = (n: number, over: Record<string, string> = {}): string[] => {
  const row: Record<string, string> = {
    姓名: `杨桂${'一二三四五六七八九十'[n % 10]}`,
    身份证号: residentId(n),
    手机: phone(n),
    乡镇: '富乐镇',
    想做的工: '电工、焊工',
    至少到手: '5000',
    要包住: '要',
    本人同意: '口头',
    ...over,
  };
  return headings.map((h) => row[h] ?? '');
};
const read = (rows: string[][], who = officer) =>
  who.call('imports.read', { kind: 'people', fileName: '摸排.xlsx', fileBase64: sheetOf([headings, ...rows]).toString('base64') });
async function broughtIn(state: Import, who = officer): Promise<Import> {
  let now = state;
  while (now.status !== 'done') now = await who.call('imports.step', { importId: state.importId });
  return now;
}
const telling = async ({ importId }: Import) => (await officer.call('imports.rows', { importId })).items;
const openConflicts = async (who = officer) => (await who.call('imports.conflicts', {})).items;
const listed = async (): Promise<string> => {
  const { xlsxBase64 } = await officer.call('exports.people', { purpose: 'escort' });
  return JSON.stringify((await readSheets(Buffer.from(xlsxBase64, 'base64')))[0]?.data);
};

describe('a village survey', () => {
  test('brings new people in, and the same people only once', async () => {
    expect(await broughtIn(await read([person(1), person(2)]))).toMatchObject({ added: 2, standing: 0, differs: 0 });
    expect(await listed()).toContain(phone(1));
    world.clock.now = '2026-02-07T05:00:00.000Z';
    expect(await broughtIn(await read([person(2), person(1)]))).toMatchObject({ added: 0, standing: 2 });
    expect(await openConflicts()).toEqual([]);
  });
  test('keeps no resident id where a profile is read, and shows none', async () => {
    const state = await read([person(3)]);
    await broughtIn(state);
    expect(JSON.stringify(await officer.call('imports.rows', { importId: state.importId }))).not.toContain(residentId(3));
    const part = await world.deps.table.find({ pk: `IC#${state.importId}`, sk: '0000' });
    expect(JSON.stringify(part)).not.toContain(residentId(3));
    expect(await listed()).not.toContain(residentId(3));
  });
  test('seals the categories of the papers with their source and day', async () => {
    const file = sheetOf([
      [...headings, '人员类别'],
      [...person(31), '脱贫户（监测对象）、农村劳动力'],
      [...person(32), '大户'],
    ]);
    const state = await officer.call('imports.read', { kind: 'people', fileName: '摸排.xlsx', fileBase64: file.toString('base64') });
    expect(state).toMatchObject({ good: 1, bad: 1 });
    await broughtIn(state);
    const workerId = await world.settled(
      () => world.deps.workers.withResidentId(residentId(31)),
      (id) => id !== undefined,
    );
    const { categories } = await world.deps.workers.openSealed(workerId ?? ('' as WorkerId));
    expect(categories).toEqual(['lifted_out', 'rural'].map((category) => ({ category, source: '三级摸排', on: '2026-02-07', by: 'survey' })));
    expect(await listed()).not.toContain('脱贫');
  });
  test('lets the paired bureaus see only who said so by a column of its own', async () => {
    const file = sheetOf([
      [...headings, '给上海看'],
      [...person(33), '同意'],
      [...person(34), '不同意'],
      [...person(35), ''],
    ]);
    await broughtIn(await officer.call('imports.read', { kind: 'people', fileName: '摸排.xlsx', fileBase64: file.toString('base64') }));
    const all = await Promise.all([33, 34, 35].map((n) => world.deps.workers.surveyIdOf(residentId(n))).map((id) => world.deps.workers.get(id)));
    expect(all.map((one) => one.sharedWith)).toEqual([['310113', '310000'], undefined, undefined]);
    const said = await world.deps.consents.of([world.deps.workers.surveyIdOf(residentId(33))]);
    expect(said).toContainEqual(expect.objectContaining({ purpose: 'elsewhere', how: 'spoken', receiver: '宝山区人社局、上海市人社局' }));
  });
  test('tells what is wrong with a person, in the cell and in words', async () => {
    const state = await read([
      person(4, { 身份证号: '530324199003070011' }),
      person(5, { 身份证号: residentId(5, '20150101') }),
      person(6, { 手机: '1390000', 乡镇: '富乐' }),
      person(7, { 身份证号: '', 手机: '' }),
      person(8, { 本人同意: '' }),
      person(9, { 身份证号: '5.30324E+17' }),
    ]);
    expect(state).toMatchObject({ good: 0, bad: 6 });
    expect((await telling(state)).map((r) => r.problems.map((p) => p.what))).toEqual([
      ['身份证号对不上（18 位，末位是校验位），请照身份证再填'],
      ['不满 16 岁，不能登记找工作'],
      ['手机号要 11 位，请再看一眼', '写到乡镇或街道，比如 富乐镇'],
      ['身份证号和手机至少填一个'],
      [expect.stringContaining('口头、书面')],
      [expect.stringContaining('设成“文本”')],
    ]);
  });
  test('that says something else of a person changes nothing before a human has settled it, field by field', async () => {
    await broughtIn(await read([person(11)]));
    const state = await broughtIn(await read([person(11, { 手机: phone(99), 乡镇: '板桥镇', 至少到手: '6000' })]));
    expect(state).toMatchObject({ added: 0, differs: 1 });
    expect(await broughtIn(await read([person(11, { 手机: phone(99), 乡镇: '板桥镇', 至少到手: '6000' })]))).toMatchObject({ differs: 1 });
    const [conflict, ...others] = await openConflicts();
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ about: '杨** · 板桥镇', fileName: '摸排.xlsx' });
    const conflictId = conflict?.conflictId ?? '';
    const seen = await officer.call('imports.conflict', { conflictId });
    expect(seen.fields).toEqual([
      { field: 'phone', standing: '139 0000 0011', said: '139 0000 0099' },
      { field: 'home', standing: '罗平县富乐镇', said: '罗平县板桥镇' },
      { field: 'leastTakeHomeFen', standing: '5,000 元', said: '6,000 元' },
    ]);
    const rev = { rev: seen.rev };
    expect(await codeOf(officer.call('imports.settle', { conflictId, ...rev, takes: [{ field: 'phone', side: 'said' }] }))).toBe('changed_meanwhile');
    const takes = [
      { field: 'phone' as const, side: 'standing' as const },
      { field: 'home' as const, side: 'said' as const },
      { field: 'leastTakeHomeFen' as const, side: 'said' as const },
    ];
    expect(await codeOf(officer.call('imports.settle', { conflictId, rev: 77, takes }))).toBe('changed_meanwhile');
    await officer.call('imports.settle', { conflictId, ...rev, takes });
    expect(await openConflicts()).toEqual([]);
    const workerId = conflictId.split('.')[1] as WorkerId;
    expect(await world.deps.workers.get(workerId)).toMatchObject({ phone: phone(11), home: { town: '板桥镇' }, wish: { leastTakeHomeFen: 600_000 } });
    const [decided] = (await officer.call('imports.conflicts', { state: 'settled' })).items;
    expect(decided).toMatchObject({ conflictId, settled: { byName: '罗平县人社局', takes } });
    expect((await world.deps.workers.views(workerId)).map((v) => v.what)).toEqual(expect.arrayContaining(['registered', 'compared', 'changed']));
    expect(await codeOf(officer.call('imports.settle', { conflictId, ...rev, takes }))).toBe('not_found');
  });
  test('meets somebody who registered with the own phone, by name and phone', async () => {
    const self = aWorker(world, 5);
    await self.call('workers.change', { name: '岩罕', phone: phone(55), home: { regionCode: '530324', town: '富乐镇' }, wish: { trades: ['cook'] } });
    await world.settled(
      () => world.deps.workers.withPhone(phone(55)),
      (ids) => ids.length > 0,
    );
    const state = await broughtIn(
      await read([person(5, { 姓名: '岩罕', 手机: phone(55), 至少到手: '', 要包住: '' }), person(6, { 姓名: '岩的妻', 手机: phone(55) })]),
    );
    expect(state).toMatchObject({ differs: 1, added: 1 });
    expect(await self.call('workers.me', {})).toMatchObject({ wish: { trades: ['cook'] } });
    const [conflict] = await openConflicts();
    expect((await officer.call('imports.conflict', { conflictId: conflict?.conflictId ?? '' })).fields.map((f) => f.field)).toEqual(['trades']);
  });
  test('is its own county’s: people elsewhere are neither shown nor changed', async () => {
    await broughtIn(await read([person(21)]));
    const state = await broughtIn(await read([person(21, { 乡镇: '热水镇' })], neighbour), neighbour);
    expect(state).toMatchObject({ added: 0, differs: 1 });
    expect((await neighbour.call('imports.rows', { importId: state.importId })).items[0]?.problems[0]?.what).toContain('登记在别的县');
    expect(await openConflicts(neighbour)).toEqual([]);
    const [conflict] = await openConflicts();
    const conflictId = conflict?.conflictId ?? '';
    expect(await codeOf(neighbour.call('imports.conflict', { conflictId }))).toBe('not_found');
    expect(await codeOf(neighbour.call('imports.settle', { conflictId, takes: [] }))).toBe('not_found');
    expect(await codeOf(neighbour.call('imports.get', { importId: (await read([person(22)])).importId }))).toBe('not_found');
    expect(await codeOf(officer.call('imports.template', { kind: 'openings' }))).toBe('not_allowed');
  });
});
