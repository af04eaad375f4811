import { fromBase64url, toBase64url } from '@shanhai/shared/rules/relay.ts';
import Taro from '@tarojs/taro';

/**
 * A screen goes on without network, also after it was switched off: so its key is kept, closed. WeChat closes what it is told to close
 * with a key of the phone's own; a browser does it with a key that lies in its key store and that no script can read out. Where there is
 * neither it is kept in memory only.
 */

/** Says when the fair is over, so that the key goes with it; the key lies beside it, or in `closed`. */
interface Beside {
  closesAt: string;
  closed?: string;
}
const besideOf = (fairId: string): string => `gate-screen:${fairId}`;
const keyOf = (fairId: string): string => `gate-screen-key:${fairId}`;
const isMini = process.env.TARO_ENV === 'weapp';
type Encrypted = { key: string; data: string; encrypt: true };

const ivBytes = 12;
const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (letters: string): Uint8Array<ArrayBuffer> => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

const [storeName, keyName] = ['keys', 'screen'];
function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('shanhai-keys', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(storeName);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
function answerOf<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** This browser's own key: made once, used and never read. */
async function browserKey(): Promise<CryptoKey> {
  const keys = await openStore();
  const known = await answerOf<CryptoKey | undefined>(keys.transaction(storeName).objectStore(storeName).get(keyName));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await answerOf(keys.transaction(storeName, 'readwrite').objectStore(storeName).put(made, keyName));
  return made;
}

async function closed(text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await browserKey(), new TextEncoder().encode(text));
  return toBase64url(lettersOf(iv) + lettersOf(new Uint8Array(bytes)));
}
async function opened(text: string): Promise<string> {
  const bytes = bytesOf(fromBase64url(text));
  const iv = bytes.subarray(0, ivBytes);
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await browserKey(), bytes.subarray(ivBytes)));
}

const inMemory = new Map<string, unknown>();

/** Keeps what this screen signs with until the fair is over. */
export async function keepScreen(fairId: string, closesAt: string, kept: unknown): Promise<void> {
  inMemory.set(fairId, kept);
  const text = JSON.stringify(kept);
  try {
    const beside: Beside = isMini ? { closesAt } : { closesAt, closed: await closed(text) };
    if (isMini) await Taro.setStorage({ key: keyOf(fairId), data: text, encrypt: true } as Encrypted);
    Taro.setStorageSync(besideOf(fairId), beside);
  } catch {
    // full, or without a key store: it goes on from memory, until it is switched off
  }
}

export async function keptScreen<T>(fairId: string): Promise<T | undefined> {
  const beside = Taro.getStorageSync<Beside | ''>(besideOf(fairId));
  // signed out, or the fair is over: what memory has is worth nothing either
  if (!beside) return undefined;
  try {
    if (inMemory.has(fairId)) return inMemory.get(fairId) as T;
    const text = isMini ? (await Taro.getStorage<string>({ key: keyOf(fairId), encrypt: true } as { key: string })).data : await opened(beside.closed ?? '');
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

export function forgetScreen(fairId: string): void {
  inMemory.delete(fairId);
  Taro.removeStorageSync(besideOf(fairId));
  Taro.removeStorageSync(keyOf(fairId));
}
