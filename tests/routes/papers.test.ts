import { remindOfVerification } from '@shanhai/functions/src/employers/duties.ts';
import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { consentVersion } from '@shanhai/shared/rules/cards.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, aFairForm, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { actingAs, aWorker, codeOf, lasting } from '../support/people.ts';
import { broughtIn, photographs } from '../support/pictures.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Actor;
let officer: Actor;
beforeAll(async () => {
  world = await startWorld();
  owner = await world.signIn('recruiter03');
  officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

let codes = 700;
const formWith = (papers: Awaited<ReturnType<typeof photographs>>) => anEmployerForm({ creditCode: aCreditCode(++codes), papers });
const recruiterOf = async (employerId: string): Promise<Actor> =>
  lasting(world, actorOf(world.api, await owner.call('identity.act', { role: 'recruiter', scope: employerId })));

/** Somebody who joined by the owner's invitation. */
async function colleagueOf(boss: Actor, employerId: EmployerId): Promise<Actor> {
  const colleague = await world.signIn('recruiter02');
  const { invitationId } = await boss.call('members.invite', { employerId });
  await colleague.call('members.join', { invitationId, name: '顾国强' });
  return actorOf(world.api, await colleague.call('identity.act', { role: 'recruiter', scope: employerId }));
}

async function registered() {
  const papers = await photographs(owner);
  const { employerId, creditCode } = await owner.call('employers.submit', formWith(papers));
  const agentId = papers.find((paper) => paper.purpose === 'agent_id') as (typeof papers)[number];
  return { employerId, creditCode, papers, agentId, recruiter: await recruiterOf(employerId) };
}

describe('the photographs of an employer', () => {
  test('are seen by its people and the officers of its region, and by nobody else', async () => {
    const { employerId, agentId, recruiter } = await registered();
    const { fileId } = agentId;
    const elsewhere = await world.staff('officer02', 'officer', '310117');
    const stranger = actingAs(world, { ...aWorker(world, 50).session, role: 'recruiter', scope: employerId });
    const strangers = [elsewhere, aWorker(world, 9), stranger];
    for (const who of [recruiter, await colleagueOf(recruiter, employerId), officer])
      expect((await fetch((await who.call('files.link', { fileId })).url)).status).toBe(200);
    for (const who of strangers) expect(await codeOf(who.call('files.link', { fileId }))).toBe('not_found');
  });

  test('are seen no more by who took them and left the employer since', async () => {
    const { employerId, agentId, recruiter } = await registered();
    const colleague = await colleagueOf(recruiter, employerId);
    await recruiter.call('members.change', { employerId, workerId: colleague.session.workerId, duty: 'owner' });
    await recruiter.call('members.remove', { employerId, workerId: recruiter.session.workerId });
    expect(await codeOf(owner.call('files.link', { fileId: agentId.fileId }))).toBe('not_found');
    expect(await codeOf(recruiter.call('files.link', { fileId: agentId.fileId }))).toBe('not_found');
    expect(await colleague.call('files.link', { fileId: agentId.fileId })).toMatchObject({ contentType: 'image/png' });
  });

  test('an officer’s look at the agent’s identity card is recorded, at the licence it is not', async () => {
    const { papers, agentId, recruiter } = await registered();
    const views = async () => (await owner.call('workers.views', {})).items.filter((view) => view.what === 'agent_id').length;
    const before = await views();
    for (const { fileId } of papers) await officer.call('files.link', { fileId });
    expect(await views()).toBe(before + 1);
    expect((await owner.call('workers.views', {})).items[0]).toMatchObject({ byName: '宝山区人社局', role: 'officer', what: 'agent_id' });
    await recruiter.call('files.link', { fileId: agentId.fileId });
    expect(await views()).toBe(before + 1);
  });

  test('of somebody else, of another employer, of another purpose or unfinished are refused, and nothing is registered', async () => {
    const { papers: taken } = await registered();
    const theirs = await photographs(aWorker(world, 8));
    const mixed = (await photographs(owner)).map((paper, i) => ({ ...paper, purpose: i ? paper.purpose : ('post' as const) }));
    const begun = await owner.call('files.start', { purpose: 'licence', contentType: 'image/png', size: 500 });
    for (const papers of [taken, theirs, mixed, [{ purpose: 'licence' as const, fileId: begun.fileId }]]) {
      const form = formWith(papers);
      expect(await codeOf(owner.call('employers.submit', form))).toBe('file_not_here');
      await owner.call('employers.submit', { ...form, papers: undefined });
    }
  });

  test('a third photograph of one purpose is refused', async () => {
    const three = await Promise.all([1, 2, 3].map(async () => ({ purpose: 'agent_id' as const, fileId: (await broughtIn(owner, 'agent_id')).fileId })));
    expect(await codeOf(owner.call('employers.submit', formWith(three)))).toBe('invalid_input');
    await owner.call('employers.submit', formWith(three.slice(0, 2)));
  });

  test('are exchanged one by one; what is not said again stays', async () => {
    const { employerId, creditCode, papers, recruiter } = await registered();
    const { fileId } = await broughtIn(recruiter, 'licence');
    const exchanged = papers.map((paper) => (paper.purpose === 'licence' ? { ...paper, fileId } : paper));
    expect(await recruiter.call('employers.change', { ...anEmployerForm({ creditCode, papers: exchanged }), employerId })).toMatchObject({ papers: exchanged });
    expect(await recruiter.call('employers.change', { ...anEmployerForm({ creditCode }), employerId })).toMatchObject({ papers: exchanged });
    await officer.call('files.link', { fileId });
  });

  test('that are not all there need the officer’s written reason', async () => {
    const { employerId } = await owner.call('employers.submit', formWith((await photographs(owner)).slice(1)));
    expect(await codeOf(officer.call('employers.verify', { employerId }))).toBe('employer_checks_failed');
    expect(await officer.call('employers.verify', { employerId, note: '看过原件' })).toMatchObject({ status: 'verified', verifyNote: '看过原件' });
  });
});

describe('a suspended employer', () => {
  test('is nowhere to be seen, takes no cards, keeps all it has, and comes back whole', async () => {
    const open = await world.anOpenFair();
    const { employerId, jobId, fair, booth, recruiter, organizer } = open;
    const { fairId } = fair;
    const worker = aWorker(world, 21);
    await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: 'device-0021' });
    const leave = () =>
      worker.call('cards.leave', { fairId, boothNo: booth.boothNo, jobId, name: '杨桂兰', trades: [], consent: { employerId, version: '1' } });
    const isListed = async () => (await call(world.api, 'jobs.list', {})).items.some((job) => job.jobId === jobId);
    const isAtFair = async () => (await call(world.api, 'fairs.booths', { fairId })).items.length > 0;
    expect([await isListed(), await isAtFair()]).toEqual([true, true]);

    expect(await officer.call('employers.suspend', { employerId, reason: 'complaint', note: '两人举报收押金' })).toMatchObject({ status: 'suspended' });
    // an instance remembers a fair's booths for five seconds
    world.clock.now = '2026-02-07T04:00:06.000Z';
    expect([await isListed(), await isAtFair()]).toEqual([false, false]);
    expect((await recruiter.call('messages.mine', {})).items).toContainEqual(
      expect.objectContaining({ kind: 'employer.suspended', words: expect.stringContaining('有举报，在查') }),
    );
    expect(await codeOf(worker.call('jobs.get', { jobId }))).toBe('not_found');
    expect(await codeOf(leave())).toBe('employer_suspended');
    expect((await organizer.call('fairs.booths', { fairId })).items).toMatchObject([{ withheld: true }]);
    expect((await recruiter.call('jobs.get', { jobId })).status).toBe('open');
    expect(await codeOf(recruiter.call('jobs.publish', { jobId: (await recruiter.call('jobs.create', aJobForm())).jobId }))).toBe('employer_not_verified');
    expect((await officer.call('employers.get', { employerId })).suspended).toMatchObject({ reason: 'complaint', note: '两人举报收押金' });
    expect((await recruiter.call('employers.get', { employerId })).suspended).not.toHaveProperty('note');
    expect((await officer.call('employers.list', { status: 'suspended' })).items.map((one) => one.employerId)).toContain(employerId);

    expect(await officer.call('employers.lift', { employerId })).toMatchObject({ status: 'verified' });
    world.clock.now = '2026-02-07T04:00:12.000Z';
    expect([await isListed(), await isAtFair()]).toEqual([true, true]);
    expect((await leave()).label).toBe(booth.label);
  });
});

