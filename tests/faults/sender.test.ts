import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sendDue } from '@shanhai/functions/src/messages/sender.ts';
import { keys } from '@shanhai/functions/src/table/keys.ts';
import { localTemplates } from '@shanhai/infra/local/wechat/templates.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { type FaultKind, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let proxy: FaultProxy;
beforeAll(async () => {
  world = await startWorld();
  proxy = await startFaultProxy(world.wechatOrigin);
});
afterAll(async () => {
  await proxy.stop();
  await world.stop();
});

/** A sender that is killed outright while its message is on the way to WeChat: before it got there, or after. */
async function killWhileSending(kind: FaultKind): Promise<void> {
  const { tableName, origin, endpoint, secrets } = world;
  const env = {
    ...process.env,
    TABLE_NAME: tableName,
    WECHAT_BASE: proxy.endpoint,
    PUBLIC_ORIGIN: origin,
    SECRETS: JSON.stringify(secrets),
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    MESSAGE_TEMPLATES: JSON.stringify(localTemplates),
    AT: noon,
  };
  const sender = spawn(process.execPath, [path.join(import.meta.dirname, 'killed-sender.ts')], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(sender, 'exit');
  proxy.obey(({ path: asked }) => {
    if (!asked.includes('subscribe/send')) return undefined;
    setTimeout(() => sender.kill('SIGKILL'), 100);
    return kind;
  });
  const [, signal] = await ended;
  proxy.obey(undefined);
  expect(signal).toBe('SIGKILL');
}

test.each([
  ['silent_before', 'worker01', 0],
  ['silent_after', 'worker02', 1],
] as const)('a sender killed with its message %s sends it at most once, and what nobody knows is in sight', async (kind, user, got) => {
  const person = await world.signIn(user);
  const { workerId } = person.session;
  const simulate = async (name: string, input?: object): Promise<unknown> =>
    (await fetch(`${world.wechatOrigin}/__sim/${name}`, input ? { method: 'POST', body: JSON.stringify(input) } : {})).json();
  await simulate('subscribe', { user, tmplId: localTemplates.answer.id, times: 2 });
  for (const nonce of ['nonce-000001', 'nonce-000002']) await person.call('messages.agree', { templates: ['answer'], nonce });
  world.clock.now = noon;
  await world.deps.messages.tell(workerId, { kind: 'card.answered', values: { employer: '月汀' }, onceKey: 'card.answered#kill' });
  await killWhileSending(kind);
  for (const minutes of [1, 9, 11, 12, 40]) {
    world.clock.now = afterMinutes(noon, minutes);
    await sendDue(world.deps);
  }
  expect(await simulate(`outbox?user=${user}`)).toHaveLength(got);
  expect((await world.deps.table.find(keys.message(workerId, 'card.answered#kill')))?.['wechat']).toBe('unsure');
  expect((await person.call('messages.mine', {})).items).toHaveLength(1);
});
