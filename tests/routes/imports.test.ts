import type { Import } from '@shanhai/shared/contract/imports.ts';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../support/call.ts';
import { codeOf, lasting, refusalOf } from '../support/people.ts';
import { csvOf, gb18030Of, sheetOf } from '../support/sheets.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let other: Actor;
let employerId: Awaited<ReturnType<World['anOpenJob']>>['employerId'];
beforeAll(async () => {
  world = await startWorld();
  const mine = await world.anOpenJob();
  recruiter = lasting(world, mine.recruiter);
  employerId = mine.employerId;
  other = lasting(world, (await world.anOpenJob('recruiter02')).recruiter);
});
afterAll(() => world.stop());

const headings = ['岗位名称', '工种', '招聘人数', '招聘条件', '工作内容', '工作地点', '详细地址', '基本工资（元/月）', '发薪日', '住宿', '用餐'];
const good = (title: string, over: Partial<Record<string, string>> = {}): string[] => {
  const row: Record<string, string> = {
    岗位名称: title,
    工种: '电工',
    招聘人数: '12',
    招聘条件: '有低压电工证',
    工作内容: '厂房配电柜巡检、换线',
    工作地点: '上海市宝山区',
    详细地址: '月浦镇 12 号',
    '基本工资（元/月）': '5200',
    发薪日: '15',
    住宿: '四人间，免费',
    用餐: '包两餐',
    ...over,
  } as Record<string, string>;
  return headings.map((h) => row[h] ?? '');
};
const sent = (bytes: Uint8Array, fileName = '岗位.xlsx') => ({ kind: 'openings' as const, fileName, fileBase64: Buffer.from(bytes).toString('base64') });
const read = (rows: string[][], who = recruiter, from = 1, after = '') => who.call('imports.read', sent(sheetOf([headings, ...rows], from, after)));
async function broughtIn({ importId }: Import, who = recruiter): Promise<Import> {
  for (let i = 0; i < 100; i++) {
    const state = await who.call('imports.step', { importId });
    if (state.status === 'done') return state;
  }
  throw new Error('never done');
}
const drafts = async (): Promise<string[]> => (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.status === 'draft').map((j) => j.title);
const telling = async ({ importId }: Import, who = recruiter) => (await who.call('imports.rows', { importId })).items;

