import { HeldCase } from '@shanhai/shared/contract/content.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';

/** What was decided is kept as long as the service ledger. 〔人力资源市场暂行条例 §33〕 */
const keptDays = 730;

export function contentStore(table: Table) {
  return {
    /** Holds words back; held again under the same id changes nothing. */
    hold: (held: HeldCase) => table.insert(keys.contentCase(held.caseId), { ...held, ttl: ttlAfter(held.heldAt, keptDays) }),

    async get(caseId: string): Promise<HeldCase> {
      const item = await table.find(keys.contentCase(caseId), { strongly: true });
      if (!item) throw new Problem('not_found', { caseId });
      return HeldCase.parse(item);
    },

    /** Decided once. */
    async decide({ caseId, decision, reason, decidedAt }: HeldCase, decidedBy: string): Promise<void> {
      const outcome = await table.change(keys.contentCase(caseId), {
        set: { decision, reason, decidedAt, decidedBy },
        condition: 'attribute_exists(pk) AND attribute_not_exists(decision)',
      });
      if ('standing' in outcome) throw new Problem('content_decided');
    },
  };
}
