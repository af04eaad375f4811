import { request as send } from 'node:http';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes, serverOf } from '@shanhai/shared/routes.ts';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ZodObject } from 'zod';
import { isPoisoned, rightInputs } from '../fuzz/edge.ts';
import { mutated } from '../fuzz/mutate.ts';
import { aCreditCode, aFairForm, aJobForm, anEmployerForm, noon } from '../support/builders.ts';
import { type Actor, request } from '../support/call.ts';
import { chance } from '../support/chance.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let fair: Awaited<ReturnType<World['anOpenFair']>>;
/** Somebody of every role who may do all that the role may do here. */
let actors: Record<'worker' | 'recruiter' | 'organizer' | 'officer' | 'steward', Actor>;
beforeAll(async () => {
  world = await startWorld();
  fair = await world.anOpenFair();
  const officer = await world.staff('officer01', 'officer', '310113');
  const steward = await world.staff('worker05', 'steward', fair.fair.fairId);
  actors = { worker: aWorker(world, 1), recruiter: fair.recruiter, organizer: fair.organizer, officer, steward };
  await actors.worker.call('attendance.checkIn', { code: gateCode(), deviceId: 'device-0001' });
});
afterAll(() => world.stop());

const gateCode = (): string => world.deps.codes.signAt('S', fair.fair.fairId, 0);

const halfCharacter = '\ud83d';
/** What people type who want to see something break. */
const nasty: unknown[] = [
  '',
  ' ',
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  '𠮷👨‍👩‍👧‍👦'.repeat(200),
  halfCharacter,
  '\u202e\u200b\ufeff',
  '\u0000\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '#pk FH#2026',
  [],
  ['toString', ['__proto__']],
  {},
  { constructor: { prototype: { role: 'officer' } } },
  '2026-02-30T99:99:99Z',
];

/** One value for every field any address takes; each is right somewhere. */
function someInput(): Record<string, unknown> {
  const { fairId } = fair.fair;
  const { employerId, jobId } = fair;
  return {
    ...aJobForm(),
    ...anEmployerForm(),
    ...aFairForm(),
    ...{ fairId, boothNo: 1, employerId, jobId, deskId: 'desk00000001', code: gateCode(), number: 1, nonce: 'nonce-000001', deviceId: 'device-0001' },
    ...{
      gate: '东门',
      q: '杨',
      version: 1,
      label: 'B01',
      jobIds: [jobId],
      consent: { employerId, version: '1' },
      agreed: true,
      strips: 4,
      phone: '12066600001',
    },
    ...{ trades: [], answer: 'talk', reply: 'accepted', reason: 'filled', reasons: ['code_wrong'], note: '好', status: 'verified', role: 'worker' },
    ...{
      actions: [{ kind: 'refused', nonce: 'nonce-000002', happenedAt: noon, gate: '东门', code: 'code_forged' }],
      home: { regionCode: '530324' },
      year: 2026,
    },
  };
}

/** These end what the others need. */
const last: RouteName[] = ['jobs.close', 'employers.sendBack', 'employers.change', 'fairs.close'];
const names = (Object.keys(routes) as RouteName[]).filter((name) => !last.includes(name) && serverOf(name) !== 'paper').concat(last);
const shapeOf = (name: RouteName): string[] => Object.keys((contract[name].input as unknown as ZodObject).shape ?? {});

function actorFor(name: RouteName): Actor | undefined {
  const { by } = contract[name];
  return by === 'anyone' ? undefined : actors[by[0]];
}

/** No client can put half a character into an address. */
const nastyFor = (name: RouteName, field: string): unknown[] => (routes[name].includes(`{${field}}`) ? nasty.filter((v) => v !== halfCharacter) : nasty);

const isReadByAddress = (name: RouteName): boolean => /^(GET|DELETE) /.test(routes[name]);
/** No client can put half a character, or nothing, into an address. */
const canBeAddressed = (name: RouteName, input: Record<string, unknown>): boolean =>
  Object.entries(input).every(([field, value]) => !(isReadByAddress(name) || routes[name].includes(`{${field}}`)) || !/[\ud800-\udfff]/.test(String(value)));

/** So many at a time: the question is what the system says to nonsense, not how much of it a small machine bears. */
const atOnce = 40;

/** Everything that was answered with a fault of ours instead of a refusal. */
async function faultsOf(name: RouteName, inputs: readonly Record<string, unknown>[]): Promise<string[]> {
  const token = actorFor(name)?.session.token;
  const faultOf = async (input: Record<string, unknown>): Promise<string[]> => {
    const reply = await request(world.api, name, input, token);
    const body = await reply.text();
    return reply.status >= 500 ? [`${reply.status} ${JSON.stringify(input)} ${body}`.slice(0, 300)] : [];
  };
  const faults: string[] = [];
  for (let from = 0; from < inputs.length; from += atOnce) faults.push(...(await Promise.all(inputs.slice(from, from + atOnce).map(faultOf))).flat());
  return faults;
}

