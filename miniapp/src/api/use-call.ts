import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { useQuery } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useMemo, useRef } from 'react';
import { call } from './call.ts';
import { keepAnswer, keptAnswer } from './kept.ts';
import { asRefusal, type Refusal } from './refusal.ts';

interface Options {
  /** Ask only when this holds; until then there is neither data nor a problem. */
  when?: boolean;
  /** Ask again by itself, this often, while the page is in front. */
  everyMs?: number;
  /** Keep the answer on the phone and show it, with `keptAt`, when there is no network. Never for other people's names. */
  keep?: boolean;
}

export interface Called<T> {
  data: T | undefined;
  isLoading: boolean;
  problem: Refusal | undefined;
  /** When the data was fetched, if it is an old answer out of the phone. */
  keptAt: string | undefined;
  reload: () => Promise<void>;
}

async function askAndKeep<N extends RouteName>(name: N, input: Sent<N>, keep: boolean): Promise<Output<N>> {
  const answer = await call(name, input);
  if (keep) keepAnswer(name, input, answer);
  return answer;
}

/** What a page reads: `const fair = useCall('fairs.get', { fairId })`. Pull-to-refresh and coming back to the page ask again. */
export function useCall<N extends RouteName>(name: N, input: Sent<N>, { when = true, everyMs, keep = false }: Options = {}): Called<Output<N>> {
  const query = useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: () => askAndKeep(name, input, keep),
    enabled: when,
    ...(everyMs && { refetchInterval: everyMs }),
  });
  const { data, refetch, isStale, isPending, fetchStatus } = query;
  const reload = async (): Promise<void> => {
    await refetch();
  };
  usePullDownRefresh(() => {
    if (when) void reload().finally(() => Taro.stopPullDownRefresh());
    else Taro.stopPullDownRefresh();
  });
  useDidShow(() => {
    if (when && isStale && !isPending) void refetch();
  });
  // A retry that waits for the network is a problem to the person, not something still loading.
  const failed = query.error ?? (isPending && fetchStatus === 'paused' ? query.failureReason : null);
  const asked = JSON.stringify(input);
  // Once the old answer is shown it stays until a new one is there: a page must not go blank because the network comes back.
  const failedFor = useRef<string>();
  if (failed) failedFor.current = asked;
  const needsKept = keep && data === undefined && failedFor.current === asked;
  const kept = useMemo(() => (needsKept ? keptAnswer<Output<N>>(name, JSON.parse(asked)) : undefined), [needsKept, name, asked]);
  return {
    data: data ?? kept?.answer,
    keptAt: data === undefined ? kept?.at : undefined,
    isLoading: isPending && fetchStatus === 'fetching' && !kept,
    problem: failed ? asRefusal(failed) : undefined,
    reload,
  };
}
