import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { consentVersion } from '@shanhai/shared/rules/cards.ts';
import { aCreditCode } from '../../support/builders.ts';
import type { World } from '../../support/world.ts';
import type { Fields } from './door.ts';
import { others, type Persona, places } from './people.ts';
import { listsOf, type Side, secretsOf } from './sides.ts';

const folder = path.join(import.meta.dirname, '../recorded/0.1.0');
/** What a client sent to each route when 0.1.0 was recorded. */
const recorded = Object.assign({}, ...readdirSync(folder).map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))) as Record<
  RouteName,
  { input: Fields }
>;

/** Replaces every field of these names, at any depth. */
function withFields(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((one) => withFields(one, fields));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, was]) => [name, name in fields ? fields[name] : withFields(was, fields)]));
}

/** The things of one side under the names that inputs give them. */
function thingsOf(side: Side): Fields {
  const { county, pairingId } = places[side.side];
  const { employerId, jobId, fairId, boothNo, workerId, number, slotId, caseId, taskId, conflictId, pairId, mergeId, allocationId, invitationId } = side;
  return {
    ...{ employerId, jobId, jobIds: [jobId], fairId, boothNo, workerId, workerIds: [workerId], number, slotId, caseId, taskId, conflictId, pairId, mergeId },
    ...{ allocationId, invitationId, pairingId, hostRegion: county, home: { regionCode: county, town: places[side.side].town } },
    ...{ consent: { employerId, version: consentVersion }, regionCode: county, scope: county, trades: ['electrician'] },
  };
}

let sequence = 0;
const fresh = (word: string): string => `${word}-${String(++sequence).padStart(6, '0')}`;
type Special = (side: Side, who: Persona | undefined, world: World) => Fields;

const codeOf = (world: World, workerId: string): string => world.deps.codes.sign('P', workerId);
const newcomer: Special = ({ side }, _, world) => ({ code: codeOf(world, others(side).newcomer) });
const grantee: Special = ({ side }) => ({ workerId: others(side).grantee });
const spareSteward: Special = ({ side }) => ({ workerId: others(side).spareSteward });
const spareColleague: Special = ({ side }) => ({ workerId: others(side).spareColleague });
/** Whom somebody of this role acts for on this side. */
const proxied: Special = ({ proxied: by }, who) => ({
  workerId: who?.role === 'officer' ? (by[`${who.office} officer`] ?? by['county officer']) : (by[who?.role ?? 'worker'] ?? by['worker']),
});
const kindOf = (who?: Persona) => (who?.role === 'officer' ? ('people' as const) : ('openings' as const));
const importOf: Special = ({ imports }, who) => ({ importId: who?.role === 'officer' ? imports.officer : imports.recruiter });
const fileOf: Special = ({ files }, who) => ({ fileId: who?.role === 'worker' ? files.worker : who?.duty === 'recruiter' ? files.colleague : files.recruiter });
const forWorker: Special = ({ workerId }) => ({ forWorkerId: workerId });
const personCode: Special = ({ workerId }, _, world) => ({ code: codeOf(world, workerId) });

/** What people say of themselves is their own, whichever side is asked about. */
const ofThemselves: Special = (stage, who) => {
  const side = who?.side ?? stage.side;
  const { name, phone, residentId } = secretsOf(side);
  return { name, phone, residentId, home: { regionCode: places[side].county, town: places[side].town } };
};
const job: Special = ({ jobVersion }) => ({ version: jobVersion });

