import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { keepIfRoom } from './kept.ts';

interface KeptForm<T> {
  /** When it was last touched. */
  at: string;
  form: T;
}

export interface FormInHand<T> {
  form: T;
  /** When an unfinished form of an earlier visit was taken up; undefined when this one began afresh. */
  keptAt: string | undefined;
  change: (part: Partial<T>) => void;
  /** Begins anew, from what is given. */
  restart: (form: T) => void;
  /** It is done with: nothing stays on the phone. */
  forget: () => void;
}

/** A form that outlives leaving the page: every change is kept on the phone under `key` until it is done with. */
export function useKeptForm<T extends object>(key: string, start: T): FormInHand<T> {
  const [found] = useState(() => Taro.getStorageSync<KeptForm<T> | ''>(key) || undefined);
  const [form, setForm] = useState<T>(() => ({ ...start, ...found?.form }));
  const [keptAt, setKeptAt] = useState(found?.at);
  const latest = useRef(form);
  const put = (next: T): void => {
    latest.current = next;
    setForm(next);
  };
  return {
    form,
    keptAt,
    change: (part) => {
      put({ ...latest.current, ...part });
      keepIfRoom(key, { at: new Date().toISOString(), form: latest.current });
    },
    restart: (next) => {
      Taro.removeStorageSync(key);
      setKeptAt(undefined);
      put(next);
    },
    forget: () => Taro.removeStorageSync(key),
  };
}
