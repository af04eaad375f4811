import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { type Figures, rounded } from './figures.ts';
import { drive, quantile, type Shot } from './load.ts';
import { anOwnFair, boardDifference, numbersOf } from './own-fair.ts';
import type { Stage } from './stage.ts';

const devices = 20;
const scansEach = 500;
/** What a device sends at a time: miniapp/src/api/gate-queue.ts. */
const atOnce = 50;
/** Every person was scanned at two devices. */
const people = (devices * scansEach) / 2;

interface Answer {
  nonce: string;
  outcome: string;
  number?: number;
}

/** After an outage 20 devices send 500 scans each, a batch of fifty at a time; everybody was scanned at two of them. */
export async function measureOutage(stage: Stage): Promise<Figures> {
  const { system, fair, tokenFor } = stage;
  const fairId = await anOwnFair(stage);
  const came = Array.from({ length: people }, () => stage.newWorkerId());
  const gate = fair.gates[0] ?? '';
  const from = Date.now() - 1_800_000;
  const personOf = new Map<string, WorkerId>();
  const scanned = (device: number, i: number): GateAction => {
    // half a turn round the hall: the second scan of everybody is at another device
    const person = came[(device * scansEach + i + (device >= devices / 2 ? 137 : 0)) % people] as WorkerId;
    const nonce = `outage-${device}-${i}`;
    personOf.set(nonce, person);
    return { kind: 'scan', nonce, gate, happenedAt: new Date(from + i * 1000 + device).toISOString(), code: system.deps.codes.sign('P', person) };
  };
  const token = tokenFor('organizer', fair.hostRegion);
  const batches = Array.from({ length: scansEach / atOnce }, (_, batch) =>
    Array.from({ length: devices }, (__, device): Shot => {
      const actions = Array.from({ length: atOnce }, (___, i) => scanned(device, batch * atOnce + i));
      return { path: `/api/fairs/${fairId}/gate/uploads`, token, body: JSON.stringify({ deviceId: `bench-device-${device}`, actions }) };
    }),
  ).flat();
  const { meter } = system.deps.table;
  const before = { ...meter };
  const { outcomes, perSecond } = await drive(system.origin, batches, devices);
  const [writes, reads] = [meter.writes - before.writes, meter.reads - before.reads];
  const answers = outcomes.flatMap((o) => (o.status === 200 ? (JSON.parse(o.body) as { items: Answer[] }).items : []));
  const told = Map.groupBy(
    answers.filter((one) => one.outcome === 'done' || one.outcome === 'already'),
    (one) => personOf.get(one.nonce) as WorkerId,
  );
  const held = await numbersOf(stage, fairId, came);
  const isRight = (id: WorkerId): boolean => told.get(id)?.length === 2 && told.get(id)?.every((one) => one.number === held.get(id)) === true;
  const isDouble = (id: WorkerId): boolean => (told.get(id) ?? []).filter((one) => one.outcome === 'done').length > 1;
  const millis = outcomes.map((o) => o.millis);
  const figure = (name: string, value: number, unit: string, note: string): Figures => ({ [`crowd.batch500x20.${name}`]: { value, unit, note } });
  return {
    ...figure('correct', came.filter(isRight).length, 'people', `${people} people, each in the queues of two devices: both were told the one number`),
    ...figure('lost', people - held.size, 'people', 'in two queues, and the table holds no check-in'),
    ...figure('duplicated', people - new Set(held.values()).size + came.filter(isDouble).length, 'people', 'counted at both devices, or a number given twice'),
    ...figure('unanswered', personOf.size - answers.filter((one) => one.outcome !== 'refused').length, 'scans', 'handed back to the device, to be sent again'),
    ...figure(
      'sent_again',
      outcomes.reduce((sum, o) => sum + o.tries - 1, 0),
      'batches',
      `of ${batches.length}, not answered in the function's ten seconds: what was done before is answered from memory`,
    ),
    ...figure('board_difference', await boardDifference(stage, new Map([[fairId, held.size]])), 'people', 'live board against check-ins'),
    ...figure('p50_ms', rounded(quantile(millis, 0.5), 0), 'ms', 'for a batch of 50 scans, 20 devices at once on the same cores'),
    ...figure('p95_ms', rounded(quantile(millis, 0.95), 0), 'ms', 'the same, sending again included'),
    ...figure('p99_ms', rounded(quantile(millis, 0.99), 0), 'ms', 'the same'),
    ...figure(
      'write_units',
      rounded(writes / personOf.size, 3),
      'write units',
      'per scan, every person scanned twice: three items and their answer, or the answer alone',
    ),
    ...figure('read_units', rounded(reads / personOf.size, 3), 'read units', 'per scan'),
    ...figure('per_second', rounded(perSecond * atOnce, 0), 'scans/s', 'noise on shared cores'),
  };
}
