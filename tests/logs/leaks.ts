import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { outputFolder } from '../support/builds.ts';

/** What no line of a log may hold. Our own words in logs are English, so any Chinese letter came from somebody's data. */
const forbidden: readonly [string, RegExp][] = [
  ['Chinese words', /\p{Script=Han}/u],
  ['a phone', /(?<![\w.-])(?:\+?86)?1[2-9]\d{9}(?![\w.-])/],
  ['a resident id', /(?<!\w)\d{17}[\dX](?!\w)/],
  ['a sealed value', /sealed:|"closed":/],
  // the hash of an audit block is nobody's, and one in many begins as a token does
  ['a token', /Bearer |(?<![\w-]|"hash":")eyJ[\w-]{10}|"token"/],
];

/** What is private in one line of a log. */
export const leaksIn = (line: string): string[] => forbidden.filter(([, pattern]) => pattern.test(line)).map(([name]) => name);

const folder = path.join(outputFolder, 'logs');

/** Every line that the functions logged in the last test run, and what is private in them. */
export function lookThrough(): { lines: number; leaks: { kind: string; line: string }[] } {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const lines = files.flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean));
  return { lines: lines.length, leaks: lines.flatMap((line) => leaksIn(line).map((kind) => ({ kind, line: line.slice(0, 300) }))) };
}
