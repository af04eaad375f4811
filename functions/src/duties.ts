import { silentEmployers } from './answers/duties.ts';
import type { Duty } from './deps.ts';
import { remindOfVerification } from './employers/duties.ts';
import { forgetFiles } from './files/duties.ts';
import { remindOfRoles } from './identity/duties.ts';
import { interviewsDuties } from './interviews/duties.ts';
import { messagesDuties } from './messages/duties.ts';
import { recountByNight } from './reports/duties.ts';
import { rightsDuties } from './rights/duties.ts';
import { askStillLooking } from './workers/duties.ts';

/** Everything that is done by the clock: every area adds its own. */
export const duties: readonly Duty[] = [
  askStillLooking,
  ...rightsDuties,
  forgetFiles,
  ...interviewsDuties,
  ...messagesDuties,
  recountByNight,
  remindOfRoles,
  remindOfVerification,
  silentEmployers,
];
