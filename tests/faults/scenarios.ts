import type { BoothAction } from '@shanhai/shared/contract/cards.ts';
import { aGateDevice } from '../support/gate-device.ts';
import { actingAs } from '../support/people.ts';
import type { Stage } from './stage.ts';

/** Something a person does. What comes before is done without faults; what comes after shows whether the act left something behind. */
export interface Scenario {
  name: string;
  status?: 'draft';
  /** At a fair that counts who goes out and holds so many. */
  counting?: { countsExits: true; capacity: number };
  before?: (stage: Stage) => Promise<unknown>;
  act: (stage: Stage) => Promise<unknown>;
  after?: (stage: Stage) => Promise<unknown>;
}

const deviceId = 'device-0001';
const gateCode = ({ world, fairId }: Stage): string => world.deps.codes.signAt('S', fairId, 0);
const checkIn = (stage: Stage, n: number) => stage.tap(stage.person(n), 'attendance.checkIn', { code: gateCode(stage), fairId: stage.fairId, deviceId });
const card = (stage: Stage) => ({
  fairId: stage.fairId,
  boothNo: stage.boothNo,
  name: '杨桂兰',
  phone: '12066600001',
  trades: [],
  consent: { employerId: stage.employerId, version: '1' },
});
const leave = (stage: Stage) => stage.tap(stage.person(1), 'cards.leave', card(stage));
const personCode = (stage: Stage): string => stage.world.deps.codes.sign('P', stage.person(1).workerId);
const answer = (stage: Stage) =>
  stage.tap(stage.recruiter, 'cards.answer', {
    fairId: stage.fairId,
    boothNo: stage.boothNo,
    code: personCode(stage),
    answer: 'want',
    note: '带证件',
    nonce: 'nonce-answer-1',
  });
const scan = (stage: Stage) =>
  stage.tap(stage.organizer, 'attendance.scan', { fairId: stage.fairId, gate: '东门', deviceId, nonce: 'nonce-scan-01', code: personCode(stage) });
const walkIn = (stage: Stage, number: number) =>
  stage.tap(stage.organizer, 'attendance.registerWalkIn', {
    fairId: stage.fairId,
    gate: '东门',
    deviceId,
    nonce: `nonce-walk-${number}`,
    number,
    name: '岩罕',
    phone: '12066600002',
    home: { regionCode: '530324', town: '富乐镇' },
    trades: [],
    agreed: true,
  });

/** What a device at the gate kept while it had no network; sent again, as the device does, until nothing is handed back. */
async function sendQueue(stage: Stage): Promise<void> {
  const { fairId, world, person } = stage;
  const device = aGateDevice(world, actingAs(world, stage.organizer), fairId, deviceId);
  const [first, second] = [device.scan(person(1).workerId), device.scan(person(2).workerId)];
  const actions = [first, second, device.walkIn(12), device.refused('fair_over'), device.undo({ of: second.nonce }, '2026-02-07T03:35:00.000Z')];
  // the same words in every run
  const queue = JSON.parse(actions.reduce((text, { nonce }, i) => text.replaceAll(nonce, `nonce-queue-${i}`), JSON.stringify(actions))) as typeof actions;
  let left = queue;
  for (let sendings = 0; left.length && sendings < 8; sendings++) {
    const answers = await stage.tap(stage.organizer, 'attendance.upload', { fairId, deviceId, actions: left });
    const handedBack = new Set(answers?.items.flatMap(({ nonce, problem }) => (problem?.code === 'try_again' ? [nonce] : [])));
    const refused = answers?.items.filter(({ problem }) => problem && problem.code !== 'try_again') ?? [];
    if (refused.length) throw new Error(`upload refused: ${JSON.stringify(refused)}`);
    left = left.filter(({ nonce }) => handedBack.has(nonce));
  }
  if (left.length) throw new Error(`${left.length} actions never came through`);
}

/** What a booth's device kept without network: looked, heard the yes, answered; sent again, as the device does, until nothing is handed back. */
async function sendBoothQueue(stage: Stage): Promise<void> {
  const { fairId, boothNo, employerId } = stage;
  const at = (no: number) => ({ nonce: `nonce-booth-${no}`, number: 12, happenedAt: `2026-02-07T03:50:0${no}.000Z` });
  const consent = { employerId, version: '2026-11' };
  let left: BoothAction[] = [
    { ...at(1), kind: 'agree', agreed: true, consent },
    { ...at(2), kind: 'look' },
    { ...at(3), kind: 'answer', answer: 'want' },
  ];
  for (let sendings = 0; left.length && sendings < 8; sendings++) {
    const answers = await stage.tap(stage.recruiter, 'cards.upload', { fairId, boothNo, deviceId: 'device-booth', actions: left });
    const handedBack = new Set(answers?.items.flatMap(({ nonce, problem }) => (problem?.code === 'try_again' ? [nonce] : [])));
    const refused = answers?.items.filter(({ problem }) => problem && problem.code !== 'try_again') ?? [];
    if (refused.length) throw new Error(`upload refused: ${JSON.stringify(refused)}`);
    left = left.filter(({ nonce }) => handedBack.has(nonce));
  }
  if (left.length) throw new Error(`${left.length} actions never came through`);
}

