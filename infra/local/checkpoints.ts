import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Checkpoints } from './streams.ts';

/** Checkpoints kept in a file, so that a restart does not go through the whole stream again. */
export function keepCheckpoints(file: string): Checkpoints {
  const known: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return {
    find: (shardId) => known[shardId],
    save(shardId, sequenceNumber) {
      known[shardId] = sequenceNumber;
      // a half-written file would make the folder unreadable
      writeFileSync(`${file}.new`, JSON.stringify(known));
      renameSync(`${file}.new`, file);
    },
  };
}
