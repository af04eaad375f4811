/** WeChat has no AbortController and the query library makes one per request; this is as much of it as that needs. */
type Listener = (event: { type: 'abort'; target: unknown }) => void;

function abortSignal() {
  const listeners = new Set<Listener>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    onabort: null as Listener | null,
    addEventListener: (_: 'abort', listener: Listener) => void listeners.add(listener),
    removeEventListener: (_: 'abort', listener: Listener) => void listeners.delete(listener),
    throwIfAborted() {
      if (signal.aborted) throw signal.reason;
    },
  };
  return { signal, listeners };
}

/** Called with `new`, as the native one is. */
export function AbortControllerLite(this: { signal: unknown; abort: (reason?: unknown) => void }) {
  const { signal, listeners } = abortSignal();
  this.signal = signal;
  this.abort = (reason) => {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason ?? new Error('aborted');
    const event = { type: 'abort', target: signal } as const;
    signal.onabort?.(event);
    for (const listener of listeners) listener(event);
  };
}
