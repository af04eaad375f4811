import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { auditPartitions } from '@shanhai/functions/src/table/layout.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputFolder } from '../support/builds.ts';
import { request } from '../support/call.ts';
import { startWorld, type World } from '../support/world.ts';
import { type Cell, formerCells, type Holder, names, openCells, signedInCells, strangerCells } from './matrix/cells.ts';
import { type Door, type Fields, openDoor, type Reply } from './matrix/door.ts';
import { inputFor, mixedInput } from './matrix/inputs.ts';
import { type Persona, persona, personas, type SideName, scopeOf, sides, tokensOf } from './matrix/people.ts';
import { openSides, type Side, secretsOf } from './matrix/sides.ts';

let world: World;
let door: Door;
let stage: Record<SideName, Side>;
let holders: Holder[];
let former: Holder[];

const holderOf = (who: Persona): Holder => ({ persona: who, ...tokensOf({ workerId: who.workerId, role: who.role, scope: scopeOf(who, stage) }, world) });

/** People who once had each role of staff on side A, and whose sessions of then still run. */
async function takeRolesBack(): Promise<Holder[]> {
  const { identity } = world.deps;
  const roles = [
    { word: 'organizer', role: 'organizer' as const, like: 'organizer A' },
    { word: 'officer', role: 'officer' as const, like: 'district officer A' },
    { word: 'recruiter', role: 'recruiter' as const, like: 'owner A' },
    { word: 'steward', role: 'steward' as const, like: 'supervisor A' },
  ];
  return Promise.all(
    roles.map(async ({ word, role, like }) => {
      const was = { ...persona(like), name: `former ${word}`, workerId: `mF-${word}`.padEnd(12, '0').slice(0, 12) as WorkerId };
      const scope = scopeOf(was, stage) ?? '';
      await identity.meet(`openid-${was.workerId}`, was.workerId);
      await identity.grant(was.workerId, { role, scope, scopeName: scope });
      const holder = holderOf(was);
      if (role === 'organizer' || role === 'officer') await identity.takeBack({ workerId: was.workerId, role, scope });
      else await world.deps.table.transact([await identity.revoking(was.workerId, { role, scope })]);
      return holder;
    }),
  );
}

/** Everything in the table but what is written of every request: the audit and the counts of how often. */
async function allItems(): Promise<string[]> {
  const client = new DynamoDBClient({ endpoint: world.endpoint });
  const found: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: world.tableName, ConsistentRead: true }))
    for (const item of Items) if (!isOfEveryRequest(String(item['pk']?.S))) found.push(JSON.stringify(item));
  client.destroy();
  return found.sort();
}
const isOfEveryRequest = (pk: string): boolean => [...Object.values(auditPartitions), 'RL#'].some((prefix) => pk.startsWith(prefix));

/** The stream has said all it had to say when twice in a row nothing has changed. */
async function quiet(): Promise<string[]> {
  let before = await allItems();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const now = await allItems();
    if (now.join() === before.join()) return now;
    before = now;
  }
}

beforeAll(async () => {
  world = await startWorld();
  door = openDoor(world.deps);
  stage = await openSides(world, door);
  holders = personas.map(holderOf);
  former = await takeRolesBack();
}, 120_000);
afterAll(() => world.stop());

const tally: { cells: number; wrong: string[]; byExpected: Record<string, number> } = { cells: 0, wrong: [], byExpected: {} };
function count({ route, who, how, side, expected }: Cell, { status, code, body, units }: Reply, isRight: boolean, why = ''): void {
  tally.cells++;
  tally.byExpected[expected] = (tally.byExpected[expected] ?? 0) + 1;
  const got = status < 400 ? '' : body.slice(0, 120);
  if (!isRight) tally.wrong.push(`${route} · ${who} · ${how} (${side}) should be ${expected}: ${status} ${code} ${JSON.stringify(units)} ${got} ${why}`);
}

/** Organizers call any verified employer’s agent, to invite it. */
const mayRing = ({ route, persona: who }: Cell): boolean => who?.role === 'organizer' && /^employers\.(get|list)$/.test(route);

