import type { Caller, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import type { Worker } from '@shanhai/shared/contract/workers.ts';
import { mostPlaced } from '@shanhai/shared/rules/allocations.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { remainingOf } from '@shanhai/shared/rules/jobs.ts';
import { offeredBy, type Wish } from '@shanhai/shared/rules/matching.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { maySee } from '@shanhai/shared/rules/scopes.ts';
import { isOffered } from '@shanhai/shared/rules/still-looking.ts';
import { isKeptFromYoung, isYoungOn } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';
import type { Said, Seat, Seeker } from './rules/propose.ts';

const seatOf = (job: Job, employerName: string, label?: string): Seat => ({
  ...offeredBy(job),
  jobId: job.jobId,
  title: job.title,
  employerName,
  label,
  isHazardous: isKeptFromYoung(job),
});

type Person = Pick<Worker, 'wish' | 'skills' | 'isRankingOff'>;

/** What a fit may go by: what a person looks for and can do. */
export const wishOf = ({ wish, skills }: Person): Wish => ({ ...wish, skills });

/** May a machine place this person? Not without a wish, and not who switched ranking off. 〔个人信息保护法 §24〕 */
const isPlaced = ({ wish, isRankingOff }: Person): boolean => wish.trades.length > 0 && !isRankingOff;

/** What the booths of a fair still seek, of employers that are neither stopped nor wait for their officer; an opening at two booths is one. */
export async function seatsAtFair(fair: Fair, { fairs, jobs }: Deps): Promise<Seat[]> {
  const booths = (await fairs.booths(fair.fairId)).filter(({ withheld, isWaiting }) => !withheld && !isWaiting);
  const boothOf = new Map(booths.flatMap((booth) => booth.openings.map((o): [JobId, Booth] => [o.jobId, booth])));
  const offered = await jobs.getMany([...boothOf.keys()]);
  return offered.flatMap((job) => {
    const booth = boothOf.get(job.jobId);
    return booth && job.status === 'open' && remainingOf(job) > 0 ? [seatOf(job, booth.employerShortName, booth.label)] : [];
  });
}

/** Whoever comes to a fair of a region is there to be placed by it. */
export const isOwnFair = ({ hostRegion }: Pick<Fair, 'hostRegion'>, { scope = '' }: Caller): boolean => !!scope && isWithinRegion(hostRegion, scope);

/** The people who are here and whom the caller may see: the host all of them. Those who told no wish have nothing to go by. */
export async function seekersAtFair(fair: Fair, caller: Caller, deps: Deps): Promise<Seeker[]> {
  const here = await deps.attendance.roster(fair.fairId);
  const profiles = await deps.workers.getMany(here.map((row) => row.workerId));
  const today = chinaDay(deps.now());
  return here.flatMap(({ workerId, number }) => {
    const profile = profiles.get(workerId);
    return profile && isPlaced(profile) && (isOwnFair(fair, caller) || maySee(profile, caller))
      ? [{ workerId, number, wish: wishOf(profile), isYoung: isYoungOn(profile, today) }]
      : [];
  });
}

/** What was said between people and booths of a fair. */
export async function saidAtFair(fair: Fair, { fairs, cards }: Deps): Promise<Said[]> {
  const booths = await fairs.booths(fair.fairId);
  const left = await Promise.all(booths.map((booth) => cards.atBooth(fair.fairId, booth.boothNo)));
  return left
    .flat()
    .map(({ workerId, jobId, answer, reply }) => ({ workerId, jobId, isYes: reply === 'accepted', isNo: answer === 'no' || reply === 'declined' }));
}

const yes: readonly string[] = ['accepted', 'arrived'];
const no: readonly string[] = ['refused', 'declined'];
const queriesAtOnce = 40;

/** What was said between people and these openings in applications. */
export async function saidInApplications(seats: readonly Seat[], { applications }: Deps): Promise<Said[]> {
  const said: Said[] = [];
  for (let from = 0; from < seats.length; from += queriesAtOnce) {
    const some = seats.slice(from, from + queriesAtOnce);
    const found = await Promise.all(
      some.map(({ jobId }) =>
        upTo(
          mostPlaced.people,
          (cursor) => applications.ofJob(jobId, cursor),
          () => true,
        ),
      ),
    );
    said.push(...found.flat().map(({ workerId, jobId, state }) => ({ workerId, jobId, isYes: yes.includes(state), isNo: no.includes(state) })));
  }
  return said;
}

/** Every page up to a number; one more than that tells that it is too many. */
async function upTo<T>(
  most: number,
  page: (cursor?: string) => Promise<{ items: T[]; cursor?: string | undefined }>,
  isMeant: (item: T) => boolean,
): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    found.push(...next.items.filter(isMeant));
    cursor = next.cursor;
  } while (cursor && found.length <= most);
  return found;
}

/** The openings of verified employers on the Shanghai side that still have places. */
export async function seatsOfPairing({ shanghaiRegion }: Pairing, { jobs, employers, now }: Deps): Promise<Seat[]> {
  const today = chinaDay(now());
  const isMeant = (job: Job): boolean => isWithinRegion(job.workRegion, shanghaiRegion) && job.expiresOn >= today && remainingOf(job) > 0;
  const open = await upTo(mostPlaced.openings, jobs.open, isMeant);
  const known = await employers.getMany(open.map((job) => job.employerId));
  return open.flatMap((job) => {
    const employer = known.get(job.employerId);
    if (!employer || !isVerifiedOn(employer, today)) return [];
    return [seatOf(job, employer.shortName)];
  });
}

/** The people of the partner counties who said what they want to do and whom the caller may see. */
export async function seekersOfPairing({ partnerRegion, partnerCounties }: Pairing, caller: Caller, { workers, now }: Deps): Promise<Seeker[]> {
  const regions = partnerCounties.length ? partnerCounties : [partnerRegion].filter((region) => region !== undefined);
  const people = await Promise.all(
    regions.map((region) =>
      upTo(
        mostPlaced.people,
        (cursor) => workers.ofRegion(region, cursor, 500),
        (person) => isPlaced(person) && maySee(person, caller) && !person.mergedInto && isOffered(person.looking, now()),
      ),
    ),
  );
  const today = chinaDay(now());
  return people.flat().map((person) => ({ workerId: person.workerId, wish: wishOf(person), isYoung: isYoungOn(person, today) }));
}