/** What a route needs beyond the names that stand in it. */
const specials: Partial<Record<RouteName, Special>> = {
  'identity.act': (_, who) => ({ role: who?.role ?? 'worker', scope: undefined }),
  'identity.grantRole': newcomer,
  'identity.renewRole': grantee,
  'identity.revokeRole': grantee,
  'workers.change': ofThemselves,
  'workers.tellResidentId': ofThemselves,
  'attendance.tellHome': ofThemselves,
  'proxies.register': (_, who) => ({
    relation: who?.role === 'worker' ? 'relative' : 'officer',
    nonce: fresh('proxy'),
    consent: 'spoken',
    residentId: undefined,
  }),
  'proxies.get': proxied,
  'proxies.change': proxied,
  'proxies.sayLooking': proxied,
  'proxies.sayElsewhere': proxied,
  'proxies.claimCode': proxied,
  'people.merge': ({ pair }) => ({ keep: pair[0], fromOther: [] }),
  'employers.submit': ({ side }) => ({ creditCode: aCreditCode(800 + ++sequence), regionCode: places[side].district }),
  'employers.change': ({ form }) => form,
  'employers.list': () => ({ status: 'verified', cursor: undefined }),
  'files.finish': fileOf,
  'files.link': ({ files }, who) => ({ fileId: who?.role === 'worker' ? files.worker : files.recruiter }),
  'members.change': spareColleague,
  'members.remove': spareColleague,
  'jobs.change': job,
  'jobs.judgeEssential': job,
  'jobs.list': () => ({ cursor: undefined }),
  'search.jobs': () => ({ cursor: undefined }),
  'fairs.create': ({ fairForm }) => fairForm,
  'fairs.change': ({ fairForm, fairVersion }) => ({ ...fairForm, version: fairVersion }),
  'fairs.resolveCode': ({ fairId }, _, world) => ({ code: world.deps.codes.signAt('S', fairId, 0) }),
  'fairs.printPack': () => ({ strips: 0 }),
  'attendance.checkIn': ({ fairId }, _, world) => ({ code: world.deps.codes.signAt('S', fairId, 0) }),
  'attendance.companionsOf': personCode,
  'attendance.scan': () => ({ code: undefined, nonce: fresh('nonce') }),
  'attendance.registerWalkIn': ({ freeStrip }) => ({ number: freeStrip, nonce: fresh('nonce') }),
  'attendance.upload': (_, __, { clock }) => ({
    actions: [{ kind: 'refused', nonce: fresh('nonce'), gate: '东门', happenedAt: clock.now, code: 'wrong_fair' }],
  }),
  'cards.find': () => ({ code: undefined }),
  'cards.upload': ({ number }, _, { clock }) => ({ actions: [{ kind: 'look', nonce: fresh('nonce'), happenedAt: clock.now, number }] }),
  'stewards.add': newcomer,
  'stewards.change': spareSteward,
  'stewards.remove': spareSteward,
  'interviews.offer': () => ({ nonce: fresh('offer') }),
  'interviews.moveSlot': () => ({ startsAt: `2026-02-${10 + (++sequence % 15)}T01:00:00.000Z` }),
  'imports.template': (_, who) => ({ kind: kindOf(who) }),
  'imports.read': ({ side, n }, who) => ({ kind: kindOf(who), fileBase64: listsOf(side, n)[kindOf(who)] }),
  'imports.list': (_, who) => ({ kind: kindOf(who) }),
  'imports.get': importOf,
  'imports.rows': (side, who, world) => ({ ...importOf(side, who, world), part: 0 }),
  'imports.step': importOf,
  'imports.badRows': importOf,
  'imports.settle': ({ rev }) => ({ rev, takes: [{ field: 'phone', side: 'standing' }] }),
  'applications.apply': forWorker,
  'applications.mine': forWorker,
  'applications.get': forWorker,
  'applications.withdraw': forWorker,
  'applications.reply': forWorker,
  'applications.arrived': ({ workerId }) => ({ forWorkerId: workerId, on: '2026-02-07' }),
};

/** What this person would send to ask about the things of this side. */
export function inputFor(name: RouteName, side: Side, who: Persona | undefined, world: World): Fields {
  const input = { ...(withFields(recorded[name].input, thingsOf(side)) as Fields), ...specials[name]?.(side, who, world) };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

/** Well-formed ids that nobody has. */
const unknown: Fields = {
  ...{ employerId: 'noemployer01', jobId: 'nojob0000001', fairId: 'nofair000', workerId: 'noworker0001', pairId: 'noworker0001.noworker0002' },
  ...{ mergeId: 'nomerge00001', caseId: 'note-nobody-0000', taskId: 'odd.mass_apply.noworker0001.2026-02-07', slotId: 'noslot00000000', pairingId: 'nobody' },
  ...{
    allocationId: 'noalloc00001',
    importId: 'noimport0001',
    fileId: 'nofile0000000000',
    invitationId: 'noinvite0001',
    conflictId: '530324.noworker0001.aaaaaaaa',
  },
};

/** The same request with some of its fields another side’s, or nobody’s. */
export function mixedInput(input: Fields, names: readonly string[], of: Fields = unknown): Fields {
  return { ...input, ...Object.fromEntries(names.filter((name) => name in of).map((name) => [name, of[name]])) };
}

/** Requests that end something come last, so that everything is still there to be asked about. */
const endings: readonly RouteName[] = [
  'rights.askErasure',
  'people.merge',
  'people.undoMerge',
  'imports.settle',
  'jobs.close',
  'employers.suspend',
  'employers.lift',
  'employers.change',
  'stewards.remove',
  'members.remove',
  'identity.revokeRole',
  'cards.withdraw',
  'interviews.cancel',
  'interviews.cancelSlot',
  'applications.withdraw',
  'attendance.undo',
  'fairs.removeBooth',
  'fairs.close',
  'devices.revoke',
  'devices.restore',
];
const placeOf = (name: RouteName): number => endings.indexOf(name) + 1;
export const inOrder = (names: readonly RouteName[]): RouteName[] => [...names].sort((a, b) => placeOf(a) - placeOf(b));
