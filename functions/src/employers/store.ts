import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { Employer } from '@shanhai/shared/contract/employers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { atChinaTime, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { type EmployerStatus, isVerifiedOn, remindDays, verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import { indexed, keys } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';

const dueKind = 'verification';
/** In the morning of China: 9:00. */
const morning = 'T01:00:00.000Z';

/** Waits for the day on which it is told that its verification ends, and then for the end itself, unless that has come. */
function reminder(e: Employer) {
  if (e.status !== 'verified' || !e.verifiedOn) return {};
  const endsOn = verificationEndsOn({ ...e, verifiedOn: e.verifiedOn });
  if (e.lapsedOn === endsOn) return {};
  return indexed.due(dueKind, e.remindedOfOn === endsOn ? atChinaTime(dayAfter(endsOn, 1), '00:00') : dayAfter(endsOn, -remindDays) + morning, e.employerId);
}

const itemOf = (e: Employer) => ({ ...e, ...indexed.employerByStatus(e.status, e.regionCode, e.submittedAt), ...reminder(e) });
const parse = (item: unknown): Employer => Employer.parse(item);

export function employerStore(table: Table) {
  return {
    async get(employerId: EmployerId): Promise<Employer> {
      const item = await table.find(keys.employer(employerId));
      if (!item) throw new Problem('not_found', { employerId });
      return parse(item);
    },

    /** Stopped by its officer: until that is lifted it reads nobody and answers nobody. 〔人力资源服务机构管理规定（令50号）：停止服务〕 */
    async isSuspended(employerId: EmployerId): Promise<boolean> {
      return (await table.find(keys.employer(employerId)))?.status === 'suspended';
    },

    /** How those stand of whom somebody waits for an answer: who is stopped, or waits for its officer itself, is told so. */
    async standingOf(employerIds: readonly EmployerId[], today: string): Promise<(employerId: EmployerId) => { isPaused?: true; isUnverified?: true }> {
      const known = await this.getMany([...employerIds]);
      return (employerId) => {
        const employer = known.get(employerId);
        if (!employer || isVerifiedOn(employer, today)) return {};
        return employer.status === 'suspended' ? { isPaused: true } : { isUnverified: true };
      };
    },

    /** Who is registered under this credit code, if anybody is. */
    async withCode(creditCode: string): Promise<Employer | undefined> {
      const held = await table.find(keys.creditCode(creditCode));
      const item = held && (await table.find(keys.employer(held.employerId as EmployerId)));
      return item && parse(item);
    },

    async getMany(employerIds: EmployerId[]): Promise<Map<EmployerId, Employer>> {
      const items = await table.findMany([...new Set(employerIds)].map(keys.employer));
      return new Map(items.map(parse).map((e) => [e.employerId, e]));
    },

    /** Employers of a status whose region begins so, oldest first. */
    async inStatus(status: EmployerStatus, regionPrefix: string, cursor?: string) {
      const page = await table.query({ pk: `ES#${status}`, index: 'gsi1', ...(regionPrefix ? { prefix: regionPrefix } : {}), limit: 100, cursor });
      return { items: page.items.map(parse), cursor: page.cursor };
    },

    /** Whose verification ends within the month and who were not told yet, or whose has ended. */
    async toRemind(now: string): Promise<Employer[]> {
      const items = await table.queryAll({ pk: indexed.due(dueKind, '', '').gsi2pk, index: 'gsi2', between: ['0', `${now}~`] });
      return items.map(parse);
    },

    /** A credit code belongs to one employer. `others` is what must not be without it. */
    async create(employer: Employer, others: readonly Write[] = []): Promise<void> {
      const refused = await table.transact([
        table.write.insert(keys.creditCode(employer.creditCode), { employerId: employer.employerId }),
        table.write.insert(keys.employer(employer.employerId), itemOf(employer)),
        ...others,
      ]);
      if (refused) throw new Problem(refused[0]?.Code === 'ConditionalCheckFailed' ? 'credit_code_taken' : 'changed_meanwhile');
    },

    /**
     * The parts of a transaction that close an employer whose last person leaves: hidden everywhere, its credit code free for whoever
     * registers it anew; its record stays as long as the law says. 〔个人信息保护法 §47；网络招聘服务管理规定 §26〕
     */
    async closing(employerId: EmployerId): Promise<Write[]> {
      const employer = await this.get(employerId);
      // who is stopped does not come back under another number
      if (employer.status === 'suspended') return [];
      const closed: Employer = { ...employer, status: 'sent_back', sendBackReasons: ['agent_unproven'], sendBackNote: '最后一位同事离开了' };
      return [table.write.save(keys.employer(employerId), itemOf(closed)), table.write.remove(keys.creditCode(employer.creditCode), 'attribute_exists(pk)')];
    },

    /** Saves a change; a corrected credit code moves with it, and `others` are told in the same breath. */
    async save(employer: Employer, before: Employer, others: readonly Write[] = []): Promise<Employer> {
      const moved =
        employer.creditCode === before.creditCode
          ? []
          : [
              table.write.insert(keys.creditCode(employer.creditCode), { employerId: employer.employerId }),
              table.write.remove(keys.creditCode(before.creditCode), 'attribute_exists(pk)'),
            ];
      const refused = await table.transact([table.write.save(keys.employer(employer.employerId), itemOf(employer)), ...moved, ...others]);
      const isTaken = moved.length > 0 && refused?.[1]?.Code === 'ConditionalCheckFailed';
      if (refused) throw new Problem(isTaken ? 'credit_code_taken' : 'changed_meanwhile');
      return { ...employer, version: employer.version + 1 };
    },
  };
}
