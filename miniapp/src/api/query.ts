import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { asRefusal, isPassing } from './refusal.ts';
import { onSession } from './session-store.ts';

const freshMs = 15_000;

/** What the server said, kept while pages come and go. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && isPassing(asRefusal(error)),
      retryDelay: (failures) => 600 * 2 ** failures,
      staleTime: freshMs,
      networkMode: 'offlineFirst',
    },
  },
});

/** The phone's own signals in place of the browser's, and a clean slate whenever somebody else signs in or changes role. */
export function wireQueries(): void {
  onSession(() => queryClient.clear());
  if (process.env.TARO_ENV !== 'weapp') return;
  onlineManager.setEventListener((setOnline) => {
    const told = (network: { isConnected: boolean }): void => setOnline(network.isConnected);
    Taro.onNetworkStatusChange(told);
    return () => Taro.offNetworkStatusChange(told);
  });
  focusManager.setEventListener((setFocused) => {
    const shown = (): void => setFocused(true);
    const hidden = (): void => setFocused(false);
    Taro.onAppShow(shown);
    Taro.onAppHide(hidden);
    return () => {
      Taro.offAppShow(shown);
      Taro.offAppHide(hidden);
    };
  });
}
