import { attendanceContract } from '@shanhai/shared/contract/attendance.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Book } from './book.ts';
import type { Cloud } from './cloud.ts';
import type { Told } from './told.ts';

/** As many as go up together. */
const batch = 50;
/** Where the hub stands, in the list of devices. */
const hubGate = '现场主机';

/** Who speaks to the server for which fair. */
export interface Speaker {
  book: Book;
  deviceId: string;
  version: string;
  cloud: Cloud;
  now: () => string;
}

/** Whether all of them are settled: what comes later may rest on one that was handed back. */
async function sendBatch(told: readonly Told[], { book, deviceId, cloud }: Speaker): Promise<boolean> {
  const actions = told.map((one) => one.action);
  const { items } = await cloud.call('attendance.upload', { fairId: book.fairId as FairId, deviceId, from: told[0]?.from ?? deviceId, actions });
  const settled = items.filter(({ outcome, problem }) => outcome !== 'refused' || problem?.code !== 'try_again');
  const lines = settled.map(({ nonce, outcome, number, problem }) => ({
    nonce,
    outcome,
    ...(number ? { number } : {}),
    ...(problem ? { code: problem.code } : {}),
  }));
  if (lines.length > 0) book.noteSent(lines);
  return settled.length === told.length;
}

/** Sends what waits, device by device, in the order in which it happened, under the gates' own nonces. What one device has to wait with holds up no other. */
async function sendWaiting(speaker: Speaker): Promise<void> {
  const all = speaker.book.waiting();
  for (const from of new Set(all.map((one) => one.from))) {
    const own = all.filter((one) => one.from === from);
    for (let at = 0; at < own.length; at += batch) if (!(await sendBatch(own.slice(at, at + batch), speaker))) break;
  }
}

/** Tells the registry how the hub stands; gives how far its clock is off. */
async function report({ book, deviceId, version, cloud, now }: Speaker): Promise<number> {
  const { waiting, people } = book.figures();
  const list = book.list();
  const from = Date.parse(now());
  const roster = list ? { rosterVersion: list.version, rosterAt: list.takenAt } : {};
  const fairId = book.fairId as FairId;
  const said = await cloud.call('devices.report', { fairId, deviceId, gate: hubGate, appVersion: version, queue: waiting, people, ...roster });
  return Math.round((from + Date.parse(now())) / 2 - Date.parse(said.now));
}

/** With network: says how it stands, sends what waits, then loads what the server knows. Gives the difference of the clocks. */
export async function syncUp(speaker: Speaker): Promise<number> {
  const { book, deviceId, cloud } = speaker;
  const hadWaiting = book.waiting().length > 0;
  const skewMs = await report(speaker);
  await sendWaiting(speaker);
  const list = await cloud.call('attendance.snapshot', { fairId: book.fairId as FairId, deviceId });
  book.keepList(attendanceContract['attendance.snapshot'].output.parse(list));
  if (hadWaiting) await report(speaker);
  return skewMs;
}
