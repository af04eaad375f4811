import { lookThrough } from '../logs/leaks.ts';
import type { Figures } from './figures.ts';

/** Of the last whole test run on this machine, if there was one. */
export function measureLogs(): Figures {
  const { lines, leaks } = lookThrough();
  if (lines === 0) return {};
  return {
    'logs.lines': { value: lines, unit: 'lines', note: 'everything the functions logged in the last whole test run' },
    'logs.leaks': { value: leaks.length, unit: 'lines', note: 'with a name, a phone, a resident id, a sealed value or a token' },
  };
}
