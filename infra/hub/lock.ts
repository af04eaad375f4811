import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plainError } from '../local/kept-folder.ts';

/**
 * Where a hub says that it works in this folder: a name that the machine itself takes back when the program falls, however it falls. Linux and
 * Windows have such names; elsewhere it is a socket's file, which stays behind and is known by nobody answering.
 */
export function lockName(folder: string, platform: NodeJS.Platform = process.platform): string {
  const name = `shanhai-hub-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (platform === 'linux') return `\0${name}`;
  return platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

async function hold(name: string): Promise<Server | undefined> {
  const server = createServer((other) => other.destroy());
  // it holds no program open by itself
  server.unref();
  try {
    server.listen(name);
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

async function isAnswering(name: string): Promise<boolean> {
  const asking = connect(name);
  try {
    await once(asking, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    asking.destroy();
  }
}

/** One hub works in one folder: two would each judge by half of what the gates told. Gives how to let go of it. */
export async function lockFolder(folder: string, nameOf: (whole: string) => string = lockName): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = nameOf(realpathSync(folder));
  let held = await hold(name);
  if (!held && !(await isAnswering(name))) {
    rmSync(name, { force: true });
    held = await hold(name);
  }
  if (!held) throw plainError(`A hub works in ${folder} already: use that one, or stop it, or give this one a folder of its own with --folder`);
  const holding = held;
  return () => new Promise((resolve) => holding.close(() => resolve()));
}
