import type { Caller } from '@shanhai/shared/contract/basics.ts';
import type { Task } from '@shanhai/shared/contract/tasks.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { type Limit, limits, waitWords } from '@shanhai/shared/rules/limits.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { oddStore } from './odd-store.ts';
import { type Bucket, takeToken, windowOf } from './rules.ts';

interface Asked {
  name: RouteName;
  caller: Caller | undefined;
  input: unknown;
}

/** More than this many are not kept in an instance's memory: it begins anew. */
const mostBuckets = 20_000;

function whoOf({ per }: Limit, { caller, input }: Asked): string | undefined {
  if (per === 'person') return caller?.workerId;
  const { deviceId } = (input ?? {}) as { deviceId?: unknown };
  return typeof deviceId === 'string' ? deviceId : undefined;
}

interface Around {
  now: () => string;
  scale: number;
  /** Opens a task for officers. */
  open: (task: Task) => Promise<unknown>;
}

/** Counts who does what how often. `scale` widens every limit: a test that sends thousands of requests says so. */
export function limitStore(table: Table, { now, scale, open }: Around) {
  const odd = oddStore(table, { now, open });
  const buckets = new Map<string, Bucket>();

  /** Seconds to wait, 0 when it may be done. */
  function waitInMemory(key: string, limit: Limit): number {
    if (buckets.size > mostBuckets) buckets.clear();
    const { bucket, wait } = takeToken(buckets.get(key), { ...limit, most: limit.most * scale }, Date.parse(now()));
    buckets.set(key, bucket);
    return wait;
  }

  async function waitInTable(name: RouteName, who: string, { most, minutes }: Limit): Promise<number> {
    const { window, wait, endsAtSeconds } = windowOf(Date.parse(now()), minutes);
    const outcome = await table.change(keys.limit(name, who, `${minutes}#${window}`), {
      add: { n: 1 },
      set: { ttl: endsAtSeconds + 3600 },
      condition: 'attribute_not_exists(n) OR n < :most',
      values: { ':most': most * scale },
    });
    return 'standing' in outcome ? wait : 0;
  }

  const waitFor = (name: RouteName, who: string, limit: Limit): number | Promise<number> =>
    limit.kept === 'table' ? waitInTable(name, who, limit) : waitInMemory(`${name}#${limit.minutes}#${who}`, limit);

  async function takeOne(limit: Limit, asked: Asked): Promise<void> {
    const who = whoOf(limit, asked);
    const wait = who ? await waitFor(asked.name, who, limit) : 0;
    if (!who || !wait) return;
    if (limit.tells) await odd.tellFull(limit.tells, who);
    throw new Problem('too_many', { seconds: wait, wait: waitWords(wait) });
  }

  return {
    personOfPhone: odd.personOfPhone,

    /** Lets it through, or says how long to wait; officers are told where the limit says so. */
    async take(asked: Asked): Promise<void> {
      for (const limit of limits[asked.name] ?? []) await takeOne(limit, asked);
    },
  };
}
