/** In a browser: keeps the pages of this build, so that a device at work can open them again without network. A phone holds its package anyway. */
export function keepPages(): void {
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  askToKeep();
}

let hasAsked = false;
/** A browser short of room forgets a site whole, and people who wait to be sent with it, unless it was asked not to. It may say no. */
function askToKeep(): void {
  if (hasAsked || !navigator.storage?.persist) return;
  hasAsked = true;
  void navigator.storage
    .persisted()
    .then((isKept) => isKept || navigator.storage.persist())
    .catch(() => undefined);
}

async function isKept(): Promise<boolean> {
  const worker = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration().catch(() => undefined) : undefined;
  return Boolean(worker?.active) && !worker?.installing;
}

/** Does this build lie here whole? Unknown on a phone, which has its package. */
export const hasKeptPages = (): Promise<boolean | undefined> => (process.env.TARO_ENV === 'h5' ? isKept() : Promise.resolve(undefined));
