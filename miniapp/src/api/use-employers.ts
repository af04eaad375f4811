import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { EmployerStatus } from '@shanhai/shared/rules/employers.ts';
import { useQuery } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { call } from './call.ts';
import { asRefusal } from './refusal.ts';
import type { Called } from './use-call.ts';

export type Employer = Output<'employers.get'>;

/** A list longer than this many pages is worked off from its beginning; the rest comes up by itself. */
const mostPages = 10;

async function allPages(status: EmployerStatus): Promise<Employer[]> {
  const all: Employer[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await call('employers.list', { status, ...(cursor && { cursor }) });
    all.push(...answer.items);
    cursor = answer.cursor;
    if (!cursor) break;
  }
  return all.sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
}

/** All employers of a status in the officer's region, the longest waiting first. */
export function useEmployers(status: EmployerStatus, when = true): Called<Employer[]> {
  const { data, error, refetch, isStale, isPending, fetchStatus } = useQuery({
    queryKey: ['employers.list', status, 'all'],
    queryFn: () => allPages(status),
    enabled: when,
  });
  const reload = async (): Promise<void> => {
    await refetch();
  };
  usePullDownRefresh(() => {
    if (when) void reload().finally(() => Taro.stopPullDownRefresh());
  });
  useDidShow(() => {
    if (when && isStale && !isPending) void refetch();
  });
  return { data, keptAt: undefined, isLoading: isPending && fetchStatus === 'fetching', problem: error ? asRefusal(error) : undefined, reload };
}
