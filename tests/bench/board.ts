import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { call } from '../support/call.ts';
import { type Figures, rounded } from './figures.ts';
import { drive, quantile, type Shot } from './load.ts';
import { anOwnFair } from './own-fair.ts';
import type { Stage } from './stage.ts';

const watchers = 500;
const looksEach = 4;
const arrivals = 300;
const probes = 30;

const checkInShot = ({ system, tokenFor }: Stage, fairId: FairId): Shot => ({
  path: '/api/check-ins',
  token: tokenFor('worker'),
  body: JSON.stringify({ code: system.deps.codes.signAt('S', fairId, 0), deviceId: 'bench-device' }),
});

/** 500 screens ask for one live board, all at once, while 300 people come in: does everybody get it, and is it right in the end? */
export async function measureWatchers(stage: Stage): Promise<Figures> {
  const { system, fair, tokenFor } = stage;
  const fairId = await anOwnFair(stage);
  const look: Shot = { path: `/api/fairs/${fairId}/board`, token: tokenFor('organizer', fair.hostRegion) };
  const { meter } = system.deps.table;
  const before = meter.reads;
  const [looked] = await Promise.all([
    drive(
      system.origin,
      Array.from({ length: watchers * looksEach }, () => look),
      watchers,
    ),
    drive(
      system.origin,
      Array.from({ length: arrivals }, () => checkInShot(stage, fairId)),
      10,
    ),
  ]);
  const reads = meter.reads - before;
  const shown = looked.outcomes.flatMap((o) => (o.status === 200 ? [(JSON.parse(o.body) as { present: number }).present] : []));
  const tooMany = shown.filter((present) => present > arrivals).length;
  const millis = looked.outcomes.map((o) => o.millis);
  const figure = (name: string, value: number, unit: string, note: string): Figures => ({ [`crowd.watchers500.${name}`]: { value, unit, note } });
  return {
    ...figure('correct', shown.length - tooMany, 'boards', `${watchers} screens ask ${looksEach} times while ${arrivals} people check in`),
    ...figure('lost', looked.outcomes.length - shown.length, 'boards', 'asked for and not given'),
    ...figure('duplicated', tooMany, 'boards', 'that showed more people than came'),
    ...figure('p50_ms', rounded(quantile(millis, 0.5), 0), 'ms', 'all of them at the same moment, at one process on shared cores'),
    ...figure('p95_ms', rounded(quantile(millis, 0.95), 0), 'ms', 'the same'),
    ...figure('p99_ms', rounded(quantile(millis, 0.99), 0), 'ms', 'the same'),
    ...figure('read_units', rounded(reads / looked.outcomes.length, 3), 'read units', 'per board shown'),
  };
}

/** From the answer a person got to the board that counts them, one person at a time. */
export async function measureLag(stage: Stage): Promise<Figures> {
  const { system, tokenFor } = stage;
  const fairId = await anOwnFair(stage);
  const code = system.deps.codes.signAt('S', fairId, 0);
  const lags: number[] = [];
  for (let came = 1; came <= probes; came++) {
    await call(system.api, 'attendance.checkIn', { code, deviceId: 'bench-device' }, tokenFor('worker'));
    const answered = performance.now();
    while (((await system.deps.reports.figures(fairId)).figures['present'] ?? 0) < came && performance.now() - answered < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    lags.push(performance.now() - answered);
  }
  return {
    'board.lag_ms': {
      value: rounded(quantile(lags, 0.5), 0),
      unit: 'ms',
      note: `median of ${probes}: from the answer to the person to the figure on the board`,
    },
    'board.lag_p95_ms': { value: rounded(quantile(lags, 0.95), 0), unit: 'ms', note: 'the same; here the stream is asked every 50 ms' },
  };
}