describe('while an employer is suspended', () => {
  const stopped = 'employer_suspended';

  test('it reads nobody, answers nobody and meets nobody, and who waits for it is told so', async () => {
    world.clock.now = '2026-02-07T04:00:20.000Z';
    const open = await world.anOpenFair();
    const { employerId, jobId, recruiter } = open;
    const at = { fairId: open.fair.fairId, boothNo: open.booth.boothNo };
    const worker = aWorker(world, 31);
    const { workerId } = worker.session;
    const { number } = await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', at.fairId, 0), deviceId: 'device-0031' });
    await worker.call('cards.leave', { ...at, jobId, name: '杨桂兰', phone: '12066600021', trades: [], consent: { employerId, version: '1' } });
    await worker.call('applications.apply', { jobId, name: '杨桂兰', phone: '12066600021', trades: [], consent: { employerId, version: '1' } });
    await recruiter.call('applications.answer', { jobId, workerId, answer: 'interview', interviewKind: 'on_site' });
    const offer = (nonce: string) =>
      recruiter.call('interviews.offer', { jobId, kind: 'on_site', place: '厂里', minutes: 30, seats: 2, startsAt: ['2026-02-10T02:00:00.000Z'], nonce });
    const [slot] = (await offer('paused-00001')).items;
    const slotId = slot?.slotId ?? '';
    expect((await worker.call('interviews.offered', { jobId })).items).toHaveLength(1);
    expect((await recruiter.call('cards.snapshot', at)).cards).toHaveLength(1);

    await officer.call('employers.suspend', { employerId, reason: 'complaint' });
    const attempts = [
      recruiter.call('cards.find', { ...at, number }),
      recruiter.call('cards.atBooth', at),
      recruiter.call('cards.leaveFor', { ...at, number, agreed: true, consent: { employerId, version: '1' } }),
      recruiter.call('cards.answer', { ...at, number, answer: 'want', nonce: 'nonce-paused-2' }),
      recruiter.call('applications.waiting', { employerId }),
      recruiter.call('applications.ofJob', { jobId }),
      recruiter.call('applications.open', { jobId, workerId }),
      recruiter.call('applications.answer', { jobId, workerId, answer: 'want' }),
      recruiter.call('applications.refuseMany', { jobId, workerIds: [workerId], reason: 'full' }),
      recruiter.call('interviews.ofJob', { jobId }),
      recruiter.call('interviews.moveSlot', { jobId, slotId, startsAt: '2026-02-11T02:00:00.000Z', reason: 'schedule' }),
      worker.call('interviews.take', { jobId, slotId }),
      offer('paused-00002'),
    ];
    expect(await Promise.all(attempts.map(codeOf))).toEqual(attempts.map(() => stopped));
    expect(await recruiter.call('cards.snapshot', at)).toMatchObject({ withheld: true, cards: [] });
    expect((await worker.call('interviews.offered', { jobId })).items).toEqual([]);
    expect((await worker.call('cards.mine', {})).items).toMatchObject([{ isPaused: true }]);
    expect((await worker.call('applications.mine', {})).items).toMatchObject([{ isPaused: true }]);
    expect(await worker.call('applications.get', { jobId })).toMatchObject({ isPaused: true });

    await officer.call('employers.lift', { employerId });
    expect((await recruiter.call('cards.find', { ...at, number })).card).toMatchObject({ name: '杨桂兰' });
    expect((await worker.call('cards.mine', {})).items[0]).not.toHaveProperty('isPaused');
  });
});

