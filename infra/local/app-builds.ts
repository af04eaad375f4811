import { spawn } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `h5` are the pages of this machine, `pages` those for the cloud. */
export type Platform = 'h5' | 'pages' | 'weapp';

const root = path.resolve(import.meta.dirname, '../..');
/** Everything the builds read; packages are pinned by the lockfile. */
const sources = ['miniapp', 'shared', 'package-lock.json'];
const notSources = new Set(['node_modules', 'dist', '.swc', '.data', 'coverage']);
/** What the operator says about a build (`miniapp/config/index.ts`). */
const environment = ['SHANHAI_API_BASE', 'TARO_APP_OPERATOR', 'TARO_APP_OPERATOR_CONTACT'];
/** The local H5 signs in by picking a persona of the stand-in. */
const settings: Record<Platform, Record<string, string>> = { h5: { TARO_APP_SIGN_IN: 'persona' }, pages: { TARO_APP_SIGN_IN: 'desk' }, weapp: {} };

export const buildFolder = (platform: Platform): string => path.join(root, 'miniapp/dist', platform);
/** Lies beside the build and not inside: the build empties its folder. */
const stampOf = (platform: Platform): string => path.join(root, `miniapp/dist/.${platform}-built-from`);

function addTo(hash: Hash, file: string): void {
  const entries = readdirSync(file, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = path.join(file, entry.name);
    if (notSources.has(entry.name) || entry.name.endsWith('.test.ts')) continue;
    if (entry.isDirectory()) addTo(hash, inner);
    else hash.update(path.relative(root, inner)).update('\0').update(readFileSync(inner));
  }
}

function digest(platform: Platform): string {
  const hash = createHash('sha256').update(JSON.stringify(settings[platform]));
  for (const setting of environment) hash.update(`${process.env[setting] ?? ''}\0`);
  for (const source of sources) {
    const file = path.join(root, source);
    if (path.extname(file)) hash.update(readFileSync(file));
    else addTo(hash, file);
  }
  return hash.digest('hex');
}

/** A build made by hand, with other settings, is told apart by the moment it was written. */
function writtenAt(platform: Platform): string {
  const entry = path.join(buildFolder(platform), platform === 'weapp' ? 'app.json' : 'index.html');
  return existsSync(entry) ? String(statSync(entry).mtimeMs) : 'not written';
}

/** Is the build there and made from just these sources? */
export function isBuilt(platform: Platform): boolean {
  const stamp = stampOf(platform);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === `${digest(platform)} ${writtenAt(platform)}`;
}

function run(platform: Platform, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', `build:${platform}`, '-w', 'miniapp'], {
      cwd: root,
      env: { ...process.env, ...settings[platform] },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let said = '';
    const keep = (text: Buffer): void => {
      said = `${said}${text}`.slice(-6000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The ${platform} build failed:\n${said.trim()}`))));
  });
}

/** Builds the mini-program for a platform when its sources changed since the last build; answers with the folder. */
export async function ensureBuilt(platform: Platform, options: { onStart?: () => void; signal?: AbortSignal } = {}): Promise<string> {
  if (isBuilt(platform)) return buildFolder(platform);
  options.onStart?.();
  const builtFrom = digest(platform);
  await run(platform, options.signal);
  writeFileSync(stampOf(platform), `${builtFrom} ${writtenAt(platform)}`);
  return buildFolder(platform);
}
