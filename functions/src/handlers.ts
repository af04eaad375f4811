import { allocationsHandlers } from './allocations/handlers.ts';
import { applicationsHandlers } from './applications/handlers.ts';
import { attendanceHandlers } from './attendance/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { cardsHandlers } from './cards/handlers.ts';
import { complaintsHandlers } from './complaints/handlers.ts';
import { contentHandlers } from './content/handlers.ts';
import { employersHandlers } from './employers/handlers.ts';
import { exportsHandlers } from './exports/handlers.ts';
import { fairsHandlers } from './fairs/handlers.ts';
import { filesHandlers } from './files/handlers.ts';
import type { ApiHandlers } from './http/handler.ts';
import { identityHandlers } from './identity/handlers.ts';
import { importsHandlers } from './imports/handlers.ts';
import { interviewsHandlers } from './interviews/handlers.ts';
import { jobsHandlers } from './jobs/handlers.ts';
import { membersHandlers } from './members/handlers.ts';
import { messagesHandlers } from './messages/handlers.ts';
import { pairingsHandlers } from './pairings/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { proxiesHandlers } from './proxies/handlers.ts';
import { reportsHandlers } from './reports/handlers.ts';
import { matchingHandlers } from './search/matching-handlers.ts';
import { systemHandlers } from './system/handlers.ts';
import { tasksHandlers } from './tasks/handlers.ts';
import { workersHandlers } from './workers/handlers.ts';

/** Every address of the API function and what answers it. */
export const apiHandlers: ApiHandlers = {
  ...systemHandlers,
  ...identityHandlers,
  ...workersHandlers,
  ...proxiesHandlers,
  ...peopleHandlers,
  ...employersHandlers,
  ...membersHandlers,
  ...tasksHandlers,
  ...auditHandlers,
  ...complaintsHandlers,
  ...contentHandlers,
  ...filesHandlers,
  ...interviewsHandlers,
  ...jobsHandlers,
  ...matchingHandlers,
  ...fairsHandlers,
  ...attendanceHandlers,
  ...cardsHandlers,
  ...applicationsHandlers,
  ...messagesHandlers,
  ...pairingsHandlers,
  ...importsHandlers,
  ...exportsHandlers,
  ...allocationsHandlers,
  ...reportsHandlers,
};
