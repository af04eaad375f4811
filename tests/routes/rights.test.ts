import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { rightsDuties } from '@shanhai/functions/src/rights/duties.ts';
import { lookThrough } from '@shanhai/functions/src/rights/look-through.ts';
import { keys } from '@shanhai/functions/src/table/keys.ts';
import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { ownEngine } from '../support/engine.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { codeOf, lasting } from '../support/people.ts';
import { broughtIn } from '../support/pictures.ts';
import { aResidentId } from '../support/resident-ids.ts';
import { patient, startWorld, type World } from '../support/world.ts';

const bucket = mkdtempSync(path.join(tmpdir(), 'bucket-'));
let world: World;
let open: Awaited<ReturnType<World['anOpenFair']>>;
const residentId = aResidentId('1990-03-07', 71);
/** Nobody else of the test is called so. */
const [name, phone, otherPhone, village] = ['欧阳桂兰', '12066600023', '12066600024', '桃源深处村'];
beforeAll(async () => {
  world = await startWorld({ ...patient, objectsFolder: bucket });
  open = await world.anOpenFair({ countsExits: true });
});
afterAll(async () => {
  await world.stop();
  rmSync(bucket, { recursive: true, force: true });
});

const after = (days: number, hours = 0): string => new Date(Date.parse(noon) + days * 86_400_000 + hours * 3_600_000).toISOString();
async function clockStrikes(at: string): Promise<void> {
  world.clock.now = at;
  for (const duty of rightsDuties) await duty.run(world.deps);
}

/** The whole table as text: for looking for what must not be there. */
async function everything(): Promise<string> {
  const client = new DynamoDBClient({ endpoint: ownEngine() });
  const pages: string[] = [];
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: world.tableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    // the table's own clock removes these; the engine here has another clock than the test
    const nowSeconds = Date.parse(world.clock.now) / 1000;
    pages.push(JSON.stringify(Items.filter((item) => Number(item['ttl']?.N ?? Number.POSITIVE_INFINITY) > nowSeconds)));
    from = LastEvaluatedKey;
  } while (from);
  client.destroy();
  return pages.join();
}

const unpacked = (bytes: Buffer): Buffer[] =>
  [gunzipSync, brotliDecompressSync].flatMap((unpack) => {
    try {
      return [unpack(bytes)];
    } catch {
      return [];
    }
  });
/** The whole bucket as text: names of objects, what is in them, and what is packed in them. */
function wholeBucket(): string {
  const objects = readdirSync(bucket).map((one) => ({ one, whole: readFileSync(path.join(bucket, one)) }));
  return objects.map(({ one, whole }) => [one, whole, ...unpacked(whole.subarray(whole.indexOf('\n') + 1))].join('\n')).join('\n');
}

/** A revoked device that saw them, and wrote them down on a strip, sends it all the same; so does one where they never came in. */
async function seenByRevokedDevices(workerId: string): Promise<void> {
  const elsewhere = await world.anOpenFair();
  for (const { fair, organizer } of [open, elsewhere]) {
    const at = { fairId: fair.fairId, deviceId: 'device-revoked-1' };
    const device = aGateDevice(world, lasting(world, organizer), fair.fairId, at.deviceId);
    await organizer.call('devices.report', { ...at, gate: '东门', queue: 3, people: 3, appVersion: '0.1.0' });
    await organizer.call('devices.revoke', { ...at, reason: '手机丢了' });
    await codeOf(device.send(device.scan(workerId), device.walkIn(9, noon, { name, phone }), device.walkIn(8, noon, { name: '岩罕' })));
    expect(await world.deps.devices.held(fair.fairId)).toHaveLength(3);
  }
}

const home = { regionCode: '530324', town: '富乐镇', village };
/** Where they lived when a village list named them. */
const formerHomes = ['530602', '429021'];
const skills = [{ trade: 'electrician' as const, certificate: '低压电工证' }];

