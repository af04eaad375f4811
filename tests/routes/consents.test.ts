import { keys } from '@shanhai/functions/src/table/keys.ts';
import type { EmployerId, FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fairId: FairId;
let jobId: JobId;
let employerId: EmployerId;
let boothNo: number;
let organizer: Actor;
beforeAll(async () => {
  world = await startWorld();
  const open = await world.anOpenFair();
  ({ jobId, employerId, organizer } = open);
  fairId = open.fair.fairId;
  boothNo = open.booth.boothNo;
});
afterAll(() => world.stop());

/** Moments pass between what a person says, so that the ledger can be read in order. */
function later(minutes = 1): void {
  world.clock.now = afterMinutes(world.clock.now, minutes);
}
const ledgerOf = async (person: Actor) => (await person.call('consents.mine', {})).items;
const purposeOf = async (person: Actor, purpose: string) => (await ledgerOf(person)).find((c) => c.purpose === purpose);

async function cardFrom(person: Actor) {
  await person.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-0001' });
  const consent = { employerId, version: '2026-11' };
  return person.call('cards.leave', { fairId, boothNo, jobId, name: '杨桂兰', trades: [], consent });
}

describe('a yes is written down with what it permits', () => {
  test('a card: which employer, which words, until when; taking it back is a line of its own', async () => {
    const person = aWorker(world, 1);
    const { endsAt } = await cardFrom(person);
    const [given] = await ledgerOf(person);
    expect(given).toMatchObject({ purpose: 'card', about: `${fairId}#${boothNo}`, receiver: expect.stringMatching(/^月汀/), version: '2026-11', endsAt });
    later();
    await person.call('cards.withdraw', { fairId, boothNo });
    expect(await purposeOf(person, 'card')).toMatchObject({ at: given?.at, withdrawnAt: world.clock.now });
    later();
    await cardFrom(person);
    const again = await purposeOf(person, 'card');
    expect(again).toMatchObject({ at: world.clock.now });
    expect(again).not.toHaveProperty('withdrawnAt');
    const lines = await world.deps.table.queryAll({ pk: `W#${person.session.workerId}`, prefix: 'Y#' });
    expect(lines.filter((l) => l.purpose === 'card').map((l) => l.said)).toEqual(['given', 'withdrawn', 'given']);
  });

  test('a card left twice is one yes', async () => {
    const person = aWorker(world, 2);
    await cardFrom(person);
    await Promise.all([cardFrom(person), cardFrom(person)]);
    expect((await ledgerOf(person)).filter((c) => c.purpose === 'card')).toHaveLength(1);
  });

  test('an application, taken back with it', async () => {
    const person = aWorker(world, 3);
    await person.call('applications.apply', { jobId, name: '岩罕', phone: '12066600003', trades: [], consent: { employerId, version: '2026-11' } });
    expect(await purposeOf(person, 'application')).toMatchObject({ about: jobId, receiver: expect.stringContaining('电工') });
    later();
    await person.call('applications.withdraw', { jobId });
    expect(await purposeOf(person, 'application')).toMatchObject({ withdrawnAt: world.clock.now });
  });

  test('a registration by somebody else, and letting them act no longer', async () => {
    const proxy = aWorker(world, 4);
    await proxy.call('workers.change', { name: '李村长' });
    const heard = { relation: 'village_officer', consent: 'spoken', agreed: true, nonce: 'nonce-consent-1' } as const;
    const { workerId } = await proxy.call('proxies.register', { name: '龙阿公', wish: { trades: [] }, ...heard });
    expect(await world.deps.consents.of([workerId])).toMatchObject([
      { purpose: 'registered', about: proxy.session.workerId, receiver: '李村长', how: 'spoken' },
    ]);
    later();
    await world.deps.workers.dropProxy(workerId, proxy.session.workerId);
    expect(await world.deps.consents.of([workerId])).toMatchObject([{ withdrawnAt: world.clock.now }]);
  });

  test('somebody without a phone, heard at the gate', async () => {
    await world.printedStrips(fairId, 3);
    const strip = (await world.deps.fairs.get(fairId)).strips[0]?.from ?? 0;
    const gate = { fairId, gate: '东门', deviceId: 'device-gate-1', nonce: 'nonce-walkin-1' };
    await organizer.call('attendance.registerWalkIn', { ...gate, number: strip, name: '木阿婆', trades: [], agreed: true });
    const carrier = await world.deps.attendance.carrierOf(fairId, strip);
    const said = await world.deps.consents.of([carrier?.workerId as never]);
    expect(said).toMatchObject([{ purpose: 'registered', how: 'spoken', endsAt: '2026-08-06T04:04:00.000Z' }]);
  });
});

describe('taken back by itself', () => {
  test('the phone leaves the record', async () => {
    const person = aWorker(world, 10);
    await person.call('workers.change', { name: '杨桂兰', phone: '12066600010' });
    expect(await purposeOf(person, 'phone')).toMatchObject({ receiver: '山海就业' });
    later();
    const { items } = await person.call('consents.withdraw', { purpose: 'phone' });
    expect(items.find((c) => c.purpose === 'phone')).toMatchObject({ withdrawnAt: world.clock.now });
    expect(await person.call('workers.me', {})).not.toHaveProperty('phone');
    expect(await person.call('workers.me', {})).toMatchObject({ name: '杨桂兰' });
  });

  test('the resident id and the mark of the young go together', async () => {
    const person = aWorker(world, 11);
    await person.call('workers.tellResidentId', { residentId: aResidentId('2008-06-01', 11) });
    later();
    await person.call('consents.withdraw', { purpose: 'resident_id' });
    const me = await person.call('workers.me', {});
    expect([me.isIdKnown, me.youngUntilOn]).toEqual([undefined, undefined]);
    expect(await world.deps.workers.residentId(person.session.workerId)).toBeUndefined();
  });

  test('the categories are gone, and what else is sealed stays', async () => {
    const person = aWorker(world, 12);
    const residentId = aResidentId('1990-03-07', 12);
    await person.call('workers.tellResidentId', { residentId });
    await person.call('workers.sayCategory', { category: 'rural', holds: true });
    later();
    await person.call('consents.withdraw', { purpose: 'categories' });
    expect(await person.call('workers.categories', {})).toEqual({ items: [] });
    expect(await world.deps.workers.residentId(person.session.workerId)).toBe(residentId);
    expect(await purposeOf(person, 'categories')).toMatchObject({ withdrawnAt: world.clock.now });
  });

  test('the switches of being found and of the ranking say yes and no in the ledger', async () => {
    const person = aWorker(world, 13);
    await person.call('workers.change', { isFindable: true });
    later();
    await person.call('workers.change', { isFindable: false, isRankingOff: true });
    later();
    await person.call('workers.change', { isRankingOff: false });
    expect(await purposeOf(person, 'findable')).toHaveProperty('withdrawnAt');
    expect(await purposeOf(person, 'ranking')).not.toHaveProperty('withdrawnAt');
  });
});

describe('what was taken back', () => {
  const county = (): Actor => actingAs(world, { workerId: 'officer00001' as WorkerId, role: 'officer', scope: '530324' });
  const atHome = { name: '杨桂兰', home: { regionCode: '530324', town: '富乐镇' } };

  test('is neither written again by an officer nor looked at, until the person says it again', async () => {
    const person = aWorker(world, 40);
    const { workerId } = person.session;
    await person.call('workers.change', atHome);
    await person.call('workers.tellResidentId', { residentId: aResidentId('1990-03-07', 40) });
    const said = { workerId, category: 'lifted_out' as const, holds: true, source: '乡村振兴局名单' };
    await county().call('people.setCategory', said);
    later();
    await person.call('consents.withdraw', { purpose: 'categories' });
    await person.call('consents.withdraw', { purpose: 'resident_id' });
    const attempts = () => [
      county().call('people.setCategory', said),
      county().call('people.categories', { workerId }),
      county().call('people.revealId', { workerId, reason: 'subsidy' }),
    ];
    expect(await Promise.all(attempts().map(codeOf))).toEqual(Array(3).fill('consent_taken_back'));
    expect(await person.call('workers.categories', {})).toEqual({ items: [] });
    later();
    await person.call('workers.sayCategory', { category: 'rural', holds: true });
    await person.call('workers.tellResidentId', { residentId: aResidentId('1990-03-07', 40) });
    expect((await county().call('people.setCategory', said)).items.map((one) => one.category)).toEqual(['rural', 'lifted_out']);
    expect(await county().call('people.revealId', { workerId, reason: 'subsidy' })).toHaveProperty('residentId');
  });

  test('goes from records taken over as well, and no record made one later brings it back', async () => {
    const onBehalf = { by: 'officer00001' as WorkerId, relation: 'officer', consent: { how: 'spoken', at: world.clock.now }, via: 'survey' } as const;
    const held = [{ category: 'rural' as const, source: '三级摸排', on: '2026-02-01', by: 'survey' as const }];
    const surveyed = async (n: number): Promise<WorkerId> => {
      const id = `consent${String(n).padStart(5, '0')}` as WorkerId;
      await world.deps.workers.createFor(id, { ...atHome, residentId: aResidentId('1991-03-07', n), categories: held }, onBehalf);
      return id;
    };
    const joined = (survivor: WorkerId, other: WorkerId, mergeId: string) =>
      world.deps.workers.merge(
        { survivor, other, fromOther: [], by: onBehalf.by, byName: '本人', regionCode: '530324', keepsProxies: false, claimed: true },
        mergeId,
      );
    const person = aWorker(world, 41);
    const { workerId } = person.session;
    const [earlier, older] = [await surveyed(41), await surveyed(42)];
    expect((await world.deps.consents.of([earlier])).map((c) => c.purpose).sort()).toEqual(['categories', 'registered', 'resident_id']);
    await person.call('workers.change', { name: '杨桂兰' });
    await joined(workerId, earlier, 'merge0000041');
    later();
    await person.call('consents.withdraw', { purpose: 'resident_id' });
    await person.call('consents.withdraw', { purpose: 'categories' });
    expect(await world.deps.workers.openSealed(earlier)).toMatchObject({ residentId: undefined, categories: [] });
    await joined(workerId, older, 'merge0000042');
    expect(await world.deps.workers.openSealed(workerId)).toMatchObject({ residentId: undefined, categories: [] });
    expect(await person.call('workers.me', {})).not.toHaveProperty('isIdKnown');
  });
});

describe('somebody under 16', () => {
  test('is refused, and neither the number nor a mark nor a yes is kept', async () => {
    const person = aWorker(world, 15);
    expect(await codeOf(person.call('workers.tellResidentId', { residentId: aResidentId('2011-06-01', 15) }))).toBe('worker_under_age');
    const { workerId } = person.session;
    expect(await world.deps.table.find(keys.sealedPerson(workerId), { strongly: true })).toBeUndefined();
    const me = await person.call('workers.me', {});
    expect([me.isIdKnown, me.youngUntilOn, await purposeOf(person, 'resident_id')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('the privacy guide', () => {
  test('is asked of whoever has not agreed, and again when its version changed', async () => {
    const person = aWorker(world, 20);
    expect(await person.call('consents.mine', {})).toEqual({ items: [], asksPrivacy: true, elsewhere: [] });
    expect(await person.call('consents.agree', { purpose: 'privacy', version: '2025-01' })).toMatchObject({ asksPrivacy: true });
    later();
    expect(await person.call('consents.agree', { purpose: 'privacy', version: consentTexts.privacy.version })).toMatchObject({ asksPrivacy: false });
  });
  test('is not taken back here: that is erasure', async () => {
    expect(await codeOf(aWorker(world, 20).call('consents.withdraw', { purpose: 'privacy' as never }))).toBe('invalid_input');
  });
});
