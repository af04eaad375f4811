import type { Caller } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';

/** The whole system is kept by the city's bureau; its officers look after what was laid aside. */
export function requireOperator({ role, scope }: Caller): void {
  if (role !== 'officer' || scope !== '310000') throw new Problem('not_allowed');
}

interface LaidAside {
  template: string;
  reason: string;
  at: string;
}

/** Counted by template and reason, the newest reason first. */
export function byReason(rows: readonly LaidAside[]) {
  const groups = Map.groupBy(rows, ({ template, reason }) => `${template} ${reason}`);
  return [...groups.values()]
    .map((same) => ({
      ...(same[0] as LaidAside),
      count: same.length,
      newestAt:
        same
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => (a.newestAt < b.newestAt ? 1 : -1));
}
