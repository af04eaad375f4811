import { Agent, createServer, request } from 'node:http';

export interface Outcome {
  status: number;
  body: string;
  millis: number;
  /** How often it was sent before it was answered. */
  tries: number;
}
export interface Shot {
  path: string;
  token: string;
  /** Posted; without one the address is read. */
  body?: string;
}
export interface Driven {
  outcomes: Outcome[];
  perSecond: number;
}

const triesAtMost = 6;

function sendOnce(agent: Agent, origin: URL, { path, token, body }: Shot): Promise<{ status: number; body: string }> {
  const posted = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const lost = (): void => resolve({ status: 0, body: '' });
    const req = request(
      {
        agent,
        host: origin.hostname,
        port: origin.port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...posted, authorization: `Bearer ${token}` },
      },
      (res) => {
        const chunks: Buffer[] = [];
        res
          .on('data', (c: Buffer) => chunks.push(c))
          .on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
          .on('error', lost);
      },
    );
    req.on('error', lost).end(body);
  });
}

/** Sends the very same again while it is not answered or the answer is "try again", as a phone does; the time counts from the first try. */
async function send(agent: Agent, origin: URL, shot: Shot): Promise<Outcome> {
  const started = performance.now();
  for (let tries = 1; ; tries++) {
    const answer = await sendOnce(agent, origin, shot);
    const isAnswered = answer.status !== 0 && answer.status < 500;
    if (isAnswered || tries >= triesAtMost) return { ...answer, tries, millis: performance.now() - started };
    await new Promise((resolve) => setTimeout(resolve, 50 * tries));
  }
}

/** Closed loop: so many at once, until the list is through; then it stops by itself. */
export async function drive(origin: string, shots: readonly Shot[], atOnce: number): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const outcomes: Outcome[] = [];
  const url = new URL(origin);
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let i = next++; i < shots.length; i = next++) outcomes[i] = await send(agent, url, shots[i] as Shot);
    }),
  );
  agent.destroy();
  return { outcomes, perSecond: (shots.length * 1000) / (performance.now() - started) };
}

/** A server that reads the body and answers as many bytes: what HTTP alone costs in this process. */
export async function driveBare(shots: readonly Shot[], atOnce: number): Promise<number> {
  const reply = 'x'.repeat(120);
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

/** The value below which this share of the times lies. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
