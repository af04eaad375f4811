import { expect, test } from 'vitest';
import { jobCan, jobStatuses, takeHomeFen } from './jobs.ts';

test('what one takes home is base and extras less what is taken off', () => {
  expect(takeHomeFen({ wagePeriod: 'month', baseWageFen: 520_000, overtimeFen: 149_400, allowanceFen: 30_000, deductionFen: 101_900 })).toBe(597_500);
  expect(takeHomeFen({ wagePeriod: 'hour', baseWageFen: 2_500, overtimeFen: 0, allowanceFen: 0, deductionFen: 0 })).toBe(435_000);
});

test('states say what can be done with an opening', () => {
  const can = (verb: keyof typeof jobCan) => jobStatuses.filter((status) => jobCan[verb]({ status }));
  expect({ change: can('change'), publish: can('publish'), pause: can('pause'), close: can('close') }).toEqual({
    change: ['draft', 'open', 'paused'],
    publish: ['draft', 'paused'],
    pause: ['open'],
    close: ['draft', 'open', 'paused'],
  });
});
