import { describe, expect, test } from 'vitest';
import {
  type ApplicationMove,
  type ApplicationState,
  applicationMoves,
  applicationStates,
  applicationStateWords,
  canMove,
  medianMinutes,
  minutesBucket,
  promiseWords,
  refusalAdvice,
  refusalReasons,
  refusalReasonWords,
  replyRate,
  type Side,
  stageOf,
  stageWords,
  whyNotApply,
} from './applications.ts';

/** Every move that may be made without an arrival being said: state by state, side by side. */
const allowed: Record<ApplicationState, Record<Side, ApplicationMove[]>> = {
  applied: { employer: ['see', 'interview', 'want', 'refuse'], worker: ['withdraw'] },
  seen: { employer: ['interview', 'want', 'refuse'], worker: ['withdraw'] },
  interview: { employer: ['interview', 'want', 'refuse'], worker: ['decline', 'withdraw'] },
  wanted: { employer: ['refuse'], worker: ['accept', 'decline', 'withdraw'] },
  accepted: { employer: ['refuse', 'say_arrived'], worker: ['decline', 'withdraw', 'say_arrived'] },
  arrived: { employer: [], worker: ['withdraw'] },
  refused: { employer: [], worker: ['withdraw', 'apply_again'] },
  declined: { employer: [], worker: ['withdraw', 'apply_again'] },
  withdrawn: { employer: [], worker: ['apply_again'] },
};
const moves = Object.keys(applicationMoves) as ApplicationMove[];
const cases = applicationStates.flatMap((state) => (['worker', 'employer'] as const).flatMap((side) => moves.map((move) => ({ state, side, move }))));

describe('the table of states', () => {
  test.each(cases)('$state: $move by the $side', ({ state, side, move }) => {
    expect(canMove({ state }, move, side)).toBe(allowed[state][side].includes(move));
  });
  test.each(['worker', 'employer'] as const)('an arrival that the %s said is answered by the other side, and said once', (saidBy) => {
    const other = saidBy === 'worker' ? 'employer' : 'worker';
    const application = { state: 'accepted' as const, arrival: { saidBy } };
    for (const move of ['confirm_arrived', 'deny_arrived'] as const) {
      expect(canMove(application, move, other)).toBe(true);
      expect(canMove(application, move, saidBy)).toBe(false);
    }
    expect(canMove(application, 'say_arrived', saidBy)).toBe(false);
    expect(canMove(application, 'say_arrived', other)).toBe(false);
  });
  test('shows the person one stage for what is new and what was looked at', () => {
    expect(stageOf('applied')).toBe('waiting');
    expect(stageOf('seen')).toBe('waiting');
    expect(applicationStates.map((state) => applicationStateWords[state]).every(Boolean)).toBe(true);
    expect(applicationStates.map((state) => stageWords[stageOf(state)]).every(Boolean)).toBe(true);
  });
});

test('every refusal has words and something to do', () => {
  for (const reason of refusalReasons) expect([refusalReasonWords[reason], refusalAdvice[reason]].every(Boolean)).toBe(true);
});
test('a promise names the day in China', () => expect(promiseWords('2026-02-11T18:00:00.000Z')).toBe('2月12日前给您回音'));

describe('applying', () => {
  const open = { status: 'open' as const, expiresOn: '2026-02-07', headcount: 2, filled: 1 };
  const on = '2026-02-07';
  test('is possible to the last place and the last day', () => expect(whyNotApply(open, true, on)).toBeUndefined());
  test.each([
    ['opening_not_offered', { status: 'paused' as const }, true, on],
    ['opening_not_offered', { status: 'closed' as const }, true, on],
    ['opening_expired', {}, true, '2026-02-08'],
    ['opening_full', { filled: 2 }, true, on],
    ['employer_not_verified', {}, false, on],
  ])('is refused with %s', (code, over, isVerified, today) => expect(whyNotApply({ ...open, ...over }, isVerified, today)).toBe(code));
});

describe('figures of answers', () => {
  const none = { asked: 0, inTime: 0, late: 0, silent: 0, minutes: {} };
  test('say nothing from too few', () => {
    expect(replyRate({ ...none, inTime: 4 })).toBeUndefined();
    expect(medianMinutes({ ...none, minutes: { 60: 4 } })).toBeUndefined();
  });
  test('count what was late and what never came against the promise', () => expect(replyRate({ ...none, asked: 12, inTime: 6, late: 1, silent: 3 })).toBe(60));
  test('give the class in which the middle answer lies', () => {
    expect(medianMinutes({ ...none, minutes: { 10: 1, 1440: 3, 60: 2 } })).toBe(60);
    expect(medianMinutes({ ...none, minutes: { 10: 1, 1440: 4, 60: 2 } })).toBe(1440);
  });
  test('put a length of time into its class', () => expect([0, 10, 11, 7200, 7201].map(minutesBucket)).toEqual([10, 10, 30, 7200, 99_999]));
});
