import { inflateRawSync } from 'node:zlib';
import { Problem } from '@shanhai/shared/problems.ts';

/** What a sheet of 10,000 rows never needs: beyond it a file is a trap, or too large to be read in one request. */
const mostEntries = 2000;
const largestPart = 40 * 1024 * 1024;
const mostUnpacked = 64 * 1024 * 1024;

interface Entry {
  method: number;
  isLocked: boolean;
  packed: number;
  at: number;
}

export interface Zip {
  names: string[];
  /** The text of a part; undefined when there is none of this name. */
  read(name: string): string | undefined;
}

const broken = (cause?: unknown): Problem => new Problem('sheet_broken', {}, cause);

/** The end record stands within the last 64 KB, whatever comment follows it. */
function directoryOf(file: Buffer): { count: number; at: number } {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > file.length) throw broken();
  return { count: file.readUInt16LE(end + 10), at: file.readUInt32LE(end + 16) };
}

function entriesOf(file: Buffer): Map<string, Entry> {
  const { count, at } = directoryOf(file);
  if (count > mostEntries) throw new Problem('sheet_too_large');
  const entries = new Map<string, Entry>();
  let p = at;
  for (let i = 0; i < count; i++) {
    if (file.readUInt32LE(p) !== 0x02014b50) throw broken();
    const nameLength = file.readUInt16LE(p + 28);
    const name = file.toString('utf8', p + 46, p + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name.replace(/^\//, ''), {
      method: file.readUInt16LE(p + 10),
      isLocked: (file.readUInt16LE(p + 8) & 1) === 1,
      packed: file.readUInt32LE(p + 20),
      at: file.readUInt32LE(p + 42),
    });
    p += 46 + nameLength + file.readUInt16LE(p + 30) + file.readUInt16LE(p + 32);
  }
  return entries;
}

function packedBytes(file: Buffer, entry: Entry): Buffer {
  if (entry.isLocked) throw new Problem('sheet_locked');
  if (file.readUInt32LE(entry.at) !== 0x04034b50) throw broken();
  const from = entry.at + 30 + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28);
  if (from + entry.packed > file.length) throw broken();
  return file.subarray(from, from + entry.packed);
}

/** Unpacks no further than the limit, whatever size the file claims for itself. */
function inflate(packed: Buffer, entry: Entry, most: number): Buffer {
  if (entry.method === 0) {
    if (packed.length > most) throw new Problem('sheet_too_large');
    return packed;
  }
  if (entry.method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new Problem('sheet_too_large', {}, error);
    throw broken(error);
  }
}

const asBroken = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw broken(error);
    throw error;
  }
};

/** A zip of hostile origin: nothing is unpacked that is not asked for, and all together never more than a sheet needs. */
export function openZip(bytes: Uint8Array): Zip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = asBroken(() => entriesOf(file));
  let left = mostUnpacked;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const part = asBroken(() => inflate(packedBytes(file, entry), entry, Math.max(1, Math.min(largestPart, left))));
      left -= part.length;
      return part.toString('utf8').replace(/^\uFEFF/, '');
    },
  };
}
