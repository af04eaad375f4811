import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lockFolder, lockName } from './lock.ts';

const base = mkdtempSync(path.join(tmpdir(), 'hub-lock-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const already = /^A hub works in .+ already: .+--folder$/;

/** Holds the folder until it is killed. */
async function anotherProgram(folder: string, platform: NodeJS.Platform) {
  const from = path.join(import.meta.dirname, 'lock.ts');
  const script = `import { lockFolder, lockName } from ${JSON.stringify(from)};
await lockFolder(${JSON.stringify(folder)}, (whole) => lockName(whole, ${JSON.stringify(platform)}));
console.log('held'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe.each<NodeJS.Platform>(['linux', 'darwin'])('the folder of a hub, held as on %s', (platform) => {
  const lock = (folder: string) => lockFolder(folder, (whole) => lockName(whole, platform));

  test('is one hub’s at a time, by whatever name it is called, and free when that one stops', async () => {
    const folder = path.join(base, platform);
    const letGo = await lock(folder);
    symlinkSync(folder, `${folder}-link`);
    await expect(lock(folder)).rejects.toThrow(already);
    await expect(lock(`${folder}-link`)).rejects.toThrow(already);
    const letGoOther = await lock(path.join(base, `${platform}-other`));
    await letGo();
    await (await lock(folder))();
    await letGoOther();
  });

  test('is held against another program, and free once that one is killed', async () => {
    const folder = path.join(base, `${platform}-killed`);
    const child = await anotherProgram(folder, platform);
    await expect(lock(folder)).rejects.toThrow(already);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await lock(folder))();
  });
});
