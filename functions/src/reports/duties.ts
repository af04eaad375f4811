import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Fair } from '@shanhai/shared/contract/fairs.ts';
import type { Recount } from '@shanhai/shared/contract/reports.ts';
import { chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import type { Deps, Duty } from '../deps.ts';
import { type Figures, figure, figuresOf } from '../table/live.ts';
import { differenceOf, figuresIn, isRecounted, recountOf } from './recount.ts';

/** Nobody is at a fair, and the devices have sent what they had. */
const nightHour = '3';

/** Counts the items of these fairs anew, whatever lists say. */
async function countAnew(fairIds: ReadonlySet<string>, { sweep }: Deps): Promise<Map<string, Figures>> {
  const counted = new Map<string, Figures>();
  for await (const page of sweep()) {
    const ofThese = page.filter((item) => fairIds.has(String(item.fairId)));
    for (const [fairId, items] of Map.groupBy(ofThese, (item) => String(item.fairId))) {
      counted.set(fairId, figuresOf([counted.get(fairId) ?? {}, figuresIn(items)]));
    }
  }
  return counted;
}

/** A line that an alarm waits for. */
const alarmLine = (fairId: FairId, { difference, figures }: Recount): string => JSON.stringify({ recount: 'figures_differ', fairId, difference, figures });

/** What a pairing says of a closed fair follows what came in late, for as long as devices may still send. */
async function countInPairing(fair: Fair, attendance: number, { pairings, devices }: Deps): Promise<void> {
  const { pairingId, fairId, closedAt } = fair;
  if (pairingId && closedAt) await pairings.countAnew({ pairingId, fairId, closedAt }, { attendance, ...(await devices.mayAdd(fair)) });
}

/**
 * Compares the live figures of the last days' fairs with the items they count, and says how far they are apart. Nothing is mended: what
 * differs is looked into by a human, who hears of it by the lines that are handed back. A fair whose figures moved in the meantime is left for the next night.
 */
export async function recountFairs(deps: Deps): Promise<string[]> {
  const { fairs, reports, now } = deps;
  const at = now();
  const year = Number(chinaDay(at).slice(0, 4));
  const over = (await fairs.inYears([year, year - 1])).filter((fair) => isRecounted(fair, at));
  if (!over.length) return [];
  const read = () => Promise.all(over.map(async ({ fairId }) => (await reports.figures(fairId)).figures));
  const before = await read();
  const counted = await countAnew(new Set<string>(over.map((fair) => fair.fairId)), deps);
  const after = await read();
  const lines: string[] = [];
  for (const [i, fair] of over.entries()) {
    const { fairId } = fair;
    const [first = {}, live = {}] = [before[i], after[i]];
    if (Object.keys(differenceOf(first, live)).length) continue;
    const recount = recountOf(live, counted.get(fairId) ?? {}, at);
    await reports.saveRecount(fairId, recount);
    await countInPairing(fair, counted.get(fairId)?.[figure.present] ?? 0, deps);
    if (recount.difference) lines.push(alarmLine(fairId, recount));
  }
  return lines;
}

export const recountByNight: Duty = {
  name: 'recount-fairs',
  everyMinutes: 60,
  async run(deps) {
    if (!chinaTime(deps.now()).startsWith(`${nightHour}:`)) return;
    for (const line of await recountFairs(deps)) console.error(line);
  },
};
