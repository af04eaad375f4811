import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import type { Duty } from '../deps.ts';

/** An employer is told a month before its verification or one of its licences ends. 〔五部门通知 2025-12-25：至少每 6 个月复核〕 */
export const remindOfVerification: Duty = {
  name: 'remind-of-verification',
  everyMinutes: 60,
  async run({ employers, messages, now }) {
    const today = chinaDay(now());
    for (const employer of await employers.toRemind(now())) {
      const endsOn = verificationEndsOn({ ...employer, verifiedOn: employer.verifiedOn ?? today });
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
