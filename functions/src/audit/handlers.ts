import type { AuditLine } from '@shanhai/shared/contract/audit.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterDays, afterMinutes } from '@shanhai/shared/rules/instants.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { auditKeptDays } from '../table/layout.ts';
import { comparedWithCopies } from './copies.ts';
import { withNames } from './names.ts';
import { auditRegions } from './rules.ts';

/** The stream is seconds behind; whatever is older than this has its place in the chain. */
const settledMinutes = 15;
/** So many pages are looked through for one person or one officer before the reader is asked to go on. */
const mostPages = 5;

interface Wanted {
  person?: WorkerId | undefined;
  doneBy?: WorkerId | undefined;
}

function isWanted({ by, persons, subject }: AuditLine, { person, doneBy }: Wanted): boolean {
  const isOfPerson = !person || persons.includes(person) || Object.values(subject).some((id) => id.includes(person));
  return isOfPerson && (!doneBy || by === doneBy);
}

/** A page of the lines that are wanted; a refusal is told with the line that it belongs to. */
async function wantedLines(regions: readonly string[], wanted: Wanted, from: string | undefined, { audit }: Deps) {
  const items: AuditLine[] = [];
  let cursor = from;
  for (let pages = 0; pages < mostPages && items.length < 50; pages++) {
    const page = await audit.lines(regions, cursor);
    items.push(...page.items.filter((line) => isWanted(line, wanted)));
    cursor = page.cursor;
    if (!cursor) break;
  }
  return { items, cursor };
}

export const auditHandlers: HandlersOf<'audit'> = {
  async 'audit.list'({ input, caller }, deps) {
    const { items, cursor } = await wantedLines(auditRegions(caller), input, input.cursor, deps);
    return { items: await withNames(items, deps), ...(cursor ? { cursor } : {}) };
  },

  async 'audit.check'({ caller }, deps) {
    const { audit, now } = deps;
    const region = caller.scope ?? '';
    const keptFrom = afterDays(now(), -auditKeptDays);
    const walked = await audit.walk(region, { keptFrom, settledUntil: afterMinutes(now(), -settledMinutes) });
    const { gap, ...copies } = await comparedWithCopies(region, { ...deps, keptFrom });
    return { ...walked, copies, gap: walked.gap ?? gap };
  },
};
