import readExcelFile, { type Sheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type FairReport, makeFairReport } from './fair-report.ts';

const employer = (label: string): string => `月汀钢构${label}有限公司`;
const card = (number: number, label: string, rest: Partial<FairReport['cards'][number]> = {}): FairReport['cards'][number] => ({
  number,
  employerName: employer(label),
  boothLabel: label,
  jobTitle: '电工',
  leftAt: '2026-02-07T02:00:00Z',
  ...rest,
});

const report: FairReport = {
  fair: {
    title: '春风送岗 雁归罗平',
    place: '富乐镇桃源集市',
    hostName: '罗平县人社局',
    opensAt: '2026-02-07T01:00:00Z',
    closesAt: '2026-02-07T07:00:00Z',
    closedAt: '2026-02-07T07:20:00Z',
    gates: ['东门', '西门', '南门'],
    demo: true,
  },
  readAt: '2026-02-07T09:30:00Z',
  arrivals: [
    { number: 2, at: '2026-02-07T01:40:00Z', gate: '西门', home: '富乐镇', name: '岩罕', phone: '12066600002', evidence: { by: 'printed', gate: 'waiting' } },
    {
      number: 1,
      at: '2026-02-07T01:12:00Z',
      gate: '东门',
      home: '富乐镇',
      name: '杨桂兰',
      phone: '12066600001',
      evidence: { by: 'rotating', step: 7, match: 'fresh', gate: 'confirmed' },
    },
    { number: 3, at: '2026-02-07T01:29:59Z', gate: '东门', home: '', flags: ['over_capacity'], arrivedAt: '2026-02-07T02:10:00Z' },
    { number: 4, at: '2026-02-07T16:10:00Z', gate: '东门', home: '板桥镇', name: '王二', flags: ['outside_hours'], arrivedAt: '2026-02-07T16:10:00Z' },
  ],
  cards: [
    card(1, 'A01', { answer: 'want', reply: 'accepted', note: '=1+1 带电工证' }),
    card(1, 'A02', { answer: 'talk' }),
    card(2, 'A01', { answer: 'no' }),
    card(3, 'A02'),
    card(4, 'A02', { answer: 'want', withdrawnAt: '2026-02-08T00:00:00Z' }),
  ],
  booths: [
    {
      label: 'A01',
      employerName: employer('A01'),
      openings: [
        { title: '电工', headcount: 7 },
        { title: '焊工', headcount: 5 },
      ],
    },
    { label: 'A02', employerName: employer('A02'), openings: [{ title: '保安', headcount: 20 }] },
    { label: 'B02', employerName: employer('A02'), openings: [] },
  ],
  refusals: [
    { words: '还没开场，9:00 开始签到', count: 3 },
    { words: '这张码不对，请找工作人员', count: 11 },
  ],
  strips: [
    { number: 4, at: '2026-02-07T01:50:00Z', gate: '东门' },
    { number: 9, at: '2026-02-07T02:00:00Z', gate: '西门' },
    { number: 9, at: '2026-02-07T01:55:00Z', gate: '东门' },
  ],
  above: [],
};

let bytes: Uint8Array;
let sheets: Sheet[];
beforeAll(async () => {
  bytes = await makeFairReport(report);
  sheets = await readExcelFile(Buffer.from(bytes));
});
/** A spreadsheet keeps an instant as a fraction of a day, which the reader cuts to the millisecond below. */
const toSecond = (cell: unknown): unknown => (cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell);
const rowsOf = (name: string): unknown[][] => (sheets.find((sheet) => sheet.sheet === name)?.data ?? []).map((row) => row.map(toSecond));
const figureOf = (name: string): unknown => rowsOf('汇总').find((row) => row[0] === name)?.[1];

