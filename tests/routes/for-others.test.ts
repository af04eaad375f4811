import type { EmployerForm } from '@shanhai/shared/contract/employers.ts';
import type { JobForm } from '@shanhai/shared/contract/jobs.ts';
import type { FoundJob } from '@shanhai/shared/contract/search.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf, call } from '../support/call.ts';
import { codeOf, lasting, refusalOf } from '../support/people.ts';
import { photographs } from '../support/pictures.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Actor;
let officer: Actor;
beforeAll(async () => {
  world = await startWorld();
  owner = lasting(world, await world.signIn('recruiter03'));
  officer = lasting(world, await world.staff('officer01', 'officer', '310113'));
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const clientCode = aCreditCode(801);
const client = { unitName: '淞岚物业（上海）有限公司', creditCode: clientCode, authorisedUntilOn: '2026-12-31' };
const licence = { serviceLicenceNo: '530324001', serviceLicenceUntilOn: '2026-12-31' };
const aBroker: Partial<EmployerForm> = { kind: 'labour_broker', shortName: '老周找活', ...licence, clientName: client.unitName, clientCode };

let codes = 810;
const submit = async (over: Partial<EmployerForm>) =>
  owner.call('employers.submit', anEmployerForm({ creditCode: aCreditCode(++codes), papers: await photographs(owner, over.kind), ...over }));
const checksOf = async (over: Partial<EmployerForm>) => {
  const { employerId } = await submit(over);
  return (await refusalOf(officer.call('employers.verify', { employerId, note: '先过' }))).detail.checks;
};
async function hiring(over: Partial<EmployerForm>) {
  const { employerId } = await submit(over);
  await officer.call('employers.verify', { employerId });
  const recruiter = lasting(world, actorOf(world.api, await owner.call('identity.act', { role: 'recruiter', scope: employerId })));
  const publish = async (form: Partial<JobForm>) => recruiter.call('jobs.publish', { jobId: (await recruiter.call('jobs.create', aJobForm(form))).jobId });
  return { employerId, recruiter, publish };
}

/** Asks until the index has it; it is at most a few seconds behind the table. */
async function found(jobId: string): Promise<FoundJob | undefined> {
  for (let tries = 0; tries < 80; tries++) {
    const one = (await call(world.api, 'search.jobs', {})).items.find((item) => item.jobId === jobId);
    if (one) return one;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

describe('an opening that is for another', () => {
  const anAgency: Partial<EmployerForm> = { kind: 'agency', shortName: '茸汇人才', ...licence };
  test('names the employer in the search, where that name finds it, and in the list', async () => {
    const { publish } = await hiring(anAgency);
    const { jobId } = await publish({ title: '保洁', onBehalfOf: client });
    expect(await found(jobId)).toMatchObject({ clientName: client.unitName, employer: { shortName: '茸汇人才' } });
    expect((await call(world.api, 'search.jobs', { words: '淞岚物业' })).items.map((item) => item.jobId)).toContain(jobId);
    const listed = (await call(world.api, 'jobs.list', {})).items.find((one) => one.jobId === jobId);
    expect(listed?.onBehalfOf?.unitName).toBe(client.unitName);
  });
  test('of an employer itself names nobody else', async () => {
    const { publish } = await hiring({});
    const { jobId } = await publish({ title: '仓管' });
    expect(await found(jobId)).not.toHaveProperty('clientName');
    expect(await call(world.api, 'jobs.get', { jobId })).not.toHaveProperty('client');
  });
  test('leads to the employer once that is verified here, and not before', async () => {
    const creditCode = aCreditCode(++codes);
    const { publish } = await hiring(anAgency);
    const { jobId } = await publish({ onBehalfOf: { ...client, creditCode } });
    expect(await call(world.api, 'jobs.get', { jobId })).not.toHaveProperty('client');
    const { employerId, name } = await submit({ creditCode });
    expect(await call(world.api, 'jobs.get', { jobId })).not.toHaveProperty('client');
    await officer.call('employers.verify', { employerId });
    const { client: shown } = await call(world.api, 'jobs.get', { jobId });
    expect(shown).toEqual({ employerId, name, verifiedBy: '宝山区人社局', verifiedOn: '2026-02-07' });
    await officer.call('employers.suspend', { employerId, reason: 'complaint' });
    expect(await call(world.api, 'jobs.get', { jobId })).not.toHaveProperty('client');
  });
});

describe('a labour broker', () => {
  test.each<[string, Partial<EmployerForm>]>([
    ['service_licence', { ...aBroker, serviceLicenceNo: undefined }],
    ['client', { ...aBroker, clientName: undefined }],
    ['client', { ...aBroker, clientCode: aCreditCode(802).replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
  ])('is not verified while %s is not in order, whatever the note says', async (check, over) => expect(await checksOf(over)).toEqual([check]));
  test('says on its public page for whom it acts', async () => {
    const { employerId } = await hiring(aBroker);
    const { employer } = await call(world.api, 'employers.public', { employerId });
    expect(employer).toMatchObject({ kind: 'labour_broker', clientName: client.unitName, serviceLicenceNo: licence.serviceLicenceNo, isVerified: true });
  });
  test('publishes only for that employer, and names it', async () => {
    const { publish } = await hiring(aBroker);
    expect(await codeOf(publish({}))).toBe('client_missing');
    expect(await refusalOf(publish({ onBehalfOf: { ...client, creditCode: aCreditCode(803) } }))).toMatchObject({ code: 'client_other', status: 422 });
    expect(await codeOf(publish({ onBehalfOf: { ...client, authorisedUntilOn: '2026-02-08' } }))).toBe('client_authorisation_short');
    expect(await publish({ onBehalfOf: client })).toMatchObject({ status: 'open', onBehalfOf: client });
  });
});
