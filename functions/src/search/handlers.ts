import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { FoundJob } from '@shanhai/shared/contract/search.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import type { JobKind } from '@shanhai/shared/rules/job-terms.ts';
import { mealKinds, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { fitOf, suits, type Wish } from '@shanhai/shared/rules/matching.ts';
import { distanceKm } from '@shanhai/shared/rules/region-places.ts';
import { isHazardousFor, isYoungOn } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';
import type { SearchHandlers } from '../http/handler.ts';
import { readCursor, writeCursor } from '../table/cursor.ts';
import type { Asked } from './ask.ts';
import { type Found, type Hit, type Position, search } from './find.ts';
import { offeredAt } from './fit-columns.ts';
import type { KnownEmployer } from './opening.ts';
import { dayNumber } from './opening.ts';
import { hasWish, seekerOf, sortFor } from './rules.ts';
import { flags, idOf, titleOf } from './segment.ts';

const onPage = 20;
const keptWords = '没满 18 岁，这个活法律不让做';

interface Seeker {
  /** Absent while the person wants no ranking. */
  readonly wish?: Wish;
  readonly homeRegion?: string | undefined;
  readonly isRankingOff: boolean;
  readonly isYoung?: boolean;
}

/** Who asks, as far as the order of a list may know. */
async function seekerFor(caller: Caller | undefined, { workers, now }: Deps): Promise<Seeker> {
  if (caller?.role !== 'worker') return { isRankingOff: false };
  const profile = await workers.get(caller.workerId);
  const isRankingOff = profile.isRankingOff === true;
  const wish = seekerOf(profile);
  return {
    ...(!isRankingOff && hasWish(wish) ? { wish } : {}),
    homeRegion: profile.home?.regionCode,
    isRankingOff,
    isYoung: isYoungOn(profile, chinaDay(now())),
  };
}

/** An opening as a list shows it, from the columns. */
function shown({ segment, doc }: Hit, { wish, homeRegion }: Seeker): FoundJob {
  const { needsCertificate, startOn: _, ...offered } = offeredAt(segment, doc);
  const { employerId, shortName, isDemo } = segment.employers[segment.employer[doc] as number] as KnownEmployer;
  const clientName = segment.clients[segment.client[doc] as number];
  const kind = segment.kinds[segment.kind[doc] as number] as JobKind;
  return {
    ...offered,
    jobId: idOf(segment, doc),
    title: titleOf(segment, doc),
    kind,
    meals: mealKinds[segment.meals[doc] as number] as FoundJob['meals'],
    needsCertificate,
    employer: { employerId, shortName, demo: isDemo },
    ...(clientName ? { clientName } : {}),
    demo: ((segment.flags[doc] as number) & flags.demo) > 0,
    homeKm: homeRegion ? distanceKm(homeRegion, offered.workRegion) : undefined,
    fit: wish && fitOf(wish, offeredAt(segment, doc)),
  };
}

function positionOf(cursor: string | undefined): Position | undefined {
  if (!cursor) return undefined;
  const { rank, at, id } = readCursor(cursor);
  const position = { rank: Number(rank), createdAt: Number(at), jobId: String(id) };
  if (!Number.isFinite(position.rank) || !Number.isFinite(position.createdAt)) throw new Problem('invalid_input', { field: 'cursor' });
  return position;
}

const cursorOf = ({ rank, createdAt, jobId }: Position): string => writeCursor({ rank: String(rank), at: String(createdAt), id: jobId });

async function answer(asked: Omit<Asked, 'today'>, cursor: string | undefined, seeker: Seeker, { searchIndex, now }: Deps) {
  const { index, asOf, isStale } = await searchIndex();
  const found: Found = search(index, { ...asked, isYoung: seeker.isYoung, today: dayNumber(chinaDay(now())) }, onPage, positionOf(cursor));
  return {
    items: found.hits.map((hit) => shown(hit, seeker)),
    count: found.count,
    cursor: found.next && cursorOf(found.next),
    meant: found.meant,
    asOf,
    isStale,
    isRankingOff: seeker.isRankingOff,
  };
}

export const searchHandlers: SearchHandlers = {
  async 'search.jobs'({ input: { cursor, sort, fitsMe, ...input }, caller }, deps) {
    const seeker = await seekerFor(caller, deps);
    const order = sortFor(sort, { isRanked: !!seeker.wish, hasWords: !!input.words });
    const { wish, homeRegion } = seeker;
    return answer({ ...input, fitsMe: !!wish && fitsMe, sort: order, wish, homeRegion }, cursor, seeker, deps);
  },

  async 'search.fit'({ input, caller }, { jobs, workers, now }) {
    const [job, profile] = await Promise.all([jobs.get(input.jobId), workers.get(caller.workerId)]);
    if (job.status === 'draft') throw new Problem('not_found', { jobId: job.jobId });
    const wish = seekerOf(profile);
    const offered = { ...job, takeHomeFen: takeHomeFen(job), remaining: job.headcount - job.filled, needsCertificate: job.certificates.length > 0 };
    const { against, ...fit } = fitOf(wish, offered);
    const isKept = isHazardousFor(profile, job, chinaDay(now()));
    return { ...fit, against: isKept ? [keptWords, ...against] : against, suits: !isKept && suits(wish, offered), hasWish: hasWish(wish) };
  },

  async 'search.recommend'({ caller }, deps) {
    const seeker = await seekerFor(caller, deps);
    const { wish, homeRegion } = seeker;
    if (wish) return answer({ fitsMe: true, sort: 'fit', wish, homeRegion }, undefined, seeker, deps);
    return { items: [], count: 0, asOf: deps.now(), isStale: false, isRankingOff: seeker.isRankingOff };
  },
};
