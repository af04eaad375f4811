import type { Meter } from '../table/table.ts';

interface Line {
  requestId: string;
  route: string;
  role: string;
  status: number;
  problem?: string | undefined;
  millis: number;
  units: Meter;
  error?: unknown;
}

/** One structured line per request. It never holds input, output, names or phones. */
export function logRequest({ error, ...line }: Line): void {
  if (process.env.LOG === 'off' && line.status < 500) return;
  const cause = error instanceof Error ? { error: error.name, message: error.message.slice(0, 200), stack: error.stack } : {};
  console[line.status >= 500 ? 'error' : 'log'](JSON.stringify({ ...line, ...cause }));
}
