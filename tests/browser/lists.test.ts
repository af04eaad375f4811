import type { Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { download, sees, tap, tappable } from '../support/hands.ts';
import { sheetOf } from '../support/sheets.ts';
import { type Day, startDay } from './day.ts';

let day: Day;
beforeAll(async () => {
  day = await startDay();
});
afterAll(() => day.stop());

const headings = ['岗位名称', '工种', '招聘人数', '招聘条件', '工作内容', '工作地点', '详细地址', '基本工资', '发薪日'];
const opening = (title: string, heads: string): string[] => [
  title,
  '电工',
  heads,
  '有低压电工证',
  '厂房配电柜巡检、换线',
  '上海市宝山区',
  '月浦镇 12 号',
  '5200',
  '15',
];

async function choose(page: Page, words: string, name: string, rows: string[][]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tappable(page, words).click()]);
  await chooser.setFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: sheetOf(rows) });
}

describe('lists', () => {
  test('of openings come in from a file; what is wrong goes back with its reason', async () => {
    const recruiter = await day.sit('recruiter01', 'desk');
    await day.open(recruiter, '/areas/imports/openings/index');
    await choose(recruiter, '选表格文件', '岗位.xlsx', [headings, opening('表格来的电工', '6'), opening('写错的电工', '若干')]);
    await sees(recruiter, '先看一遍，还没有导入', /C列“招聘人数”/, /要写 1 到 9999 的数/);
    await tap(recruiter, /导入 1 个岗位/);
    await sees(recruiter, '1 行进来了');
    const back = await download(recruiter, '下载要改的行');
    const rows = (await readSheets(back.bytes))[0]?.data ?? [];
    expect(rows[0]?.at(-1)).toBe('问题');
    expect(rows[1]).toEqual(expect.arrayContaining(['写错的电工', 'C列“招聘人数”：要写 1 到 9999 的数，比如 12']));
    await day.snap(recruiter, 'lists-import');
    await tap(recruiter, '去看草稿');
    await tap(recruiter, /^\s*草稿/);
    await sees(recruiter, '表格来的电工');
  });

  test('of people go out for a purpose, and that is written down', async () => {
    const officer = await day.sit('officer04', 'phone');
    await day.open(officer, '/areas/exports/lists/index');
    await tap(officer, '用来统计');
    const { bytes } = await download(officer, '下载劳动力清单');
    expect((await readSheets(bytes))[0]?.data[0]).not.toContain('姓名');
    await sees(officer, /用来统计 · \d+ 人/);
  });
});

test('nothing went wrong on any page', () => expect(day.faults).toEqual([]));
