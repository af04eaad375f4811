import { signSession } from '@shanhai/functions/src/signing/session-token.ts';
import { type Entry, Role, type WorkerId } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { request } from '../support/call.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const names = Object.keys(routes) as RouteName[];
const entryOf = (name: RouteName): Entry => contract[name];
const closed = names.filter((name) => entryOf(name).by !== 'anyone');
const strangers = closed.flatMap((name) => Role.options.filter((role) => !entryOf(name).by.includes(role as never)).map((role) => [name, role] as const));

/** Any value that fits an address; roles are asked before input is read. */
const someInput = {
  deskId: 'desk00000001',
  employerId: 'employer0001',
  jobId: 'job000000001',
  fairId: 'fair00001',
  invitationId: 'invite000001',
  caseId: 'job-job000000001-1',
  slotId: 'nonce000000100',
  workerId: 'worker000001',
  boothNo: 1,
  code: 'x',
  fileId: 'file000000000001',
};
const scopes = { worker: undefined, recruiter: 'employer0001', organizer: '530324', officer: '310113', steward: 'fair00001' };
const later = '2026-02-07T05:00:00.000Z';

function tokenOf(role: Role, until = later): string {
  return signSession({ workerId: 'worker000001' as WorkerId, role, scope: scopes[role] }, until, world.deps.sessionKey);
}
async function answerTo(name: RouteName, token?: string): Promise<[number, string]> {
  const reply = await request(world.api, name, someInput, token);
  return [reply.status, ((await reply.json()) as { code: string }).code];
}

describe('a role that is not named for an address', () => {
  test('there are such pairs to try', () => expect(strangers.length).toBeGreaterThan(100));
  test.each(strangers)('%s is refused to a %s', async (name, role) => expect(await answerTo(name, tokenOf(role))).toEqual([403, 'not_allowed']));
});

describe('without a session', () => {
  test.each(closed)('%s is refused', async (name) => expect(await answerTo(name)).toEqual([401, 'not_signed_in']));
});

describe('a token that is not genuine', () => {
  const roleOf = (name: RouteName): Role => entryOf(name).by[0] as Role;

  test.each(closed)('%s refuses one that ended', async (name) => {
    expect(await answerTo(name, tokenOf(roleOf(name), noon))).toEqual([401, 'not_signed_in']);
  });
  test.each(closed)('%s refuses one whose body was changed', async (name) => {
    const [, signature] = tokenOf(roleOf(name)).split('.');
    const raised = Buffer.from(JSON.stringify({ w: 'worker000001', r: roleOf(name), s: '310000', e: 4_102_444_800 })).toString('base64url');
    expect(await answerTo(name, `${raised}.${signature}`)).toEqual([401, 'not_signed_in']);
  });
  test.each(['nonsense', 'a.b', '.', 'Bearer'])('%j is refused, also where nobody need sign in', async (token) => {
    expect(await answerTo('workers.me', token)).toEqual([401, 'not_signed_in']);
    expect(await answerTo('fairs.list', token)).toEqual([401, 'not_signed_in']);
  });
});

test('a genuine token of a named role passes the gate, so that the cases above can fail', async () => {
  for (const name of closed) {
    const [status, code] = await answerTo(name, tokenOf(entryOf(name).by[0] as Role));
    // these look the person up, and nobody is there
    const isOfPerson = /^(identity|rights)\./.test(name);
    expect([name, status === 401 && code === 'not_signed_in' && !isOfPerson]).toEqual([name, false]);
  }
});
