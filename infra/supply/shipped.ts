import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { closureOf, type Package, packageOf, root } from './lockfile.ts';

const sources = path.join(root, 'functions/src');
const entries = readdirSync(sources)
  .filter((file) => file.endsWith('.ts') && /export const handler\b/.test(readFileSync(path.join(sources, file), 'utf8')))
  .map((file) => path.join(sources, file));

const isDifferent = (one: Package, at: number, all: Package[]): boolean => all.findIndex(({ place }) => place === one.place) === at;

/** Every package of which something is in a function, read from what the bundler took. */
export async function inFunctions(): Promise<Package[]> {
  const { metafile } = await build({
    entryPoints: entries,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return Object.keys(metafile.inputs)
    .flatMap((file) => packageOf(file) ?? [])
    .filter(isDifferent);
}

/** What the mini-program and its builds for phone and browser are made with. */
export const inMiniProgram = (): Package[] => closureOf('miniapp');
