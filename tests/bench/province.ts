import { chance } from '../support/chance.ts';
import { type Figures, rounded } from './figures.ts';

/**
 * The province minute: 100 fairs × 3,000 people within 60 s, on what DynamoDB documents. A model, not a measurement. Assumed:
 *  - a partition takes 1,000 write units a second; what it does not use is gone after a second (the real table lends up to 300 s of it);
 *  - a table has one partition for every 1,000 units of its warm throughput: 4 when new and on demand, 40 when warmed to 40,000;
 *  - partitions are found by a hash of the key and do not split within the minute (adaptive capacity needs minutes);
 *  - one item of up to 1 KB costs 1 unit, in a transaction 2; an index costs as many again, and one that is throttled throttles the put;
 *  - two transactions on one item within 15 ms: the later one fails (TransactionConflict);
 *  - people come as a bell over the minute (σ 12 s), all fairs at the same moment; nobody waits on purpose;
 *  - what fails is tried again as the AWS client does (4 tries, 0–500 ms and twice as long each time), then by the phone
 *    (after 3 s, doubling up to 60 s, ± 40 %), for ten minutes from the tap;
 *  - the live figures follow a second later through the stream and take their share of the same partitions: 2 units a person.
 * Left out: Lambda and API Gateway (see the sheet of the evening before), the network, reads.
 */
const model = { fairs: 100, people: 3000, minuteMs: 60_000, spreadMs: 12_000, slotMs: 15, patienceMs: 600_000, perPartition: 1000 };
const tries = { ofClient: 4, clientMs: 500, phoneMs: 3000, phoneLongestMs: 60_000 };

interface Cost {
  /** Which partition key takes it: a number for each. */
  key: number;
  units: number;
  /** A transaction is on its way: nobody else's on this item in the same slot. */
  isAlone?: boolean;
}
interface Design {
  costs: (person: number, fair: number) => Cost[];
  /** What the stream's consumer writes for a person. */
  afterwards: (person: number, fair: number) => Cost[];
}

const fairKey = (fair: number): number => 1_000_000 + fair;
const listKey = (fair: number): number => 2_000_000 + fair;
const counterKey = (fair: number): number => 3_000_000 + fair;
const dayKey = 4_000_000;

const ours: Design = {
  // the lease of ten numbers is one unit for ten people
  costs: (person, fair) => [{ key: person, units: 1 }, ...(person % 10 ? [] : [{ key: fairKey(fair), units: 1 }])],
  afterwards: (_person, fair) => [{ key: listKey(fair), units: 2 }],
};
/** A check-in together with the one counter of its fair. */
const counter: Design = {
  costs: (person, fair) => [
    { key: person, units: 2 },
    { key: counterKey(fair), units: 2, isAlone: true },
  ],
  afterwards: () => [],
};
/** Check-ins under their fair, and an index by day for the province's list. */
const byDay: Design = {
  costs: (_person, fair) => [
    { key: fairKey(fair), units: 1 },
    { key: dayKey, units: 1 },
  ],
  afterwards: () => [],
};

