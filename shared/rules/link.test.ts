import { describe, expect, test } from 'vitest';
import { afterVain, type HeardCall, isAboutSender, isDownAfter, isWorthSending } from './link.ts';

const [good, bad, slow]: HeardCall[] = [
  { isGood: true, ms: 200 },
  { isGood: false, ms: 200 },
  { isGood: true, ms: 2001 },
] as const;
type Calls = (HeardCall | undefined)[];
const after = (wasDown: boolean, calls: Calls): boolean => isDownAfter(wasDown, calls as HeardCall[]);

describe('a device goes on alone', () => {
  test.each<[string, Calls, boolean]>([
    ['not before anything was asked', [], false],
    ['not after one failure', [bad], false],
    ['after two failures in a row', [good, bad, bad], true],
    ['after two among the last five', [bad, good, good, good, bad], true],
    ['not when the first of two is the sixth last', [bad, good, good, good, good, bad], false],
    ['when five calls take more than two seconds on average', [slow, slow, slow, slow, slow], true],
    ['not at two seconds on average', Array.from({ length: 5 }, () => ({ isGood: true, ms: 2000 })), false],
    ['not for one slow call among quick ones', [good, good, slow, good, good], false],
  ])('%s', (_, calls, isDown) => expect(after(false, calls)).toBe(isDown));

  test.each<[string, Calls, boolean]>([
    ['not after one good call', [good], true],
    ['after two good ones', [good, good], false],
    ['not when a failure lies between', [good, bad, good], true],
    ['not when one of them was slow', [good, slow], true],
  ])('and comes back %s', (_, calls, isDown) => expect(after(true, calls)).toBe(isDown));
});

describe('an act that is sent in vain', () => {
  const times = (count: number, said: { code: string; isOwn: boolean }) =>
    Array.from({ length: count }).reduce<ReturnType<typeof afterVain>>(({ faults }) => afterVain(faults, said), { faults: 0, isGivenUp: false });

  test.each([
    ['for want of a network is never given up', 'network', false, 500, false],
    ['to a server that is busy for everybody is never given up', 'try_again', false, 500, false],
    ['and handed back by itself is given up after twenty times', 'try_again', true, 20, true],
    ['and handed back nineteen times is not', 'try_again', true, 19, false],
    ['over which the server breaks down is given up after twenty times', 'internal', false, 20, true],
  ])('%s', (_, code, isOwn, count, isGivenUp) => expect(times(count, { code, isOwn }).isGivenUp).toBe(isGivenUp));

  test('for who sends it stays, and for what it is it goes to a person', () => {
    expect(['device_revoked', 'no_longer_steward', 'no_longer_member', 'role_not_held', 'not_signed_in'].every(isAboutSender)).toBe(true);
    expect(['code_forged', 'number_taken', 'not_allowed', 'clock_off'].some(isAboutSender)).toBe(false);
  });

  test('may be sent anew by a person where the act itself is not at fault', () => {
    expect(['try_again', 'internal', 'number_taken', 'code_forged'].map(isWorthSending)).toEqual([true, true, false, false]);
  });
});
