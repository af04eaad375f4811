import { describe, expect, test } from 'vitest';
import { checksOf, type HeardOf, isNews, isSilent, isTakenOver, lampOf, type Measured, mayAddOf, mayAddWords } from './devices.ts';

const now = '2026-02-07T04:00:00.000Z';
const ago = (seconds: number): string => new Date(Date.parse(now) - seconds * 1000).toISOString();
const aDevice = (over: Partial<HeardOf> = {}): HeardOf => ({ seenAt: ago(20), queue: 0, people: 0, appVersion: '0.1.0', ...over });

describe('how many may come on top of the count', () => {
  test.each<[string, HeardOf[], string | undefined]>([
    ['nothing without devices', [], undefined],
    ['nothing when all are heard of and empty', [aDevice(), aDevice({ seenAt: ago(120) })], undefined],
    ['what devices that are heard of said', [aDevice({ queue: 30, people: 12 }), aDevice({ people: 3 })], '2 台未同步，最多再加 15'],
    ['nothing for a queue that brings nobody in', [aDevice({ queue: 4, people: 0 })], undefined],
    ['twenty a minute for one that is silent, on top of what it said', [aDevice({ seenAt: ago(180), people: 7 })], '1 台未同步，最多再加 67'],
    ['a begun minute whole', [aDevice({ seenAt: ago(121) })], '1 台未同步，最多再加 41'],
    [
      'no number for one silent beyond half an hour',
      [aDevice({ seenAt: ago(42 * 60 + 5) }), aDevice({ people: 3 })],
      '2 台未同步，其中 1 台 42 分钟没消息，再加多少说不准',
    ],
    ['the queue of a revoked one, but no pace', [aDevice({ seenAt: ago(3600), people: 5, revokedAt: ago(3000) })], '1 台未同步，最多再加 5'],
    ['nothing for what waits at a booth, silent or not', [aDevice({ kind: 'booth', queue: 9, people: 9, seenAt: ago(900) })], undefined],
    ['nothing for one whose work is done', [aDevice({ seenAt: ago(7200), doneAt: ago(7200) })], undefined],
    ['nothing for the silence of a version that never reports', [aDevice({ seenAt: ago(7200), appVersion: '' })], undefined],
  ])('is %s', (_, devices, words) => expect(mayAddWords(mayAddOf(devices, now))).toBe(words));

  test.each([
    ['minutes', 119, '119 分钟'],
    ['hours', 120, '2 小时'],
    ['days', 3 * 24 * 60 + 5, '3 天'],
  ])('says a long silence in %s', (_, minutes, words) => {
    expect(mayAddWords(mayAddOf([aDevice({ seenAt: ago(minutes * 60) })], now))).toBe(`1 台未同步，其中 1 台 ${words}没消息，再加多少说不准`);
  });

  test('is nothing more once all that a device could still send would be refused as too old', () => {
    const fair = (daysAgo: number, minutes = 0) => ({ closesAt: ago(daysAgo * 86_400 + minutes * 60) });
    const silent = aDevice({ seenAt: ago(9 * 86_400), people: 4 });
    // the list goes two hours after the fair, by a clock that may be ten minutes off
    expect(mayAddOf([silent], now, fair(7, 130))).toMatchObject({ unheard: { devices: 1 } });
    expect(mayAddOf([silent], now, fair(7, 131))).toBeUndefined();
    expect(mayAddOf([{ ...silent, skewMs: -3_600_000 }], now, fair(7, 131))).toMatchObject({ unheard: { devices: 1 } });
    expect(mayAddOf([{ ...silent, skewMs: -3_600_000 }], now, fair(7, 191))).toBeUndefined();
  });

  test('is never less than what a device let in, at any moment and any pace up to twenty a minute', () => {
    for (let silence = 0; silence <= 30 * 60; silence += 7) {
      const heard = 9;
      const sinceThen = silence <= 120 ? 0 : Math.floor((silence / 60) * 20);
      expect(mayAddOf([aDevice({ seenAt: ago(silence), people: heard })], now)?.people).toBeGreaterThanOrEqual(heard + sinceThen);
    }
  });
});

