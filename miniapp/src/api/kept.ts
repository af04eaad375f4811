import Taro from '@tarojs/taro';

/** An answer kept on the phone for when there is no network. */
export interface Kept<T> {
  at: string;
  answer: T;
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
const own = ['kept:workers.', 'kept:search.', 'kept:attendance.', 'kept:cards.', 'gate-snapshot:', 'gate-entries:', 'booth-snapshot:'];

/** Forgets what was kept about one person before another uses this phone or browser. */
export function forgetKept(): void {
  for (const key of Taro.getStorageInfoSync().keys) if (own.some((start) => key.startsWith(start))) Taro.removeStorageSync(key);
}
