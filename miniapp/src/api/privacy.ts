import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** The button that says yes: WeChat wants to know which one was tapped. */
export const agreeButtonId = 'agree-privacy';

type Answer = (said: { event: 'agree' | 'disagree'; buttonId?: string }) => void;

const listeners = new Set<() => void>();
let waiting: Answer[] = [];

function put(next: Answer[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useIsPrivacyAsked = (): boolean =>
  useSyncExternalStore(
    follow,
    () => waiting.length > 0,
    () => false,
  );

/** Whoever waits for the answer goes on, or is refused: several things asked at once are one question. */
export function answerPrivacy(isAgreed: boolean): void {
  const asked = waiting;
  put([]);
  for (const answer of asked) answer(isAgreed ? { event: 'agree', buttonId: agreeButtonId } : { event: 'disagree' });
}

/** WeChat asks before the first use of a photograph, a phone number or a place; in our own words. Older versions ask by themselves. */
export function watchPrivacy(): void {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.onNeedPrivacyAuthorization) return;
  Taro.onNeedPrivacyAuthorization((resolve) => put([...waiting, resolve as Answer]));
}

/** WeChat's own page with what was declared to it. */
export const openContract = (): void => void Taro.openPrivacyContract?.({});
