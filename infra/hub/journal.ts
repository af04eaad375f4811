import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { plainError } from '../local/kept-folder.ts';

/** A line that a fall of the machine cut off was never answered to anybody: it is left out. */
const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

function parse<T>(line: string, at: number, file: string): T {
  try {
    return JSON.parse(line) as T;
  } catch (error) {
    throw plainError(`Line ${at + 1} of ${path.basename(file)} cannot be read. Put the file aside and keep it: it may hold what gates were promised.`, error);
  }
}

/** A file to which lines are only ever added, each on the disk before anybody is told. */
export function openJournal<T extends object>(file: string) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = wholeLines(text);
  const lines = whole
    .split('\n')
    .filter(Boolean)
    .map((line, at) => parse<T>(line, at, file));
  const handle = openSync(file, 'a', 0o600);
  let length = Buffer.byteLength(whole);
  ftruncateSync(handle, length);

  return {
    lines,
    /** Throws when the disk takes no more; then nothing of it stays. */
    append(line: T): void {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      try {
        for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
        fdatasyncSync(handle);
      } catch (error) {
        ftruncateSync(handle, length);
        throw error;
      }
      length += bytes.length;
    },
    close: (): void => closeSync(handle),
  };
}
