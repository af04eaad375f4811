import type { JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { mostInvitesADay } from '@shanhai/shared/rules/search.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let recruiter: Actor;
let jobId: JobId;
const officerOf = (scope: string): Actor => actingAs(world, { workerId: 'officer00001' as WorkerId, role: 'officer', scope });
const idOf = (person: Actor): WorkerId => person.session.workerId;

async function aPerson(n: number, over: object = {}): Promise<Actor> {
  const person = aWorker(world, 5000 + n);
  await person.call('workers.change', {
    name: `田顺${n}`,
    phone: '12066600011',
    home: { regionCode: '530324', town: '富乐镇' },
    wish: { trades: ['electrician'] },
    isFindable: true,
    ...over,
  });
  return person;
}
const listed = async (by: Actor): Promise<WorkerId[]> => (await by.call('search.workersFor', { jobId })).items.map((one) => one.workerId);
const comes = (person: Actor, by = recruiter) =>
  world.settled(
    () => listed(by),
    (ids) => ids.includes(idOf(person)),
  );

beforeAll(async () => {
  world = await startWorld();
  ({ recruiter, jobId } = await world.anOpenJob('recruiter01', { hazards: ['height'] }));
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

describe('who fits an opening', () => {
  test('is shown without name and phone, best first, with the reasons, and reads who looked, once a day', async () => {
    const good = await aPerson(1, { skills: [{ trade: 'electrician', certificate: '低压电工证', years: 6 }] });
    const fair = await aPerson(2, { wish: { trades: ['electrician'], leastTakeHomeFen: 99_000_00 }, skills: [{ trade: 'welder' }] });
    await Promise.all([comes(good), comes(fair)]);
    const { items } = await recruiter.call('search.workersFor', { jobId });
    expect(items.map((one) => one.workerId)).toEqual([idOf(good), idOf(fair)]);
    expect(items[0]).toMatchObject({
      maskedName: expect.stringMatching(/^田\*+$/),
      regionCode: '530324',
      fit: { reasons: expect.arrayContaining(['是本人想做的']) },
    });
    expect(JSON.stringify(items)).not.toMatch(/12066600011|田顺|富乐镇|您/);
    const looks = (await good.call('workers.views', {})).items.filter((view) => view.what === 'matched');
    expect(looks).toMatchObject([{ role: 'recruiter', byName: expect.stringContaining('月汀') }]);
  });

  test('is nobody who did not allow it, and who switches it off is gone at once', async () => {
    const silent = await aPerson(3, { isFindable: false });
    const person = await aPerson(4);
    expect(await comes(person)).not.toContain(idOf(silent));
    expect(await codeOf(recruiter.call('search.invite', { jobId, workerId: idOf(silent) }))).toBe('worker_not_findable');
    await person.call('workers.change', { isFindable: false });
    expect(await listed(recruiter)).not.toContain(idOf(person));
    expect(await codeOf(recruiter.call('search.invite', { jobId, workerId: idOf(person) }))).toBe('worker_not_findable');
  });

  test('is nobody who stopped looking, fell silent, wants no ranking, is too young for it or went into another record', async () => {
    const people = await Promise.all([10, 11, 12, 13].map((n) => aPerson(n)));
    await Promise.all(people.map((one) => comes(one)));
    const [stopped, unranked, young, merged] = people as [Actor, Actor, Actor, Actor];
    await stopped.call('workers.sayLooking', { is: false });
    await unranked.call('workers.change', { isRankingOff: true });
    const { deps } = world;
    await deps.workers.change(idOf(young), { youngUntilOn: '2027-01-01' } as never);
    await deps.workers.change(idOf(merged), { mergedInto: idOf(stopped) } as never);
    const now = await listed(recruiter);
    expect(people.map(idOf).filter((id) => now.includes(id))).toEqual([]);
    world.clock.now = '2025-09-01T04:00:00.000Z';
    const silent = await aPerson(14);
    world.clock.now = noon;
    const rows = () => world.deps.invites.findable('electrician');
    const kept = await world.settled(rows, (all) => all.some((row) => row.workerId === idOf(silent)));
    expect(kept.map((row) => row.workerId)).toContain(idOf(silent));
    expect(await listed(recruiter)).not.toContain(idOf(silent));
  });

  test('comes page by page, nobody twice', async () => {
    await Promise.all(Array.from({ length: 55 }, (_, n) => aPerson(100 + n, { wish: { trades: ['electrician', 'cook'] } })));
    await world.settled(
      async () => (await world.deps.invites.findable('cook')).length,
      (count) => count === 55,
    );
    const first = await recruiter.call('search.workersFor', { jobId });
    const second = await recruiter.call('search.workersFor', { jobId, cursor: first.cursor });
    const ids = [...first.items, ...second.items].map((one) => one.workerId);
    expect(first.items.length).toBeLessThanOrEqual(50);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(55);
  });

  test('is told to nobody but its own employer and the officers of either side', async () => {
    const person = await aPerson(20);
    await comes(person);
    await comes(person, officerOf('530324'));
    // an employer's page is one thing, a bureau of another region another
    expect(await listed(officerOf('310113'))).not.toContain(idOf(person));
    await world.deps.workers.shareWith(idOf(person), ['310113', '310000'], { receiver: '上海宝山区人社局、上海市人社局' });
    await comes(person, officerOf('310113'));
    await person.call('consents.withdraw', { purpose: 'elsewhere' });
    expect(await listed(officerOf('310113'))).not.toContain(idOf(person));
    expect(await listed(recruiter)).toContain(idOf(person));
    expect(await listed(officerOf('530602'))).toEqual([]);
  });
});

describe('asking somebody', () => {
  test('tells them once, and the employer nothing more', async () => {
    const person = await aPerson(30);
    await comes(person);
    const first = await recruiter.call('search.invite', { jobId, workerId: idOf(person) });
    world.clock.now = '2026-02-07T04:10:00.000Z';
    expect(await recruiter.call('search.invite', { jobId, workerId: idOf(person) })).toEqual(first);
    expect(first).toEqual({ invitedAt: noon });
    const told = (await person.call('messages.mine', {})).items.filter((one) => one.kind === 'opening.invited');
    expect(told).toHaveLength(1);
    expect((await recruiter.call('search.workersFor', { jobId })).items.find((one) => one.workerId === idOf(person))).toMatchObject({ invitedAt: noon });
  });

  test('goes on for so many people a day and no further, however many are asked at once', async () => {
    const { recruiter: other, jobId: otherJob } = await world.anOpenJob('recruiter02');
    const people = (await other.call('search.workersFor', { jobId: otherJob })).items.map((one) => one.workerId).slice(0, mostInvitesADay + 8);
    expect(people).toHaveLength(mostInvitesADay + 8);
    const asked = await Promise.all(
      people.map((workerId) =>
        other.call('search.invite', { jobId: otherJob, workerId }).then(
          () => 'asked',
          (refused: { code: string }) => refused.code,
        ),
      ),
    );
    expect(asked.filter((one) => one === 'asked')).toHaveLength(mostInvitesADay);
    expect(asked.filter((one) => one === 'too_many_invites')).toHaveLength(8);
  });
});

describe('an officer', () => {
  test('recommends somebody whatever the fit says; the reason stands in the list and is told to the person', async () => {
    const person = await aPerson(40, { wish: { trades: ['cook'] } });
    const officer = officerOf('530324');
    const asked = { jobId, workerId: idOf(person), reason: '在老家跟师傅做过三年电工' };
    const said = await officer.call('search.override', asked);
    expect(said).toEqual({ byName: '罗平县人社局', reason: asked.reason, on: '2026-02-07' });
    expect(await officer.call('search.override', { ...asked, reason: '又一句' })).toEqual(said);
    const [first] = (await recruiter.call('search.workersFor', { jobId })).items;
    expect(first).toMatchObject({ workerId: idOf(person), recommended: said });
    const told = (await person.call('messages.mine', {})).items.filter((one) => one.kind === 'opening.recommended');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain(asked.reason);
  });

  test('who recommends somebody hidden tells the person, and the employer sees nothing of it', async () => {
    const person = await aPerson(41, { isFindable: false });
    await officerOf('530324').call('search.override', { jobId, workerId: idOf(person), reason: '会干' });
    expect(await listed(recruiter)).not.toContain(idOf(person));
    expect(await codeOf(officerOf('310113').call('search.override', { jobId, workerId: idOf(person), reason: '会干' }))).toBe('not_allowed');
  });

  test('writes no papers, health or phone into a reason, and sends nobody young to hazardous work', async () => {
    const person = await aPerson(42);
    const by = officerOf('530324');
    for (const reason of ['脱贫户，请照顾', '电话 120 6660 0011', '残疾但能干'])
      expect(await codeOf(by.call('search.override', { jobId, workerId: idOf(person), reason }))).toBe('reason_too_private');
    await world.deps.workers.change(idOf(person), { youngUntilOn: '2027-01-01' } as never);
    expect(await codeOf(by.call('search.override', { jobId, workerId: idOf(person), reason: '会干' }))).toBe('work_kept_from_young');
  });
});
