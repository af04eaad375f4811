import { consentVersion } from '@shanhai/shared/rules/cards.ts';
import { call } from '../support/call.ts';
import { type Figures, rounded } from './figures.ts';
import type { Stage } from './stage.ts';

interface Spent {
  reads: number;
  writes: number;
  trips: number;
}

/** Request units and trips that the API function spends per request, over n requests one after another. */
async function spentPer(stage: Stage, n: number, request: (i: number) => Promise<unknown>): Promise<Spent> {
  const { meter } = stage.system.deps.table;
  const before = { ...meter };
  for (let i = 0; i < n; i++) await request(i);
  return { reads: (meter.reads - before.reads) / n, writes: (meter.writes - before.writes) / n, trips: (meter.trips - before.trips) / n };
}

/** What check-in, card, board and booth list cost in the table. */
export async function measureUnits(stage: Stage): Promise<Figures> {
  const { system, fair, booth } = stage;
  const { fairId } = fair;
  const code = system.deps.codes.signAt('S', fairId, 0);
  const workers = Array.from({ length: 200 }, () => stage.newWorkerId());
  const tokens = workers.map((id) => stage.tokenFor('worker', undefined, id));
  const checkIn = (i: number) => call(system.api, 'attendance.checkIn', { code, deviceId: 'bench-device' }, tokens[i]);
  await call(system.api, 'fairs.get', { fairId });
  const first = await spentPer(stage, 200, checkIn);
  const repeat = await spentPer(stage, 50, checkIn);
  const card = await spentPer(stage, 50, (i) =>
    call(
      system.api,
      'cards.leave',
      {
        fairId,
        boothNo: booth.boothNo,
        name: '演示人',
        phone: '12066600001',
        trades: ['general'],
        consent: { employerId: booth.employerId, version: consentVersion },
      },
      tokens[i],
    ),
  );
  const organizer = stage.tokenFor('organizer', fair.hostRegion);
  await call(system.api, 'reports.board', { fairId }, organizer);
  const board = await spentPer(stage, 3, () => call(system.api, 'reports.board', { fairId }, organizer));
  const booths = await spentPer(stage, 3, () => call(system.api, 'fairs.booths', { fairId }));
  return {
    'checkin.write_units': { value: rounded(first.writes), unit: 'write units', note: 'mean of 200 first check-ins, lease of numbers included' },
    'checkin.read_units': { value: rounded(first.reads), unit: 'read units', note: 'mean of 200; an instance reads the fair once in 5 s' },
    'checkin.round_trips': { value: rounded(first.trips), unit: 'trips', note: 'mean of 200, lease included' },
    'checkin.repeat.write_units': { value: rounded(repeat.writes), unit: 'write units', note: 'a repeat: the failed condition costs its unit' },
    'card.write_units': { value: rounded(card.writes), unit: 'write units', note: 'leaving a card' },
    'card.read_units': { value: rounded(card.reads), unit: 'read units', note: 'own check-in, strongly read' },
    'board.read_units': { value: rounded(board.reads), unit: 'read units', note: `${fair.boothCount} booths; fair and booths from memory up to 5 s old` },
    'board.round_trips': { value: rounded(board.trips), unit: 'trips', note: 'one query; a cold or 5 s old instance reads the booths once more' },
    'booths.read_units': {
      value: rounded(booths.reads),
      unit: 'read units',
      note: `${fair.boothCount} booths with ${fair.openingCount} openings in one query`,
    },
  };
}