test('a device is silent after two minutes, a revoked one never', () => {
  expect([isSilent(aDevice({ seenAt: ago(120) }), now), isSilent(aDevice({ seenAt: ago(121) }), now)]).toEqual([false, true]);
  expect(isSilent(aDevice({ seenAt: ago(600), revokedAt: ago(1) }), now)).toBe(false);
});

describe('a booth', () => {
  const booth = { kind: 'booth', employerId: 'employer0001' } as const;
  const heard = (over: object) => ({ ...booth, ...aDevice(), ...over });
  test.each([
    ['not the entry of a gate’s device at work', heard({ kind: 'gate' }), booth, true],
    ['not that of another employer’s booth', heard({ employerId: 'employer0002' }), booth, true],
    ['its own', heard({}), booth, false],
    ['that of a device whose work is done', heard({ kind: 'gate', doneAt: ago(5) }), booth, false],
    ['that of one not heard of for half an hour', heard({ kind: 'gate', seenAt: ago(1801) }), booth, false],
    ['while the host’s gate takes any', heard({}), { kind: 'gate' } as const, false],
  ])('takes over %s', (_, before, said, isIt) => expect(isTakenOver(before as never, said, now)).toBe(isIt));
});

describe('what a device says is written down', () => {
  const said = { gate: '东门', queue: 0 };
  test.each([
    ['the first time', undefined, said, true],
    ['when it changed', { ...said, seenAt: ago(1) }, { ...said, queue: 1 }, true],
    ['not when nothing changed within half a minute', { ...said, seenAt: ago(29) }, said, false],
    ['after half a minute', { ...said, seenAt: ago(30) }, said, true],
    ['not for what it leaves unsaid', { ...said, seenAt: ago(1) }, { gate: '东门' } as typeof said, false],
  ])('%s', (_, before, next, isIt) => expect(isNews(before, next, now)).toBe(isIt));
});

describe('the lamp before opening', () => {
  const ready: Measured = { rosterAt: ago(30), skewMs: 800, hasRoom: true, hasScanned: true, battery: 90, queue: 0 };
  const lamp = (over: Partial<Measured>) => {
    const checks = checksOf({ ...ready, ...over }, now);
    return [lampOf(checks), ...checks.filter(({ state }) => state !== 'ok').map(({ check }) => check)];
  };
  test.each<[string, Partial<Measured>, string[]]>([
    ['is green when all is well', {}, ['ok']],
    ['is red without a list', { rosterAt: undefined }, ['stop', 'roster']],
    ['is yellow with a list older than ten minutes', { rosterAt: ago(601) }, ['wait', 'roster']],
    ['is green just below a minute of skew', { skewMs: -59_999 }, ['ok']],
    ['is red with a clock a minute fast', { skewMs: 60_000 }, ['stop', 'clock']],
    ['is red with a clock a minute slow', { skewMs: -60_000 }, ['stop', 'clock']],
    ['is yellow when the clock was never compared', { skewMs: undefined }, ['wait', 'clock']],
    ['is red without room', { hasRoom: false }, ['stop', 'storage']],
    ['is yellow before a scan was tried', { hasScanned: false }, ['wait', 'scan']],
    ['is yellow with an unknown battery', { battery: undefined }, ['wait', 'battery']],
    ['is yellow below half', { battery: 49 }, ['wait', 'battery']],
    ['is red when nearly empty', { battery: 19 }, ['stop', 'battery']],
    ['is green when nearly empty and charging', { battery: 5, isCharging: true }, ['ok']],
    ['is yellow with something left to send', { queue: 3 }, ['wait', 'queue']],
    ['is green in a browser that keeps the pages', { hasPages: true }, ['ok']],
    ['is yellow in a browser that does not keep them yet', { hasPages: false }, ['wait', 'pages']],
    ['is the worst of its parts', { queue: 3, hasRoom: false }, ['stop', 'storage', 'queue']],
  ])('%s', (_, over, expected) => expect(lamp(over)).toEqual(expected));
  test('says for everything that is not green what to do', () => {
    const checks = checksOf({ hasRoom: false, hasScanned: false, queue: 2, hasPages: false }, now);
    expect(checks.every(({ todo }) => todo)).toBe(true);
    expect(checks.map(({ words }) => words).join()).toContain('还有 2 条没传');
  });
});
