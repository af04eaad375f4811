import { Agent, createServer, request } from 'node:http';
import { type Figures, rounded } from './figures.ts';
import type { Stage } from './stage.ts';

interface Outcome {
  status: number;
  body: string;
  millis: number;
}
interface Shot {
  path: string;
  token: string;
  body: string;
}

function send(agent: Agent, origin: URL, { path, token, body }: Shot): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text: string): void => resolve({ status, body: text, millis: performance.now() - started });
    const req = request(
      {
        agent,
        host: origin.hostname,
        port: origin.port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: `Bearer ${token}` },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res
          .on('data', (c: Buffer) => chunks.push(c))
          .on('end', () => done(res.statusCode ?? 0, Buffer.concat(chunks).toString()))
          .on('error', () => done(0, ''));
      },
    );
    req.on('error', () => done(0, ''));
    req.end(body);
  });
}

/** Closed loop: so many at once, until the list is through. */
async function drive(origin: string, shots: readonly Shot[], atOnce: number): Promise<{ outcomes: Outcome[]; perSecond: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const outcomes: Outcome[] = [];
  const url = new URL(origin);
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let i = next++; i < shots.length; i = next++) outcomes.push(await send(agent, url, shots[i] as Shot));
    }),
  );
  agent.destroy();
  return { outcomes, perSecond: (shots.length * 1000) / (performance.now() - started) };
}

/** A server that reads the body and answers as many bytes: what HTTP alone costs in this process. */
async function driveBare(shots: readonly Shot[], atOnce: number, reply: string): Promise<number> {
  const server = createServer((req, res) => {
    req.resume().on('end', () => res.writeHead(200, { 'content-type': 'application/json' }).end(reply));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { perSecond } = await drive(`http://127.0.0.1:${port}`, shots, atOnce);
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return perSecond;
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** 3,000 people check in, 50 at once, one in ten taps twice. */
export async function measureCrowd(stage: Stage): Promise<Figures> {
  const people = 3000;
  const { system, fair } = stage;
  const body = JSON.stringify({ code: system.deps.codes.signAt('S', fair.fairId, 0), deviceId: 'bench-device' });
  const tokens = Array.from({ length: people }, () => stage.tokenFor('worker'));
  const shots = tokens.flatMap((token, i) => Array.from({ length: i % 10 === 0 ? 2 : 1 }, () => ({ path: '/api/check-ins', token, body })));
  const before = (await system.deps.reports.figures(fair.fairId)).figures.present ?? 0;
  const bareBefore = await driveBare(shots, 50, 'x'.repeat(120));
  const { outcomes, perSecond } = await drive(system.origin, shots, 50);
  const bareAfter = await driveBare(shots, 50, 'x'.repeat(120));

  const replies = outcomes.filter((o) => o.status === 200).map((o) => JSON.parse(o.body) as { number: number; repeated: boolean });
  const firsts = replies.filter((r) => !r.repeated);
  const roster = await counted(stage, before + firsts.length);
  const millis = outcomes.map((o) => o.millis).sort((a, b) => a - b);
  const duplicated = firsts.length - new Set(firsts.map((r) => r.number)).size + Math.max(0, roster.present - before - people);
  return {
    'crowd.3000.correct': { value: new Set(firsts.map((r) => r.number)).size, unit: 'people', note: 'checked in once, each with a number of their own' },
    'crowd.3000.lost': { value: people - firsts.length, unit: 'people', note: 'no first check-in answered' },
    'crowd.3000.duplicated': { value: duplicated, unit: 'people', note: 'numbers given twice, or counted twice on the board' },
    'crowd.3000.refused': { value: outcomes.length - replies.length, unit: 'requests', note: `of ${outcomes.length}, repeats included` },
    'crowd.3000.board_difference': {
      value: roster.present - before - firsts.length,
      unit: 'people',
      note: 'live board against check-ins, after the stream caught up',
    },
    'crowd.3000.p50_ms': { value: rounded(at(millis, 0.5), 1), unit: 'ms', note: 'driver, system and engine on the same two cores' },
    'crowd.3000.p95_ms': { value: rounded(at(millis, 0.95), 1), unit: 'ms', note: 'as above' },
    'crowd.3000.p99_ms': { value: rounded(at(millis, 0.99), 1), unit: 'ms', note: 'as above' },
    'crowd.3000.per_second': { value: rounded(perSecond, 0), unit: 'requests/s', note: 'noise on shared cores; the ratio tells more' },
    'crowd.3000.ratio_to_bare_http': {
      value: rounded((2 * perSecond) / (bareBefore + bareAfter), 3),
      unit: 'ratio',
      note: 'to a bare Node HTTP server driven before and after, DynamoDB Local and stream consumer included',
    },
  };
}

async function counted({ system, fair }: Stage, expected: number): Promise<{ present: number }> {
  for (let tries = 0; ; tries++) {
    const present = (await system.deps.reports.figures(fair.fairId)).figures.present ?? 0;
    if (present >= expected || tries > 150) return { present };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
