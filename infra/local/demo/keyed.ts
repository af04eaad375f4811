import { createHash } from 'node:crypto';

const digest = (key: string): Buffer => createHash('sha256').update(`shanhai-demo/${key}`).digest();

/** An id of `length` base64url characters that is the same on every machine for the same key. */
export function idOf(key: string, length: number): string {
  return digest(key).toString('base64url').slice(0, length);
}

/** A number from 0 up to, not including, `below`, fixed by the key: variety without chance. */
export function numberOf(key: string, below: number): number {
  return digest(key).readUInt32BE(0) % below;
}

/** The member of a list that the key picks. */
export function pickOf<T>(list: readonly T[], key: string): T {
  const picked = list[numberOf(key, list.length)];
  if (picked === undefined) throw new Error(`nothing to pick for ${key}`);
  return picked;
}