function hashed(key: number): number {
  let hash = Math.imul(key ^ (key >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The partitions of a table: do they take these writes now, all or none? */
function openPartitions(count: number) {
  const perSlot = (model.perPartition * model.slotMs) / 1000;
  const left = new Float64Array(count).fill(perSlot);
  const alone = new Set<number>();
  const of = (key: number): number => hashed(key) % count;
  const has = ({ key, units, isAlone }: Cost): boolean => (left[of(key)] ?? 0) >= units && !(isAlone && alone.has(key));
  return {
    nextSlot(): void {
      alone.clear();
      for (let i = 0; i < count; i++) left[i] = Math.min(model.perPartition, (left[i] ?? 0) + perSlot);
    },
    take(costs: readonly Cost[]): boolean {
      if (!costs.every(has)) return false;
      for (const { key, units, isAlone } of costs) {
        left[of(key)] = (left[of(key)] ?? 0) - units;
        if (isAlone) alone.add(key);
      }
      return true;
    },
  };
}

interface Attempt {
  person: number;
  fair: number;
  cameAt: number;
  tries: number;
  isAfterwards?: boolean;
}

/** Slots of 15 ms, each with what is tried in it. */
function openCalendar() {
  const slots: Attempt[][] = [];
  let waiting = 0;
  return {
    isEmpty: (): boolean => waiting === 0,
    add(atMs: number, attempt: Attempt): void {
      const slot = Math.floor(atMs / model.slotMs);
      slots[slot] ??= [];
      slots[slot].push(attempt);
      waiting += 1;
    },
    takeAll(slot: number): Attempt[] {
      const all = slots[slot] ?? [];
      waiting -= all.length;
      delete slots[slot];
      return all;
    },
  };
}

/** How long until the same write is tried again. */
function pauseMs(triesMade: number, drawn: number): number {
  const round = Math.floor(triesMade / tries.ofClient);
  const inRound = triesMade % tries.ofClient;
  if (inRound) return drawn * tries.clientMs * 2 ** (inRound - 1);
  return Math.min(tries.phoneLongestMs, tries.phoneMs * 2 ** (round - 1)) * (0.6 + drawn * 0.8);
}

interface MinuteOutcome {
  firstTryFailureShare: number;
  afterRetryFailures: number;
  /** When the last person was in, after the first came. */
  lastInMs: number;
}

/** People come as a bell over the minute. */
function crowdOf(draw: () => number): Attempt[] {
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return Array.from({ length: model.fairs * model.people }, (_, person) => {
    const cameAt = Math.min(model.minuteMs - 1, Math.max(0, model.minuteMs / 2 + model.spreadMs * bell()));
    return { person, fair: person % model.fairs, cameAt, tries: 0 };
  });
}

/** When what was refused is tried again; undefined: never. The stream never gives up. */
function nextTry({ isAfterwards, tries: made, cameAt }: Attempt, now: number, drawn: number): number | undefined {
  const next = now + model.slotMs + (isAfterwards ? 1000 + 1000 * drawn : pauseMs(made + 1, drawn));
  return isAfterwards || next - cameAt < model.patienceMs ? next : undefined;
}

/** Plays the minute on a table warmed to so many write units a second. */
function playMinute(design: Design, warmUnits: number): MinuteOutcome {
  const { below } = chance(20_260_207);
  const draw = (): number => below(1_000_000) / 1_000_000;
  const calendar = openCalendar();
  const crowd = crowdOf(draw);
  for (const one of crowd) calendar.add(one.cameAt, one);
  const partitions = openPartitions(Math.max(1, Math.round(warmUnits / model.perPartition)));
  const outcome = { firstTryFailureShare: 0, afterRetryFailures: 0, lastInMs: 0 };

  function come(attempt: Attempt, now: number): void {
    if (attempt.isAfterwards) return;
    outcome.lastInMs = now;
    calendar.add(now + 1000, { ...attempt, tries: 0, isAfterwards: true });
  }
  function fail(attempt: Attempt, now: number): void {
    if (attempt.tries === 0 && !attempt.isAfterwards) outcome.firstTryFailureShare += 1 / crowd.length;
    const next = nextTry(attempt, now, draw());
    if (next === undefined) outcome.afterRetryFailures += 1;
    else calendar.add(next, { ...attempt, tries: attempt.tries + 1 });
  }
  for (let slot = 0; !calendar.isEmpty(); slot++) {
    partitions.nextSlot();
    for (const attempt of calendar.takeAll(slot)) {
      const costs = (attempt.isAfterwards ? design.afterwards : design.costs)(attempt.person, attempt.fair);
      (partitions.take(costs) ? come : fail)(attempt, slot * model.slotMs);
    }
  }
  return outcome;
}

/** What the table is warmed to the evening before; see docs/reliability.md. */
const warmed = 40_000;
const fresh = 4000;

export function measureProvince(): Figures {
  const [here, hereFresh] = [playMinute(ours, warmed), playMinute(ours, fresh)];
  const [counted, dayed] = [playMinute(counter, warmed), playMinute(byDay, warmed)];
  const share = (value: number, note: string) => ({ value: rounded(value, 4), unit: 'share', note });
  const people = (value: number, note: string) => ({ value, unit: 'people', note });
  const seconds = (ms: number, note: string) => ({ value: rounded(ms / 1000, 1), unit: 's', note });
  return {
    'province.ours.first_try_failure_share': share(here.firstTryFailureShare, `model: 300,000 people in 60 s, table warmed to ${warmed} write units a second`),
    'province.ours.after_retry_failures': people(here.afterRetryFailures, 'not in after all tries of ten minutes'),
    'province.ours.last_in_s': seconds(here.lastInMs, 'from the first tap of the minute until the last person is in'),
    'province.ours.unwarmed_first_try_failure_share': share(hereFresh.firstTryFailureShare, 'the same on a new table nobody warmed (4,000 units)'),
    'province.ours.unwarmed_after_retry_failures': people(hereFresh.afterRetryFailures, 'on the table nobody warmed'),
    'province.naive.first_try_failure_share': share(counted.firstTryFailureShare, 'check-in and one counter item per fair in a transaction, warmed alike'),
    'province.naive.after_retry_failures': people(counted.afterRetryFailures, 'the same design'),
    'province.by_day.first_try_failure_share': share(dayed.firstTryFailureShare, 'check-ins under their fair with an index by day, warmed alike'),
    'province.by_day.after_retry_failures': people(dayed.afterRetryFailures, 'the same design'),
    'province.by_day.last_in_s': seconds(dayed.lastInMs, 'the same design'),
  };
}
