import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { FairForm } from '@shanhai/shared/contract/fairs.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFairForm, noon } from '../support/builders.ts';
import { type Actor, actorOf } from '../support/call.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { aWorker, codeOf, lasting, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let sequence = 0;
const at = (minutes: number): string => afterMinutes(noon, minutes);
const personCode = (n: number): string => world.deps.codes.sign('P', aWorker(world, n).session.workerId);

async function aFair(over: Partial<FairForm>) {
  world.clock.now = noon;
  const open = await world.anOpenFair(over);
  return { fairId: open.fair.fairId, organizer: lasting(world, open.organizer), fair: open.fair };
}
const scanBy = (by: Actor, fairId: FairId) => (shown: object) =>
  by.call('attendance.scan', { fairId, gate: '东门', deviceId: 'device-gate-1', nonce: `pass-${String(++sequence).padStart(6, '0')}`, ...shown });
const boardOf = (by: Actor, fairId: FairId, isSettled: (board: { present: number; inside?: number | undefined }) => boolean) =>
  world.settled(() => by.call('reports.board', { fairId }), isSettled);

describe('a fair that counts exits', () => {
  let fairId: FairId;
  let organizer: Actor;
  beforeAll(async () => {
    ({ fairId, organizer } = await aFair({ countsExits: true }));
  });

  test('shows how many are inside, and lets back in who went out', async () => {
    const scan = scanBy(organizer, fairId);
    const first = await scan({ code: personCode(1) });
    await scan({ code: personCode(2) });
    world.clock.now = at(10);
    expect(await scan({ code: personCode(1), direction: 'out' })).toMatchObject({ outcome: 'went_out', number: first.number });
    expect(await boardOf(organizer, fairId, (b) => b.inside === 1)).toMatchObject({ present: 2, inside: 1 });
    world.clock.now = at(20);
    expect(await scan({ code: personCode(1) })).toMatchObject({ outcome: 'back_in', number: first.number });
    expect(await boardOf(organizer, fairId, (b) => b.inside === 2)).toMatchObject({ present: 2, inside: 2 });
  });
  test('marks who comes in twice without having gone, and refuses nobody for it', async () => {
    const scan = scanBy(organizer, fairId);
    world.clock.now = at(30);
    const said = await scan({ code: personCode(2) });
    expect(said).toMatchObject({ outcome: 'already', flags: ['no_exit'] });
    expect((await scan({ code: personCode(2) })).outcome).toBe('already');
  });
  test('takes a number out as well as a code, and nobody who never came', async () => {
    const scan = scanBy(organizer, fairId);
    world.clock.now = at(40);
    const { number } = await scan({ code: personCode(3) });
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, number),
      (row) => row !== undefined,
    );
    world.clock.now = at(45);
    expect(await scan({ number, direction: 'out' })).toMatchObject({ outcome: 'went_out', number });
    expect(await codeOf(scan({ code: personCode(4), direction: 'out' }))).toBe('not_checked_in');
  });
  test('answers a passage sent again with the same nonce alike', async () => {
    world.clock.now = at(50);
    const shown = { code: personCode(3), nonce: 'pass-again-01' };
    const scan = scanBy(organizer, fairId);
    const first = await scan(shown);
    expect(first.outcome).toBe('back_in');
    expect(await scan(shown)).toEqual(first);
    expect(await world.deps.passages.ofPerson(fairId, aWorker(world, 3).session.workerId)).toHaveLength(2);
  });
  test('lets somebody back in who scans the poster again', async () => {
    const scan = scanBy(organizer, fairId);
    world.clock.now = at(60);
    await scan({ code: personCode(3), direction: 'out' });
    world.clock.now = at(70);
    const poster = world.deps.codes.signAt('S', fairId, 0);
    expect(await aWorker(world, 3).call('attendance.checkIn', { code: poster, deviceId: 'device-own-3' })).toMatchObject({ repeated: true });
    expect((await world.deps.attendance.find(aWorker(world, 3).session.workerId, fairId))?.isOut).toBe(false);
  });
  test('hears of an exit before the check-in it belongs to, and counts the person out all the same', async () => {
    world.clock.now = at(100);
    const early = aGateDevice(world, organizer, fairId, 'device-queue-1');
    const late = aGateDevice(world, organizer, fairId, 'device-queue-2');
    const { workerId } = aWorker(world, 9).session;
    const [out] = await late.send({ ...early.scan(workerId, at(90)), direction: 'out' });
    expect(out).toMatchObject({ outcome: 'done', flags: ['no_entry'] });
    const [came] = await early.send(early.scan(workerId, at(80)));
    expect(came?.outcome).toBe('done');
    expect(await world.deps.attendance.find(workerId, fairId)).toMatchObject({ at: at(80), isOut: true, passedAt: at(90) });
  });
});

