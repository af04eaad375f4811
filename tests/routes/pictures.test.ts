import { openidOf } from '@shanhai/infra/local/wechat/personas.ts';
import { pushQuestion, sealedPush } from '@shanhai/infra/local/wechat/push.ts';
import type { FileId } from '@shanhai/shared/contract/files.ts';
import type { FilePurpose, PictureCheck } from '@shanhai/shared/rules/files.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aCreditCode, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, actorOf } from '../support/call.ts';
import { lasting, refusalOf } from '../support/people.ts';
import { aPicture, broughtIn, photographs } from '../support/pictures.ts';
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

let pictures = 0;
const aMarked = (mark: string): Buffer => Buffer.concat([aPicture(++pictures), Buffer.from(mark)]);
const checkOf = async (fileId: FileId) => (await world.deps.files.get(fileId)).pictureCheck;
const settled = (fileId: FileId) =>
  world.settled(
    () => checkOf(fileId),
    (check) => check !== 'checking',
  );
const control = (name: string, input: object) => fetch(`${world.wechatOrigin}/__sim/${name}`, { method: 'POST', body: JSON.stringify(input) });
const asked = async (): Promise<number> =>
  ((await (await fetch(`${world.wechatOrigin}/__sim/state`)).json()) as { calls: Record<string, number> }).calls['/wxa/media_check_async'] ?? 0;

describe('a photograph that came in', () => {
  test.each([
    ['', 'pass'],
    ['[review]', 'review'],
    ['[risky]', 'risky'],
  ])('is shown to WeChat, which says of the mark %j: %s', async (mark, check) => {
    const { fileId } = await broughtIn(owner, 'licence', aMarked(mark));
    expect(await settled(fileId)).toBe(check);
  });

  test('of an identity card is shown to nobody', async () => {
    const before = await asked();
    const { fileId } = await broughtIn(owner, 'agent_id', aMarked('[risky]'));
    expect(await checkOf(fileId)).toBeUndefined();
    expect(await asked()).toBe(before);
  });

  test.each([{ httpStatus: 502 }, { errcode: 61010 }, { errcode: 45009 }, { dropConnection: true }])(
    'comes in all the same when WeChat fails with %j, unchecked',
    async (fault) => {
      await control('faults', { match: '/wxa/media_check_async', ...fault });
      const { fileId } = await broughtIn(owner, 'post', aMarked(''));
      expect(await checkOf(fileId)).toBe('unchecked');
    },
  );

  test('is shown once, however often it is finished', async () => {
    const { fileId } = await broughtIn(owner, 'licence', aMarked(''));
    const before = await asked();
    await owner.call('files.finish', { fileId });
    expect(await asked()).toBe(before);
  });
});

