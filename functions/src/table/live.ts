import type { Item } from './table.ts';

/** Attribute names of the live figures of a fair; each is one number that only ever moves with the row that proves it. */
export const figure = {
  present: 'present',
  refused: 'refused',
  gate: (gate: string) => `g:${gate}`,
  halfHour: (from: string, gate: string) => `h:${from}:${gate}`,
  home: (home: string) => `o:${home}`,
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

/** Heads taken per opening. */
export function filledOf(shards: readonly Item[]): Map<string, number> {
  const figures = figuresOf(shards);
  return new Map(
    Object.entries(figures)
      .filter(([name]) => name.startsWith('j:'))
      .map(([name, n]) => [name.slice(2), n]),
  );
}
