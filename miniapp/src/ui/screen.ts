import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

const wideFrom = 900;

/** What a phone's own bars take away: the clock above, WeChat's capsule at the right. */
export function deviceBars(): { above: number; right: number } {
  if (process.env.TARO_ENV !== 'weapp') return { above: 0, right: 0 };
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  return { above: statusBarHeight, right: Math.max(0, windowWidth - capsule.left) };
}

const isWide = (): boolean => (process.env.TARO_ENV === 'weapp' ? Taro.getWindowInfo().windowWidth : window.innerWidth) >= wideFrom;

/** Is there room for a menu at the left? */
export function useWideScreen(): boolean {
  const [wide, setWide] = useState(isWide);
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const measure = (): void => setWide(isWide());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return wide;
}
