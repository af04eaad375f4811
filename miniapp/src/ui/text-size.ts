import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { keepIfRoom } from '../api/kept.ts';

/** The four sizes of type, of 1, 1.15, 1.3 and 1.6 times. */
export const textSizes = [
  { size: 1, words: '标准', sample: 22 },
  { size: 2, words: '大', sample: 27 },
  { size: 3, words: '更大', sample: 32 },
  { size: 4, words: '最大', sample: 38 },
] as const;
export type TextSize = (typeof textSizes)[number]['size'];

const key = 'text-size';
const listeners = new Set<() => void>();

/** WeChat's own setting, in px of its body text: 16 or 17 is its standard. */
function sizeFromWechat(): TextSize {
  if (process.env.TARO_ENV !== 'weapp') return 1;
  // The setting is newer than Taro's typing of it.
  const { fontSizeSetting: px = 16 } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
  if (px >= 22) return 4;
  if (px >= 20) return 3;
  return px >= 18 ? 2 : 1;
}

let current: TextSize = Taro.getStorageSync<TextSize | ''>(key) || sizeFromWechat();

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useTextSize = (): TextSize =>
  useSyncExternalStore(
    follow,
    () => current,
    () => current,
  );

export function chooseTextSize(size: TextSize): void {
  current = size;
  keepIfRoom(key, size);
  for (const listener of listeners) listener();
}
