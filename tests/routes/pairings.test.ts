import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFairForm, noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let baoshan: Actor;
let songjiang: Actor;
beforeAll(async () => {
  world = await startWorld();
  await world.deps.pairings.putAll([
    {
      pairingId: 'songjiang-zhaotong',
      annexNo: 2,
      shanghaiRegion: '310117',
      partnerRegion: '530600',
      partnerCounties: ['530602'],
      status: 'paired',
      source: '结对关系表',
    },
    {
      pairingId: 'baoshan-qujing',
      annexNo: 1,
      shanghaiRegion: '310113',
      partnerRegion: '530300',
      partnerCounties: ['530324', '530381'],
      status: 'paired',
      source: '结对关系表',
    },
    { pairingId: 'unpaired', annexNo: 3, shanghaiRegion: '310120', partnerCounties: [], status: 'unpaired', source: '结对关系表' },
    { pairingId: 'outside-annex', shanghaiRegion: '310114', partnerRegion: '530800', partnerCounties: [], status: 'paired', source: '报道' },
  ]);
  baoshan = lasting(world, await world.staff('officer01', 'officer', '310113'));
  songjiang = lasting(world, await world.staff('officer02', 'officer', '310117'));
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const pairing = async (pairingId: string, year?: number) => (await baoshan.call('pairings.list', { year })).items.find((p) => p.pairingId === pairingId);

test('pairings come in the order of the annex, those outside it last, and 待结对 is a state', async () => {
  const { items, year } = await baoshan.call('pairings.list', {});
  expect(year).toBe(2026);
  expect(items.map((p) => p.pairingId)).toEqual(['baoshan-qujing', 'songjiang-zhaotong', 'unpaired', 'outside-annex']);
  expect(items[2]).toMatchObject({ status: 'unpaired', onsite: 0, online: 0, fairs: [] });
});

test('a fair counts for no pairing but those of its region, neither when it is made nor later', async () => {
  const organizer = await world.staff('organizer01', 'organizer', '530324');
  for (const pairingId of ['songjiang-zhaotong', 'outside-annex', 'unpaired']) {
    const refused = await refusalOf(organizer.call('fairs.create', aFairForm({ pairingId })));
    expect(refused).toMatchObject({ code: 'invalid_input', detail: { field: 'pairingId' } });
  }
  const { fairId, version } = await organizer.call('fairs.create', aFairForm({ pairingId: 'baoshan-qujing' }));
  expect(await codeOf(organizer.call('fairs.change', { ...aFairForm({ pairingId: 'songjiang-zhaotong' }), fairId, version }))).toBe('invalid_input');
});

describe('a closed fair', () => {
  test('counts once in its pairing, by the papers’ measures', async () => {
    const { fair, booth, recruiter, employerId, jobId, organizer } = await world.anOpenFair();
    const { fairId } = fair;
    for (const persona of ['worker01', 'worker02'] as const) {
      const worker = await world.signIn(persona);
      const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: `device-${persona}` });
      const card = { fairId, boothNo: booth.boothNo, jobId, name: '某某', trades: [], consent: { employerId, version: '1' } };
      await worker.call('cards.leave', card);
      await world.settled(
        () => world.deps.attendance.carrierOf(fairId, number),
        (row) => row !== undefined,
      );
      await recruiter.call('cards.answer', {
        fairId,
        boothNo: booth.boothNo,
        number,
        answer: persona === 'worker01' ? 'want' : 'no',
        nonce: `nonce-${persona}`,
      });
    }
    await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.present === 2 && b.answered === 2,
    );
    expect((await pairing('baoshan-qujing'))?.fairs).toEqual([]);
    await organizer.call('fairs.close', { fairId });
    const counted = await pairing('baoshan-qujing');
    expect(counted).toMatchObject({ onsite: 1, online: 0 });
    expect(counted?.fairs).toEqual([{ fairId, title: fair.title, kind: 'onsite', closedAt: noon, companies: 1, posts: 12, attendance: 2, intents: 1 }]);
    expect(await codeOf(organizer.call('fairs.close', { fairId }))).toBe('fair_cannot_close');
    await world.deps.pairings.countAll([{ ...counted!.fairs[0]!, pairingId: 'baoshan-qujing', attendance: 3 }]);
    expect(await pairing('baoshan-qujing')).toMatchObject({ onsite: 1, fairs: [{ attendance: 3 }] });
    expect((await pairing('songjiang-zhaotong'))?.fairs).toEqual([]);
    expect((await pairing('baoshan-qujing', 2025))?.fairs).toEqual([]);
  });
  test('of a live-stream kind counts as online', async () => {
    const { onsite, online } = (await pairing('baoshan-qujing'))!;
    const { fair, organizer } = await world.anOpenFair({ kind: 'live_stream' });
    await organizer.call('fairs.close', { fairId: fair.fairId });
    expect(await pairing('baoshan-qujing')).toMatchObject({ onsite, online: online + 1 });
  });
  test('is seen by the officers of both sides and by no other', async () => {
    const { fair, organizer } = await world.anOpenFair();
    const mine = async (officer: Actor): Promise<boolean> => (await officer.call('fairs.mine', {})).items.some((f) => f.fairId === fair.fairId);
    expect(await mine(baoshan)).toBe(true);
    expect(await mine(songjiang)).toBe(false);
    expect(await mine(await world.staff('officer04', 'officer', '530324'))).toBe(true);
    await organizer.call('fairs.close', { fairId: fair.fairId });
    expect((await baoshan.call('reports.board', { fairId: fair.fairId })).status).toBe('closed');
    expect(await codeOf(songjiang.call('reports.board', { fairId: fair.fairId }))).toBe('not_allowed');
    expect(await codeOf(songjiang.call('reports.fairReport', { fairId: fair.fairId }))).toBe('not_allowed');
  });
});

test('a draft is nothing an officer sees', async () => {
  const organizer = await world.staff('organizer01', 'organizer', '530324');
  const { fairId } = await organizer.call('fairs.create', aFairForm());
  expect((await baoshan.call('fairs.mine', {})).items.map((f) => f.fairId)).not.toContain(fairId);
  expect((await organizer.call('fairs.mine', {})).items.map((f) => f.fairId)).toContain(fairId);
});

test('a report is written after closing, as a real spreadsheet', async () => {
  const { fair, organizer } = await world.anOpenFair();
  expect(await codeOf(organizer.call('reports.fairReport', { fairId: fair.fairId }))).toBe('fair_not_closed');
  await organizer.call('fairs.close', { fairId: fair.fairId });
  const { fileName, xlsxBase64 } = await organizer.call('reports.fairReport', { fairId: fair.fairId });
  expect(fileName).toBe('春风送岗·雁归罗平-散场报告-2026-02-07.xlsx');
  expect(Buffer.from(xlsxBase64, 'base64').subarray(0, 2).toString()).toBe('PK');
});
