import type { Item } from './table.ts';

/** Attribute names of the live figures of a fair; each is one number that only ever moves with the row that proves it. */
export const figure = {
  present: 'present',
  /** Went out and not back in. */
  out: 'out',
  refused: 'refused',
  gate: (gate: string) => `g:${gate}`,
  halfHour: (from: string, gate: string) => `h:${from}:${gate}`,
  home: (home: string) => `o:${home}`,
  evidence: (mark: string) => `e:${mark}`,
  cards: (boothNo: number) => `k:${boothNo}`,
  answered: (boothNo: number, answer: string) => `a:${boothNo}:${answer}`,
  accepted: (boothNo: number) => `y:${boothNo}`,
  filled: (jobId: string) => `j:${jobId}`,
} as const;

export type Figures = Record<string, number>;

/** The figures of a fair: its shards added up. */
export function figuresOf(shards: readonly Item[]): Figures {
  const sum: Figures = {};
  for (const shard of shards) {
    for (const [name, value] of Object.entries(shard)) {
      if (typeof value === 'number') sum[name] = (sum[name] ?? 0) + value;
    }
  }
  return sum;
}

/** Heads taken per opening at one fair. */
function filledOf(shards: readonly Item[]): Map<string, number> {
  const figures = figuresOf(shards);
  return new Map(
    Object.entries(figures)
      .filter(([name]) => name.startsWith('j:'))
      .map(([name, n]) => [name.slice(2), n]),
  );
}

/**
 * What is left of an opening at a fair: never more than it was brought for, less what was taken here, and never more than is
 * free anywhere. `taken` are the rows that say what was taken anywhere; where there is none, what was left when it was brought.
 */
export function leftOf(taken: readonly Item[], live: readonly Item[]) {
  const here = filledOf(live);
  const anywhere = new Map(taken.map((row) => [row.jobId, Number(row.headcount) - Number(row.filled)]));
  return ({ jobId, headcount, remaining }: { jobId: string; headcount: number; remaining: number }): number =>
    Math.max(0, Math.min(headcount - (here.get(jobId) ?? 0), anywhere.get(jobId) ?? remaining));
}
