import type { FairId } from '@shanhai/shared/contract/basics.ts';
import { PairedFair, Pairing } from '@shanhai/shared/contract/pairings.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { keys } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';

/** Pairings change a few times a year; an instance may know them a minute late. */
const keptMillis = 60_000;

export function pairingStore(table: Table, now: () => string) {
  let kept: { pairings: Pairing[]; at: number } | undefined;

  async function all(): Promise<Pairing[]> {
    if (kept && Math.abs(Date.parse(now()) - kept.at) < keptMillis) return kept.pairings;
    const pairings = (await table.queryAll({ pk: 'PAIRINGS' })).map((i) => Pairing.parse(i));
    kept = { pairings, at: Date.parse(now()) };
    return pairings;
  }

  return {
    all,
    byId: async (): Promise<Map<string, Pairing>> => new Map((await all()).map((p) => [p.pairingId, p])),

    /** `上海宝山区 × 曲靖市` */
    wordsOf: (p: Pairing | undefined): string => (p ? `上海${regionName(p.shanghaiRegion)} × ${p.partnerRegion ? regionName(p.partnerRegion) : '待结对'}` : ''),

    putAll: (pairings: readonly Pairing[]) => table.putAll(pairings.map((p) => ({ ...p, ...keys.pairing(p.pairingId) }))),

    /** A closed fair counts once in its pairing: written together with the closing. */
    countFair: (pairingId: string, fair: PairedFair): Write =>
      table.write.put(keys.pairedFair(Number(chinaDay(fair.closedAt).slice(0, 4)), pairingId, fair.fairId), { ...fair, pairingId }),

    /** Who came in after closing, from a device that had no network, counts too: as counted anew, with what may still come. */
    countAnew: (
      { pairingId, fairId, closedAt }: { pairingId: string; fairId: FairId; closedAt: string },
      { attendance, mayAdd }: Pick<PairedFair, 'attendance' | 'mayAdd'>,
    ) =>
      table.change(keys.pairedFair(Number(chinaDay(closedAt).slice(0, 4)), pairingId, fairId), {
        set: { attendance, ...(mayAdd ? { mayAdd } : {}) },
        remove: mayAdd ? [] : ['mayAdd'],
        condition: 'attribute_exists(pk)',
      }),

    /** Fairs of the papers, closed before this system was there. */
    countAll: (fairs: readonly (PairedFair & { pairingId: string })[]) =>
      table.putAll(fairs.map((fair) => ({ ...fair, ...keys.pairedFair(Number(chinaDay(fair.closedAt).slice(0, 4)), fair.pairingId, fair.fairId) }))),

    async fairsOf(year: number): Promise<Map<string, PairedFair[]>> {
      const items = await table.queryAll({ pk: `PAIRED#${year}` });
      return Map.groupBy(
        items.map((i) => ({ pairingId: String(i.pairingId), ...PairedFair.parse(i) })),
        (f) => f.pairingId,
      );
    },
  };
}