test.each(names)('%s answers nonsense in any field with a refusal', async (name) => {
  const all = someInput();
  const whole = Object.fromEntries(shapeOf(name).map((field) => [field, all[field]]));
  // a third of it for each field, another third for the next: tests/contract/fuzz.test.ts gives everything to every field without the wire
  const inputs = shapeOf(name).flatMap((field, at) =>
    nastyFor(name, field)
      .filter((_, i) => (i + at) % 3 === 0)
      .map((value) => ({ ...whole, [field]: value })),
  );
  expect(await faultsOf(name, [{}, ...inputs])).toEqual([]);
});

test('right inputs made wrong by chance, sent to every address, are answered or refused, and a poisoned one always refused', async () => {
  const draw = chance(20_261);
  const mine = { fairId: fair.fair.fairId, employerId: fair.employerId, jobId: fair.jobId, boothNo: 1 };
  const wrong: string[] = [];
  const sendOne = async ([name, right]: [RouteName, Record<string, unknown>]): Promise<void> => {
    const input = mutated({ ...right, ...Object.fromEntries(Object.entries(mine).filter(([field]) => field in right)) }, draw);
    if (typeof input !== 'object' || input === null || !canBeAddressed(name, input as Record<string, unknown>)) return;
    const reply = await request(world.api, name, input as Record<string, unknown>, actorFor(name)?.session.token);
    const said = await reply.text();
    const isWrong = reply.status >= 500 || (isPoisoned(input) && !isReadByAddress(name) && reply.status < 400);
    if (isWrong) wrong.push(`${name} ${reply.status} ${JSON.stringify(input)} ${said}`.slice(0, 400));
  };
  const all = rightInputs().filter(([name]) => !last.includes(name) && serverOf(name) !== 'paper');
  for (let round = 0; round < 2; round++) for (let from = 0; from < all.length; from += atOnce) await Promise.all(all.slice(from, from + atOnce).map(sendOne));
  expect(wrong).toEqual([]);
});