describe('a booth whose employer changed its papers', () => {
  test('says that it waits, and takes no new card until it is verified again', async () => {
    world.clock.now = '2026-02-07T04:00:40.000Z';
    const { employerId, fair, booth, recruiter } = await world.anOpenFair();
    const at = { fairId: fair.fairId, boothNo: booth.boothNo };
    const worker = aWorker(world, 41);
    await worker.call('attendance.checkIn', { code: world.deps.codes.signAt('S', at.fairId, 0), deviceId: 'device-0041' });
    const leave = () => worker.call('cards.leave', { ...at, name: '杨桂兰', trades: [], consent: { employerId, version: '1' } });
    const { creditCode } = await recruiter.call('employers.get', { employerId });
    const papers = await photographs(recruiter);
    await recruiter.call('employers.change', { ...anEmployerForm({ creditCode, papers, address: '月浦镇 13 号' }), employerId });
    world.clock.now = '2026-02-07T04:00:46.000Z';
    const shown = async () => (await call(world.api, 'fairs.booths', { fairId: at.fairId })).items[0];
    expect(await shown()).toMatchObject({ isWaiting: true });
    expect(await codeOf(leave())).toBe('employer_not_verified');
    await officer.call('employers.verify', { employerId, note: '看过原件' });
    world.clock.now = '2026-02-07T04:00:52.000Z';
    expect(await shown()).not.toHaveProperty('isWaiting');
    expect((await leave()).label).toBe(booth.label);
  });
});

