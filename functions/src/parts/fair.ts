import { applicationsContract } from '@shanhai/shared/contract/applications.ts';
import { cardsContract } from '@shanhai/shared/contract/cards.ts';
import { fairsContract } from '@shanhai/shared/contract/fairs.ts';
import { filesContract } from '@shanhai/shared/contract/files.ts';
import { messagesContract } from '@shanhai/shared/contract/messages.ts';
import { pairingsContract } from '@shanhai/shared/contract/pairings.ts';
import { reportsContract } from '@shanhai/shared/contract/reports.ts';
import { searchContract } from '@shanhai/shared/contract/search.ts';
import { workersContract } from '@shanhai/shared/contract/workers.ts';
import { applicationsHandlers } from '../applications/handlers.ts';
import { cardsHandlers } from '../cards/handlers.ts';
import { fairsHandlers } from '../fairs/handlers.ts';
import { filesHandlers } from '../files/handlers.ts';
import type { FairPart } from '../http/handler.ts';
import { messagesHandlers } from '../messages/handlers.ts';
import { pairingsHandlers } from '../pairings/handlers.ts';
import { reportsHandlers } from '../reports/handlers.ts';
import { matchingHandlers } from '../search/matching-handlers.ts';
import { workersHandlers } from '../workers/handlers.ts';

/** Booths, cards, fairs, applications, and what a person says of themselves. */
export const fairPart: FairPart = {
  contract: {
    ...workersContract,
    ...filesContract,
    ...searchContract,
    ...fairsContract,
    ...cardsContract,
    ...applicationsContract,
    ...messagesContract,
    ...pairingsContract,
    ...reportsContract,
  },
  handlers: {
    ...workersHandlers,
    ...filesHandlers,
    ...matchingHandlers,
    ...fairsHandlers,
    ...cardsHandlers,
    ...applicationsHandlers,
    ...messagesHandlers,
    ...pairingsHandlers,
    ...reportsHandlers,
  },
};
