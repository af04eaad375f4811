import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Task } from '@shanhai/shared/contract/tasks.ts';
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

  /** `who` is a person or a device; the words of the task name neither. */
  async function tell(kind: OddUse, who: string, regionCode: string): Promise<unknown> {
    const taskId = `odd.${kind}.${who}.${chinaDay(now())}`;
    const dueAt = dueInWorkingDays(now(), 3);
    return open({ taskId, kind: 'odd_use', regionCode, subject: { caseId: taskId }, words: oddUses[kind], openedAt: now(), dueAt });
  }

  return {
    tellFull: async (kind: OddUse, who: string): Promise<unknown> => tell(kind, who, kind === 'mass_apply' ? await homeOf(who) : shanghai),

    /** One more person of this phone, at a place or in an hour: the same one again counts once. */
    async personOfPhone(kind: OddUse, { deviceId, where, workerId, regionCode }: { deviceId: string; where: string; workerId: string; regionCode?: string }) {
      const key = keys.personOfPhone(deviceId, where, workerId as WorkerId);
      const { written } = await table.insert(key, { ttl: ttlAfter(now(), keptDays) });
      if (!written) return;
      const { items } = await table.query({ pk: key.pk, limit: mostPeopleOfPhone + 1, strongly: true });
      if (items.length > mostPeopleOfPhone) await tell(kind, deviceId, regionCode ?? shanghai);
    },
  };
}
