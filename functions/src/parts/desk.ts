import { allocationsContract } from '@shanhai/shared/contract/allocations.ts';
import { auditContract } from '@shanhai/shared/contract/audit.ts';
import { complaintsContract } from '@shanhai/shared/contract/complaints.ts';
import { consentsContract } from '@shanhai/shared/contract/consents.ts';
import { contentContract } from '@shanhai/shared/contract/content.ts';
import { employersContract } from '@shanhai/shared/contract/employers.ts';
import { exportsContract } from '@shanhai/shared/contract/exports.ts';
import { identityContract } from '@shanhai/shared/contract/identity.ts';
import { importsContract } from '@shanhai/shared/contract/imports.ts';
import { interviewsContract } from '@shanhai/shared/contract/interviews.ts';
import { jobsContract } from '@shanhai/shared/contract/jobs.ts';
import { membersContract } from '@shanhai/shared/contract/members.ts';
import { peopleContract } from '@shanhai/shared/contract/people.ts';
import { proxiesContract } from '@shanhai/shared/contract/proxies.ts';
import { rightsContract } from '@shanhai/shared/contract/rights.ts';
import { stewardsContract } from '@shanhai/shared/contract/stewards.ts';
import { tasksContract } from '@shanhai/shared/contract/tasks.ts';
import { allocationsHandlers } from '../allocations/handlers.ts';
import { auditHandlers } from '../audit/handlers.ts';
import { complaintsHandlers } from '../complaints/handlers.ts';
import { consentsHandlers } from '../consents/handlers.ts';
import { contentHandlers } from '../content/handlers.ts';
import { employersHandlers } from '../employers/handlers.ts';
import { exportsHandlers } from '../exports/handlers.ts';
import type { DeskPart } from '../http/handler.ts';
import { roleHandlers } from '../identity/role-handlers.ts';
import { importsHandlers } from '../imports/handlers.ts';
import { interviewsHandlers } from '../interviews/handlers.ts';
import { jobsHandlers } from '../jobs/handlers.ts';
import { membersHandlers } from '../members/handlers.ts';
import { peopleHandlers } from '../people/handlers.ts';
import { proxiesHandlers } from '../proxies/handlers.ts';
import { rightsHandlers } from '../rights/handlers.ts';
import { stewardsHandlers } from '../stewards/handlers.ts';
import { tasksHandlers } from '../tasks/handlers.ts';

/** What is done before and after a fair: `deskAreas` in shared/routes.ts, and roles of staff. */
export const deskPart: DeskPart = {
  contract: {
    ...allocationsContract,
    ...auditContract,
    ...complaintsContract,
    ...consentsContract,
    ...contentContract,
    ...employersContract,
    ...interviewsContract,
    ...jobsContract,
    ...membersContract,
    ...proxiesContract,
    ...exportsContract,
    ...importsContract,
    ...peopleContract,
    ...rightsContract,
    ...stewardsContract,
    ...tasksContract,
    ...identityContract,
  },
  handlers: {
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
    ...roleHandlers,
  },
};
