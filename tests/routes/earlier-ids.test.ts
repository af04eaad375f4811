import { keys } from '@shanhai/functions/src/table/keys.ts';
import type { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let sequence = 100;
const someone = (): Actor => aWorker(world, ++sequence);
const idOf = ({ session }: Actor): WorkerId => session.workerId;

async function aProxied() {
  const proxy = someone();
  await proxy.call('workers.change', { name: '李春梅' });
  const person = { name: '李石保', home: { regionCode: '530324', town: '富乐镇' }, wish: { trades: ['farm' as const] } };
  const how = { relation: 'relative' as const, consent: 'spoken' as const, agreed: true as const, nonce: `nonce-${sequence}-000` };
  return { proxy, workerId: (await proxy.call('proxies.register', { ...person, ...how })).workerId };
}

describe('what happened to a record before it was claimed', () => {
  const consentTo = (employerId: EmployerId) => ({ employerId, version: '2026-11' });
  const later = (minutes: number): string => afterMinutes(noon, minutes);

  /** A proxy applied for somebody without a phone, the employer wants to meet them, and then the person claims the record. */
  async function claimedAfterApplying() {
    const { recruiter, employerId, jobId } = await world.anOpenJob();
    const { proxy, workerId } = await aProxied();
    const sent = { name: '李石保', phone: '12066600007', trades: [], consent: consentTo(employerId) };
    await proxy.call('applications.apply', { ...sent, jobId, forWorkerId: workerId });
    await recruiter.call('applications.answer', { jobId, workerId, answer: 'interview', interviewKind: 'phone' });
    const person = someone();
    const { code } = await proxy.call('proxies.claimCode', { workerId });
    await person.call('workers.claim', { code, name: '李石保' });
    return { recruiter, employerId, jobId, workerId, person, proxy, sent };
  }

  test('is the person’s: applications, and what they were told', async () => {
    const { person, jobId, proxy } = await claimedAfterApplying();
    expect((await person.call('applications.mine', {})).items).toMatchObject([{ jobId, stage: 'interview' }]);
    expect(await person.call('applications.get', { jobId })).toMatchObject({ jobId });
    expect((await person.call('messages.mine', {})).items).toMatchObject([{ kind: 'application.answered', isRead: false }]);
    expect(await person.call('messages.unread', {})).toEqual({ count: 1 });
    expect(await person.call('messages.read', { upTo: noon })).toEqual({ count: 0 });
    expect(await codeOf(someone().call('applications.get', { jobId }))).toBe('application_missing');
    expect((await proxy.call('applications.mine', {})).items).toEqual([]);
  });
  test('goes on: what the employer says next is told to the person only, who answers it', async () => {
    const { recruiter, person, jobId, workerId } = await claimedAfterApplying();
    await recruiter.call('applications.answer', { jobId, workerId, answer: 'want' });
    const under = await world.deps.messages.ofPerson([idOf(person)]);
    expect(under.items.map((m) => m.kind)).toEqual(['application.answered']);
    expect(await person.call('applications.reply', { jobId, reply: 'accepted' })).toMatchObject({ stage: 'accepted' });
    expect(await person.call('applications.withdraw', { jobId })).toMatchObject({ stage: 'withdrawn' });
    expect((await recruiter.call('applications.ofJob', { jobId })).items).toEqual([]);
  });
  test('stays one application when the person applies again', async () => {
    const { recruiter, person, jobId, workerId, sent } = await claimedAfterApplying();
    await person.call('applications.apply', { ...sent, jobId });
    expect((await person.call('applications.mine', {})).items).toHaveLength(1);
    expect((await recruiter.call('applications.ofJob', { jobId })).items.map((a) => a.workerId)).toEqual([workerId]);
  });
  test('lets the person take a time and give it back with the application', async () => {
    const { recruiter, person, jobId, workerId } = await claimedAfterApplying();
    const startsAt = ['2026-02-09T02:00:00.000Z'];
    const { items } = await recruiter.call('interviews.offer', { jobId, kind: 'phone', minutes: 30, seats: 1, startsAt, nonce: 'nonceClaimed' });
    const slotId = items[0]?.slotId ?? '';
    expect((await person.call('interviews.offered', { jobId })).items).toMatchObject([{ slotId }]);
    await person.call('interviews.take', { jobId, slotId });
    await person.call('interviews.take', { jobId, slotId });
    expect((await person.call('interviews.mine', {})).items).toMatchObject([{ slotId, state: 'taken' }]);
    expect((await recruiter.call('interviews.ofJob', { jobId })).items).toMatchObject([{ left: 0, people: [{ workerId }] }]);
    await person.call('applications.withdraw', { jobId });
    expect((await recruiter.call('interviews.ofJob', { jobId })).items).toMatchObject([{ left: 1, people: [] }]);
  });
  test('is read page by page together with the person’s own, newest first, each once', async () => {
    const { person, workerId } = await claimedAfterApplying();
    const said = (i: number) => ({ kind: 'card.answered' as const, values: {}, onceKey: `paged#${i}` });
    for (let i = 0; i < 70; i++) {
      world.clock.now = later(i + 1);
      await world.deps.messages.tell(i % 2 ? idOf(person) : workerId, said(i));
    }
    // what came before the claim stands under the earlier id
    await world.deps.table.change(keys.alias(idOf(person), 'other0000001' as WorkerId), { set: { workerId: 'other0000001' } });
    for (let i = 0; i < 40; i++) {
      world.clock.now = later(i + 100);
      await world.deps.messages.tell('other0000001' as WorkerId, said(i));
    }
    world.clock.now = noon;
    const seen: { messageId: string; at: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = await person.call('messages.mine', { cursor });
      seen.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toHaveLength(111);
    expect(seen.map((m) => m.at)).toEqual(
      seen
        .map((m) => m.at)
        .sort()
        .reverse(),
    );
    expect(await codeOf(person.call('messages.mine', { cursor: Buffer.from('[1]').toString('base64url') }))).toBe('invalid_input');
  });
});