describe('an employer whose verification has run out', () => {
  const begins = '2026-08-06T01:00:00.000Z';
  test('is shown as verified nowhere, takes no new card or application, and who waits for it is told so', async () => {
    world.clock.now = '2026-02-07T04:01:00.000Z';
    const { employerId, jobId, recruiter } = await world.anOpenJob('recruiter01', { expiresOn: '2026-12-31' });
    const organizer = await world.staff('organizer01', 'organizer', '530324');
    const { fairId } = await organizer.call('fairs.create', aFairForm({ opensAt: begins, closesAt: '2026-08-07T12:00:00.000Z' }));
    const { boothNo } = await organizer.call('fairs.invite', { fairId, employerId, label: 'A03', jobIds: [jobId] });
    await organizer.call('fairs.publish', { fairId });
    const at = { fairId, boothNo };
    const [worker, other] = [aWorker(world, 43), aWorker(world, 44)];
    const consent = { employerId, version: consentVersion };
    const said = { name: '杨桂兰', phone: '12066600001', trades: [], consent };
    world.clock.now = '2026-08-06T04:00:00.000Z';
    for (const who of [worker, other])
      await who.call('attendance.checkIn', { code: world.deps.codes.signAt('S', at.fairId, 0), deviceId: `device-${who.session.workerId}` });
    await worker.call('cards.leave', { ...at, ...said });
    await worker.call('applications.apply', { jobId, ...said });
    const stands = async () => [(await worker.call('cards.mine', {})).items[0], (await worker.call('applications.mine', {})).items[0]];
    for (const one of await stands()) expect(one).not.toHaveProperty('isUnverified');
    await remindOfVerification.run(world.deps);
    world.clock.now = '2026-08-06T15:59:00.000Z';
    await remindOfVerification.run(world.deps);
    const shown = async () => (await call(world.api, 'fairs.booths', { fairId: at.fairId })).items[0];
    expect(await shown()).not.toHaveProperty('isWaiting');
    expect((await call(world.api, 'jobs.get', { jobId })).employer).toMatchObject({ status: 'verified', verifiedOn: '2026-02-07' });

    world.clock.now = '2026-08-06T16:00:00.000Z';
    await remindOfVerification.run(world.deps);
    await remindOfVerification.run(world.deps);
    expect(await shown()).toMatchObject({ isWaiting: true });
    world.clock.now = '2026-08-06T16:00:06.000Z';
    expect(await codeOf(other.call('cards.leave', { ...at, ...said }))).toBe('employer_not_verified');
    expect(await codeOf(other.call('applications.apply', { jobId, ...said }))).toBe('employer_not_verified');
    const { employer } = await call(world.api, 'jobs.get', { jobId });
    expect(employer.status).toBe('waiting');
    expect(employer).not.toHaveProperty('verifiedBy');
    for (const one of await stands()) expect(one).toMatchObject({ isUnverified: true });
    const mine = lasting(world, recruiter);
    const told = (await mine.call('messages.mine', {})).items.filter((one) => one.kind === 'employer.verification_ended');
    expect(told.map((one) => one.title)).toEqual([expect.stringContaining('2026-08-06 到期了')]);

    await officer.call('employers.verify', { employerId, note: '看过原件' });
    const again = await shown();
    expect(again).toMatchObject({ employerVerifiedOn: '2026-08-07', employerVerifiedBy: '宝山区人社局' });
    expect(again).not.toHaveProperty('isWaiting');
    for (const one of await stands()) expect(one).not.toHaveProperty('isUnverified');
  });
});

describe('a verification that ends within the month', () => {
  test('is told once, shown to the officer, and given again without hiding anything', async () => {
    const { employerId, creditCode, papers, recruiter } = await registered();
    await recruiter.call('employers.change', { ...anEmployerForm({ creditCode, papers, authorisedUntilOn: '2027-12-31' }), employerId });
    await officer.call('employers.verify', { employerId });
    const due = async () => (await world.deps.employers.toRemind(world.clock.now)).some((one) => one.employerId === employerId);
    world.clock.now = '2026-07-07T00:59:00.000Z';
    expect(await due()).toBe(false);
    world.clock.now = '2026-07-07T01:00:00.000Z';
    expect(await due()).toBe(true);
    await remindOfVerification.run(world.deps);
    await remindOfVerification.run(world.deps);
    expect(await due()).toBe(false);
    const told = (await recruiter.call('messages.mine', {})).items.filter((one) => one.kind === 'employer.verification_ends');
    expect(told.map((one) => one.title)).toEqual(['月汀钢构的核验 2026-08-06 到期']);
    expect(await recruiter.call('employers.get', { employerId })).toMatchObject({ status: 'verified', remindedOfOn: '2026-08-06' });
    expect(await officer.call('employers.verify', { employerId })).toMatchObject({ status: 'verified', verifiedOn: '2026-07-07' });
    world.clock.now = '2026-12-04T01:00:00.000Z';
    expect(await due()).toBe(true);
  });
});