describe('what WeChat pushes', () => {
  const push = () => ({ address: `${world.api}/wechat/push`, token: world.secrets.wechatPushToken, key: world.secrets.wechatPushKey });
  const app = () => ({ appId: world.secrets.wechatAppId, at: new Date() });
  const send = async (said: object, by = push(), of = app(), type = 'application/json') => {
    const { url, body } = sealedPush(by, of, said);
    const reply = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
    return [reply.status, reply.headers.get('content-type')?.split(';')[0], await reply.text()];
  };
  const verdict = (trace_id: string, over: object = {}) => ({
    Event: 'wxa_media_check',
    MsgType: 'event',
    FromUserName: openidOf(world.secrets.wechatAppId, 'recruiter03'),
    trace_id,
    version: 2,
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
    ...over,
  });
  /** A photograph that WeChat has not said anything of yet. */
  let traces = 0;
  const aWaiting = async () => {
    await control('faults', { match: '/wxa/media_check_async', errcode: 61010 });
    const { fileId } = await broughtIn(owner, 'licence', aMarked(''));
    const trace = `trace-${++traces}`;
    await world.deps.files.awaitVerdict(trace, fileId, noon);
    return { fileId, trace };
  };
  const success = [200, 'text/plain', 'success'];

  test('is answered with the bare word success', async () => {
    const { fileId, trace } = await aWaiting();
    expect(await send(verdict(trace))).toEqual(success);
    expect(await checkOf(fileId)).toBe('pass');
  });

  test('is read whatever content type it says', async () => {
    const { fileId, trace } = await aWaiting();
    expect(await send(verdict(trace), push(), app(), 'text/xml')).toEqual(success);
    expect(await checkOf(fileId)).toBe('pass');
  });

  test('counts once: said again, or said otherwise, it changes nothing', async () => {
    const { fileId, trace } = await aWaiting();
    const risky = verdict(trace, { result: { suggest: 'risky', label: 20006 } });
    const all = await Promise.all([send(risky), send(risky), send(risky)]);
    expect(all).toEqual([success, success, success]);
    expect(await send(verdict(trace))).toEqual(success);
    expect(await checkOf(fileId)).toBe('risky');
  });

  test('of a picture it could not fetch leaves it unchecked', async () => {
    const { fileId, trace } = await aWaiting();
    expect(await send(verdict(trace, { errcode: -1008, result: undefined }))).toEqual(success);
    expect(await checkOf(fileId)).toBe('unchecked');
  });

  test('of an unknown trace, of a forgotten photograph, or of something else, is let be', async () => {
    const { fileId, trace } = await aWaiting();
    await world.deps.files.forget(fileId);
    expect(await send(verdict('nobody-knows-it'))).toEqual(success);
    expect(await send(verdict(trace))).toEqual(success);
    await expect(world.deps.files.get(fileId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await send({ Event: 'subscribe_msg_sent_event', MsgType: 'event' })).toEqual(success);
  });

  test('with a forged signature, or sealed with another key, has no effect', async () => {
    const { fileId, trace } = await aWaiting();
    expect((await send(verdict(trace), { ...push(), token: 'guessed' }))[0]).toBe(403);
    expect((await send(verdict(trace), { ...push(), key: 'x'.repeat(43) }))[0]).toBe(403);
    expect((await send(verdict(trace), push(), { ...app(), appId: 'wx0000000000000009' }))[0]).toBe(403);
    const { url, body } = sealedPush(push(), app(), verdict(trace));
    const other = JSON.stringify({ Encrypt: (JSON.parse(sealedPush(push(), app(), verdict(trace)).body) as { Encrypt: string }).Encrypt });
    expect((await fetch(url, { method: 'POST', body: other })).status).toBe(403);
    expect((await fetch(url.replace(/msg_signature=\w{4}/, 'msg_signature=0000'), { method: 'POST', body })).status).toBe(403);
    expect((await fetch(url, { method: 'POST', body: JSON.stringify(verdict(trace)) })).status).toBe(400);
    expect(await checkOf(fileId)).toBe('unchecked');
  });

  test('begins with a question, answered to who knows the token', async () => {
    const reply = await fetch(pushQuestion(push(), new Date(), '4375120948345356249'));
    expect([reply.headers.get('content-type')?.split(';')[0], await reply.text()]).toEqual(['text/plain', '4375120948345356249']);
    expect((await fetch(pushQuestion({ ...push(), token: 'guessed' }, new Date(), '1'))).status).toBe(403);
  });
});

describe('an officer', () => {
  let codes = 800;
  /** An employer with all photographs, one of which bears a mark. */
  async function submitted(purpose: FilePurpose, mark: string) {
    const marked = await broughtIn(owner, purpose, aMarked(mark));
    const papers = [...(await photographs(owner)).filter((paper) => paper.purpose !== purpose), { purpose, fileId: marked.fileId }];
    await Promise.all(papers.map(({ fileId }) => settled(fileId)));
    return owner.call('employers.submit', anEmployerForm({ creditCode: aCreditCode(++codes), papers }));
  }
  const checksFor = async (by: Actor, employerId: string): Promise<(PictureCheck | undefined)[]> =>
    ((await by.call('employers.get', { employerId })).papers ?? []).map((paper) => paper.check);

  test('verifies an employer with a risky photograph only with a written reason', async () => {
    const { employerId } = await submitted('post', '[risky]');
    const refusal = await refusalOf(officer.call('employers.verify', { employerId }));
    expect(refusal).toMatchObject({ code: 'employer_checks_failed', detail: { checks: ['pictures'] } });
    const verified = await officer.call('employers.verify', { employerId, note: '看过，是厂区安全标语' });
    expect(verified).toMatchObject({ status: 'verified' });
    expect((await world.deps.employers.get(verified.employerId)).papers?.some((paper) => 'check' in paper)).toBe(false);
  });

  test('sees which one WeChat is not sure of, in the list too, and may verify', async () => {
    const { employerId } = await submitted('licence', '[review]');
    expect((await checksFor(officer, employerId)).filter((check) => check !== 'pass').sort()).toEqual(['review', undefined]);
    const listed = (await officer.call('employers.list', { status: 'waiting' })).items.find((one) => one.employerId === employerId);
    expect(listed?.papers?.map((paper) => paper.check)).toContain('review');
    expect((await officer.call('employers.verify', { employerId })).status).toBe('verified');
  });

  test('alone sees it: neither the employer nor who invites it does', async () => {
    const { employerId } = await submitted('licence', '[review]');
    await officer.call('employers.verify', { employerId });
    const recruiter = actorOf(world.api, await owner.call('identity.act', { role: 'recruiter', scope: employerId }));
    const organizer = await world.staff('organizer01', 'organizer', '530324');
    expect(new Set([...(await checksFor(recruiter, employerId)), ...(await checksFor(organizer, employerId))])).toEqual(new Set([undefined]));
  });

  test('is told after half an hour that WeChat has not looked', async () => {
    const { employerId, papers = [] } = await submitted('licence', '');
    const fileId = papers.find((paper) => paper.purpose === 'licence')?.fileId as FileId;
    const file = await world.deps.files.get(fileId);
    await world.deps.files.putAll([{ ...file, pictureCheck: 'checking' }]);
    expect(await checksFor(officer, employerId)).toContain('checking');
    world.clock.now = '2026-02-07T04:30:01.000Z';
    expect(await checksFor(officer, employerId)).toContain('unchecked');
    expect(await checksFor(officer, employerId)).not.toContain('checking');
  });
});
