import { Problem } from '@shanhai/shared/problems.ts';
import type { PersonField } from '@shanhai/shared/rules/imports.ts';

interface Take {
  field: PersonField;
  side: 'standing' | 'said';
}

/** The fields taken from the list. Every field that differs is decided, once, and no other: nothing is taken by itself. */
export function takesOf(fields: readonly { field: PersonField }[], takes: readonly Take[]): PersonField[] {
  const decided = new Set(takes.map(({ field }) => field));
  const isWhole = decided.size === takes.length && decided.size === fields.length && fields.every(({ field }) => decided.has(field));
  if (!isWhole) throw new Problem('changed_meanwhile');
  return takes.filter(({ side }) => side === 'said').map(({ field }) => field);
}
