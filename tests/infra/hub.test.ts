import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHub } from '@shanhai/infra/hub/hub.ts';
import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { HubOutcome } from '@shanhai/shared/contract/hub.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aHubGate } from '../support/hub-gate.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let folder: string;
let fairId: FairId;
let secret: string;
const running: { stop: () => Promise<void> }[] = [];
const processes: ChildProcess[] = [];

/** A hub of this process, in the world's time. */
async function aHub() {
  const hub = await startHub({ cloud: world.api, folder, port: 0, pagePort: 0, version: 'hub test', address: '192.168.31.5', now: () => world.clock.now });
  running.push(hub);
  return hub;
}
type Hub = Awaited<ReturnType<typeof aHub>>;

/** An organizer scans the code of the laptop's page and confirms. */
async function link(hub: Hub): Promise<void> {
  await hub.tick();
  const { deskId } = hub.state().desk ?? { deskId: '' };
  const organizer = await world.staff('organizer01', 'organizer', '530324');
  await organizer.call('identity.confirmDesk', { deskId: deskId as never });
  await hub.tick();
}

beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(path.join(tmpdir(), 'hub-'));
  ({ fairId } = (await world.anOpenFair()).fair);
  await world.printedStrips(fairId, 20);
  // the evening before, with network
  const hub = await aHub();
  await link(hub);
  expect(hub.state().fairs.map((fair) => fair.fairId)).toContain(fairId);
  await hub.serve(fairId);
  secret = hub.state().own.secret ?? '';
  expect(hub.state()).toMatchObject({ isLinked: true, cloud: 'ok', pairing: `SHHUB1.192.168.31.5:${hub.port}.${secret}.${fairId}` });
  await running.pop()?.stop();
});
afterEach(async () => {
  for (const hub of running.splice(0)) await hub.stop();
});
afterAll(async () => {
  for (const one of processes) one.kill('SIGKILL');
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const gatesAt = (port: number, now = () => world.clock.now) =>
  ['device-east1', 'device-west1'].map((deviceId) => aHubGate({ port, secret, fairId, deviceId, now }));
type Gate = ReturnType<typeof aHubGate>;

let sequence = 0;
function scanOf(person: string, gate: string, happenedAt: string): GateAction {
  return { kind: 'scan', nonce: `at-the-hub-${String(++sequence).padStart(5, '0')}`, gate, happenedAt, code: world.deps.codes.sign('P', person) };
}
const filesText = (): string =>
  readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');

describe('a stranger in the wifi', () => {
  test('gets nothing: unsigned, with another secret, changed, replayed, or of another time', async () => {
    const hub = await aHub();
    const [gate] = gatesAt(hub.port) as [Gate, Gate];
    const action = scanOf('stranger0001', '东门', world.clock.now);
    const body = { deviceId: gate.deviceId, isAsked: true, actions: [action] };
    const whole = { path: gate.uploads, body };
    const [stranger] = [aHubGate({ port: hub.port, secret: 'ABCDEFGH23456789', fairId, deviceId: 'device-strange', now: () => world.clock.now })];
    expect(await gate.ask({ ...whole, sign: '' })).toMatchObject({ status: 403, isGenuine: false });
    expect(await stranger.ask(whole)).toMatchObject({ status: 403 });
    expect(await gate.ask({ ...whole, at: '2026-02-07T03:40:00.000Z' })).toMatchObject({ status: 422, said: { code: 'clock_off' } });
    const plain = await fetch(`http://127.0.0.1:${hub.port}/`);
    expect([plain.status, (await plain.text()).includes(secret)]).toEqual([403, false]);
    expect(hub.state().figures).toMatchObject({ told: 0 });

    // what was sent once and listened to is not taken a second time
    const heard = { ...whole, nonce: 'listened-to-0001' };
    expect(await gate.ask(heard)).toMatchObject({ status: 200, isGenuine: true });
    expect(await gate.ask(heard)).toMatchObject({ status: 403 });
    expect(await gate.ask({ method: 'GET', path: `/fairs/${fairId}/gate/snapshot?deviceId=${gate.deviceId}` })).toMatchObject({ status: 200, isGenuine: true });
    expect(await gate.ask({ method: 'GET', path: '/fairs/otherfair/gate/snapshot' })).toMatchObject({ status: 404 });
    await gate.tell([{ kind: 'undo', nonce: 'undo-stranger', happenedAt: world.clock.now, of: action.nonce }]);
  });

  test('does not see the page with the secret: it is spoken on the laptop itself and to its own name only', async () => {
    const hub = await aHub();
    const page = await fetch(`http://127.0.0.1:${hub.pagePort}/`);
    const text = await page.text();
    expect(text).toContain('现场主机');
    expect(text).toContain(secret.slice(0, 4));
    const pressed = await fetch(`http://127.0.0.1:${hub.pagePort}/leave`, { method: 'POST', headers: { origin: 'http://evil.example' } });
    expect(pressed.status).toBe(403);
    expect(hub.state().own.fairId).toBe(fairId);
  });
});

test('a name that can be read is refused, and no file of the hub holds it', async () => {
  const hub = await aHub();
  const [gate] = gatesAt(hub.port) as [Gate, Gate];
  const { from } = (await world.deps.fairs.get(fairId)).strips[0] ?? { from: 1 };
  const walkIn = {
    kind: 'walk_in',
    nonce: 'open-walk-in-1',
    gate: '东门',
    happenedAt: world.clock.now,
    number: from,
    name: '岩温香',
    trades: [],
    agreed: true,
  };
  for (const action of [walkIn, { ...walkIn, kind: 'sealed_walk_in' }])
    expect(await gate.tell([action])).toMatchObject([{ outcome: 'refused', problem: { code: 'invalid_input' } }]);
  expect(filesText()).not.toMatch(/岩温香|\\u5ca9/);
});

/** The hub as somebody starts it, without any network. */
async function startAlone(): Promise<{ child: ChildProcess; port: number }> {
  const port = 20_000 + (process.pid % 20_000) + processes.length * 2;
  const main = path.join(import.meta.dirname, '../../infra/hub/main.ts');
  const options = ['--cloud', 'http://127.0.0.1:9', '--port', String(port), '--address', '192.168.31.5', '--folder', folder];
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  await once(child.stdout ?? child, 'data');
  return { child, port };
}

const people = Array.from({ length: 50 }, (_, n) => `hallgoer${String(n).padStart(4, '0')}`);
const realNow = (): string => new Date().toISOString();
const gateNames: Record<string, string> = { 'device-east1': '东门', 'device-west1': '西门' };
/** What each gate asks about each person, under one nonce however often. */
const asks = new Map<string, GateAction>();
function askOf({ deviceId }: Pick<Gate, 'deviceId'>, person: string): GateAction {
  const key = `${deviceId} ${person}`;
  const action = asks.get(key) ?? scanOf(person, gateNames[deviceId] ?? '', realNow());
  asks.set(key, action);
  return action;
}

interface Promised {
  person: string;
  gate: Gate;
  answer: HubOutcome;
}
const isAnswered = (one: PromiseSettledResult<Promised>): one is PromiseFulfilledResult<Promised> => one.status === 'fulfilled';

/** Both gates meet the same people, each in its own order, until the laptop falls after so many answers. */
async function meetUntilItFalls([east, west]: [Gate, Gate], child: ChildProcess, after: number): Promise<Promised[]> {
  let answered = 0;
  const meet = (gate: Gate, line: readonly string[]) =>
    line.map(async (person) => {
      const answer = await gate.letIn(askOf(gate, person));
      if (++answered === after) child.kill('SIGKILL');
      return { person, gate, answer };
    });
  const all = await Promise.allSettled([...meet(east, people), ...meet(west, [...people].reverse())]);
  return all.filter(isAnswered).map((one) => one.value);
}

/** Everybody is asked about at both gates; gives at which of them each was let in. */
async function whoLetIn([east, west]: [Gate, Gate]): Promise<Map<string, Gate>> {
  const at = new Map<string, Gate>();
  for (const person of people) {
    const [in1, in2] = [await east.letIn(askOf(east, person)), await west.letIn(askOf(west, person))];
    expect([in1.outcome, in2.outcome].sort()).toEqual(['already', 'done']);
    const [own, first] = in1.outcome === 'done' ? [east, in2.first] : [west, in1.first];
    expect(first).toEqual({ gate: gateNames[own.deviceId], at: askOf(own, person).happenedAt });
    at.set(person, own);
  }
  return at;
}

/** The table has everybody once, as the gate and the moment that let them in say. */
async function expectInTable(letIn: ReadonlyMap<string, Gate>): Promise<void> {
  const rows = await world.settled(
    () => world.deps.attendance.roster(fairId),
    (all) => all.length === people.length,
  );
  expect(new Set(rows.map((row) => row.workerId))).toEqual(new Set(people));
  expect(new Set(rows.map((row) => row.number)).size).toBe(people.length);
  for (const [person, gate] of letIn) {
    const { nonce, happenedAt: at } = askOf(gate, person);
    expect(await world.deps.attendance.find(person as never, fairId)).toMatchObject({ nonce, deviceId: gate.deviceId, at });
  }
}

test('two gates and a hub let fifty people in once without network; killed in the middle it keeps every promise; then the table says the same', async () => {
  const first = await startAlone();
  const promised = await meetUntilItFalls(gatesAt(first.port, realNow) as [Gate, Gate], first.child, 40);
  expect(promised.length).toBeLessThan(100);

  const second = await startAlone();
  const gates = gatesAt(second.port, realNow) as [Gate, Gate];
  for (const { person, gate, answer } of promised.filter((one) => one.answer.outcome === 'done')) {
    const same = gates.find((one) => one.deviceId === gate.deviceId);
    expect(await same?.letIn(askOf(gate, person))).toEqual(answer);
  }
  const letIn = await whoLetIn(gates);
  second.child.kill('SIGKILL');
  await once(second.child, 'exit');

  // in the evening there is network: the hub sends, and one of the gates sends its own queue too, at the same time
  world.clock.now = realNow();
  const hub = await aHub();
  expect(hub.state().figures?.waiting).toBe(people.length + 2);
  await link(hub);
  const organizer = await world.staff('organizer01', 'organizer', '530324');
  const ofEast = [...letIn].filter(([, { deviceId }]) => deviceId === 'device-east1').map(([person, gate]) => askOf(gate, person));
  const own = organizer.call('attendance.upload', { fairId, deviceId: 'device-east1', actions: ofEast });
  const [{ items }] = await Promise.all([own, hub.tick()]);
  expect(items.every((one) => one.outcome === 'done')).toBe(true);
  await hub.tick();
  await expectInTable(letIn);
  expect((await organizer.call('devices.list', { fairId })).items).toContainEqual(expect.objectContaining({ gate: '现场主机', queue: 0 }));
  // the fair was over long ago: with everything sent nothing of it stays on the laptop
  expect(hub.state().own).not.toHaveProperty('fairId');
  expect(readdirSync(folder)).toEqual(['hub.json']);
});
