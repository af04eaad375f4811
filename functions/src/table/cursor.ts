import { Problem } from '@shanhai/shared/problems.ts';

type LastKey = Record<string, unknown>;

/** Where a page ended, as an opaque word for the next request. */
export function writeCursor(key: LastKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in such a word; a word that is none of ours is `invalid_input`. */
export function readCursor(cursor: string): LastKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const values = Object.values(key ?? {});
    if (typeof key === 'object' && !Array.isArray(key) && values.length && values.every((v) => typeof v === 'string')) return key as LastKey;
  } catch {
    /* falls through to the refusal: a cursor is only ever ours */
  }
  throw new Problem('invalid_input', { field: 'cursor' });
}
