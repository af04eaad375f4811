import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays, afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const pairing = { pairingId: 'baoshan-qujing', shanghaiRegion: '310113', partnerRegion: '530300', partnerCounties: [], status: 'paired', source: '测试' };
  await world.deps.pairings.putAll([pairing as never]);
});
afterAll(() => world.stop());

let sequence = 100;
const someone = (): Actor => aWorker(world, ++sequence);
const idOf = ({ session }: Actor): WorkerId => session.workerId;

async function aProxied(over: object = {}) {
  const proxy = someone();
  await proxy.call('workers.change', { name: '李春梅' });
  const person = await proxy.call('proxies.register', {
    name: '李石保',
    home: { regionCode: '530324', town: '富乐镇' },
    wish: { trades: ['farm'] },
    relation: 'relative',
    consent: 'spoken',
    agreed: true,
    nonce: `nonce-${sequence}-000`,
    ...over,
  });
  return { proxy, person, workerId: person.workerId };
}

describe('代办', () => {
  test('keeps who did it, how they stand, how and when the person agreed', async () => {
    const { proxy, person, workerId } = await aProxied();
    expect(person).toMatchObject({
      name: '李石保',
      relation: 'relative',
      since: noon,
      consent: { how: 'spoken', at: noon },
      isClaimed: false,
      looking: 'looking',
    });
    expect((await world.deps.workers.get(workerId)).registered).toMatchObject({ by: idOf(proxy), via: 'proxy', relation: 'relative', agreed: true });
    expect((await proxy.call('proxies.list', {})).items).toMatchObject([{ workerId, name: '李石保', town: '富乐镇', trades: ['farm'] }]);
  });
  test('without the person’s yes is refused', async () => {
    const proxy = someone();
    const form = { name: '李石保', wish: { trades: [] }, relation: 'relative' as const, consent: 'spoken' as const, nonce: 'nonce-000001' };
    expect(await codeOf(proxy.call('proxies.register', { ...form, agreed: false as never }))).toBe('invalid_input');
    expect(await codeOf(proxy.call('proxies.register', { ...form, agreed: true, consent: 'none' as never }))).toBe('invalid_input');
  });
  test('sent twice is one person', async () => {
    const { proxy, person } = await aProxied({ nonce: 'nonce-twice-1' });
    const again = await proxy.call('proxies.register', {
      name: '别的名字',
      wish: { trades: [] },
      relation: 'relative',
      consent: 'spoken',
      agreed: true,
      nonce: 'nonce-twice-1',
    });
    expect(again).toEqual(person);
    expect((await proxy.call('proxies.list', {})).items).toHaveLength(1);
  });
  test('of a child is refused', async () => {
    const proxy = someone();
    const form = {
      name: '小小',
      wish: { trades: [] },
      relation: 'relative' as const,
      consent: 'spoken' as const,
      agreed: true as const,
      nonce: 'nonce-000009',
    };
    expect(await codeOf(proxy.call('proxies.register', { ...form, residentId: aResidentId('2012-01-01') }))).toBe('worker_under_age');
    expect((await proxy.call('proxies.list', {})).items).toEqual([]);
  });
  test('lets the proxy do what the person asks, and nobody else', async () => {
    const { proxy, workerId } = await aProxied();
    expect(await proxy.call('proxies.change', { workerId, phone: '12066600003', skills: [{ trade: 'farm', years: 20 }] })).toMatchObject({
      phone: '12066600003',
    });
    const stranger = someone();
    const attempts = [
      stranger.call('proxies.get', { workerId }),
      stranger.call('proxies.change', { workerId, name: '别人' }),
      stranger.call('proxies.sayLooking', { workerId, is: false }),
      stranger.call('proxies.claimCode', { workerId }),
    ];
    expect(await Promise.all(attempts.map(codeOf))).toEqual(attempts.map(() => 'not_allowed'));
    expect(await world.deps.workers.proxyOf(idOf(proxy), workerId)).toMatchObject({ relation: 'relative' });
    expect(await world.deps.workers.proxyOf(idOf(stranger), workerId)).toBeUndefined();
  });
  test('by an officer is of people of the own region', async () => {
    const officer = actingAs(world, { workerId: 'officer00009' as WorkerId, role: 'officer', scope: '530324' });
    const form = {
      name: '李石保',
      wish: { trades: [] },
      relation: 'officer' as const,
      consent: 'written' as const,
      agreed: true as const,
      nonce: 'nonce-000001',
    };
    expect(await codeOf(officer.call('proxies.register', { ...form, home: { regionCode: '530602' } }))).toBe('not_allowed');
    expect(await officer.call('proxies.register', { ...form, home: { regionCode: '530324' } })).toMatchObject({ consent: { how: 'written' } });
  });
});