describe('the report of a fair', () => {
  test('has the five sheets in order', () => {
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(['汇总', '到场', '名片和回音', '各单位', '门口没进成']);
  });

  test.each([
    ['企业数', 2],
    ['岗位数', 32],
    ['到场人数', 4],
    ['名片', 4],
    ['初步意向', 1],
    ['要你', 1],
    ['再谈', 1],
    ['不合适', 1],
    ['等回音', 1],
    ['答应去', 1],
    ['门口没进成', 14],
    ['补传的到场', 1],
    ['时间外的到场', 1],
    ['没登记的号码条', 1],
    ['东门', 3],
    ['西门', 1],
    ['南门', 0],
    ['09:00', 2],
    ['09:30', 1],
    ['00:00', 1],
    ['富乐镇', 2],
    ['板桥镇', 1],
    ['没说', 1],
    ['扫屏幕上的码', 1],
    ['到门口再确认', 1],
  ])('%s is the number %d', (name, value) => expect(figureOf(name)).toBe(value));

  test('tells no measure twice', () => {
    const names = rowsOf('汇总').map((row) => row[0]);
    expect(names).toEqual([...new Set(names)]);
  });

  test('puts no number where nothing bounds what may still come', async () => {
    const mayAdd = { devices: 2, people: 3, unheard: { devices: 1, minutes: 40 } };
    const unbounded = await readExcelFile(Buffer.from(await makeFairReport({ ...report, mayAdd })));
    expect(unbounded.find((sheet) => sheet.sheet === '汇总')?.data.find((row) => row[0] === '可能还有')?.[1]).toBe('说不准');
  });

  test('writes the rule beside every measure', () => {
    const from = rowsOf('汇总').findIndex((row) => row[0] === '企业数');
    for (const row of rowsOf('汇总').slice(from, from + 11)) expect(String(row[2]).length).toBeGreaterThan(5);
  });

  test('says that it is made up and when it was read, on the clock of China', () => {
    expect(rowsOf('汇总')[0]?.[0]).toBe('春风送岗 雁归罗平（演示）');
    expect(figureOf('读数时间')).toEqual(new Date('2026-02-07T17:30:00Z'));
    expect(figureOf('散场')).toEqual(new Date('2026-02-07T15:20:00Z'));
  });

  test('lists who came by number, with name and phone masked', () => {
    expect(rowsOf('到场').slice(0, 4)).toEqual([
      ['号码', '到场时间', '门', '家乡', '姓名', '手机', '补传', '说明', '凭什么'],
      [1, new Date('2026-02-07T09:12:00Z'), '东门', '富乐镇', '杨**', '120****0001', null, null, '扫屏幕上的码、门口确认过'],
      [2, new Date('2026-02-07T09:40:00Z'), '西门', '富乐镇', '岩*', '120****0002', null, null, '扫海报上的码、到门口再确认'],
      [3, new Date('2026-02-07T09:29:59Z'), '东门', null, null, null, new Date('2026-02-07T10:10:00Z'), '人满了还进', null],
    ]);
    expect(rowsOf('到场')[4]?.slice(6)).toEqual([null, '不在开场时间里', null]);
  });

  test('names a strip that was seen and that nobody registered, as first seen', () => {
    const rule = rowsOf('汇总').find((row) => row[0] === '没登记的号码条')?.[2];
    expect(String(rule)).toContain('：0009 东门 9:55');
  });

  test('lists every card that stands with its answer, and a note as plain text', () => {
    const rows = rowsOf('名片和回音');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toEqual([1, 'A01', employer('A01'), '电工', new Date('2026-02-07T10:00:00Z'), '要你', '答应去', "'=1+1 带电工证"]);
    expect(rows[4]?.slice(5)).toEqual(['等回音', null, null]);
  });

  test('counts each booth for itself', () => {
    expect(rowsOf('各单位').slice(1)).toEqual([
      ['A01', employer('A01'), '电工 7 人、焊工 5 人', 12, 2, 1, 0, 1, 0, 1],
      ['A02', employer('A02'), '保安 20 人', 20, 2, 0, 1, 0, 1, 0],
      ['B02', employer('A02'), null, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  test('lists refusals, most frequent first', () => {
    expect(rowsOf('门口没进成').slice(1)).toEqual([
      ['这张码不对，请找工作人员', 11],
      ['还没开场，9:00 开始签到', 3],
    ]);
  });

  test('says who was let in when it was full, and why', async () => {
    const above = [{ at: '2026-02-07T04:00:00.000Z', number: 7, gate: '东门', reason: '家里人在里面' }];
    const sheets = await readExcelFile(Buffer.from(await makeFairReport({ ...report, fair: { ...report.fair, capacity: 300 }, above })));
    const told = sheets[0]?.data.find((row) => row[0] === '人满后放行');
    expect(told?.slice(0, 3)).toEqual(['人满后放行', 1, '由负责人写理由放行：0007 号东门：家里人在里面']);
  });

  test('of a fair that nobody came to is still whole', async () => {
    const empty = await readExcelFile(Buffer.from(await makeFairReport({ ...report, arrivals: [], cards: [], booths: [], refusals: [], strips: [] })));
    expect(empty.map((sheet) => sheet.data.length > 0)).toEqual([true, true, true, true, true]);
  });
});
