import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

type Keys = Partial<Record<string, () => void>>;

const fieldOf = (): HTMLInputElement | undefined =>
  [...document.querySelectorAll<HTMLInputElement>('.door-scanner input')].find((field) => field.offsetParent !== null);

const isTyping = (element: Element | null): boolean => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

/** Does what the key stands for; a letter typed anywhere goes into the field, for a scanner does not look where the cursor is. */
function take(event: KeyboardEvent, keys: Keys): void {
  const deed = keys[event.key];
  if (deed) {
    event.preventDefault();
    deed();
    return;
  }
  if (event.key === 'Escape' || (isLetter(event) && !isTyping(document.activeElement))) fieldOf()?.focus();
}

/** After a click or a tap on something that takes no typing, the cursor goes back; Tab may walk wherever it likes. */
const backAfterMs = 60;
function goBack(): void {
  setTimeout(() => {
    if (!isTyping(document.activeElement)) fieldOf()?.focus();
  }, backAfterMs);
}

/** Whether the field is to have the cursor, and the keys of the gate while its page is in front. */
export function useGateKeys(keys: Keys): boolean {
  const [isShown, setShown] = useState(true);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!isShown || process.env.TARO_ENV === 'weapp') return undefined;
    const onKey = (event: KeyboardEvent): void => take(event, latest.current);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerup', goBack);
    window.addEventListener('focus', goBack);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerup', goBack);
      window.removeEventListener('focus', goBack);
    };
  }, [isShown]);
  return isShown;
}
