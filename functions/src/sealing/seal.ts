import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Key } from '../table/keys.ts';

export interface SealKeys {
  /** Id of the key that closes now; older keys still open what they closed. */
  current: string;
  byId: Record<string, Uint8Array>;
  /** Key of the blind index. */
  blind: Uint8Array;
}

/** Where a sealed value lives. It is part of the seal: the same text copied elsewhere does not open. */
export interface Place {
  item: Key;
  field: string;
}

const version = 's1';
const ivBytes = 12;
const tagBytes = 16;

const boundTo = ({ item, field }: Place): Buffer => Buffer.from(JSON.stringify([version, item.pk, item.sk, field]));

function keyOf(id: string, { byId }: SealKeys): Uint8Array {
  const key = Object.hasOwn(byId, id) ? byId[id] : undefined;
  if (key?.length !== 32) throw new Error(`No key ${id} of 32 bytes to seal with`);
  return key;
}

/**
 * Sensitive personal data at rest, value by value, on top of the encryption of the whole table: AES-256-GCM, with the
 * id of its key in the value, so that keys can be changed while old values still open. 〔个人信息保护法 §51〕
 */
export function fieldSeal(keys: SealKeys) {
  const seal = {
    /** The key that closes now. */
    keyId: keys.current,

    close(text: string, place: Place): string {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', keyOf(keys.current, keys), iv).setAAD(boundTo(place));
      const closed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${version}.${keys.current}.${closed.toString('base64url')}`;
    },

    /** The text; an error when the value is not ours, was changed, or was closed for another place. */
    open(sealed: string, place: Place): string {
      const [said, id = '', body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      if (said !== version || bytes.length < ivBytes + tagBytes) throw new Error('Not a sealed value');
      const decipher = createDecipheriv('aes-256-gcm', keyOf(id, keys), bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(boundTo(place)).setAuthTag(bytes.subarray(-tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8');
    },

    /** The same value closed with the key in use; as it is when that one closed it. */
    anew: (sealed: string, place: Place): string => (sealed.startsWith(`${version}.${keys.current}.`) ? sealed : seal.close(seal.open(sealed, place), place)),

    /** Says whether two values are the same without saying what they are. The kind keeps a phone from meeting a name. */
    blind: (kind: string, text: string): string => createHmac('sha256', keys.blind).update(`${kind}|${text}`).digest('base64url').slice(0, 22),
  };
  return seal;
}
export type Seal = ReturnType<typeof fieldSeal>;
