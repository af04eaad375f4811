import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startLocalSystem } from '@shanhai/infra/local/local-system.ts';
import type { EmployerId, FairId, JobId, Role } from '@shanhai/shared/contract/basics.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { inject } from 'vitest';
import { aCreditCode, aFairForm, aJobForm, anEmployerForm, noon } from './builders.ts';
import { type Actor, actorOf, call } from './call.ts';
import { ownEngine } from './engine.ts';

/** On cores that many files share, the engine may take its time; whoever tests time-outs says so. */
export const patient = { tableTimeoutMs: 9000 };

interface WorldOptions {
  endpoint?: string;
  tableTimeoutMs?: number;
  /** How much wider the limits are than in life: tests send in seconds what takes people days. */
  limitScale?: number;
  /** For whoever looks into the bucket; in memory when not said. */
  objectsFolder?: string;
}

/** The whole system on a table of its own, with a clock that stands until it is moved; all of it finds the engine at `endpoint`. */
export async function startWorld({ endpoint = ownEngine(), tableTimeoutMs, limitScale = 1000, objectsFolder }: WorldOptions = patient) {
  const clock = { now: noon };
  const system = await startLocalSystem({
    engine: { endpoint },
    plan: inject('plan'),
    tableName: `t-${randomUUID()}`,
    given: { now: () => clock.now, limitScale },
    isClockStill: true,
    ...(tableTimeoutMs ? { tableTimeoutMs } : {}),
    ...(objectsFolder ? { objectsFolder } : {}),
  });
  const { api, deps, wechatOrigin } = system;
  let sequence = 0;

  /** What a phone gets of WeChat for its sign-in. */
  async function loginCode(persona: string): Promise<{ code: string }> {
    const reply = await fetch(`${wechatOrigin}/__sim/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: persona }),
    });
    return (await reply.json()) as { code: string };
  }

  async function signIn(persona: string): Promise<Actor> {
    const { code } = await loginCode(persona);
    return actorOf(api, await call(api, 'identity.signIn', { code, deviceId: `device-${persona}` }));
  }

  /** Staff: signs in, is given the role as an officer above would, and acts in it. */
  async function staff(persona: string, role: Exclude<Role, 'worker'>, scope: string): Promise<Actor> {
    const person = await signIn(persona);
    const held: HeldRole = { role, scope, scopeName: scope };
    await deps.identity.grant(person.session.workerId, held);
    return actorOf(api, await person.call('identity.act', { role, scope }));
  }

  const signedIn = new Map<string, Promise<Actor>>();
  /** Who sets a stage signs in once; anew when the clock of the test has passed the end of the session. */
  async function once(who: string, enter: () => Promise<Actor>): Promise<Actor> {
    const known = await signedIn.get(who);
    if (known && known.session.expiresAt > clock.now) return known;
    const entered = enter();
    signedIn.set(who, entered);
    return entered;
  }
  const setter = (persona: string, role: Exclude<Role, 'worker'>, scope: string) => once(`${persona} ${role}`, () => staff(persona, role, scope));

  /** A verified employer with its recruiter and one open opening. */
  async function anOpenJob(
    persona = 'recruiter01',
    over: Parameters<typeof aJobForm>[0] = {},
  ): Promise<{ recruiter: Actor; employerId: EmployerId; jobId: JobId }> {
    sequence++;
    const owner = await once(persona, () => signIn(persona));
    const form = anEmployerForm({ creditCode: aCreditCode(sequence), name: `月汀钢构第${sequence}公司`, shortName: `月汀${sequence}` });
    const { employerId } = await owner.call('employers.submit', form);
    const officer = await setter('officer01', 'officer', '310113');
    await officer.call('employers.verify', { employerId, note: '看过原件' });
    const recruiter = actorOf(api, await owner.call('identity.act', { role: 'recruiter', scope: employerId }));
    const { jobId } = await recruiter.call('jobs.create', aJobForm(over));
    await recruiter.call('jobs.publish', { jobId });
    return { recruiter, employerId, jobId };
  }

  /** A published fair that is open at noon, with one booth. */
  async function anOpenFair(
    over: Parameters<typeof aFairForm>[0] = {},
  ): Promise<{ fair: Fair; booth: Booth; organizer: Actor; recruiter: Actor; employerId: EmployerId; jobId: JobId }> {
    const { recruiter, employerId, jobId } = await anOpenJob();
    const organizer = await setter('organizer01', 'organizer', '530324');
    const draft = await organizer.call('fairs.create', aFairForm(over));
    const booth = await organizer.call('fairs.invite', { fairId: draft.fairId, employerId, label: 'A03', jobIds: [jobId] });
    const fair = await organizer.call('fairs.publish', { fairId: draft.fairId });
    return { fair, booth, organizer, recruiter, employerId, jobId };
  }

  /** Prints strips without the paper: takes the numbers as the print pack does. */
  async function printedStrips(fairId: FairId, count: number): Promise<{ from: number; to: number }> {
    const strips = await deps.fairs.lease(fairId, count);
    const fair = await deps.fairs.get(fairId);
    await deps.fairs.save({ ...fair, strips: [...fair.strips, strips] });
    return strips;
  }

  /** Waits until what was written has been counted; the stream is a second behind at most. */
  async function settled<T>(read: () => Promise<T>, isSettled: (value: T) => boolean): Promise<T> {
    for (let tries = 0; ; tries++) {
      const value = await read();
      if (isSettled(value) || tries > 600) return value;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The table goes with its world: the engine gets slower with all it holds. */
  async function stop(): Promise<void> {
    await system.stop();
    const client = new DynamoDBClient({ endpoint });
    await client.send(new DeleteTableCommand({ TableName: system.tableName }));
    client.destroy();
  }

  return { ...system, stop, clock, loginCode, signIn, staff, anOpenJob, anOpenFair, printedStrips, settled };
}
export type World = Awaited<ReturnType<typeof startWorld>>;
