import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf, lasting } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let county: Actor;
let shanghai: Actor;
let elsewhere: Actor;
let recruiter: Actor;
beforeAll(async () => {
  world = await startWorld();
  recruiter = lasting(world, (await world.anOpenJob()).recruiter);
  await world.anOpenJob('recruiter02', { workRegion: '310117', title: '=HYPERLINK 木工' });
  const officer = (n: number, scope: string) => actingAs(world, { workerId: `officer0000${n}` as WorkerId, role: 'officer', scope });
  [county, shanghai, elsewhere] = [officer(1, '530324'), officer(2, '310113'), officer(3, '530602')];
  await world.deps.pairings.putAll([
    { pairingId: 'baoshan-qujing', shanghaiRegion: '310113', partnerRegion: '530300', partnerCounties: ['530324', '530381'], status: 'paired', source: 'S1' },
    { pairingId: 'songjiang-zhaotong', shanghaiRegion: '310117', partnerRegion: '530600', partnerCounties: ['530602'], status: 'paired', source: 'S1' },
  ]);
  const people = [
    ['杨桂兰', '12066600001', '530324', '富乐镇'],
    ['岩罕', '12066600002', '530324', '板桥镇'],
    ['王二', '12066600003', '530602', '北闸街道'],
  ] as const;
  for (const [i, [name, phone, regionCode, town]] of people.entries()) {
    const person = aWorker(world, i + 1);
    await person.call('workers.change', {
      name,
      phone,
      home: { regionCode, town },
      wish: { trades: ['electrician'], leastTakeHomeFen: 500_000, needsDorm: true },
    });
    if (name !== '岩罕') await person.call('consents.agree', { purpose: 'elsewhere', version: '2026-11' });
  }
});
afterAll(() => world.stop());

async function sheetOf({ xlsxBase64 }: { xlsxBase64: string }): Promise<unknown[][]> {
  return (await readSheets(Buffer.from(xlsxBase64, 'base64')))[0]?.data ?? [];
}
const people = async (who: Actor, purpose: 'count' | 'match' | 'escort') => sheetOf(await who.call('exports.people', { purpose }));

describe('the list of people', () => {
  test('holds what its purpose needs and no more', async () => {
    const counted = await people(county, 'count');
    expect(counted[0]).toEqual(['县区', '乡镇', '想做的工', '想去哪里', '要包住', '至少到手（元）', '哪天能走', '会做什么', '做过什么', '还在找吗']);
    expect(JSON.stringify(counted)).not.toMatch(/杨|桂兰|120/);
    const matched = await people(county, 'match');
    expect(matched[0]?.slice(0, 2)).toEqual(['姓名', '手机']);
    expect(matched.slice(1).map((row) => row.slice(0, 2))).toEqual(expect.arrayContaining([['杨桂兰', '120****0001']]));
    const escorted = await people(county, 'escort');
    expect(escorted.slice(1).map((row) => row.slice(0, 4))).toEqual(expect.arrayContaining([['杨桂兰', '12066600001', '罗平县', '富乐镇']]));
  });
  test('offers nobody who looks no longer or has been silent for long; figures count them and say so', async () => {
    const stopped = aWorker(world, 4);
    await stopped.call('workers.change', { name: '念小满', home: { regionCode: '530324', town: '阿岗镇' }, wish: { trades: ['farm'] } });
    await stopped.call('workers.sayLooking', { is: false });
    expect(JSON.stringify([await people(county, 'match'), await people(county, 'escort')])).not.toContain('念小满');
    expect((await people(county, 'count')).slice(1).map((row) => row.at(-1))).toEqual(expect.arrayContaining(['在找', '不找了']));
    const before = world.clock.now;
    world.clock.now = afterDays(before, 121);
    expect(await people(county, 'match')).toHaveLength(1);
    world.clock.now = before;
  });
  test('of a county holds nobody of another', async () => {
    expect(JSON.stringify(await people(county, 'match'))).not.toContain('王二');
    expect(JSON.stringify(await people(elsewhere, 'match'))).not.toContain('杨桂兰');
  });
  test('shows Shanghai its pairing’s people without whole names or phones', async () => {
    const seen = await people(shanghai, 'match');
    expect(seen.slice(1).map((row) => row[0])).toEqual(['杨**']);
    expect(seen[0]).not.toContain('手机');
    expect(JSON.stringify(seen)).not.toMatch(/120|王二|王\*/);
    expect(await codeOf(shanghai.call('exports.people', { purpose: 'escort' }))).toBe('not_allowed');
  });
  test('is written down, for the officers of the county and for whom it concerns', async () => {
    await people(shanghai, 'match');
    const [newest] = (await county.call('exports.list', {})).items.filter((e) => e.byName === '宝山区人社局');
    expect(newest).toMatchObject({ kind: 'people', purpose: 'match', rows: 1, isPersonal: true });
    expect((await elsewhere.call('exports.list', {})).items.map((e) => e.byName)).not.toContain('宝山区人社局');
    const looked = (await aWorker(world, 1).call('workers.views', {})).items.filter((v) => v.what === 'exported');
    expect(looked).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ byName: '宝山区人社局', purpose: '对接岗位' }),
        expect.objectContaining({ byName: '罗平县人社局', purpose: '送工' }),
      ]),
    );
    expect(looked.map((v) => v.purpose)).not.toContain('统计');
    expect((await aWorker(world, 3).call('workers.views', {})).items.map((v) => v.byName)).not.toContain('宝山区人社局');
  });
});

describe('the list of openings', () => {
  test('holds those on both sides of the pairing, as text that nothing works out', async () => {
    const rows = await sheetOf(await county.call('exports.openings', {}));
    expect(rows[0]?.slice(0, 5)).toEqual(['用人单位', '统一社会信用代码', '岗位名称', '工种', '岗位性质']);
    expect(rows.slice(1).map((row) => row[2])).toEqual(['电工']);
    expect((await sheetOf(await elsewhere.call('exports.openings', {}))).slice(1).map((row) => row[2])).toEqual(["'=HYPERLINK 木工"]);
  });
  test('of a recruiter holds the own ones, and comes in again as it went out', async () => {
    const taken = await recruiter.call('exports.openings', {});
    expect(taken.rows).toBe(1);
    expect(await recruiter.call('imports.read', { kind: 'openings', fileName: 'a.xlsx', fileBase64: taken.xlsxBase64 })).toMatchObject({ good: 1, bad: 0 });
  });
});