let photograph = '';
/** Somebody with a thing of every kind. */
async function withEverything(): Promise<Actor> {
  const person = await world.signIn('worker02');
  const helper = await world.signIn('worker03');
  const { fair, booth, employerId, jobId, recruiter } = open;
  const consent = { employerId, version: '2026-11' };
  await person.call('consents.agree', { purpose: 'privacy', version: consentTexts.privacy.version });
  await person.call('workers.change', { name, phone, home, skills, wish: { trades: ['electrician'] }, isFindable: true });
  await person.call('workers.tellResidentId', { residentId });
  await person.call('workers.sayCategory', { category: 'rural', holds: true });
  await person.call('attendance.checkIn', { code: world.deps.codes.signAt('S', fair.fairId, 0), deviceId: 'device-of-ouyang', home });
  await person.call('cards.leave', { fairId: fair.fairId, boothNo: booth.boothNo, jobId, name, phone, trades: ['electrician'], consent });
  const passing = { fairId: fair.fairId, gate: '东门', deviceId: 'device-gate-1', code: world.deps.codes.sign('P', person.session.workerId) };
  await open.organizer.call('attendance.scan', { ...passing, nonce: 'nonce-out-0001', direction: 'out' });
  await seenByRevokedDevices(person.session.workerId);
  photograph = (await broughtIn(person, 'agent_id')).fileId;
  const { number } = (await person.call('attendance.mine', {})).items[0] ?? { number: 0 };
  await recruiter.call('cards.answer', { fairId: fair.fairId, boothNo: booth.boothNo, number, answer: 'want', note: '周一来', nonce: 'nonce-erase-1' });
  await person.call('applications.apply', { jobId, name, phone, trades: ['electrician'], consent });
  await person.call('complaints.make', { jobId, reasons: ['deposit'], words: `我是${name}，他们要押金` });
  // somebody registered them before, and they took it over; they act for somebody themselves
  const earlier = await helper.call('proxies.register', {
    name,
    phone: otherPhone,
    home,
    wish: { trades: [] },
    relation: 'relative',
    consent: 'spoken',
    agreed: true,
    nonce: 'nonce-earlier-1',
  });
  const { code } = await helper.call('proxies.claimCode', { workerId: earlier.workerId });
  await person.call('workers.claim', { code, name, keepsProxies: true });
  await person.call('proxies.register', {
    name: '龙阿公',
    wish: { trades: [] },
    relation: 'relative',
    consent: 'spoken',
    agreed: true,
    nonce: 'nonce-helped-1',
  });
  for (const regionCode of formerHomes) {
    const said = { name, phone: otherPhone, home: { regionCode, village }, wish: { trades: [] }, consent: 'spoken' as const };
    await world.deps.conflicts.keep(regionCode, person.session.workerId, said, { about: '欧阳**', foundAt: noon, fileName: '摸排.xlsx' });
  }
  const { workerId } = person.session;
  // what others wrote about them
  await world.deps.table.put(keys.override(jobId, workerId), { workerId, by: 'officer00001', byName: '人社局', reason: `${name}肯干`, at: noon });
  await world.deps.table.put(keys.contentCase('note-case-rights'), { caseId: 'note-case-rights', texts: [`${name}明天来`], to: [{ workerId }], heldAt: noon });
  return lasting(world, person);
}

describe('somebody with a thing of every kind', () => {
  let person: Actor;
  let before: Awaited<ReturnType<typeof board>>;
  const board = async () => (await lasting(world, open.organizer).call('reports.board', { fairId: open.fair.fairId })).present;
  beforeAll(async () => {
    person = await withEverything();
    await world.settled(everything, (all) => all.includes(`M#${name}`) && all.includes('LK#phone'));
    await world.settled(board, (present) => present === 1);
    expect(wholeBucket()).toContain(photograph);
    expect(await world.deps.passages.ofPerson(open.fair.fairId, person.session.workerId)).toHaveLength(1);
    before = await board();
  });

  test('reads by kind what is held, and takes a copy along; what is sealed only with a fresh sign-in', async () => {
    const { items } = await person.call('rights.held', {});
    expect(Object.fromEntries(items.map(({ kind, count }) => [kind, count]))).toMatchObject({
      profile: 1,
      sealed_id: 1,
      categories: 1,
      check_ins: 1,
      passages: 1,
      cards: 1,
      applications: 1,
      complaints: 1,
      helpers: 1,
      helped: 1,
    });
    const read = async (loginCode?: string) => {
      const { fileBase64, withSealed } = await person.call('rights.copy', { format: 'json', ...(loginCode && { loginCode }) });
      return { text: Buffer.from(fileBase64, 'base64').toString(), withSealed };
    };
    const masked = await read();
    expect(masked.withSealed).toBe(false);
    expect(masked.text).toContain(phone);
    expect(masked.text).not.toContain(residentId);
    expect((await read((await world.loginCode('worker02')).code)).text).toContain(residentId);
    expect(await codeOf(read((await world.loginCode('worker04')).code))).toBe('not_allowed');
    const { fileName, fileBase64 } = await person.call('rights.copy', { format: 'xlsx' });
    expect([fileName, Buffer.from(fileBase64, 'base64').subarray(0, 2).toString()]).toEqual(['我的资料-2026-02-07.xlsx', 'PK']);
  });

  test('thinks better of it, and nothing happened', async () => {
    expect(await person.call('rights.askErasure', {})).toMatchObject({
      dueAt: after(7),
      keeps: expect.arrayContaining([expect.objectContaining({ law: expect.any(String) })]),
    });
    expect(await person.call('rights.cancelErasure', {})).not.toHaveProperty('dueAt');
    await clockStrikes(after(8));
    expect(await person.call('workers.me', {})).toMatchObject({ phone });
    world.clock.now = noon;
  });

  test('asks again, and for seven days everything is there', async () => {
    await person.call('rights.askErasure', {});
    await clockStrikes(after(6, 23));
    expect(await person.call('workers.me', {})).toMatchObject({ phone });
  });

  test('is gone after seven days, in the middle of what others and the phone itself still do', async () => {
    const { fair, booth, employerId, jobId } = open;
    world.clock.now = after(7, 1);
    const consent = { employerId, version: '2026-11' };
    await Promise.allSettled([
      clockStrikes(world.clock.now),
      person.call('workers.change', { name, phone }),
      person.call('cards.leave', { fairId: fair.fairId, boothNo: booth.boothNo, jobId, name, phone, trades: [], consent }),
      person.call('applications.apply', { jobId, name, phone, trades: [], consent }),
      person.call('workers.tellResidentId', { residentId }),
    ]);
    await clockStrikes(after(7, 3));
    const left = [name, phone, residentId, otherPhone, village, 'device-of-ouyang'];
    const found = async (): Promise<string[]> => {
      const all = await everything();
      return left.filter((word) => all.includes(word));
    };
    expect(
      await world.settled(
        async () => (await world.deps.conflicts.ofRegion(formerHomes[0] ?? '', 'open')).items,
        (items) => !items.length,
      ),
    ).toEqual([]);
    // of a place nobody has a name for the weekly look is the one that finds it
    await world.deps.table.remove(keys.mark('look-through'));
    await lookThrough(world.deps);
    expect(await world.settled(found, (words) => words.length === 0)).toEqual([]);
  });

  test('is in no object of the bucket either, and their photograph is gone', () => {
    const all = wholeBucket();
    expect(all).toContain('search');
    expect([name, phone, residentId, otherPhone, village, photograph].filter((word) => all.includes(word))).toEqual([]);
  });

  test('is in nothing that a revoked device sent, at whatever fair; what it sent of others waits on', async () => {
    const { devices, passages } = world.deps;
    const fairs = await devices.fairsWithHeld();
    expect(fairs).toHaveLength(2);
    for (const fairId of fairs) expect((await devices.held(fairId)).map(({ action }) => action)).toMatchObject([{ kind: 'walk_in', name: '岩罕' }]);
    expect(await passages.ofPerson(open.fair.fairId, person.session.workerId)).toEqual([]);
  });

  test('leaves the figures as they were, and reads 已注销 where somebody knew them', async () => {
    expect(await board()).toBe(before);
    const seen = await world.deps.cards.atBooth(open.fair.fairId, open.booth.boothNo);
    expect(seen).toMatchObject([{ name: '已注销', answer: 'want' }]);
    expect(seen[0]).not.toHaveProperty('phone');
  });

  test('cannot be brought back by the phone that is still signed in, and is somebody new after signing in', async () => {
    expect(await codeOf(person.call('workers.change', { name }))).toBe('person_erased');
    expect(await codeOf(person.call('workers.me', {}))).toBe('person_erased');
    const anew = await world.signIn('worker02');
    expect(anew.session.workerId).not.toBe(person.session.workerId);
    expect(await anew.call('rights.held', {})).toMatchObject({ items: expect.arrayContaining([{ kind: 'cards', count: 0 }]) });
  });
});