describe('a list of openings', () => {
  test('is checked first, and nothing is in before somebody says yes', async () => {
    const state = await read([good('看看电工')]);
    expect(state).toMatchObject({ status: 'checked', rows: 1, good: 1, bad: 0, left: 1 });
    expect(await drafts()).not.toContain('看看电工');
  });
  test('comes in as drafts with everything it says', async () => {
    const state = await broughtIn(await read([good('配电电工')], recruiter, 3));
    expect(state).toMatchObject({ status: 'done', added: 1, left: 0 });
    const [job] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.title === '配电电工');
    expect(job).toMatchObject({
      status: 'draft',
      employerId,
      trade: 'electrician',
      headcount: 12,
      workRegion: '310113',
      baseWageFen: 520_000,
      payDay: 15,
      hasDorm: true,
      dorm: '四人间，免费',
      meals: 'two',
      expiresOn: '2026-05-08',
    });
    expect(await recruiter.call('jobs.publish', { jobId: job?.jobId ?? ('' as never) })).toMatchObject({ status: 'open' });
  });
  test('says its kind, its piece wages and its insurances in the words of the papers', async () => {
    const more = [...headings, '用工性质', '计薪方式', '单价', '月产量', '社保', '证书要求'];
    const row = [...good('计件缝纫', { 工种: '缝纫', '基本工资（元/月）': '' }), '临时工', '计件', '1.2元', '3,000 件', '工伤、意外险', '无'];
    const state = await recruiter.call('imports.read', sent(sheetOf([more, row])));
    expect(state).toMatchObject({ good: 1, bad: 0 });
    await broughtIn(state);
    const [job] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.title === '计件缝纫');
    expect(job).toMatchObject({
      kind: 'gig',
      wagePeriod: 'piece',
      piece: { unit: '件', rateFen: 120, pieces: 3000 },
      insurances: ['injury', 'accident'],
      certificates: [],
    });
  });
  test('brought in twice, also in other order and with other blanks, is there once', async () => {
    await broughtIn(await read([good('一次焊工', { 工种: '焊工' }), good('一次木工', { 工种: '木工' })]));
    const again = await broughtIn(await read([good(' 一次木工 ', { 工种: '木工', '基本工资（元/月）': '５２００元' }), good('一次焊工', { 工种: '焊工' })]));
    expect(again).toMatchObject({ added: 0, standing: 2, differs: 0 });
    expect((await drafts()).filter((title) => title.startsWith('一次'))).toHaveLength(2);
  });
  test('leaves an opening that somebody has changed as it stands, and says so', async () => {
    await broughtIn(await read([good('改过的电工')]));
    const state = await broughtIn(await read([good('改过的电工', { '基本工资（元/月）': '6000' })]));
    expect(state).toMatchObject({ added: 0, differs: 1 });
    expect(await telling(state)).toMatchObject([{ outcome: 'differs' }]);
    const [job] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.title === '改过的电工');
    expect(job?.baseWageFen).toBe(520_000);
  });
  test('tells each error with its row and column and what to do', async () => {
    const state = await read([
      good('坏一', { 招聘人数: '若干', '基本工资（元/月）': '5000-6000' }),
      good('坏二', { 工作地点: '月球', 发薪日: '45' }),
      good('', { 用餐: '随便' }),
    ]);
    expect(state).toMatchObject({ good: 0, bad: 3, status: 'done' });
    expect(await telling(state)).toMatchObject([
      {
        row: 2,
        problems: [
          { where: 'C列“招聘人数”', what: '要写 1 到 9999 的数，比如 12' },
          { where: 'H列“基本工资（元/月）”', what: '写一个数，不写范围，比如 5200' },
        ],
      },
      { row: 3, problems: [{ where: 'F列“工作地点”', what: '没认出是哪个区县，比如 上海市宝山区' }, { where: 'I列“发薪日”' }] },
      { row: 4, problems: [{ where: 'A列“岗位名称”', what: '这一格要填' }, { where: 'K列“用餐”' }] },
    ]);
  });
  test('says row by row what the law will ask before it is published', async () => {
    const state = await read([good('月入过万电工', { 招聘条件: '限男性' })]);
    expect(state).toMatchObject({ good: 1, warned: 1 });
    expect((await telling(state))[0]?.findings.map((f) => f.article)).toEqual(expect.arrayContaining([expect.stringContaining('妇女权益保障法')]));
    expect((await broughtIn(state)).added).toBe(1);
    const [job] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.title === '月入过万电工');
    expect(await codeOf(recruiter.call('jobs.publish', { jobId: job?.jobId ?? ('' as never) }))).toBe('post_breaks_rules');
  });
  test('knows rows that repeat each other, and sends back those that disagree', async () => {
    const state = await read([
      good('重复保安', { 工种: '门岗保安' }),
      good('重复保安', { 工种: '门岗保安' }),
      good('重复保安', { 工种: '门岗保安', 招聘人数: '3' }),
    ]);
    expect(state).toMatchObject({ rows: 3, good: 1, repeated: 1, bad: 1 });
    expect(await telling(state)).toMatchObject([{ row: 4, problems: [{ where: '', what: '和第2行说的是同一个，内容却不一样，请只留一行' }] }]);
  });
  test('gives the bad rows back as they came, and once mended only they are new', async () => {
    const file = [good('混合一'), good('混合二', { 招聘人数: '若干', 招聘条件: '=cmd|calc' }), good('混合三')];
    const state = await broughtIn(await read(file));
    expect(state).toMatchObject({ added: 2, bad: 1 });
    const back = await recruiter.call('imports.badRows', { importId: state.importId });
    const [sheet] = await readSheets(Buffer.from(back.xlsxBase64, 'base64'));
    expect(back.fileName).toBe('岗位-没导入的行.xlsx');
    expect(sheet?.data[0]).toEqual([...headings, '问题']);
    expect(sheet?.data[1]).toEqual(expect.arrayContaining(['混合二', '若干', "'=cmd|calc", 'C列“招聘人数”：要写 1 到 9999 的数，比如 12']));
    const mended = (sheet?.data ?? []).map((cells) => cells.map((cell) => (cell === '若干' ? '5' : String(cell ?? ''))));
    const next = await broughtIn(await recruiter.call('imports.read', sent(sheetOf(mended))));
    expect(next).toMatchObject({ rows: 1, added: 1, bad: 0 });
    expect(await broughtIn(await read([file[0] ?? [], file[2] ?? []]))).toMatchObject({ added: 0, standing: 2 });
    const [job] = (await recruiter.call('jobs.mine', { employerId })).items.filter((j) => j.title === '混合二');
    expect(job?.requirements).toBe('=cmd|calc');
  });
  test('comes as .csv of a Chinese Excel just as well', async () => {
    const bytes = gb18030Of(csvOf([headings, good('国标电工')]));
    expect(await recruiter.call('imports.read', sent(bytes, '岗位.csv'))).toMatchObject({ good: 1, bad: 0 });
  });
  test('leaves out examples, sums and remarks, and the template reads itself as empty', async () => {
    const state = await read([['例1', ...good('例').slice(1)], good('唯一'), ['合计', '', '12'], ['备注：以上岗位包住']]);
    expect(state).toMatchObject({ rows: 1, good: 1 });
    const template = await recruiter.call('imports.template', { kind: 'openings' });
    expect(template.fileName).toBe('岗位供给清单-模板.xlsx');
    expect(await codeOf(recruiter.call('imports.read', { kind: 'openings', fileName: 'a.xlsx', fileBase64: template.xlsxBase64 }))).toBe('sheet_empty');
  });
  test('whose columns nobody knows is refused with their names', async () => {
    const refusal = await refusalOf(
      recruiter.call(
        'imports.read',
        sent(
          sheetOf([
            ['姓名', '年龄'],
            ['甲', '30'],
          ]),
        ),
      ),
    );
    expect(refusal).toMatchObject({ code: 'sheet_columns_missing', status: 422, detail: { columns: expect.stringContaining('岗位名称') as string } });
    const short = headings.map((h) => (h === '招聘人数' ? '不认识' : h));
    expect((await refusalOf(recruiter.call('imports.read', sent(sheetOf([short, good('甲')]))))).detail).toEqual({ columns: '招聘人数' });
  });
  test('that is no table is refused', async () => {
    expect(await codeOf(recruiter.call('imports.read', sent(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]))))).toBe('sheet_not_a_table');
    expect(await codeOf(recruiter.call('imports.read', { kind: 'openings', fileName: 'a.xlsx', fileBase64: 'not base64!' }))).toBe('invalid_input');
  });

  test('of ten thousand rows is read whole, and comes in by steps of two hundred', async () => {
    const state = await read(
      Array.from({ length: 10_000 }, (_, i) => good(`电工${i}`)),
      other,
    );
    expect(state).toMatchObject({ rows: 10_000, good: 10_000, left: 10_000 });
    const steps = [9_800, 9_600, 9_400];
    for (const left of steps) expect(await other.call('imports.step', { importId: state.importId })).toMatchObject({ left, added: 10_000 - left });
  });
  test('of more than ten thousand rows is refused', async () => {
    expect(await codeOf(other.call('imports.read', sent(sheetOf([headings, ...Array.from({ length: 10_001 }, (_, i) => good(`电工${i}`))]))))).toBe(
      'sheet_too_many_rows',
    );
  });
  test('goes on where it stopped, also when two ask for the next step at once', async () => {
    const state = await read(Array.from({ length: 450 }, (_, i) => good(`并发电工${i}`)));
    await Promise.all([1, 2, 3].map(() => recruiter.call('imports.step', { importId: state.importId })));
    expect(await broughtIn(state)).toMatchObject({ added: 450, standing: 0, left: 0 });
    expect(await recruiter.call('imports.step', { importId: state.importId })).toMatchObject({ added: 450 });
  });
});

test('an import is its employer’s own', async () => {
  const { importId } = await read([good('自己的电工')]);
  for (const name of ['imports.get', 'imports.rows', 'imports.step', 'imports.badRows'] as const)
    expect(await codeOf(other.call(name, { importId }))).toBe('not_found');
  expect((await other.call('imports.list', { kind: 'openings' })).items.map((i) => i.importId)).not.toContain(importId);
  expect((await recruiter.call('imports.list', { kind: 'openings' })).items.map((i) => i.importId)).toContain(importId);
});
