import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Kept {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

/** Where the objects of this machine lie. */
export interface Shelf {
  put(key: string, bytes: Buffer, contentType: string): Promise<Kept>;
  find(key: string): Promise<Kept | undefined>;
  remove(key: string): Promise<void>;
}

const keptOf = (bytes: Buffer, contentType: string): Kept => ({ bytes, contentType, etag: `"${createHash('md5').update(bytes).digest('hex')}"` });

/** For tests: gone with the process. */
function shelfInMemory(): Shelf {
  const all = new Map<string, Kept>();
  return {
    async put(key, bytes, contentType) {
      const kept = keptOf(bytes, contentType);
      all.set(key, kept);
      return kept;
    },
    find: async (key) => all.get(key),
    remove: async (key) => void all.delete(key),
  };
}

/** One file for each object, its type in the first line; a key is a single name, so that none can lead out of the folder. */
function shelfInFolder(folder: string): Shelf {
  mkdirSync(folder, { recursive: true });
  const fileOf = (key: string): string => path.join(folder, `o-${encodeURIComponent(key)}`);
  let sequence = 0;
  return {
    async put(key, bytes, contentType) {
      const half = `${fileOf(key)}.${++sequence}.half`;
      await writeFile(half, Buffer.concat([Buffer.from(`${contentType}\n`), bytes]));
      await rename(half, fileOf(key));
      return keptOf(bytes, contentType);
    },
    async find(key) {
      const whole = await readFile(fileOf(key)).catch(() => undefined);
      const end = whole?.indexOf('\n') ?? -1;
      return whole && end >= 0 ? keptOf(whole.subarray(end + 1), whole.subarray(0, end).toString()) : undefined;
    },
    remove: (key) => rm(fileOf(key), { force: true }),
  };
}

export const openShelf = (folder?: string): Shelf => (folder ? shelfInFolder(folder) : shelfInMemory());
