import type { Session } from '@shanhai/shared/contract/identity.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { weappFolder } from '../support/builds.ts';
import { readAppJson, routesIn } from '../support/phone/page-stack.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

type Role = Session['acting']['role'];

let world: World;
let known: Record<string, string>;
const phones = phonesIn(() => world);
const sessions = new Map<Role, Session>();

const routes = routesIn(readAppJson(weappFolder));
/** Whose work the pages of an area are; pages of both sides stand under the side that may do more there. */
const workOf: readonly [start: string, role: Role][] = [
  ['areas/organize/', 'organizer'],
  ['areas/gate/', 'organizer'],
  ['areas/board/', 'organizer'],
  ['areas/pairings/', 'officer'],
  ['areas/people/', 'officer'],
  ['areas/desk/', 'officer'],
  ['areas/employers/verify/', 'officer'],
  ['areas/employers/', 'recruiter'],
  ['areas/jobs/mine/', 'recruiter'],
  ['areas/jobs/edit/', 'recruiter'],
  ['areas/imports/openings/', 'recruiter'],
  ['areas/imports/', 'officer'],
  ['areas/exports/', 'officer'],
  ['areas/cards/booth/', 'recruiter'],
  ['areas/cards/seen/', 'recruiter'],
  ['tabs/', 'recruiter'],
];
const roleFor = (route: string): Role | undefined => workOf.find(([start]) => route.startsWith(start))?.[1];

beforeAll(async () => {
  world = await startWorld();
  const { fair, booth, employerId, jobId, organizer, recruiter } = await world.anOpenFair();
  const officer = await world.staff('officer01', 'officer', '310113');
  for (const { session } of [organizer, recruiter, officer]) sessions.set(session.acting.role, session);
  known = { fairId: fair.fairId, boothNo: String(booth.boothNo), employerId, jobId };
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

describe('on the phone of somebody looking for work', () => {
  test.each(routes)('%s opens and says something', async (route) => {
    const page = await phones.of('worker01').launch(route, known);
    expect(page.text()).not.toBe('');
  });
});

describe('on the phone of whoever works with it', () => {
  test.each(routes.filter((route) => roleFor(route)))('%s opens and says something', async (route) => {
    const session = sessions.get(roleFor(route) as Role);
    const phone = phones.of('nophone01', { session });
    const page = await phone.launch(route, known);
    expect(page.text()).not.toBe('');
    expect(phone.requests.filter((sent) => sent.status === 403)).toEqual([]);
  });
});
