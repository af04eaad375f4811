import { applicationsHandlers } from './applications/handlers.ts';
import { attendanceHandlers } from './attendance/handlers.ts';
import { cardsHandlers } from './cards/handlers.ts';
import { devicesHandlers } from './devices/handlers.ts';
import { fairsHandlers } from './fairs/handlers.ts';
import { filesHandlers } from './files/handlers.ts';
import type { ApiHandlers } from './http/handler.ts';
import { identityHandlers } from './identity/handlers.ts';
import { messagesHandlers } from './messages/handlers.ts';
import { pairingsHandlers } from './pairings/handlers.ts';
import { reportsHandlers } from './reports/handlers.ts';
import { matchingHandlers } from './search/matching-handlers.ts';
import { systemHandlers } from './system/handlers.ts';
import { workersHandlers } from './workers/handlers.ts';

/** Every address of the API function and what answers it. */
export const apiHandlers: ApiHandlers = {
  ...systemHandlers,
  ...identityHandlers,
  ...workersHandlers,
  ...filesHandlers,
  ...matchingHandlers,
  ...fairsHandlers,
  ...attendanceHandlers,
  ...devicesHandlers,
  ...cardsHandlers,
  ...applicationsHandlers,
  ...messagesHandlers,
  ...pairingsHandlers,
  ...reportsHandlers,
};
