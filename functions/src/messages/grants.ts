import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { TemplateName } from '@shanhai/shared/rules/messages.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.ts';

/** How many messages of WeChat a person said yes to; one yes is one message. */
export function grantStore(table: Table) {
  return {
    /** A person said yes, once more; the same tap sent again counts once. */
    async agree(to: WorkerId, template: TemplateName, nonce: string): Promise<void> {
      await table.change(keys.messageGrant(to, template), {
        add: { left: 1 },
        set: { nonce },
        condition: 'attribute_not_exists(nonce) OR nonce <> :nonce',
        values: { ':nonce': nonce },
      });
    },

    /** How many a person said yes to and has not been sent yet. */
    async left(to: WorkerId, templates: readonly TemplateName[]): Promise<Map<TemplateName, number>> {
      const items = await table.findMany(templates.map((template) => keys.messageGrant(to, template)));
      const byKey = new Map(items.map((item) => [item.sk, Number(item.left ?? 0)]));
      return new Map(templates.map((template) => [template, byKey.get(keys.messageGrant(to, template).sk) ?? 0]));
    },
  };
}
