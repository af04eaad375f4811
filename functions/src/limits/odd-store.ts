import type { FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Task, TaskSubject } from '@shanhai/shared/contract/tasks.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { mostPeopleOfPhone, type OddUse, oddUses } from '@shanhai/shared/rules/odd-use.ts';
import { dueInWorkingDays } from '@shanhai/shared/rules/tasks.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';

interface Around {
  now: () => string;
  open: (task: Task) => Promise<unknown>;
}

/** Of a device without a home, and of a person who said none, the city takes care. */
const shanghai = '310000';
const keptDays = 2;

/** Notices what one person or one phone does too much of, and shows it to the officers as a task: once a day for each. */
export function oddStore(table: Table, { now, open }: Around) {
  async function homeOf(workerId: string): Promise<string> {
    const { home } = ((await table.find(keys.worker(workerId as WorkerId))) ?? {}) as { home?: { regionCode?: string } };
    return home?.regionCode ?? shanghai;
  }

  /** What happened at a fair is asked about by the officers of its host, who know the organizer. */
  async function hostOf(fairId: string): Promise<string> {
    const { hostRegion } = ((await table.find(keys.fair(fairId as FairId))) ?? {}) as { hostRegion?: string };
    return hostRegion ?? shanghai;
  }

  /** `who` is a person or a device; the words of the task name neither. */
  async function tell(kind: OddUse, who: string, regionCode: string, at: TaskSubject = {}): Promise<unknown> {
    const taskId = `odd.${kind}.${who}.${chinaDay(now())}`;
    const dueAt = dueInWorkingDays(now(), 3);
    return open({ taskId, kind: 'odd_use', regionCode, subject: { caseId: taskId, ...at }, words: oddUses[kind], openedAt: now(), dueAt });
  }

  return {
    tellFull: async (kind: OddUse, who: string): Promise<unknown> => tell(kind, who, kind === 'mass_apply' ? await homeOf(who) : shanghai),

    /** One more person of this phone: the same one again counts once. `where` is an hour, or for check-ins a fair. */
    async personOfPhone(kind: OddUse, { deviceId, where, workerId }: { deviceId: string; where: string; workerId: string }) {
      const key = keys.personOfPhone(deviceId, where, workerId as WorkerId);
      const { written } = await table.insert(key, { ttl: ttlAfter(now(), keptDays) });
      if (!written) return;
      const { items } = await table.query({ pk: key.pk, limit: mostPeopleOfPhone + 1, strongly: true });
      if (items.length <= mostPeopleOfPhone) return;
      if (kind === 'mass_check_in') await tell(kind, deviceId, await hostOf(where), { fairId: where });
      else await tell(kind, deviceId, shanghai);
    },
  };
}
