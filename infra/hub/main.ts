import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hubAddress, spokenSecret } from '@shanhai/shared/rules/hub.ts';
import { needSettings, readSettings, runCommand, unclear } from '../command-line.ts';
import { keptFolder, plainError } from '../local/kept-folder.ts';
import { cloudAddress } from './cloud.ts';
import { startHub } from './hub.ts';

const usualPort = 8790;
const usage = `npm run hub -- --cloud <address of the server>   a hub for a hall without internet; see docs/operations.md
  --cloud    https:// and the domain of the stage (https://q.example.cn); beside \`npm start\`: http://127.0.0.1:8787/api
  --port     where gates reach this laptop: ${usualPort} when not said; its own page is one above
  --address  address of this laptop in the hall's network, when it has several: 192.168.1.20
  --folder   where it keeps what gates told it: .data/hub when not said`;
/** While a phone is waited for, and otherwise. */
const [soonMs, laterMs] = [2000, 10_000];

function readOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = readSettings(args, { cloud: text, port: text, 'page-port': text, address: text, folder: text });
  needSettings(values, 'cloud');
  if (positionals[0]) throw unclear(`${positionals[0]} is not understood here: settings begin with --`);
  const port = Number(values.port ?? usualPort);
  const pagePort = Number(values['page-port'] ?? port + 1);
  const bad = [port, pagePort].find((one) => !Number.isInteger(one) || one < 1 || one > 65_535);
  if (bad !== undefined) throw plainError(`${values.port ?? values['page-port']} is not a port from 1 to 65534`);
  if (values.address && !hubAddress(`${values.address}:${port}`))
    throw plainError(`${values.address} is not an address in the network of a hall: 192.168.1.20`);
  return { cloud: cloudAddress(values.cloud ?? ''), port, pagePort, address: values.address, folder: values.folder ?? path.join(keptFolder, 'hub') };
}

const version = (): string => {
  const { version: own } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
  return `hub ${own}`.slice(0, 20);
};

function tellWhere({ pagePort, state }: Awaited<ReturnType<typeof startHub>>): void {
  const { fair, addresses, own } = state();
  console.log(`\n现场主机开着。这台电脑上打开 http://127.0.0.1:${pagePort}`);
  if (fair && own.secret) console.log(`${fair.title}\n地址 ${addresses[0] ?? '（没连无线网）'}  配对码 ${spokenSecret(own.secret)}`);
}

/** Whose port is taken is told which one to choose instead. */
function inWords(error: unknown): unknown {
  const { code, port } = error as { code?: string; port?: number };
  return code === 'EADDRINUSE'
    ? plainError(`Port ${port} is taken: by a hub that runs already, or by another program. For that, choose another: --port ${Number(port) + 10}`, error)
    : error;
}

await runCommand(usage, async (args) => {
  const options = readOptions(args);
  const hub = await startHub({ ...options, version: version() }).catch((error: unknown) => {
    throw inWords(error);
  });
  tellWhere(hub);
  const goOn = async (): Promise<void> => {
    await hub.tick();
    setTimeout(() => void goOn(), hub.state().isLinked ? laterMs : soonMs);
  };
  void goOn();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void hub.stop().finally(() => process.exit(0)));
});
