import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import type { Deps, Duty } from '../deps.ts';

/** The day has passed: the booths say that it waits and take no new card, and it is told what to do. 〔五部门通知 2025-12-25〕 */
async function lapse(employer: Employer, endsOn: string, { employers, fairs, messages }: Deps): Promise<void> {
  const { employerId, shortName } = employer;
  const said = { kind: 'employer.verification_ended' as const, values: { employer: shortName, endsOn }, onceKey: `verification_ended#${endsOn}` };
  const others = [...(await fairs.waiting(employerId, true)), ...(await messages.writesForEmployer(employerId, said))];
  await employers.save({ ...employer, remindedOfOn: endsOn, lapsedOn: endsOn }, employer, others);
}

/** An employer is told a month before its verification or one of its licences ends, and when that has come. 〔五部门通知 2025-12-25：至少每 6 个月复核〕 */
export const remindOfVerification: Duty = {
  name: 'remind-of-verification',
  everyMinutes: 60,
  async run(deps) {
    const { employers, messages, now } = deps;
    const today = chinaDay(now());
    for (const employer of await employers.toRemind(now())) {
      const endsOn = verificationEndsOn({ ...employer, verifiedOn: employer.verifiedOn ?? today });
      if (endsOn < today) {
        await lapse(employer, endsOn, deps);
        continue;
      }
      const values = { employer: employer.shortName, endsOn };
      const told = await messages.writesForEmployer(employer.employerId, {
        kind: 'employer.verification_ends',
        values,
        onceKey: `verification_ends#${endsOn}`,
      });
      await employers.save({ ...employer, remindedOfOn: endsOn }, employer, told);
    }
  },
};
