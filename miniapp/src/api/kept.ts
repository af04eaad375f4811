import Taro from '@tarojs/taro';

/** An answer kept on the phone for when there is no network. */
export interface Kept<T> {
  at: string;
  answer: T;
}

/** Writes down what eases the work and is not the work itself: a full phone goes on without it, until the page is closed. */
export function keepIfRoom(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(key, value);
  } catch {
    // What must not be lost is kept by the outbox, which says so when there is no room.
  }
}

const keyOf = (name: string, input: unknown): string => `kept:${name}:${JSON.stringify(input)}`;

/** For reading later only: a full phone keeps nothing of it, and nobody needs to hear of that. */
export function keepAnswer(name: string, input: unknown, answer: unknown): void {
  void Taro.setStorage({ key: keyOf(name, input), data: { at: new Date().toISOString(), answer } }).catch(() => undefined);
}

export function keptAnswer<T>(name: string, input: unknown): Kept<T> | undefined {
  return Taro.getStorageSync<Kept<T> | ''>(keyOf(name, input)) || undefined;
}

/** What is about the person; the rest is about fairs and may stay. */
const own = ['kept:workers.', 'kept:search.', 'kept:attendance.', 'kept:cards.', 'gate-snapshot:', 'gate-entries:', 'gate-screen', 'booth-snapshot:'];

/** Forgets what was kept about one person before another uses this phone or browser. */
export function forgetKept(): void {
  for (const key of Taro.getStorageInfoSync().keys) if (own.some((start) => key.startsWith(start))) Taro.removeStorageSync(key);
}
