import { searchContract } from '@shanhai/shared/contract/search.ts';
import type { SearchPart } from '../http/handler.ts';
import { searchHandlers } from '../search/handlers.ts';

/** What is answered from the index in memory: `searchRoutes` in shared/routes.ts. */
export const searchPart: SearchPart = { contract: searchContract, handlers: searchHandlers };
