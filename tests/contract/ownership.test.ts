import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aFairForm, aJobForm, anEmployerForm } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, refusalOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let mine: Awaited<ReturnType<World['anOpenFair']>>;
let worker: Actor;
let number: number;
/** People of the right role over something else. */
let strangers: { recruiter: Actor; organizer: Actor; officer: Actor; worker: Actor };
beforeAll(async () => {
  world = await startWorld();
  mine = await world.anOpenFair();
  const other = await world.anOpenJob('recruiter02');
  const workerId = 'stranger0001' as WorkerId;
  strangers = {
    recruiter: other.recruiter,
    organizer: actingAs(world, { workerId, role: 'organizer', scope: '530602' }),
    officer: actingAs(world, { workerId, role: 'officer', scope: '310117' }),
    worker: aWorker(world, 99),
  };
  worker = aWorker(world, 1);
  ({ number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', mine.fair.fairId, 0), deviceId: 'device-0001' }));
  const { fair, booth, employerId, jobId } = mine;
  const consent = { employerId, version: '1' };
  await worker.call('cards.leave', { fairId: fair.fairId, boothNo: booth.boothNo, jobId, name: '杨桂兰', trades: [], consent });
  await worker.call('applications.apply', { jobId, name: '杨桂兰', phone: '12066600001', trades: [], consent });
  await world.settled(
    () => world.deps.attendance.carrierOf(fair.fairId, number),
    (row) => row !== undefined,
  );
});
afterAll(() => world.stop());

type Attempt = [what: string, asked: () => Promise<unknown>];
const ids = () => ({ fairId: mine.fair.fairId, boothNo: mine.booth.boothNo, employerId: mine.employerId, jobId: mine.jobId });
const who = () => ({ ...ids(), workerId: worker.session.workerId });
const gate = () => ({ ...ids(), gate: '东门', deviceId: 'device-gate-1', nonce: 'nonce-000001' });

const role = (scope: string) => ({ role: 'organizer' as const, scope, untilOn: '2026-12-31' });
const personCode = (): string => world.deps.codes.sign('P', worker.session.workerId);
const oddTask = 'odd.mass_apply.worker000001.2026-02-07';

const attempts: Attempt[] = [
  ['another employer’s data, by a recruiter', () => strangers.recruiter.call('employers.get', ids())],
  ['another employer, changed by a recruiter', () => strangers.recruiter.call('employers.change', { ...anEmployerForm(), ...ids() })],
  ['reports about an opening of another district, read', () => strangers.officer.call('complaints.ofJob', ids())],
  ['reports about an opening of another district, decided', () => strangers.officer.call('complaints.decide', { ...ids(), outcome: 'unfounded' })],
  ['another employer’s colleagues', () => strangers.recruiter.call('members.list', ids())],
  ['a code into another employer', () => strangers.recruiter.call('members.invite', ids())],
  [
    'another employer’s colleague, made owner',
    () => strangers.recruiter.call('members.change', { ...ids(), workerId: mine.recruiter.session.workerId, duty: 'owner' }),
  ],
  ['another employer’s colleague, taken out', () => strangers.recruiter.call('members.remove', { ...ids(), workerId: mine.recruiter.session.workerId })],
  ['another employer’s list of openings', () => strangers.recruiter.call('jobs.mine', ids())],
  ['another employer’s opening, changed', () => strangers.recruiter.call('jobs.change', { ...aJobForm(), ...ids(), version: 1 })],
  ['another employer’s opening, published', () => strangers.recruiter.call('jobs.publish', ids())],
  ['another employer’s opening, paused', () => strangers.recruiter.call('jobs.pause', ids())],
  ['another employer’s opening, closed', () => strangers.recruiter.call('jobs.close', { ...ids(), reason: 'mistake' })],
  ['who fits another employer’s opening', () => strangers.recruiter.call('search.workersFor', ids())],
  ['somebody, asked to another employer’s opening', () => strangers.recruiter.call('search.invite', who())],
  ['who fits an opening, recommended by an officer of elsewhere', () => strangers.officer.call('search.override', { ...who(), reason: '会干' })],
  ['another employer’s booth, filled with openings', () => strangers.recruiter.call('fairs.attach', { ...ids(), jobIds: [] })],
  ['another booth’s cards', () => strangers.recruiter.call('cards.atBooth', ids())],
  ['a person at another booth', () => strangers.recruiter.call('cards.find', { ...ids(), number })],
  [
    'a card at another booth, left for somebody',
    () => strangers.recruiter.call('cards.leaveFor', { ...ids(), number, agreed: true, consent: { employerId: mine.employerId, version: '1' } }),
  ],
  ['another booth’s cards, loaded onto a device', () => strangers.recruiter.call('cards.snapshot', ids())],
  [
    'another booth’s cards, with the queue of a device',
    () =>
      strangers.recruiter.call('cards.upload', {
        ...ids(),
        deviceId: 'device-0001',
        actions: [{ kind: 'answer', nonce: 'nonce-000001', happenedAt: '2026-02-07T04:00:00.000Z', number, answer: 'want' }],
      }),
  ],
  ['a card at another booth, answered', () => strangers.recruiter.call('cards.answer', { ...ids(), number, answer: 'want', nonce: 'nonce-000001' })],

  ['another employer’s import, looked at', () => strangers.recruiter.call('imports.get', { importId: 'ml0abcde1234' })],
  ['another employer’s import, gone on with', () => strangers.recruiter.call('imports.step', { importId: 'ml0abcde1234' })],
  ['another county’s person in two versions', () => strangers.officer.call('imports.conflict', { conflictId: '530324.worker000001.aB3dE6gH' })],
  [
    'another county’s person in two versions, settled',
    () => strangers.officer.call('imports.settle', { conflictId: '530324.worker000001.aB3dE6gH', takes: [] }),
  ],
  ['another district’s list to escort people, by Shanghai', () => strangers.officer.call('exports.people', { purpose: 'escort' })],

  ['the whole resident id of a person of another county', () => strangers.officer.call('people.revealId', { ...who(), reason: 'subsidy' })],
  ['a role in another district, given', () => strangers.officer.call('identity.grantRole', { ...role('310113'), code: personCode() })],
  ['a role in another district, renewed', () => strangers.officer.call('identity.renewRole', { ...who(), ...role('310113') })],
  ['a role in another district, taken back', () => strangers.officer.call('identity.revokeRole', { ...who(), ...role('310113') })],
  ['odd use of another region, read', () => strangers.officer.call('tasks.get', { taskId: oddTask })],
  ['odd use of another region, settled', () => strangers.officer.call('tasks.settleOdd', { taskId: oddTask, outcome: 'harmless' })],
  ['an employer of another district, verified', () => strangers.officer.call('employers.verify', ids())],
  ['an employer of another district, sent back', () => strangers.officer.call('employers.sendBack', { ...ids(), reasons: ['code_wrong'] })],
  ['a fair of others, allocated by an officer', () => strangers.officer.call('allocations.proposeForFair', ids())],
  ['a fair of others, allocated by an organizer', () => strangers.organizer.call('allocations.proposeForFair', ids())],
  ['a pairing of others, allocated', () => strangers.officer.call('allocations.proposeForPairing', { pairingId: 'baoshan-qujing' })],
  ['an employer of another district, suspended', () => strangers.officer.call('employers.suspend', { ...ids(), reason: 'complaint' })],
  ['a suspended employer of another district, lifted', () => strangers.officer.call('employers.lift', ids())],
  ['an opening in another district, judged', () => strangers.officer.call('jobs.judgeEssential', { ...ids(), version: 1, isNeeded: false, note: '' })],
  ['an employer of another district, read', () => strangers.officer.call('employers.get', ids())],
  ['the board of a fair of others, by an officer', () => strangers.officer.call('reports.board', ids())],
  ['the report of a fair of others, by an officer', () => strangers.officer.call('reports.fairReport', ids())],
  ['the refusals of a fair of others, by an officer', () => strangers.officer.call('attendance.refusals', ids())],

  ['a fair in another county, created', () => strangers.organizer.call('fairs.create', aFairForm())],
  ['another organizer’s fair, changed', () => strangers.organizer.call('fairs.change', { ...aFairForm(), ...ids(), version: mine.fair.version })],
  [
    'another organizer’s fair, taken over',
    () => strangers.organizer.call('fairs.change', { ...aFairForm({ hostRegion: '530602' }), ...ids(), version: mine.fair.version }),
  ],
  ['another organizer’s fair, with an invitation', () => strangers.organizer.call('fairs.invite', { ...ids(), label: 'Z01', jobIds: [] })],
  ['another organizer’s booth, filled', () => strangers.organizer.call('fairs.attach', { ...ids(), jobIds: [] })],
  ['another organizer’s booth, removed', () => strangers.organizer.call('fairs.removeBooth', ids())],
  ['another organizer’s fair, asked what is missing', () => strangers.organizer.call('fairs.missing', ids())],
  ['another organizer’s fair, published', () => strangers.organizer.call('fairs.publish', ids())],
  ['another organizer’s fair, closed', () => strangers.organizer.call('fairs.close', ids())],
  [
    'another organizer’s fair, with presence counted otherwise',
    () => strangers.organizer.call('fairs.setPresence', { ...ids(), code: 'rotating', confirmsAtGate: true }),
  ],
  ['another organizer’s key of a screen', () => strangers.organizer.call('fairs.screenKey', ids())],
  ['another organizer’s print pack', () => strangers.organizer.call('fairs.printPack', { ...ids(), strips: 1 })],
  ['another organizer’s gate, scanning', () => strangers.organizer.call('attendance.scan', { ...gate(), number })],
  [
    'another organizer’s gate, registering',
    () => strangers.organizer.call('attendance.registerWalkIn', { ...gate(), number, name: '岩罕', trades: [], agreed: true }),
  ],
  ['another organizer’s people at the gate', () => strangers.organizer.call('stewards.list', ids())],
  [
    'somebody at another organizer’s gate',
    () => strangers.organizer.call('stewards.add', { ...ids(), code: world.deps.codes.sign('P', worker.session.workerId), name: '周敏', duty: 'steward' }),
  ],
  ['another duty at another organizer’s gate', () => strangers.organizer.call('stewards.change', { ...who(), duty: 'supervisor' })],
  ['taking somebody from another organizer’s gate', () => strangers.organizer.call('stewards.remove', who())],
  [
    'who came along, at another organizer’s gate',
    () => strangers.organizer.call('attendance.companionsOf', { ...ids(), code: world.deps.codes.sign('P', worker.session.workerId) }),
  ],
  ['another organizer’s gate, searching', () => strangers.organizer.call('attendance.search', { ...ids(), q: '杨' })],
  ['another organizer’s gate, undoing', () => strangers.organizer.call('attendance.undo', { ...gate(), number })],
  ['another organizer’s gate, loaded onto a device', () => strangers.organizer.call('attendance.snapshot', ids())],
  [
    'another organizer’s gate, with the queue of a device',
    () =>
      strangers.organizer.call('attendance.upload', {
        ...gate(),
        actions: [{ kind: 'refused', nonce: 'nonce-000001', gate: '东门', happenedAt: '2026-02-07T04:00:00.000Z', code: 'wrong_fair' }],
      }),
  ],
  ['another organizer’s refusals', () => strangers.organizer.call('attendance.refusals', ids())],
  ['another organizer’s board', () => strangers.organizer.call('reports.board', ids())],
  ['another organizer’s report', () => strangers.organizer.call('reports.fairReport', ids())],

  [
    'a device of another employer’s booth, told of',
    () => strangers.recruiter.call('devices.reportBooth', { ...ids(), deviceId: 'device-booth-9', queue: 0, appVersion: '0.1.0' }),
  ],
  ['another employer’s booth, loaded onto a device', () => strangers.recruiter.call('cards.snapshot', { ...ids(), deviceId: 'device-booth-9' })],
  [
    'what a revoked device of another organizer’s fair sent',
    () => strangers.organizer.call('cards.settleHeld', { ...ids(), deviceId: 'device-booth-9', isTaken: true, nonces: ['nonce-000001'] }),
  ],
  ['another employer’s people who wait', () => strangers.recruiter.call('applications.waiting', ids())],
  ['the people of another employer’s opening', () => strangers.recruiter.call('applications.ofJob', ids())],
  ['somebody who applied elsewhere, opened', () => strangers.recruiter.call('applications.open', who())],
  ['somebody who applied elsewhere, answered', () => strangers.recruiter.call('applications.answer', { ...who(), answer: 'want' })],
  [
    'people who applied elsewhere, refused',
    () => strangers.recruiter.call('applications.refuseMany', { ...ids(), workerIds: [worker.session.workerId], reason: 'full' }),
  ],
  [
    'somebody who applied elsewhere, said to have come',
    () => strangers.recruiter.call('applications.workerArrived', { ...who(), says: 'arrived', on: '2026-02-07' }),
  ],
  ['the silence of an employer of another district', () => strangers.officer.call('applications.silent', ids())],
  ['an employer of another district, urged', () => strangers.officer.call('applications.urge', ids())],
  ['another employer’s promise', () => strangers.recruiter.call('applications.promise', { ...ids(), days: 1 })],
  ['an application somebody else sent, read', () => strangers.worker.call('applications.get', ids())],
  ['an application somebody else sent, taken back', () => strangers.worker.call('applications.withdraw', ids())],
  ['an application somebody else sent, replied to', () => strangers.worker.call('applications.reply', { ...ids(), reply: 'accepted' })],
  ['an application somebody else sent, arrived', () => strangers.worker.call('applications.arrived', { ...ids(), says: 'confirmed' })],

  ['a card somebody else left, taken back', () => strangers.worker.call('cards.withdraw', ids())],
  ['a card somebody else left, replied to', () => strangers.worker.call('cards.reply', { ...ids(), reply: 'accepted' })],
];

describe('what belongs to somebody else is refused:', () => {
  test.each(attempts)('%s', async (_, asked) => {
    const { code, status } = await refusalOf(asked());
    expect([403, 404]).toContain(status);
    expect(['not_allowed', 'not_found', 'role_not_yours_to_give', 'card_missing', 'application_missing']).toContain(code);
  });
  test('and nothing of it was changed', async () => {
    const [item] = (await worker.call('cards.mine', {})).items;
    expect(item).toMatchObject({ label: 'A03' });
    expect(item).not.toHaveProperty('answer');
    expect(item).not.toHaveProperty('withdrawnAt');
    expect(await mine.recruiter.call('jobs.get', { jobId: mine.jobId })).toMatchObject({ status: 'open' });
    expect((await mine.organizer.call('fairs.booths', { fairId: mine.fair.fairId })).items).toMatchObject([{ openings: [{ jobId: mine.jobId }] }]);
    expect(await strangers.worker.call('cards.mine', {})).toEqual({ items: [] });
    expect(await strangers.worker.call('attendance.mine', {})).toEqual({ items: [] });
  });
});

test('an id that nobody has is not found', async () => {
  const nobody = { fairId: 'nofair000' as never, jobId: 'nojob0000001' as never, employerId: 'noemployer01' as never };
  const asked = [
    mine.organizer.call('fairs.publish', nobody),
    mine.organizer.call('reports.board', nobody),
    mine.recruiter.call('jobs.publish', nobody),
    strangers.officer.call('employers.verify', nobody),
    mine.recruiter.call('cards.atBooth', { ...nobody, boothNo: 1 }),
  ];
  expect(await Promise.all(asked.map(async (one) => (await refusalOf(one)).code))).toEqual(asked.map(() => 'not_found'));
});
