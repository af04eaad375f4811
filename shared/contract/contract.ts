import type * as z from 'zod';
import type { RouteName } from '../routes.ts';
import { allocationsContract } from './allocations.ts';
import { applicationsContract } from './applications.ts';
import { attendanceContract } from './attendance.ts';
import { auditContract } from './audit.ts';
import type { Entry } from './basics.ts';
import { cardsContract } from './cards.ts';
import { complaintsContract } from './complaints.ts';
import { consentsContract } from './consents.ts';
import { contentContract } from './content.ts';
import { devicesContract } from './devices.ts';
import { employersContract } from './employers.ts';
import { exportsContract } from './exports.ts';
import { fairsContract } from './fairs.ts';
import { filesContract } from './files.ts';
import { identityContract } from './identity.ts';
import { importsContract } from './imports.ts';
import { interviewsContract } from './interviews.ts';
import { jobsContract } from './jobs.ts';
import { membersContract } from './members.ts';
import { messagesContract } from './messages.ts';
import { pairingsContract } from './pairings.ts';
import { peopleContract } from './people.ts';
import { proxiesContract } from './proxies.ts';
import { reportsContract } from './reports.ts';
import { rightsContract } from './rights.ts';
import { searchContract } from './search.ts';
import { stewardsContract } from './stewards.ts';
import { systemContract } from './system.ts';
import { tasksContract } from './tasks.ts';
import { workersContract } from './workers.ts';

/** What every route takes and gives, and who may call it. */
export const contract = {
  ...systemContract,
  ...identityContract,
  ...workersContract,
  ...consentsContract,
  ...rightsContract,
  ...proxiesContract,
  ...peopleContract,
  ...employersContract,
  ...membersContract,
  ...tasksContract,
  ...auditContract,
  ...complaintsContract,
  ...contentContract,
  ...filesContract,
  ...interviewsContract,
  ...jobsContract,
  ...searchContract,
  ...fairsContract,
  ...attendanceContract,
  ...stewardsContract,
  ...devicesContract,
  ...cardsContract,
  ...applicationsContract,
  ...messagesContract,
  ...pairingsContract,
  ...importsContract,
  ...exportsContract,
  ...allocationsContract,
  ...reportsContract,
} as const satisfies Record<RouteName, Entry>;

type Contract = typeof contract;
/** What the handler receives. */
export type Input<N extends RouteName> = z.output<Contract[N]['input']>;
/** What a client sends: before defaults and coercion. */
export type Sent<N extends RouteName> = z.input<Contract[N]['input']>;
/** What a client receives. */
export type Output<N extends RouteName> = z.output<Contract[N]['output']>;
