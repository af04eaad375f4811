import { keys } from '@shanhai/functions/src/table/keys.ts';
import { openidOf } from '@shanhai/infra/local/wechat/personas.ts';
import { startWechat } from '@shanhai/infra/local/wechat/server.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../support/call.ts';
import { atWrite, type FaultKind, startFaultProxy } from '../support/fault-proxy.ts';
import { startWorld, type World } from '../support/world.ts';
import { startInstance } from './instance.ts';
import { sideBySide } from './play.ts';
import { insist } from './stage.ts';

const kinds: FaultKind[] = ['broken', 'silent_before', 'silent_after', 'reset_before', 'reset_after', 'slow'];
const calls = ['the login', 'the token', 'the phone number'] as const;
const user = 'worker03';
const deviceId = 'device-0001';

interface Outcome {
  people: number;
  phone: string | undefined;
}
let world: World;
const outcomes = new Map<string, Outcome | Error>();
const cell = (kind: FaultKind, at: string): string => `${kind} at ${at}`;

/** What the phone gets from WeChat: a fresh code for each press of the button. */
async function codeFrom(wechatOrigin: string, what: 'login' | 'phone'): Promise<string> {
  const reply = await fetch(`${wechatOrigin}/__sim/${what}`, { method: 'POST', body: JSON.stringify({ user }) });
  return String(((await reply.json()) as { code: string }).code);
}

/** Presses until it comes through: the same code again while the answer is "try again", a fresh code once it is used up. */
async function press<T>(freshCode: () => Promise<string>, send: (code: string) => Promise<T>): Promise<T> {
  for (let presses = 0; presses < 3; presses++) {
    const code = await freshCode();
    const outcome = await insist(() => send(code));
    if ('answer' in outcome) return outcome.answer;
    if (!/^(login_code_used|phone_refused)$/.test(outcome.refused.code) || outcome.tries === 1) throw outcome.refused;
  }
  throw new Error('It never came through');
}

/** Somebody opens the mini-program for the first time and gives the phone number, with one fault on the way to WeChat. */
async function arrive(kind: FaultKind, index: number, no: number): Promise<Outcome> {
  const secrets = { ...world.secrets, wechatAppId: `wx${String(no).padStart(16, '0')}` };
  const wechat = await startWechat({ appId: secrets.wechatAppId, secret: secrets.wechatSecret });
  const proxy = await startFaultProxy(wechat.origin);
  const instance = await startInstance(world, { dynamo: world.endpoint, wechat: proxy.endpoint, secrets });
  try {
    proxy.obey(atWrite(index, kind, 1));
    const signIn = (code: string) => call(instance.api, 'identity.signIn', { code, deviceId });
    const { token, workerId } = await press(() => codeFrom(wechat.origin, 'login'), signIn);
    const bind = (code: string) => call(instance.api, 'identity.bindPhone', { code }, token);
    await press(() => codeFrom(wechat.origin, 'phone'), bind);
    const openid = openidOf(secrets.wechatAppId, user);
    const known = await world.deps.table.find(keys.user(openid), { strongly: true });
    const { phone } = await world.deps.workers.get(workerId);
    return { people: known?.['workerId'] === workerId ? 1 : 0, phone };
  } finally {
    await instance.stop();
    await proxy.stop();
    await wechat.stop();
  }
}

beforeAll(async () => {
  world = await startWorld();
  const runs = kinds.flatMap((kind, i) => calls.map((at, j) => ({ kind, at, index: j, no: i * calls.length + j + 1 })));
  await sideBySide(
    runs.map(({ kind, at, index, no }) => async () => {
      const outcome = await arrive(kind, index, no).catch((error: unknown) => error as Error);
      outcomes.set(cell(kind, at), outcome);
    }),
    9,
  );
});
afterAll(() => world.stop());

describe.each(kinds)('WeChat with %s', (kind) => {
  test.each(calls)('at %s lets the person in once, with the phone number', (at) => {
    expect(outcomes.get(cell(kind, at))).toEqual({ people: 1, phone: '12066600003' });
  });
});
