import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes of the built mini-program: the main package and each subpackage. WeChat allows 2 MB each; old phones in a hall deserve less. */
const built = path.join(import.meta.dirname, 'dist/weapp');
const mostInMain = 700 * 1024;
const mostInOther = 600 * 1024;

interface AppJson {
  subPackages?: { root: string }[];
}

const { subPackages = [] } = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8')) as AppJson;
const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter(
  (file) => statSync(path.join(built, file)).isFile() && file !== 'project.config.json',
);
const packageOf = (file: string): string => subPackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? 'main';

const bytes = new Map<string, number>([['main', 0]]);
for (const file of files) bytes.set(packageOf(file), (bytes.get(packageOf(file)) ?? 0) + statSync(path.join(built, file)).size);

let isTooLarge = false;
for (const [name, size] of bytes) {
  const most = name === 'main' ? mostInMain : mostInOther;
  if (size > most) isTooLarge = true;
  console.log(`${name.padEnd(18)} ${(size / 1024).toFixed(1).padStart(7)} KB${size > most ? `  more than ${most / 1024} KB` : ''}`);
}
if (isTooLarge) process.exitCode = 1;
// one that speaks to this machine is of no use to anybody else, and looks the same
console.log(`speaks to ${process.env.SHANHAI_API_BASE ?? 'http://127.0.0.1:8787/api, this machine; for phones set SHANHAI_API_BASE=https://<the domain>'}`);