/** A phone and two devices meet the same person: the scan goes online at both, and what got no answer is in their queues too. */
async function scanAndQueue(stage: Stage): Promise<void> {
  const { fairId, world } = stage;
  const code = personCode(stage);
  const atDevice = async (no: number): Promise<void> => {
    const [nonce, device] = [`nonce-twice-${no}`, `device-000${no}`];
    const scanned = await stage.tap(stage.organizer, 'attendance.scan', { fairId, gate: '东门', deviceId: device, nonce, code });
    const queued = { kind: 'scan' as const, nonce, gate: '东门', happenedAt: world.clock.now, code };
    const sent = await stage.tap(stage.organizer, 'attendance.upload', { fairId, deviceId: device, actions: [queued] });
    const [answer] = sent?.items ?? [];
    if (answer?.problem?.code === 'try_again') return atDevice(no);
    if (answer?.number !== scanned?.number) throw new Error(`two numbers for one scan: ${scanned?.number} and ${JSON.stringify(answer)}`);
  };
  await atDevice(1);
  await atDevice(2);
  await checkIn(stage, 1);
}

/** Staff at a desktop: opens a desk, confirms it with the phone, is let in; a desk that lapsed is drawn anew, as the screen does. */
async function signInAtDesk(stage: Stage): Promise<void> {
  const { world } = stage;
  const staff = await deskStaff(stage);
  for (let round = 0; round < 3; round++) {
    const opened = await stage.byAnybody('identity.openDesk', {});
    if ('refused' in opened) throw opened.refused;
    const { deskId, secret } = opened.answer;
    await stage.tap(staff, 'identity.confirmDesk', { deskId }, ['desk_expired']);
    const polled = await stage.byAnybody('identity.pollDesk', { deskId, secret });
    if ('answer' in polled) {
      if (polled.answer.session?.acting.role !== 'organizer') throw new Error('The desk is not signed in');
      return;
    }
    stage.unsure.push(`identity.pollDesk ${polled.refused.code}`);
  }
  throw new Error(`Nobody could sign in at the desk of ${world.tableName}`);
}

const deskStaff = async ({ world }: Stage) => ({ workerId: (await world.signIn('organizer01')).session.workerId, role: 'organizer' as const, scope: '530324' });

export const scenarios: Scenario[] = [
  { name: 'check-in', act: (stage) => checkIn(stage, 1), after: (stage) => Promise.all([checkIn(stage, 2), checkIn(stage, 3)]) },
  { name: 'scan at the gate', act: scan, after: (stage) => checkIn(stage, 2) },
  { name: 'walk-in', act: (stage) => walkIn(stage, 12), after: (stage) => walkIn(stage, 13) },
  { name: 'scan, then queue', act: scanAndQueue, after: (stage) => checkIn(stage, 2) },
  { name: 'batch upload', act: sendQueue, after: (stage) => checkIn(stage, 3) },
  {
    name: 'undo',
    before: scan,
    act: async (stage) => {
      const numbers = await stage.tap(stage.person(1), 'attendance.mine', {});
      const number = numbers?.items[0]?.number ?? 0;
      return stage.tap(stage.organizer, 'attendance.undo', { fairId: stage.fairId, number, deviceId }, ['number_unknown']);
    },
    after: (stage) => checkIn(stage, 2),
  },
  { name: 'leaving a card', before: (stage) => checkIn(stage, 1), act: leave },
  { name: 'answering', before: async (stage) => [await checkIn(stage, 1), await leave(stage)], act: answer },
  { name: 'booth queue', before: (stage) => walkIn(stage, 12), act: sendBoothQueue },
  {
    name: 'replying',
    before: async (stage) => [await checkIn(stage, 1), await leave(stage), await answer(stage)],
    act: (stage) => stage.tap(stage.person(1), 'cards.reply', { fairId: stage.fairId, boothNo: stage.boothNo, reply: 'accepted' }, ['card_cannot_reply']),
  },
  {
    name: 'going out',
    counting: { countsExits: true, capacity: 3 },
    before: (stage) => Promise.all([checkIn(stage, 1), checkIn(stage, 2)]),
    act: (stage) => {
      const atGate = { fairId: stage.fairId, gate: '东门', deviceId, nonce: 'nonce-out-001', direction: 'out' as const };
      return stage.tap(stage.organizer, 'attendance.scan', { ...atGate, code: personCode(stage) });
    },
    after: (stage) => checkIn(stage, 3),
  },
  {
    name: 'live count',
    before: (stage) => checkIn(stage, 1),
    act: async (stage) => [await checkIn(stage, 2), await stage.tap(stage.organizer, 'reports.board', { fairId: stage.fairId })],
  },
  { name: 'desk sign-in', act: signInAtDesk },
  { name: 'publishing', status: 'draft', act: (stage) => stage.tap(stage.organizer, 'fairs.publish', { fairId: stage.fairId }, ['fair_cannot_publish']) },
  {
    name: 'inviting',
    status: 'draft',
    act: ({ tap, organizer, fairId, other }) =>
      tap(organizer, 'fairs.invite', { fairId, employerId: other.employerId, label: 'A04', jobIds: [other.jobId] }, ['booth_taken']),
  },
  {
    name: 'closing',
    before: (stage) => checkIn(stage, 1),
    act: (stage) => stage.tap(stage.organizer, 'fairs.close', { fairId: stage.fairId }, ['fair_cannot_close']),
  },
];
