import { allocationsHandlers } from './allocations/handlers.ts';
import { auditHandlers } from './audit/handlers.ts';
import { complaintsHandlers } from './complaints/handlers.ts';
import { consentsHandlers } from './consents/handlers.ts';
import { contentHandlers } from './content/handlers.ts';
import { employersHandlers } from './employers/handlers.ts';
import { exportsHandlers } from './exports/handlers.ts';
import type { DeskHandlers } from './http/handler.ts';
import { importsHandlers } from './imports/handlers.ts';
import { interviewsHandlers } from './interviews/handlers.ts';
import { jobsHandlers } from './jobs/handlers.ts';
import { membersHandlers } from './members/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { proxiesHandlers } from './proxies/handlers.ts';
import { rightsHandlers } from './rights/handlers.ts';
import { stewardsHandlers } from './stewards/handlers.ts';
import { tasksHandlers } from './tasks/handlers.ts';

/** Every address of the desk function and what answers it; the areas are `deskAreas` in shared/routes.ts. */
export const deskHandlers: DeskHandlers = {
  ...allocationsHandlers,
  ...auditHandlers,
  ...complaintsHandlers,
  ...consentsHandlers,
  ...contentHandlers,
  ...employersHandlers,
  ...interviewsHandlers,
  ...jobsHandlers,
  ...membersHandlers,
  ...proxiesHandlers,
  ...exportsHandlers,
  ...importsHandlers,
  ...peopleHandlers,
  ...rightsHandlers,
  ...stewardsHandlers,
  ...tasksHandlers,
};
