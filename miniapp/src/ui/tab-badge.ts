import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';

const repliesTab = 2;

function show(count: number): void {
  const done = count > 0 ? Taro.setTabBarBadge({ index: repliesTab, text: String(count) }) : Taro.removeTabBarBadge({ index: repliesTab });
  // Only a page that stands on the tab bar can write on it; elsewhere there is nothing to be told.
  Promise.resolve(done).catch(() => undefined);
}

/** How many answers wait for the person, on the tab 回音. */
export function useTabBadge(count: number): void {
  useEffect(() => show(count), [count]);
  useDidShow(() => show(count));
}
