import { exportsContract } from '@shanhai/shared/contract/exports.ts';
import { fairsContract } from '@shanhai/shared/contract/fairs.ts';
import { importsContract } from '@shanhai/shared/contract/imports.ts';
import { reportsContract } from '@shanhai/shared/contract/reports.ts';
import { rightsContract } from '@shanhai/shared/contract/rights.ts';
import { systemContract } from '@shanhai/shared/contract/system.ts';
import type { PaperPart } from '../http/handler.ts';
import { paperHandlers } from './handlers.ts';

/** Whatever comes as a PDF, a spreadsheet or a document: `paperRoutes` in shared/routes.ts. */
export const paperPart: PaperPart = {
  contract: { ...exportsContract, ...fairsContract, ...importsContract, ...reportsContract, ...rightsContract, ...systemContract },
  handlers: paperHandlers,
};
