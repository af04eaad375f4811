import type { Key } from '../table/keys.ts';
import { itemOf } from '../table/stream-item.ts';
import type { Item, Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';

/** How long an answered action is remembered; a device may keep it for seven days. */
const actionDays = 30;

type Answered = Item & {
  nonce: string;
  arrivedAt: string;
};

/** The actions of devices as they were answered, each under its nonce. */
export function answeredActions<T extends Answered>(table: Table, parse: (item: Item) => T) {
  return {
    /** What these actions were answered, where they were sent before. */
    async find(keys: readonly Key[]): Promise<Map<string, T>> {
      const known = new Map(keys.map((key) => [key.sk, key]));
      const items = await table.findMany([...known.values()]);
      return new Map(items.map(parse).map((action) => [action.nonce, action]));
    },

    /** An action and all it does, together. Said before, it answers what was said; otherwise what stands in the way, effect by effect. */
    async act(key: Key, action: T, effects: readonly Write[], { isKept = false } = {}): Promise<{ said: T } | { inTheWay: (Item | undefined)[] }> {
      const item: Item = { ...action, ...(isKept ? {} : { ttl: ttlAfter(action.arrivedAt, actionDays) }) };
      const refused = await table.transact([table.write.insert(key, item), ...effects]);
      if (!refused) return { said: action };
      const [own, ...inTheWay] = refused.map((r) => (r.Code === 'ConditionalCheckFailed' ? itemOf(r.Item ?? {}) : undefined));
      return own ? { said: parse(own) } : { inTheWay };
    },
  };
}
