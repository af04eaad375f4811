import { Problem } from '@shanhai/shared/problems.ts';
import type { Table } from '../table/table.ts';
import type { SearchIndex } from './find.ts';
import { inviteStore } from './invite-store.ts';
import type { Segment } from './segment.ts';
import { partOf } from './snapshot.ts';
import { type Bucket, type Head, snapshotStore } from './store.ts';

/** The index as it lies in memory, and when it was last known to be right. */
interface LiveIndex {
  readonly index: SearchIndex;
  readonly asOf: string;
  readonly isStale: boolean;
}

/** Asked again after so long. */
const everyMs = 1000;
/** Who has an index in memory does not let people wait longer than this for a newer one. */
const patienceMs = 400;
/** Not looked at for so long, the list says how old it is. */
const staleMs = 10_000;

/** Follows the head in the bucket; the body is fetched only when another is named. */
function follower(snapshots: ReturnType<typeof snapshotStore>) {
  let head: Head | undefined;
  let body: { id: string; segment: Segment } | undefined;
  let index: SearchIndex | undefined;

  async function bodyOf(id: string): Promise<Segment> {
    if (body?.id === id) return body.segment;
    const segment = await snapshots.body(id);
    if (!segment) throw new Problem('try_again');
    body = { id, segment };
    return segment;
  }

  return async (): Promise<SearchIndex> => {
    const found = await snapshots.head(head?.etag);
    if (found === 'unchanged' && index) return index;
    if (!found || found === 'unchanged') throw new Problem('try_again');
    const segment = await bodyOf(found.note.body);
    head = found;
    index = { parts: [partOf(segment, found.note, true), partOf(found.changed, found.note, false)] };
    return index;
  };
}

/** As long as a promise takes, but not longer than this. */
async function atMost(ms: number, done: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([done, patience]);
  clearTimeout(timer);
}

/** Reads the index when it changed. Trouble with the bucket leaves the old one in use; without any, people are asked to try again. */
function liveIndex(snapshots: ReturnType<typeof snapshotStore>, now: () => string) {
  const follow = follower(snapshots);
  let seen: { index: SearchIndex; asOf: string; at: number } | undefined;
  let lookedAt = -Infinity;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const asOf = now();
    seen = { index: await follow(), asOf, at: performance.now() };
  }

  function lookOnce(): Promise<void> {
    lookedAt = performance.now();
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return async (): Promise<LiveIndex> => {
    if (!seen) await lookOnce();
    // an answer that comes too late serves the next one who asks
    else if (performance.now() - lookedAt >= everyMs)
      await atMost(
        patienceMs,
        lookOnce().catch(() => undefined),
      );
    if (!seen) throw new Problem('try_again');
    return { index: seen.index, asOf: seen.asOf, isStale: performance.now() - seen.at > staleMs };
  };
}

/** The index where it is kept and where it is asked, and the people who let themselves be found. */
export function searchStores(objects: Bucket, table: Table, now: () => string) {
  const snapshots = snapshotStore(objects);
  return { snapshots, searchIndex: liveIndex(snapshots, now), invites: inviteStore(table) };
}
