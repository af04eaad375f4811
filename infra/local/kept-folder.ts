import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Everything the local run keeps between starts; tests keep theirs elsewhere. */
export const keptFolder = path.resolve(process.env['SHANHAI_DATA'] ?? path.join(import.meta.dirname, '../../.data'));
export const kept = {
  tables: path.join(keptFolder, 'dynamodb'),
  objects: path.join(keptFolder, 'objects'),
  auditCopies: path.join(keptFolder, 'audit-copies'),
  checkpoints: path.join(keptFolder, 'checkpoints.json'),
  demoLoaded: path.join(keptFolder, 'demo-loaded'),
} as const;

/** An error whose message is all that a person needs to read. */
export function plainError(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: 'PlainError' });
}

export function unreadable(why: string, cause?: unknown): Error {
  return plainError(`The data kept in .data cannot be read (${why}). To begin again with a new demo world: npm start -- --fresh`, cause);
}

export function forgetEverything(): void {
  rmSync(keptFolder, { recursive: true, force: true });
}

/** A demo world that was only half loaded holds nothing of anybody's: the next start begins it again. */
export function forgetHalfLoaded(): void {
  if (existsSync(kept.demoLoaded)) return;
  rmSync(kept.tables, { recursive: true, force: true });
  rmSync(kept.objects, { recursive: true, force: true });
  rmSync(kept.auditCopies, { recursive: true, force: true });
  rmSync(kept.checkpoints, { force: true });
}

function checkJson(file: string): void {
  if (!existsSync(file)) return;
  try {
    JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw unreadable(`${path.basename(file)} is damaged`, error);
  }
}

function checkDatabase(file: string): void {
  const header = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  const length = readSync(handle, header, 0, header.length, 0);
  closeSync(handle);
  // a database nothing was written to yet is empty
  if (length > 0 && header.toString('latin1') !== 'SQLite format 3\0') throw unreadable(`${path.basename(file)} is damaged`);
}

/** Refuses, in one sentence, to start on files that cannot be what this run wrote. */
export function checkKept(): void {
  try {
    mkdirSync(kept.tables, { recursive: true });
  } catch (error) {
    throw unreadable('it is not a folder that can be written to', error);
  }
  checkJson(path.join(keptFolder, 'secrets.json'));
  checkJson(kept.checkpoints);
  for (const name of readdirSync(kept.tables)) {
    if (name.endsWith('.db')) checkDatabase(path.join(kept.tables, name));
  }
}