test('a fair that does not count exits knows none', async () => {
  const { fairId, organizer } = await aFair({});
  const scan = scanBy(organizer, fairId);
  await scan({ code: personCode(1) });
  world.clock.now = at(10);
  expect(await scan({ code: personCode(1), direction: 'out' })).toMatchObject({ outcome: 'already' });
  expect(await organizer.call('reports.board', { fairId })).not.toHaveProperty('inside');
});

describe('a fair with a capacity', () => {
  test('never lets in more than it holds, however many come at once', async () => {
    const { fairId, organizer } = await aFair({ capacity: 5 });
    const scan = scanBy(organizer, fairId);
    const poster = world.deps.codes.signAt('S', fairId, 0);
    const come = (n: number) =>
      n % 2 ? scan({ code: personCode(100 + n) }) : aWorker(world, 100 + n).call('attendance.checkIn', { code: poster, deviceId: `device-own-${n}` });
    const codes = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        for (let tries = 0; ; tries++) {
          const code = await come(n).then(
            () => 'in',
            (error: { code: string }) => error.code,
          );
          if (code !== 'try_again' || tries > 5) return code;
        }
      }),
    );
    expect(codes.filter((code) => code === 'in')).toHaveLength(5);
    expect(codes.filter((code) => code === 'capacity_reached')).toHaveLength(7);
    expect(await world.deps.passages.inside(fairId)).toBe(5);
    expect((await boardOf(organizer, fairId, (b) => b.present === 5)).present).toBe(5);
  });
  test('has room again when somebody goes out or is taken back', async () => {
    const { fairId, organizer } = await aFair({ capacity: 1, countsExits: true });
    const scan = scanBy(organizer, fairId);
    await scan({ code: personCode(1) });
    expect(await codeOf(scan({ code: personCode(2) }))).toBe('capacity_reached');
    world.clock.now = at(5);
    await scan({ code: personCode(1), direction: 'out' });
    const { number } = await scan({ code: personCode(2) });
    expect(await codeOf(scan({ code: personCode(1) }))).toBe('capacity_reached');
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, number),
      (row) => row !== undefined,
    );
    await organizer.call('attendance.undo', { fairId, number, deviceId: 'device-gate-1' });
    world.clock.now = at(10);
    expect((await scan({ code: personCode(1) })).outcome).toBe('back_in');
  });
  test('lets one more in on a supervisor’s word, and keeps the word', async () => {
    const { fairId, organizer } = await aFair({ capacity: 1 });
    const scan = scanBy(organizer, fairId);
    await scan({ code: personCode(1) });
    expect(await scan({ code: personCode(2), override: '老人要坐' })).toMatchObject({ outcome: 'checked_in', flags: ['over_capacity'] });
    expect(await world.deps.passages.aboveCapacity(fairId)).toMatchObject([{ reason: '老人要坐', by: organizer.session.workerId }]);
    const { from } = await world.printedStrips(fairId, 2);
    const walkIn = { fairId, gate: '东门', deviceId: 'device-gate-1', number: from, name: '岩罕', trades: [], agreed: true as const };
    expect(await codeOf(organizer.call('attendance.registerWalkIn', { ...walkIn, nonce: 'walk-full-01' }))).toBe('capacity_reached');
    await organizer.call('attendance.registerWalkIn', { ...walkIn, nonce: 'walk-full-02', override: '和前面那位一家' });
    expect(await world.deps.passages.inside(fairId)).toBe(3);
  });
  test('records what happened without network above it, and marks it', async () => {
    const { fairId, organizer } = await aFair({ capacity: 1 });
    await scanBy(organizer, fairId)({ code: personCode(1) });
    world.clock.now = at(10);
    const device = aGateDevice(world, organizer, fairId, 'device-queue-3');
    expect(await device.send(device.scan('worker000777', at(5)))).toMatchObject([{ outcome: 'done', flags: ['over_capacity'] }]);
    const poster = world.deps.codes.signAt('S', fairId, 0);
    const tapped = { code: poster, deviceId: 'device-own-8', happenedAt: at(6) };
    await aWorker(world, 8).call('attendance.checkIn', tapped);
    expect((await world.deps.attendance.find(aWorker(world, 8).session.workerId, fairId))?.flags).toEqual(['over_capacity']);
  });
  test('is said before the gate opens, and never above the permit', async () => {
    const { fair, organizer } = await aFair({});
    const form = aFairForm({ capacity: 300 });
    expect(await refusalOf(organizer.call('fairs.change', { ...form, fairId: fair.fairId, version: fair.version }))).toMatchObject({
      code: 'fair_cannot_change',
      detail: { field: 'capacity' },
    });
    expect(await refusalOf(organizer.call('fairs.create', aFairForm({ expectedAttendance: 1200, capacity: 1500 })))).toMatchObject({
      code: 'invalid_input',
      detail: { field: 'capacity' },
    });
  });
});

