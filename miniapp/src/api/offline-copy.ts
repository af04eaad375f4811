/** In a browser: keeps the pages of this build, so that a device at work can open them again without network. A phone holds its package anyway. */
export function keepPages(): void {
  if (process.env.TARO_ENV !== 'h5' || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
}
