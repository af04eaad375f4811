import { nobody } from './reduced.ts';

type Item = Record<string, unknown>;
export type After = 'goes' | 'stays' | { set: Item; remove?: string[] };
type IsErased = (workerId: unknown) => boolean;

const listed = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : []);
const isText = (value: unknown): value is string => typeof value === 'string';

interface About {
  /** Whose words or names may be in it. */
  people: (item: Item) => unknown[];
  /** What becomes of it when some of them are erased. */
  after: (item: Item, isErased: IsErased) => After;
}

const gone: About['after'] = () => 'goes';
const isBare = ({ changedWhy, number }: Item): boolean => number === undefined && (changedWhy === undefined || changedWhy === nobody);

/** One person of an allocation: where they were to go is counted, the words about them are not kept. */
const bareRow = ({ workerId, jobId, fit, changedWhy }: Item): Item => ({
  ...{ workerId, fit, reasons: [] },
  ...(jobId ? { jobId } : {}),
  ...(changedWhy ? { changedWhy: nobody } : {}),
});

/** What desks and offices write about people beside the people's own records, by kind of item. */
const kinds: Partial<Record<string, About>> = {
  conflict: { people: ({ workerId }) => [workerId], after: gone },
  settled: { people: ({ workerId }) => [workerId], after: gone },
  merge: { people: ({ survivor, other }) => [survivor, other], after: gone },
  override: {
    people: ({ workerId }) => [workerId],
    after: ({ reason }) => (reason === nobody ? 'stays' : { set: { reason: nobody } }),
  },
  contentCase: {
    people: ({ to }) => listed(to).map(({ workerId }) => workerId),
    after: ({ to }, isErased) => (listed(to).every(({ workerId }) => isErased(workerId)) ? { set: { texts: [nobody] }, remove: ['to'] } : 'stays'),
  },
  allocationRows: {
    people: ({ rows }) => listed(rows).map(({ workerId }) => workerId),
    after: ({ rows }, isErased) => {
      const over = (row: Item): boolean => isErased(row.workerId) && !isBare(row);
      return listed(rows).some(over) ? { set: { rows: listed(rows).map((row) => (over(row) ? bareRow(row) : row)) } } : 'stays';
    },
  },
};

/** Ids of people about whom an item of this kind may hold words or names that others wrote. */
export const peopleAbout = (kind: string, item: Item): string[] => [...new Set(kinds[kind]?.people(item).filter(isText) ?? [])];

/** What becomes of it once some of them are erased. 〔个人信息保护法 §47〕 */
export function afterErasure(kind: string, item: Item, isErased: IsErased): After {
  return peopleAbout(kind, item).some(isErased) ? (kinds[kind]?.after(item, isErased) ?? 'stays') : 'stays';
}
