import { useSyncExternalStore } from 'react';

export interface Toast {
  words: string;
  tone: 'ok' | 'stop';
}

const shownMs = 3000;
const listeners = new Set<() => void>();
let toast: Toast | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function put(next: Toast | undefined): void {
  toast = next;
  for (const listener of listeners) listener();
}

/** Says a sentence at the foot of the page for three seconds. For what needs no answer. */
export function showToast(words: string, tone: Toast['tone'] = 'ok'): void {
  clearTimeout(timer);
  put({ words, tone });
  timer = setTimeout(() => put(undefined), shownMs);
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useToast = (): Toast | undefined =>
  useSyncExternalStore(
    follow,
    () => toast,
    () => toast,
  );
