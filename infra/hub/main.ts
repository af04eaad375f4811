import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spokenSecret } from '@shanhai/shared/rules/hub.ts';
import { keptFolder, plainError } from '../local/kept-folder.ts';
import { cloudAddress } from './cloud.ts';
import { startHub } from './hub.ts';

const usage = `npm run hub -- --cloud https://api.example.cn [--port 8790] [--address 192.168.1.20] [--folder <where it keeps things>]`;
const usualPort = 8790;
/** While a phone is waited for, and otherwise. */
const [soonMs, laterMs] = [2000, 10_000];

function readOptions() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { cloud: text, port: text, 'page-port': text, address: text, folder: text } });
    const port = Number(values.port ?? usualPort);
    if (!values.cloud || !Number.isInteger(port) || port < 1 || port > 65_534) throw new Error(usage);
    const pagePort = Number(values['page-port'] ?? port + 1);
    return { cloud: cloudAddress(values.cloud), port, pagePort, address: values.address, folder: values.folder ?? path.join(keptFolder, 'hub') };
  } catch (error) {
    throw (error as Error).name === 'PlainError' ? error : plainError(usage, error);
  }
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

try {
  const hub = await startHub({ ...readOptions(), version: version() });
  tellWhere(hub);
  const goOn = async (): Promise<void> => {
    await hub.tick();
    setTimeout(() => void goOn(), hub.state().isLinked ? laterMs : soonMs);
  };
  void goOn();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void hub.stop().finally(() => process.exit(0)));
} catch (error) {
  const isPlain = error instanceof Error && (error.name === 'PlainError' || 'code' in error);
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
