import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { buildFolder, ensureBuilt } from './app-builds.ts';
import { keepCheckpoints } from './checkpoints.ts';
import { loadDemoWorld } from './demo/load.ts';
import { checkKept, forgetEverything, forgetHalfLoaded, kept, keptFolder, plainError, unreadable } from './kept-folder.ts';
import { type LocalSystem, startLocalSystem } from './local-system.ts';
import { keepSecrets } from './secrets.ts';
import { announce } from './welcome.ts';

const usualPort = 8787;
/** The pages may be built meanwhile, on a machine with two cores: the engine then answers late, and no queue stands here. */
const tableTimeoutMs = 15_000;
const started = performance.now();
const ending = new AbortController();
let system: LocalSystem | undefined;

function parseOptions(): { fresh: boolean; port?: string } {
  try {
    return parseArgs({ options: { fresh: { type: 'boolean', default: false }, port: { type: 'string' } } }).values;
  } catch (error) {
    throw plainError('npm start -- takes --fresh (begin again with a new demo world) and --port <number>, nothing else.', error);
  }
}

function readOptions(): { isFresh: boolean; port: number } {
  const values = parseOptions();
  const port = Number(values.port ?? usualPort);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw plainError(`${values.port} is not a port number.`);
  return { isFresh: values.fresh, port };
}

function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(plainError(`Port ${port} is taken by another program. Stop that one, or choose another: npm start -- --port ${port + 1}`)),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** The engine answers InternalFailure when its file is damaged further inside. */
async function startKept(port: number): Promise<LocalSystem> {
  try {
    return await startLocalSystem({
      port,
      folder: kept.tables,
      objectsFolder: kept.objects,
      auditFolder: kept.auditCopies,
      secrets: keepSecrets(keptFolder),
      checkpoints: keepCheckpoints(kept.checkpoints),
      h5Folder: buildFolder('h5'),
      tableTimeoutMs,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'InternalFailure') throw unreadable('the table is damaged', error);
    throw error;
  }
}

/** Loads the demo world once and gives the China day it plays on: its fair is open on that day only. */
async function loadDemoOnce({ deps, secrets }: LocalSystem): Promise<string> {
  if (existsSync(kept.demoLoaded)) return readFileSync(kept.demoLoaded, 'utf8');
  console.log('Loading the demo world ...');
  const day = chinaDay(deps.now());
  await loadDemoWorld(deps, secrets.wechatAppId);
  writeFileSync(kept.demoLoaded, day);
  return day;
}

async function start(): Promise<void> {
  const { isFresh, port } = readOptions();
  await checkPort(port);
  if (isFresh) forgetEverything();
  checkKept();
  forgetHalfLoaded();
  const pages = ensureBuilt('h5', {
    signal: ending.signal,
    onStart: () => console.log('Building the pages; this takes a minute, and only when they changed ...'),
  });
  // its failure is reported where it is awaited
  pages.catch(() => undefined);
  system = await startKept(port);
  const fairOn = await loadDemoOnce(system);
  await pages;
  announce(system.origin, performance.now() - started, fairOn === chinaDay(system.deps.now()) ? undefined : fairOn);
}

/** Ends everything: the address, the stream, the stand-in and the engine. */
async function end(code: number): Promise<never> {
  ending.abort();
  await system?.stop().catch((error: unknown) => console.error(error));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // asked twice, or while still starting: go at once; the engine ends with the pipe to it
    if (ending.signal.aborted || !system) process.exit(1);
    console.log('\nEnding ...');
    void end(0);
  });
}
/** A signal to npm ends npm's shell but does not reach this process: when the shell is gone, end as well. */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 300).unref();
}

if (process.env['npm_lifecycle_event'] === 'start') endWithParent();
// requests that went well are no news in a terminal
process.env['LOG'] ??= 'off';

try {
  await start();
} catch (error) {
  const isPlain = error instanceof Error && error.name === 'PlainError';
  console.error(isPlain ? error.message : error);
  await end(1);
}