describe('who comes with others', () => {
  const told = { relation: 'relative' as const, consent: 'spoken' as const, agreed: true as const, wish: { trades: [] } };
  let fairId: FairId;
  let organizer: Actor;
  let mother: Actor;
  let family: string[];
  beforeAll(async () => {
    ({ fairId, organizer } = await aFair({ capacity: 4 }));
    mother = aWorker(world, 60);
    const home = { regionCode: '530324', town: '板桥镇' };
    const names = ['岩温', '玉罕'];
    const made = await Promise.all(names.map((name, i) => mother.call('proxies.register', { ...told, name, home, nonce: `family-${i}-000001` })));
    family = made.map((one) => one.workerId);
  });
  const tap = (companions: string[]) =>
    mother.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-own-60', companions: companions as never });

  test('checks them in with the same tap, a number each, and nobody they do not act for', async () => {
    expect((await mother.call('attendance.companions', { fairId })).items).toHaveLength(2);
    const stranger = aWorker(world, 61).session.workerId;
    const { number, companions = [] } = await tap([...family.slice(0, 1), stranger]);
    expect(companions).toMatchObject([
      { workerId: family[0], repeated: false },
      { workerId: stranger, problem: 'not_allowed' },
    ]);
    expect(companions[0]?.number).not.toBe(number);
    expect(await world.deps.attendance.find(family[0] as never, fairId)).toMatchObject({ broughtBy: mother.session.workerId });
    expect(await world.deps.attendance.find(stranger, fairId)).toBeUndefined();
  });
  test('tapped again keeps every number', async () => {
    const first = await world.deps.attendance.find(family[0] as never, fairId);
    const { repeated, companions } = await tap(family.slice(0, 1));
    expect(repeated).toBe(true);
    expect(companions).toEqual([{ workerId: family[0], number: first?.number, repeated: true }]);
  });
  test('shows them to the gate by the person’s code, each with a code to be scanned by, and records the look', async () => {
    const { items } = await organizer.call('attendance.companionsOf', { fairId, code: personCode(60) });
    const left = items.find((one) => one.number === undefined);
    expect(left).toMatchObject({ town: '板桥镇' });
    expect(await scanBy(organizer, fairId)({ code: left?.code })).toMatchObject({ outcome: 'checked_in' });
    const views = await world.deps.workers.views(family[1] as never);
    expect(views.some((view) => view.role === 'organizer')).toBe(true);
  });
  test('lets in as many as there is room for, and says who has to wait', async () => {
    await scanBy(organizer, fairId)({ code: personCode(62) });
    const aunt = aWorker(world, 63);
    expect(await codeOf(aunt.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-own-63' }))).toBe(
      'capacity_reached',
    );
  });
});

describe('people at the gate', () => {
  let fairId: FairId;
  let organizer: Actor;
  let helper: Actor;
  const asSteward = async (): Promise<Actor> => actorOf(world.api, await helper.call('identity.act', { role: 'steward', scope: fairId }));
  const give = (duty: 'steward' | 'supervisor') =>
    organizer.call('stewards.add', { fairId, code: world.deps.codes.sign('P', helper.session.workerId), name: '周敏', duty });
  beforeAll(async () => {
    ({ fairId, organizer } = await aFair({ capacity: 1, countsExits: true }));
    helper = await world.signIn('worker05');
  });

  test('are given a duty by the code on their phone, and need to have opened the app', async () => {
    expect(await codeOf(organizer.call('stewards.add', { fairId, code: personCode(404), name: '没来过', duty: 'steward' }))).toBe('no_account_yet');
    expect(await give('steward')).toMatchObject({ name: '周敏', duty: 'steward' });
    expect((await organizer.call('stewards.list', { fairId })).items).toHaveLength(1);
    expect((await asSteward()).session.acting).toMatchObject({ role: 'steward', scope: fairId, duty: 'steward' });
  });
  test('scan as stewards, and are refused what a supervisor decides', async () => {
    const steward = await asSteward();
    const scan = scanBy(steward, fairId);
    expect((await scan({ code: personCode(1) })).outcome).toBe('checked_in');
    expect(await codeOf(scan({ code: personCode(2) }))).toBe('capacity_reached');
    expect(await codeOf(scan({ code: personCode(2), override: '我说了算' }))).toBe('not_allowed');
    expect(await codeOf(steward.call('attendance.refusals', { fairId }))).toBe('not_allowed');
    expect(await codeOf(steward.call('attendance.search', { fairId, q: '杨' }))).toBe('not_allowed');
    expect(await codeOf(steward.call('attendance.undo', { fairId, number: 1, deviceId: 'device-gate-2', isOthers: true }))).toBe('not_allowed');
    expect(await codeOf(steward.call('fairs.close', { fairId }))).toBe('not_allowed');
    expect((await steward.call('reports.board', { fairId })).capacity).toBe(1);
  });
  test('a steward’s word without network is nobody’s: the fact is marked, no override is written', async () => {
    const device = aGateDevice(world, await asSteward(), fairId, 'device-queue-4');
    expect(await device.send({ ...device.scan('worker000778', at(-5)), override: '我说了算' })).toMatchObject([{ outcome: 'done', flags: ['over_capacity'] }]);
    // nor is one that another device brings, whoever is signed in there
    const action = { ...device.scan('worker000779', at(-4)), override: '我说了算' };
    await organizer.call('attendance.upload', { fairId, deviceId: 'device-hub-01', from: device.deviceId, actions: [action] });
    expect(await world.deps.passages.aboveCapacity(fairId)).toEqual([]);
  });
  test('work at no other fair', async () => {
    const other = await aFair({});
    expect(await codeOf(scanBy(await asSteward(), other.fairId)({ code: personCode(1) }))).toBe('not_allowed');
  });
  test('as supervisors let one more in, take back another’s, and see refusals', async () => {
    const { workerId } = helper.session;
    expect(await organizer.call('stewards.change', { fairId, workerId, duty: 'supervisor' })).toMatchObject({ duty: 'supervisor' });
    const supervisor = await asSteward();
    const { number } = await scanBy(supervisor, fairId)({ code: personCode(2), override: '残疾人先进' });
    await world.settled(
      () => world.deps.attendance.carrierOf(fairId, number),
      (row) => row !== undefined,
    );
    expect(await codeOf(supervisor.call('attendance.undo', { fairId, number, deviceId: 'device-gate-2' }))).toBe('undo_other_device');
    expect(await supervisor.call('attendance.undo', { fairId, number, deviceId: 'device-gate-2', isOthers: true })).toMatchObject({ undone: true });
    expect((await supervisor.call('attendance.refusals', { fairId })).byReason).toMatchObject([{ code: 'capacity_reached' }]);
  });
  test('are out at once when the host takes them from the list', async () => {
    const supervisor = await asSteward();
    await organizer.call('stewards.remove', { fairId, workerId: helper.session.workerId });
    expect(await codeOf(scanBy(supervisor, fairId)({ code: personCode(5) }))).toBe('no_longer_steward');
    expect(await codeOf(asSteward())).toBe('role_not_held');
  });
});