describe('claiming with a code', () => {
  test('makes the record the person’s own, and the proxy’s no longer', async () => {
    const { proxy, workerId } = await aProxied({ skills: [{ trade: 'farm', years: 20 }], residentId: aResidentId('1970-01-01', 7) });
    const { code } = await proxy.call('proxies.claimCode', { workerId });
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
    const person = someone();
    expect(await person.call('workers.claim', { code: code.toLowerCase(), name: '李石保' })).toMatchObject({
      workerId: idOf(person),
      name: '李石保',
      home: { town: '富乐镇' },
      skills: [{ trade: 'farm', years: 20 }],
      isIdKnown: true,
    });
    expect(await world.deps.workers.residentId(idOf(person))).toBe(aResidentId('1970-01-01', 7));
    expect((await proxy.call('proxies.list', {})).items).toEqual([]);
    expect(await codeOf(proxy.call('proxies.get', { workerId }))).toBe('not_allowed');
    expect(await codeOf(proxy.call('proxies.claimCode', { workerId: idOf(person) }))).toBe('not_allowed');
  });
  test('keeps the proxy when the person says so, until the person says no', async () => {
    const { proxy, workerId } = await aProxied();
    const { code } = await proxy.call('proxies.claimCode', { workerId });
    const person = someone();
    await person.call('workers.claim', { code, name: '李石保', keepsProxies: true });
    expect((await proxy.call('proxies.list', {})).items).toMatchObject([{ workerId: idOf(person), isClaimed: true }]);
    expect((await person.call('workers.proxies', {})).items).toMatchObject([{ proxyId: idOf(proxy), byName: '李春梅', relation: 'relative' }]);
    expect(await person.call('workers.dropProxy', { proxyId: idOf(proxy) })).toEqual({ items: [] });
    expect(await codeOf(proxy.call('proxies.get', { workerId: idOf(person) }))).toBe('not_allowed');
  });
  test('is not done by a wrong code, a wrong name, a code that ended or was used', async () => {
    const { proxy, workerId } = await aProxied();
    const { code } = await proxy.call('proxies.claimCode', { workerId });
    const person = someone();
    expect(await codeOf(person.call('workers.claim', { code: 'ABCDEFGH', name: '李石保' }))).toBe('claim_code_wrong');
    expect(await codeOf(person.call('workers.claim', { code, name: '李石宝' }))).toBe('claim_name_differs');
    expect(await codeOf(proxy.call('workers.claim', { code, name: '李石保' }))).toBe('claim_name_differs');
    world.clock.now = afterDays(noon, 7);
    expect(await codeOf(person.call('workers.claim', { code, name: '李石保' }))).toBe('claim_code_wrong');
    world.clock.now = noon;
    await person.call('workers.claim', { code, name: '李石保' });
    expect(await codeOf(someone().call('workers.claim', { code, name: '李石保' }))).toBe('worker_claimed');
  });
  test('by many phones at one moment is done by exactly one', async () => {
    const { proxy, workerId } = await aProxied({ skills: [{ trade: 'farm' }] });
    const { code } = await proxy.call('proxies.claimCode', { workerId });
    const phones = Array.from({ length: 6 }, someone);
    const outcomes = await Promise.all(
      phones.map((phone) =>
        phone.call('workers.claim', { code, name: '李石保' }).then(
          () => 'won',
          () => 'lost',
        ),
      ),
    );
    expect(outcomes.filter((o) => o === 'won')).toHaveLength(1);
    const winner = phones[outcomes.indexOf('won')] as Actor;
    expect((await world.deps.workers.get(workerId)).mergedInto).toBe(idOf(winner));
    for (const phone of phones.filter((p) => p !== winner)) expect(await phone.call('workers.me', {})).not.toHaveProperty('skills');
    expect(await world.deps.workers.currentOf(workerId)).toBe(idOf(winner));
  });
});

describe('claiming with the phone that WeChat confirmed', () => {
  async function withPhone(persona: string): Promise<{ person: Actor; phone: string }> {
    const person = await world.signIn(persona);
    const reply = await fetch(`${world.wechatOrigin}/__sim/phone`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: persona }),
    });
    const { code } = (await reply.json()) as { code: string };
    return { person, phone: (await person.call('identity.bindPhone', { code })).phone };
  }
  const offered = (person: Actor) => person.call('workers.claimable', {});

  test('offers the record by a masked name, once it is known', async () => {
    const { person, phone } = await withPhone('worker01');
    const { workerId } = await aProxied({ phone });
    const { items } = await world.settled(
      () => offered(person),
      (found) => found.items.length > 0,
    );
    expect(items).toEqual([{ workerId, maskedName: '李**', town: '富乐镇', registeredOn: '2026-02-07' }]);
    expect(await codeOf(person.call('workers.claim', { workerId, name: '李石宝' }))).toBe('claim_name_differs');
    expect(await person.call('workers.claim', { workerId, name: '李 石保' })).toMatchObject({ name: '李石保' });
    expect(await offered(person)).toEqual({ items: [] });
  });
  test('offers nothing to who only typed the number', async () => {
    const { workerId } = await aProxied({ phone: '12066600020' });
    const typist = someone();
    await typist.call('workers.change', { phone: '12066600020' });
    await world.settled(
      () => world.deps.workers.withPhone('12066600020'),
      (ids) => ids.length > 1,
    );
    expect(await offered(typist)).toEqual({ items: [] });
    expect(await codeOf(typist.call('workers.claim', { workerId, name: '李石保' }))).toBe('claim_code_wrong');
  });
});

