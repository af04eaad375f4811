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

/** What CloudWatch makes figures of, in its embedded format: a few for all functions together, because each one costs. */
const metrics = {
  Namespace: 'Shanhai',
  Dimensions: [['function']],
  Metrics: [
    { Name: 'millis', Unit: 'Milliseconds' },
    { Name: 'reads', Unit: 'Count' },
    { Name: 'writes', Unit: 'Count' },
    { Name: 'refused', Unit: 'Count' },
    { Name: 'throttled', Unit: 'Count' },
  ],
};

/** One structured line per request. It never holds input, output, names or phones. */
export function logRequest({ error, ...line }: Line): void {
  if (process.env.LOG === 'off' && line.status < 500) return;
  const cause = error instanceof Error ? { error: error.name, message: error.message.slice(0, 200), stack: error.stack } : {};
  // Lambda wraps what the console says; figures are only read out of lines that stand by themselves
  if (process.env.AWS_LAMBDA_FUNCTION_NAME) process.stdout.write(`${JSON.stringify({ ...withFigures(line), ...cause })}\n`);
  else console[line.status >= 500 ? 'error' : 'log'](JSON.stringify({ ...line, ...cause }));
}

function withFigures(line: Omit<Line, 'error'>) {
  const { reads, writes } = line.units;
  return {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metrics] },
    level: line.status >= 500 ? 'ERROR' : 'INFO',
    function: 'all',
    ...line,
    reads,
    writes,
    refused: line.status >= 400 ? 1 : 0,
    throttled: line.problem === 'try_again' ? 1 : 0,
  };
}
