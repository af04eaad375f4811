import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHub } from '@shanhai/infra/hub/hub.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { spokenSecret } from '@shanhai/shared/rules/hub.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import type { Phone } from '../support/phone/phone.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

const door = 'areas/gate/door/index';
const at = '192.168.31.5';
let world: World;
let folder: string;
let fairId: FairId;
let organizer: Actor;
let strip: number;
const phones = phonesIn(() => world);
const hubs: { stop: () => Promise<void> }[] = [];

const open = async (port = 0) => {
  const hub = await startHub({ cloud: world.api, folder, port, pagePort: 0, version: 'hub test', address: at, now: () => world.clock.now });
  hubs.push(hub);
  return hub;
};
type Hub = Awaited<ReturnType<typeof open>>;

async function link(hub: Hub): Promise<void> {
  await hub.tick();
  await organizer.call('identity.confirmDesk', { deskId: (hub.state().desk?.deskId ?? '') as never });
  await hub.tick();
}

beforeAll(async () => {
  world = await startWorld();
  folder = mkdtempSync(path.join(tmpdir(), 'hub-'));
  const opened = await world.anOpenFair();
  ({ organizer } = opened);
  ({ fairId } = opened.fair);
  ({ from: strip } = await world.printedStrips(fairId, 20));
});
afterEach(async () => {
  phones.putAway();
  for (const hub of hubs.splice(0)) await hub.stop();
});
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function scan(phone: Phone, code: string): Promise<string> {
  phone.hold(code);
  await phone.page().tap('扫号码条或手机上的码');
  await phone.settled();
  return phone.page().text();
}
const codeOf = async (persona: string): Promise<string> => world.deps.codes.sign('P', (await world.signIn(persona)).session.workerId);
const kept = (phone: Phone): string[] => [...phone.storage].filter(([key]) => key.startsWith('outbox:')).map(([, text]) => text);

/** A gate in the wifi of the hall that has loaded its list. */
async function gateIn(hub: Hub, gate: string): Promise<Phone> {
  const phone = phones.of('organizer01', { session: organizer.session, [`gate:${fairId}`]: gate });
  phone.inHall(`${at}:${hub.port}`, `http://127.0.0.1:${hub.port}`);
  await phone.launch(door, { fairId });
  await phone.until('名单 12:00 版');
  return phone;
}
async function pairByCode(phone: Phone, text: string): Promise<void> {
  await phone.launch('areas/gate/hub/index', { fairId });
  phone.hold(text);
  await phone.page().tap('扫主机上的码');
  await phone.until('现场主机通着');
}
async function pairByTyping(phone: Phone, address: string, secret: string): Promise<void> {
  await phone.launch('areas/gate/hub/index', { fairId });
  await phone.page().type('地址', address);
  await phone.page().type('配对码', 'ABCD EFGH JKLM NPQR');
  await phone.page().tap('连上主机');
  await phone.until('配对码不对');
  await phone.page().type('配对码', spokenSecret(secret).toLowerCase());
  await phone.page().tap('连上主机');
  await phone.until('现场主机通着');
}
async function register(phone: Phone, number: number, name: string): Promise<void> {
  await scan(phone, world.deps.codes.signAt('N', fairId, number));
  await phone.page().type('姓名', name);
  await phone.page().tap('已当面说清，本人同意登记');
  await phone.page().tap('登记，发');
  await phone.settled();
}

test('two gates without network ask one laptop: who came in at one is told at the other; when the laptop falls each goes on alone, and all goes up once', async () => {
  const hub = await open();
  await link(hub);
  await hub.serve(fairId);
  const { pairing = '', own } = hub.state();
  const [east, west] = [await gateIn(hub, '东门'), await gateIn(hub, '西门')];
  await pairByCode(east, pairing);
  await pairByTyping(west, `${at}:${hub.port}`, own.secret ?? '');
  for (const phone of [east, west]) {
    await phone.launch(door, { fairId });
    phone.setOffline(true);
    await phone.until('没网，先问主机');
  }

  const [first, second] = [await codeOf('worker01'), await codeOf('worker02')];
  expect(await scan(east, first)).toContain('12:00 东门进场，现场主机记下了');
  world.clock.now = '2026-02-07T04:02:00.000Z';
  expect(await scan(west, first)).toContain('12:00 东门已经进过了');
  expect(await scan(west, second)).toContain('12:02 西门进场，现场主机记下了');
  expect(await scan(east, second)).toContain('12:02 西门已经进过了');

  // a strip registered at one gate is taken at the other; the name is closed for the server
  await register(west, strip, '岩温香');
  expect(west.page().text()).toContain('岩温香登记好了');
  await east.launch(door, { fairId });
  expect(await scan(east, world.deps.codes.signAt('N', fairId, strip))).toContain('12:02 西门已经进过了');
  const files = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  expect(files.join()).not.toMatch(/岩温香|\\u5ca9/);
  expect([kept(east).length, kept(west).length]).toEqual([1, 2]);

  // the laptop falls: nobody waits for it
  east.inHall(`${at}:${hub.port}`, undefined);
  expect(await scan(east, await codeOf('worker03'))).toContain('已记在本机');
  await east.until('没网，照常用');
  // it is back, and hears what the gate did meanwhile
  east.inHall(`${at}:${hub.port}`, `http://127.0.0.1:${hub.port}`);
  await east.launch(door, { fairId });
  await east.until('主机和本机都记着，待传 2 条', 15_000);
  await west.launch(door, { fairId });
  expect(await scan(west, await codeOf('worker03'))).toContain('12:02 东门已经进过了');
  const toHub = [east, west].flatMap((phone) => phone.requests.filter((sent) => sent.path.startsWith(`http://${at}`)));
  expect(toHub.length).toBeGreaterThan(8);
  expect(toHub.some((sent) => Object.keys(sent.header).some((name) => name.toLowerCase() === 'authorization'))).toBe(false);

  // network: the hub and one gate send the same, and nobody is doubled
  west.setOffline(false);
  await Promise.all([hub.tick(), west.until('都传上去了', 20_000)]);
  const rows = await world.settled(
    () => world.deps.attendance.roster(fairId),
    (all) => all.length === 4,
  );
  expect(rows.map((row) => row.name).filter(Boolean)).toEqual(['岩温香']);
  east.setOffline(false);
  await east.until('都传上去了', 20_000);
  expect(await world.deps.attendance.roster(fairId)).toHaveLength(4);
});

test('a gate with network tells the laptop too, and what stays of a hub goes with the end of the work', async () => {
  world.clock.now = noon;
  const hub = await open();
  const phone = await gateIn(hub, '东门');
  await pairByCode(phone, hub.state().pairing ?? '');
  await phone.launch(door, { fairId });
  const code = await codeOf('worker05');
  const before = hub.state().figures;
  expect(await scan(phone, code)).toContain('12:00 东门进场');
  expect(hub.state().figures).toMatchObject({ told: (before?.told ?? 0) + 1, waiting: before?.waiting });
  const other = await gateIn(hub, '西门');
  await pairByCode(other, hub.state().pairing ?? '');
  await other.launch(door, { fairId });
  other.setOffline(true);
  await other.until('没网，先问主机');
  expect(await scan(other, code)).toContain('12:00 东门已经进过了');
  await phone.launch('areas/gate/ready/index', { fairId });
  await phone.until('这台收工，删掉名单');
  await phone.page().tap('这台收工，删掉名单');
  await phone.settled();
  expect([...phone.storage.keys()].filter((key) => key.startsWith('gate-hub:'))).toEqual([]);
});