test('a strip of the gate claims what was registered with it; check-in and cards are the person’s from then on', async () => {
  const { fair, booth, organizer, recruiter, employerId, jobId } = await world.anOpenFair();
  const { from: number } = await world.printedStrips(fair.fairId, 1);
  const gate = { fairId: fair.fairId, gate: '东门', deviceId: 'device-gate-1', nonce: 'nonce-strip-1' };
  await organizer.call('attendance.registerWalkIn', { ...gate, number, name: '陆德才', trades: ['electrician'], agreed: true });
  const at = { fairId: fair.fairId, boothNo: booth.boothNo };
  await recruiter.call('cards.leaveFor', { ...at, number, jobId, agreed: true, consent: { employerId, version: '1' } });
  await recruiter.call('cards.answer', { ...at, number, answer: 'want', jobId, nonce: 'nonce-answer-1' });

  const person = someone();
  const strip = world.deps.codes.signAt('N', fair.fairId, number);
  expect(await codeOf(person.call('workers.claim', { code: strip, name: '陆德' }))).toBe('claim_name_differs');
  expect(await person.call('workers.claim', { code: strip, name: '陆德才' })).toMatchObject({ wish: { trades: ['electrician'] } });
  expect((await person.call('attendance.mine', {})).items).toMatchObject([{ number, fairId: fair.fairId }]);
  expect((await person.call('cards.mine', {})).items).toMatchObject([{ answer: 'want' }]);
  expect(await person.call('cards.reply', { ...at, reply: 'accepted' })).toMatchObject({ reply: 'accepted' });
  expect((await person.call('workers.views', {})).items.map((v) => v.what)).toContain('card');
  expect(await codeOf(someone().call('workers.claim', { code: strip, name: '陆德才' }))).toBe('worker_claimed');
});

describe('the paired bureaus of Shanghai', () => {
  const version = '2026-11';
  const receivers = ['宝山区人社局', '上海市人社局'];
  const elsewhereOf = async (workerId: WorkerId) => (await world.deps.consents.of([workerId])).find((c) => c.purpose === 'elsewhere');
  const later = (): void => {
    world.clock.now = afterMinutes(world.clock.now, 1);
  };

  test('see somebody without a phone only once that person said so aloud, by name and in which words', async () => {
    const { proxy, person, workerId } = await aProxied();
    expect(person.elsewhere).toEqual({ receivers, isGiven: false });
    expect((await world.deps.workers.get(workerId)).sharedWith).toBeUndefined();
    expect(await proxy.call('proxies.sayElsewhere', { workerId, is: true, version })).toMatchObject({ elsewhere: { isGiven: true } });
    expect((await world.deps.workers.get(workerId)).sharedWith).toEqual(['310113', '310000']);
    expect(await elsewhereOf(workerId)).toMatchObject({ how: 'spoken', receiver: receivers.join('、'), version });
    later();
    expect(await proxy.call('proxies.sayElsewhere', { workerId, is: false, version })).toMatchObject({ elsewhere: { isGiven: false } });
    expect((await world.deps.workers.get(workerId)).sharedWith).toBeUndefined();
    expect(await elsewhereOf(workerId)).toHaveProperty('withdrawnAt');
    expect(await codeOf(someone().call('proxies.sayElsewhere', { workerId, is: true, version }))).toBe('not_allowed');
  });
  test('are asked for nobody whose home has no pairing', async () => {
    const { proxy, person, workerId } = await aProxied({ home: { regionCode: '530602', town: '靖安镇' } });
    expect(person).not.toHaveProperty('elsewhere');
    expect(await codeOf(proxy.call('proxies.sayElsewhere', { workerId, is: true, version }))).toBe('invalid_input');
  });
  test('go on seeing who takes the record over, until that person says no', async () => {
    const { proxy, workerId } = await aProxied({ name: '田石保' });
    await proxy.call('proxies.sayElsewhere', { workerId, is: true, version });
    const { code } = await proxy.call('proxies.claimCode', { workerId });
    later();
    const person = someone();
    expect(await person.call('workers.claim', { code, name: '田石保', keepsProxies: true })).toMatchObject({ sharedWith: ['310113', '310000'] });
    expect(await codeOf(proxy.call('proxies.sayElsewhere', { workerId: idOf(person), is: true, version }))).toBe('not_allowed');
    later();
    const { items } = await person.call('consents.withdraw', { purpose: 'elsewhere' });
    expect(items.find((c) => c.purpose === 'elsewhere')).toHaveProperty('withdrawnAt');
    expect(await person.call('workers.me', {})).not.toHaveProperty('sharedWith');
  });
});
