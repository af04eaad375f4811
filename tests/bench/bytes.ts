import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure, Figures } from './figures.ts';

const root = path.resolve(import.meta.dirname, '../..');
const weapp = path.join(root, 'miniapp/dist/weapp');
const h5 = path.join(root, 'miniapp/dist/h5');
/** Stays on the developer's machine. */
const notUploaded = 'project.config.json';

/** Bytes of the main package (`main`) and of every subpackage of the WeChat build. */
export function packageBytes(dist = weapp): Map<string, number> {
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const roots = subPackages.map((part) => part.root);
  const bytes = new Map<string, number>(['main', ...roots].map((name) => [name, 0]));
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const size = statSync(path.join(dist, file));
    if (!size.isFile() || file === notUploaded) continue;
    const owner = roots.find((one) => file.startsWith(`${one}/`)) ?? 'main';
    bytes.set(owner, (bytes.get(owner) ?? 0) + size.size);
  }
  return bytes;
}

/** The index page and every script and style sheet it names, each compressed as it travels. */
function h5FirstLoad(): number {
  const index = readFileSync(path.join(h5, 'index.html'), 'utf8');
  const named = [...index.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = '']) => readFileSync(path.join(h5, file)));
  return [Buffer.from(index), ...named].reduce((sum, file) => sum + gzipSync(file).length, 0);
}

const bytes = (value: number, note: string): Figure => ({ value, unit: 'bytes', note });

/** What a phone and a browser have to load. Needs the builds of the mini-program. */
export function measureBytes(): Figures {
  const packages = [...packageBytes()];
  const main = packages.find(([name]) => name === 'main')?.[1] ?? 0;
  const [name, largest] = packages.filter(([one]) => one !== 'main').sort((a, b) => b[1] - a[1])[0] ?? ['none', 0];
  return {
    'weapp.main.bytes': bytes(main, 'main package as uploaded, uncompressed; at most 716,800'),
    'weapp.largest_subpackage.bytes': bytes(largest, `${name}, uncompressed; at most 614,400`),
    'h5.first_load.gzip_bytes': bytes(h5FirstLoad(), 'index.html and the scripts and styles it names, gzip'),
  };
}
