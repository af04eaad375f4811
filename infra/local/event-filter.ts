type Pattern = { readonly [field: string]: Pattern | readonly Rule[] };
type Rule = string | { readonly prefix: string };

const meets = (value: unknown, rule: Rule): boolean => typeof value === 'string' && (typeof rule === 'string' ? value === rule : value.startsWith(rule.prefix));

/** Does a record meet a filter pattern of an event source mapping? Plain words and beginnings, which is all that ours use. */
export function meetsPattern(value: unknown, pattern: Pattern): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const inner = (value as Record<string, unknown> | undefined)?.[field];
    return Array.isArray(wanted) ? wanted.some((rule: Rule) => meets(inner, rule)) : meetsPattern(inner, wanted as Pattern);
  });
}

/** A record is passed on when it meets one of the patterns, or when there is none. */
export function isPassedOn(record: unknown, patterns: readonly string[]): boolean {
  return patterns.length === 0 || patterns.some((pattern) => meetsPattern(record, JSON.parse(pattern) as Pattern));
}
