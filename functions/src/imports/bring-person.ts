import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { bureauOf, isWithinRegion, regionName } from '@shanhai/shared/rules/regions.ts';
import { othersOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { KeptRow } from './rules/kept-row.ts';
import { personKey } from './rules/people.ts';
import type { SurveyedPerson } from './rules/person.ts';
import { differingFields } from './rules/versions.ts';
import type { Kept } from './store.ts';

type Profile = Awaited<ReturnType<Deps['workers']['get']>>;
interface Found {
  workerId: WorkerId;
  profile: Profile;
}

/** Nobody is there under this id, or the record went into another. */
async function currentRecord(workerId: WorkerId, { workers }: Deps): Promise<Found | undefined> {
  const current = await workers.currentOf(workerId);
  const profile = await workers.get(current);
  return profile.name || profile.home ? { workerId: current, profile } : undefined;
}

/** The record of this person: surveyed before, with the same resident id, or with the same name and phone. */
async function findPerson(person: SurveyedPerson, deps: Deps): Promise<Found | undefined> {
  const { workers } = deps;
  const surveyed = await currentRecord(workers.surveyIdOf(personKey(person)), deps);
  if (surveyed) return surveyed;
  const byId = person.residentId && (await workers.withResidentId(person.residentId));
  if (byId) return currentRecord(byId, deps);
  const near = person.phone ? await workers.withPhone(person.phone) : [];
  const records = await Promise.all(near.map((id) => currentRecord(id, deps)));
  return records.find((one) => one?.profile.name === person.name);
}

/** Who is named by a yes that the list says; nobody where the home has no pairing. */
async function sharingOf({ elsewhere, home }: SurveyedPerson, { pairings }: Deps) {
  const regions = elsewhere ? othersOf(home.regionCode, await pairings.all()) : [];
  return regions.length ? { elsewhere: { regions, receiver: regions.map(bureauOf).join('、') } } : {};
}

async function register(person: SurveyedPerson, kept: Kept, deps: Deps): Promise<WorkerId> {
  const { consent, categories = [], elsewhere: _asked, ...rest } = person;
  const held = categories.map((category) => ({ category, source: '三级摸排', on: chinaDay(kept.createdAt), by: 'survey' as const }));
  const byName = `${regionName(kept.scope)}人社局`;
  const workerId = deps.workers.surveyIdOf(personKey(person));
  const heard = { by: kept.by, byName, relation: 'village_officer', consent: { how: consent, at: kept.createdAt }, via: 'survey' } as const;
  const onBehalf = { ...heard, ...(await sharingOf(person, deps)) };
  await deps.workers.createFor(workerId, { ...rest, ...(held.length ? { categories: held } : {}) }, onBehalf);
  await deps.workers.recordView(workerId, { at: deps.now(), role: 'officer', byName, what: 'registered' }, deps.newId(6));
  return workerId;
}

/** A step whose reply was lost finds the people it made itself. */
const isOfThis = ({ registered }: Profile, kept: Kept): boolean => registered?.by === kept.by && registered.consent?.at === kept.createdAt;

/** One row of a survey: a new person, the same as stands there, or two versions for a human to settle. Nothing is written over. */
export async function bringPerson(row: KeptRow, kept: Kept, deps: Deps): Promise<KeptRow> {
  const { person, ...rest } = row;
  if (!person || row.outcome) return row;
  const found = await findPerson(person, deps);
  if (!found) {
    await register(person, kept, deps);
    return { ...rest, outcome: 'added' };
  }
  const { workerId, profile } = found;
  if (profile.home && !isWithinRegion(profile.home.regionCode, kept.scope)) {
    return { ...rest, outcome: 'differs', problems: [{ where: '', what: '这个人登记在别的县，没有动，请先和那边核对' }] };
  }
  if (!differingFields(profile, person).length) return { ...rest, outcome: isOfThis(profile, kept) ? 'added' : 'standing' };
  await deps.conflicts.keep(person.home.regionCode, workerId, person, { about: row.about, foundAt: kept.createdAt, fileName: kept.fileName });
  return { ...rest, outcome: 'differs' };
}