test('whoever holds an office hands it back first', async () => {
  const officer = await world.signIn('officer01');
  expect(await codeOf(officer.call('rights.askErasure', {}))).toBe('erasure_as_staff');
});

describe('by the clock', () => {
  test('the copy that lay with an employer goes when the consent ended; what was answered stays', async () => {
    world.clock.now = noon;
    const { jobId, employerId } = await world.anOpenJob('recruiter02');
    const person = await world.signIn('worker05');
    const sent = { jobId, name: '赵石榴', phone: '12066600022', trades: [], consent: { employerId, version: '2026-11' } };
    await person.call('applications.apply', sent as never);
    await clockStrikes(after(89));
    expect(await world.deps.applications.find(person.session.workerId, jobId)).toMatchObject({ name: '赵石榴' });
    await clockStrikes(after(90, 1));
    expect(await world.deps.applications.find(person.session.workerId, jobId)).toMatchObject({ name: '已到期', phone: '', employerId });
    expect(await everything()).not.toContain('12066600022');
  });

  test('the names of a closed fair go after a month, the numbers stay; a walk-in nobody heard of goes after half a year', async () => {
    world.clock.now = noon;
    const { fair, organizer } = await world.anOpenFair();
    const strips = await world.printedStrips(fair.fairId, 1);
    const gate = { fairId: fair.fairId, gate: '东门', deviceId: 'device-gate-9', nonce: 'nonce-walkin-9' };
    await organizer.call('attendance.registerWalkIn', { ...gate, number: strips.from, name: '木棉花婆', phone: '12066600021', trades: [], agreed: true });
    await organizer.call('fairs.close', { fairId: fair.fairId });
    await clockStrikes(after(29));
    expect(await world.deps.attendance.carrierOf(fair.fairId, strips.from)).toMatchObject({ name: '木棉花婆' });
    await clockStrikes(after(30, 6));
    const row = await world.deps.attendance.carrierOf(fair.fairId, strips.from);
    expect(row).toMatchObject({ number: strips.from });
    expect(row).not.toHaveProperty('name');
    await clockStrikes(after(180, 2));
    await clockStrikes(after(180, 4));
    expect(await everything()).not.toContain('木棉花婆');
  });
});
