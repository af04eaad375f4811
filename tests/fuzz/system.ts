import { startDynamo } from '@shanhai/infra/local/dynamodb.ts';
import { readPlan } from '@shanhai/infra/local/template.ts';
import type { Entry, Role } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes, serverOf } from '@shanhai/shared/routes.ts';
import { openStage, type Stage } from '../bench/stage.ts';
import { call, request } from '../support/call.ts';
import { chance } from '../support/chance.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { rightInputs } from './edge.ts';
import { mutated } from './mutate.ts';

export interface Sent {
  sent: number;
  /** How many were answered with what was asked for. */
  done: number;
  /** Answered with a fault of ours. */
  broken: string[];
  /** Refused, and yet something of it was written. */
  halfWritten: string[];
}

/**
 * What a refusal may leave behind: how often somebody asked, that a device was heard of, a refusal at the gate, what a revoked device sent, and the
 * audit's two lines (tried, not done).
 */
const isTrace = (key: string): boolean => /^(?:(?:RL|DV|A)#|HELD )/.test(key) || /^F#\S+ [VX]#/.test(key) || /^G#\S+ H#/.test(key);

const isReadByAddress = (name: RouteName): boolean => /^(GET|DELETE) /.test(routes[name]);
/** No client can put half a character into an address. */
const canBeSent = (name: RouteName, input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' &&
  input !== null &&
  Object.entries(input).every(([field, value]) => !(isReadByAddress(name) || routes[name].includes(`{${field}}`)) || !/[\ud800-\udfff]/.test(String(value)));

/** Somebody of every role who may do here all that the role may do. */
async function tokensOf({ tokenFor, fair, booth, system }: Stage): Promise<Record<Role, string>> {
  const told = await fetch(`${system.wechatOrigin}/__sim/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'worker01' }),
  });
  const { code } = (await told.json()) as { code: string };
  const { token } = await call(system.api, 'identity.signIn', { code, deviceId: 'device-worker01' });
  return {
    worker: token,
    recruiter: tokenFor('recruiter', booth.employerId),
    organizer: tokenFor('organizer', fair.hostRegion),
    steward: tokenFor('steward', fair.fairId),
    officer: tokenFor('officer', '310113'),
  };
}

/** These end what the others need; the paper function has a size of its own. */
const left: RouteName[] = ['jobs.close', 'employers.sendBack', 'employers.change', 'fairs.close'];
const isTried = ([name]: [RouteName, unknown]): boolean => !left.includes(name) && serverOf(name) !== 'paper';

function writtenBy(seen: FaultProxy['seen']): string[] {
  return seen.filter(({ asked, status }) => asked.isWrite && status === 200).flatMap(({ asked }) => asked.keys.filter((key) => !isTrace(key)));
}

/**
 * Sends right inputs made wrong to the whole system, one after the other, about things that are there. A request that is refused must have written
 * nothing: a proxy before the table sees what each of them wrote.
 */
export async function fuzzSystem(count: number, seed: number): Promise<Sent> {
  const engine = await startDynamo();
  const proxy = await startFaultProxy(engine.endpoint);
  // without consumers of the stream every write is one of the request
  const plan = { ...readPlan(), streams: [] };
  const stage = await openStage({ engine: proxy, plan, isClockStill: true, given: { limitScale: 1_000_000 } });
  try {
    return await sendAll(stage, proxy, count, seed);
  } finally {
    await stage.system.stop();
    await proxy.stop();
    await engine.stop();
  }
}

async function sendAll(stage: Stage, proxy: FaultProxy, count: number, seed: number): Promise<Sent> {
  const draw = chance(seed);
  const { fair, booth, system } = stage;
  const mine = { fairId: fair.fairId, boothNo: booth.boothNo, employerId: booth.employerId, jobId: booth.openings[0]?.jobId };
  const tokens = await tokensOf(stage);
  const inputs = rightInputs().filter(isTried);
  const found: Sent = { sent: 0, done: 0, broken: [], halfWritten: [] };
  while (found.sent < count) {
    const [name, right] = inputs[found.sent % inputs.length] as [RouteName, Record<string, unknown>];
    found.sent++;
    const input = mutated({ ...right, ...Object.fromEntries(Object.entries(mine).filter(([field]) => field in right)) }, draw);
    if (!canBeSent(name, input)) continue;
    const { by } = contract[name] as Entry;
    proxy.seen.length = 0;
    const reply = await request(system.api, name, input, by === 'anyone' ? undefined : tokens[by[0] as Role]);
    const told = `${name} ${reply.status} ${JSON.stringify(input)} ${await reply.text()}`.slice(0, 400);
    note(found, reply.status, writtenBy(proxy.seen), told);
  }
  return found;
}

function note(found: Sent, status: number, written: readonly string[], told: string): void {
  if (status < 400) found.done++;
  else if (status >= 500) found.broken.push(told);
  else if (written.length) found.halfWritten.push(`${written.join(', ')} ${told}`);
}
