import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, actorOf } from '../support/call.ts';
import { startWorld, type World } from '../support/world.ts';

const root = path.resolve(import.meta.dirname, '../..');
let world: World;
let person: Actor;
beforeAll(async () => {
  world = await startWorld();
  world.clock.now = new Date().toISOString();
  person = await world.signIn('worker01');
});
afterAll(() => world.stop());

/** `npm run first-officer -- …` as the operator types it, with the credentials of a profile. */
function make(...args: string[]): { status: number | null; said: string } {
  const env = { ...process.env, TABLE_NAME: world.tableName, AWS_REGION: 'cn-northwest-1', AWS_ENDPOINT_URL_DYNAMODB: world.endpoint };
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'first-officer', '--', ...args], { cwd: root, env, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}
const inDays = (days: number): string => dayAfter(chinaDay(world.clock.now), days);

describe('the first officer of a stage', () => {
  test.each([
    ['without a person', () => [], 'Three things are said'],
    ['for an id that is none', () => ['我的码', '530000', inDays(30)], '我的码 is not what a camera reads'],
    ['for a region that is none', () => [person.session.workerId, '999999', inDays(30)], '999999'],
    ['for longer than a year', () => [person.session.workerId, '530000', inDays(400)], 'is not a day from tomorrow'],
    ['for a day that has passed', () => [person.session.workerId, '530000', inDays(-1)], 'is not a day from tomorrow'],
    ['for somebody who never signed in', () => ['nobody000001', '530000', inDays(30)], 'Nobody with the id nobody000001'],
  ])('is not made %s', async (_, args, words) => {
    expect(make(...args())).toMatchObject({ status: 1, said: expect.stringContaining(words) });
    expect((await person.call('identity.renew', {})).held.map(({ role }) => role)).not.toContain('officer');
  });

  test('is made by one command, acts at once, gives roles to others, and stands in the audit', async () => {
    // what a camera reads from 我的名片
    const { code } = await person.call('workers.me', {});
    expect(make(code, '530000', inDays(300))).toMatchObject({ status: 0, said: expect.stringContaining('云南省') });
    const officer = actorOf(world.api, await person.call('identity.act', { role: 'officer', scope: '530000' }));
    expect(officer.session.acting).toMatchObject({ role: 'officer', scope: '530000' });
    expect(JSON.stringify(await officer.call('audit.list', {}))).toContain('设置第一位人社干部');
  });
});
