import type { Caller, Role } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { ImportKind } from '@shanhai/shared/rules/imports.ts';

const importers: Record<ImportKind, Role> = { openings: 'recruiter', people: 'officer' };

/** Openings come from who hires, people from the county that asked them. 〔沪人社就〔2026〕89号 二(三)1〕 */
export function requireImporter(kind: ImportKind, caller: Caller): void {
  if (caller.role !== importers[kind] || !caller.scope) throw new Problem('not_allowed', { role: caller.role });
}
