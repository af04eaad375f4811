import type { Caller, EmployerId } from '@shanhai/shared/contract/basics.ts';
import type { ImportKind } from '@shanhai/shared/rules/imports.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { bringPerson } from './bring-person.ts';
import { conflictHandlers } from './conflict-handlers.ts';
import { requireImporter } from './rules/importer.ts';
import type { KeptRow } from './rules/kept-row.ts';
import { counted, isSameOpening, isTelling, leftOf } from './rules/progress.ts';
import type { Kept } from './store.ts';

const shown = (kept: Kept) => ({ ...kept, left: leftOf(kept) });

/** The import, if it is one of the caller's own. */
async function ownImport(importId: string, caller: Caller, { imports }: Deps): Promise<Kept> {
  const kept = await imports.get(caller.scope ?? '', importId);
  requireImporter(kept.kind, caller);
  return kept;
}

/** One row comes in as a draft of the employer, once and for all. */
async function bringOpening(row: KeptRow, kept: Kept, { jobs, imports }: Deps): Promise<KeptRow> {
  if (!row.opening || row.outcome) return row;
  const job = {
    ...row.opening,
    status: 'draft' as const,
    version: 0,
    filled: 0,
    jobId: imports.jobIdOf(kept.scope, row.key),
    employerId: kept.scope as EmployerId,
    createdAt: kept.createdAt,
  };
  const standing = await jobs.bringIn(job, kept.importId);
  if (!standing) return { ...row, outcome: 'added' };
  return { ...row, outcome: isSameOpening(standing, row.opening) ? 'standing' : 'differs' };
}

const bringers: Record<ImportKind, (row: KeptRow, kept: Kept, deps: Deps) => Promise<KeptRow>> = { openings: bringOpening, people: bringPerson };
const atOnce = 25;

async function bringPart(kept: Kept, deps: Deps): Promise<KeptRow[]> {
  const rows = await deps.imports.rows(kept, kept.next);
  const brought: KeptRow[] = [];
  for (let i = 0; i < rows.length; i += atOnce) {
    brought.push(...(await Promise.all(rows.slice(i, i + atOnce).map((row) => bringers[kept.kind](row, kept, deps)))));
  }
  return brought;
}

export const importsHandlers: HandlersOf<'imports'> = {
  ...conflictHandlers,

  async 'imports.list'({ input, caller }, { imports }) {
    requireImporter(input.kind, caller);
    return { items: (await imports.list(caller.scope ?? '', input.kind)).map(shown) };
  },

  async 'imports.get'({ input, caller }, deps) {
    return shown(await ownImport(input.importId, caller, deps));
  },

  async 'imports.rows'({ input, caller }, deps) {
    const kept = await ownImport(input.importId, caller, deps);
    // parts in which all is well are passed over: an answer holds rows, or there are none left
    for (let part = input.part ?? 0; part < kept.parts; part++) {
      const items = (await deps.imports.rows(kept, part)).filter(isTelling);
      if (items.length) return { items, ...(part + 1 < kept.parts ? { nextPart: part + 1 } : {}) };
    }
    return { items: [] };
  },

  async 'imports.step'({ input, caller }, deps) {
    const kept = await ownImport(input.importId, caller, deps);
    if (kept.status === 'done') return shown(kept);
    const rows = await bringPart(kept, deps);
    // the outcomes first: a step whose reply was lost is counted from them and not twice
    await deps.imports.saveRows(kept, kept.next, rows);
    return shown(await deps.imports.advance(kept, counted(kept, rows)));
  },
};