describe('a body', () => {
  async function answerTo(body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<number> {
    const { token } = actors.worker.session;
    const reply = await fetch(`${world.api}/me`, { method: 'PUT', headers: { 'content-type': type, authorization: `Bearer ${token}` }, body });
    return reply.status;
  }
  const deep = 100_000;

  test.each([
    ['that is no JSON', '{"name":'],
    ['that is a list', '[]'],
    ['that is a word', '"name"'],
    ['nested without end', '['.repeat(deep) + ']'.repeat(deep)],
    ['nested without end in a field', `{"wish":${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}}`],
    ['of a million letters', JSON.stringify({ name: 'x'.repeat(1_000_000) })],
  ])('%s is refused', async (_, body) => expect(await answerTo(body)).toBe(400));
  test('beyond what API Gateway takes is refused', async () => expect(await answerTo('x'.repeat(11_000_000))).toBe(413));
  test.each(['text/plain', 'application/octet-stream', 'multipart/form-data; boundary=x', '__proto__'])('of the type %s is no fault of ours', async (type) => {
    expect(await answerTo('{"name":"杨桂兰"}', type)).toBeLessThan(500);
    expect(await answerTo(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), type)).toBeLessThan(500);
  });
  test('cannot change what a caller is or whom the address names', async () => {
    const { workerId } = actors.worker.session;
    expect(await answerTo('{"__proto__":{"role":"officer"},"wish":{"trades":[]}}')).toBe(400);
    expect(await answerTo('{"constructor":{"prototype":{"role":"officer"}},"wish":{"trades":[]}}')).toBe(400);
    expect(await answerTo('{"workerId":"worker000002","role":"officer","wish":{"trades":[]}}')).toBe(200);
    expect(await actors.worker.call('workers.me', {})).toMatchObject({ workerId });
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
    const other = await world.anOpenJob('recruiter02');
    const reply = await fetch(`${world.api}/jobs/${fair.jobId}/pause`, {
      method: 'POST',
      headers: { authorization: `Bearer ${other.recruiter.session.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ jobId: other.jobId }),
    });
    expect(reply.status).toBe(403);
  });
});

describe('the one address', () => {
  /** As written, without the tidying that fetch does first. */
  function answerTo(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; body: string; headers: object }> {
    const { hostname, port } = new URL(world.origin);
    return new Promise((resolve, reject) => {
      const asked = send({ hostname, port, path, method, headers }, (reply) => {
        let body = '';
        reply.on('data', (part: Buffer) => {
          body += String(part);
        });
        reply.once('end', () => resolve({ status: reply.statusCode ?? 0, body, headers: reply.headers }));
      });
      asked.once('error', reject).end();
    });
  }

  test.each([
    '//',
    '/%',
    '/%ff',
    '/%00',
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/..\\..\\package.json',
    '/api/',
    '/api//[',
    '/api/fairs/%',
    '/api/fairs/%2e%2e%2fme',
    '/api/../secrets.json',
    '/api/fairs?cursor=%',
    '/api/fairs/__proto__',
    '/api/constructor',
    '//example.invalid/__sim/personas',
    '//example.invalid/api/fairs',
    'http://example.invalid/__sim/personas',
    '/c/%0d%0aset-cookie:%20a=b',
    '/c//example.invalid',
  ])('%s', async (path) => {
    const { status, body, headers } = await answerTo(path);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/root:|"dependencies"|"sessionKey"|\bat .+:\d+:\d+/);
    expect(Object.keys(headers)).not.toContain('set-cookie');
  });
  test('takes no method that no address has', async () => {
    for (const method of ['TRACE', 'PATCH', 'OPTIONS', 'DELETE']) expect((await answerTo('/api/fairs', {}, method)).status).toBe(404);
  });
  test('reads no caller from anything but a genuine token', async () => {
    for (const authorization of ['Bearer', 'Bearer ', 'Basic b2ZmaWNlcg==', 'Bearer null', `Bearer ${'x'.repeat(7000)}`]) {
      expect((await answerTo('/api/me', { authorization, 'x-role': 'officer', cookie: 'token=officer' })).status).toBe(401);
    }
  });
});

describe('at once', () => {
  test('ten of the same registration make one employer, and every other writer no recruiter of it', async () => {
    const people = await Promise.all(['worker02', 'worker03', 'worker04', 'worker05'].map((persona) => world.signIn(persona)));
    const form = anEmployerForm({ creditCode: aCreditCode(40_000) });
    const outcomes = await Promise.allSettled(people.flatMap((who) => [1, 2, 3].map(() => who.call('employers.submit', form))));
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    const held = await Promise.all(people.map(async (who) => (await who.call('identity.renew', {})).held.filter((h) => h.role === 'recruiter').length));
    expect(held.reduce((sum, n) => sum + n)).toBe(1);
  });
  test('two registrations of one person both count', async () => {
    const owner = await world.signIn('nophone01');
    const forms = [1, 2].map((n) => anEmployerForm({ creditCode: aCreditCode(41_000 + n) }));
    const outcomes = await Promise.allSettled(forms.map((form) => owner.call('employers.submit', form)));
    const { held } = await owner.call('identity.renew', {});
    expect(held.filter((h) => h.role === 'recruiter')).toHaveLength(outcomes.filter((o) => o.status === 'fulfilled').length);
  });
});

describe('a name', () => {
  const told = (name: string) => codeOf(actors.worker.call('workers.change', { name, wish: { trades: [] } }));

  test.each([
    ['nobody can see', '\u200b\u2060'],
    ['that turns what follows around', '杨\u202e兰桂'],
    ['with half a character', '杨\ud83d'],
    ['of two lines', '杨\n桂兰'],
    ['of 31 characters', '杨'.repeat(31)],
  ])('%s is refused at its field', async (_, name) => expect(await told(name)).toBe('invalid_input'));
  test.each(['阿卜杜拉·买买提', '𠮷田', "O'Neill 杨", '👩‍🔧'])('such as %s is kept as it is', async (name) => {
    expect(await actors.worker.call('workers.change', { name, wish: { trades: [] } })).toMatchObject({ name });
  });
});

describe('words no font has', () => {
  test('are printed and reported all the same', async () => {
    const odd = '👨‍👩‍👧 𠮷 שלום =1+1 <b>&amp;';
    const { employerId, jobId } = await world.anOpenJob('recruiter03', { title: odd });
    const { organizer } = fair;
    const { fairId } = await organizer.call('fairs.create', aFairForm({ title: odd, subtitle: odd, gates: ['𠮷门'] }));
    await organizer.call('fairs.invite', { fairId, employerId, label: 'A01', jobIds: [jobId] });
    await organizer.call('fairs.publish', { fairId });
    const pack = await organizer.call('fairs.printPack', { fairId, strips: 2 });
    expect(Buffer.from(pack.pdfBase64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await organizer.call('fairs.close', { fairId });
    const report = await organizer.call('reports.fairReport', { fairId });
    expect(JSON.stringify(await readSheets(Buffer.from(report.xlsxBase64, 'base64')))).toContain('=1+1 <b>&amp;');
  });
});
