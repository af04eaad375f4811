import { type Callbacks, fail, type Handset, succeed } from './handset.ts';

type Keyed = Callbacks & { key: string; data?: unknown; encrypt?: boolean };

/** WeChat takes 1 MB for one key. */
const mostOfKey = 1024 * 1024;

/** Values go in and come out as JSON, as WeChat keeps them; a key that is not there reads as an empty text. */
export function wxStorage(handset: Handset, parse: (text: string) => unknown): Record<string, unknown> {
  const { storage } = handset;
  const read = (key: string): unknown => {
    const text = storage.get(key);
    return text === undefined ? '' : parse(text);
  };
  const write = (key: string, value: unknown): void => {
    const text = JSON.stringify(value) ?? '""';
    if (handset.isStorageFull || text.length > mostOfKey) throw new Error('setStorage:fail exceed storage max size');
    storage.set(key, text);
  };
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getStorage(options: Keyed) {
      if (!storage.has(options.key)) return fail(handset, options, 'getStorage:fail data not found');
      const data = read(options.key);
      return succeed(handset, options, { data: options.encrypt ? parse(Buffer.from(String(data), 'base64').toString()) : data });
    },
    setStorage(options: Keyed) {
      try {
        // WeChat closes it with a key of the phone's own; here it is only made unreadable
        write(options.key, options.encrypt ? Buffer.from(JSON.stringify(options.data)).toString('base64') : options.data);
        succeed(handset, options);
      } catch (error) {
        fail(handset, options, (error as Error).message);
      }
    },
    removeStorage(options: Keyed) {
      storage.delete(options.key);
      succeed(handset, options);
    },
  };
}