/** Words of a side in an answer that were not in the question. */
function leakedIn(body: string, asked: string, of: SideName, cell: Cell): string[] {
  const { agentPhone, ...secrets } = secretsOf(of);
  const hidden = mayRing(cell) ? secrets : { ...secrets, agentPhone };
  return Object.entries(hidden).flatMap(([what, words]) => (body.includes(words) && !asked.includes(words) ? [`${what} of ${of}`] : []));
}
const isFree = ({ units }: Reply): boolean => units.trips === 0;
const isPassed = ({ status }: Reply): boolean => status < 500 && ![400, 401, 403].includes(status);
const rights: Record<Cell['expected'], (reply: Reply) => boolean> = {
  'not signed in': (reply) => reply.status === 401 && reply.code === 'not_signed_in' && isFree(reply),
  'role not named': (reply) => reply.status === 403 && reply.code === 'not_allowed' && isFree(reply),
  'role gone': ({ status, code }) => status === 401 && code === 'not_signed_in',
  left: ({ status, code }) => status === 403 && /^no_longer/.test(code),
  'another’s': ({ status }) => status === 403 || status === 404,
  'not there': ({ status, code }) => status === 403 || status === 404 || code === 'slot_gone',
  'not WeChat’s': ({ status, code }) => (status === 401 && code === 'login_code_used') || status === 403,
  own: isPassed,
  admitted: isPassed,
};

function inputOf({ route, side, persona: who, mixed }: Cell): Fields {
  const input = inputFor(route, stage[side], who, world);
  return mixed ? mixedInput(input, mixed.names, mixed.from === 'nobody' ? undefined : inputFor(route, stage[mixed.from], who, world)) : input;
}

async function ask(cell: Cell): Promise<Reply> {
  const input = inputOf(cell);
  const reply = await door.ask(cell.route, input, cell.token);
  const hidden = sides.filter((side) => rights[cell.expected] !== isPassed || (cell.persona?.side !== side && cell.persona?.office !== 'city'));
  const leaked = hidden.flatMap((side) => leakedIn(reply.body, JSON.stringify(input), side, cell));
  count(cell, reply, rights[cell.expected](reply) && leaked.length === 0, leaked.join());
  return reply;
}

const isRefusal = ({ expected }: Cell): boolean => expected !== 'own' && expected !== 'admitted';
const signedIn = (): Cell[] => signedInCells(holders);

test('whoever is not signed in, or with a token that is worth nothing, is refused everywhere without touching the table', async () => {
  for (const cell of strangerCells(holders)) await ask(cell);
  expect(tally.wrong).toEqual([]);
});

test('a role that is not named, a role that is gone, and another’s thing are refused, and nothing is written', async () => {
  const before = await quiet();
  const wrongBefore = tally.wrong.length;
  for (const cell of [...signedIn(), ...openCells(), ...formerCells(former)].filter(isRefusal)) await ask(cell);
  expect(tally.wrong.slice(wrongBefore)).toEqual([]);
  const after = await quiet();
  expect(after.filter((item) => !before.includes(item))).toEqual([]);
  expect(after).toHaveLength(before.length);
}, 240_000);

test('one’s own is answered, and holds nothing of the other side', async () => {
  const wrongBefore = tally.wrong.length;
  const found = new Set<string>();
  const asked = new Set<string>();
  for (const cell of [...openCells(), ...signedIn()].filter((one) => !isRefusal(one))) {
    const { status } = await ask(cell);
    const own = `${cell.route} · ${cell.persona?.role} · ${cell.side}`;
    if (cell.expected === 'own') asked.add(own);
    if (cell.expected === 'own' && status !== 404) found.add(own);
  }
  expect(tally.wrong.slice(wrongBefore)).toEqual([]);
  // a thing that is not there proves nothing about who is kept from it
  expect([...asked].filter((own) => !found.has(own))).toEqual([]);
}, 240_000);

test('over HTTP it is the same', async () => {
  const samples = [...strangerCells(holders), ...signedIn().filter(isRefusal)].filter((_, i) => i % 331 === 0);
  for (const cell of samples) {
    const reply = await request(world.api, cell.route, inputOf(cell), cell.token?.replace('Bearer ', ''));
    const { code } = (await reply.json()) as { code: string };
    const cost = { reads: 0, writes: 0, trips: 0 };
    count(cell, { status: reply.status, code, body: code, units: cost }, rights[cell.expected]({ status: reply.status, code, body: code, units: cost }));
  }
  expect(tally.wrong).toEqual([]);
});

test('the matrix has every route, and is told with its count', () => {
  const line = { cells: tally.cells, wrong: tally.wrong.length, routes: names.length };
  process.stdout.write(`matrix.cells ${line.cells} · matrix.wrong ${line.wrong} · ${names.length} routes · ${JSON.stringify(tally.byExpected)}\n`);
  mkdirSync(outputFolder, { recursive: true });
  writeFileSync(path.join(outputFolder, 'matrix.json'), JSON.stringify(line));
  expect(line.wrong).toBe(0);
  expect(line.cells).toBeGreaterThan(10_000);
});
