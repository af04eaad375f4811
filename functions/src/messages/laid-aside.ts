import { indexed, keys } from '../table/keys.ts';
import type { Item, Table } from '../table/table.ts';
import { duePk, dueUntil, parseOutgoing } from './outbox.ts';

const reasonOf = ({ reason }: Item): string => (typeof reason === 'string' ? reason : 'unsure');
const rowsOf = (items: readonly Item[] = []) =>
  items.map((item) => ({ template: String(item.template), reason: reasonOf(item), at: String(item.gsi2sk).slice(0, 24) }));

/** Messages that did not get through to WeChat: kept in sight until somebody has looked. */
export function laidAsideStore(table: Table, now: () => string) {
  return {
    /** Claimed long ago and never settled: the sender was lost in between. Sent or not, nobody knows, and it is not sent again. */
    async giveUpLost(limit: number): Promise<number> {
      const lost = (await dueUntil(table, 'wechat_claimed', now(), limit)).flatMap(parseOutgoing);
      for (const { to, message, place, id } of lost) {
        await table.change(keys.message(to, message.onceKey), {
          set: { wechat: 'unsure', ...indexed.due('wechat_unsure', now(), id) },
          condition: 'gsi2sk = :place',
          values: { ':place': place },
        });
      }
      return lost.length;
    },

    /** What is laid aside, newest first, without anything about anybody. */
    async all() {
      const [dead, unsure, waiting] = await Promise.all(
        ['wechat_dead', 'wechat_unsure', 'wechat'].map((kind) => table.query({ pk: duePk(kind), index: 'gsi2', newestFirst: kind !== 'wechat', limit: 200 })),
      );
      return { dead: rowsOf(dead?.items), unsure: rowsOf(unsure?.items), waiting: rowsOf(waiting?.items) };
    },

    /** What was laid aside waits again, once the mistake is mended. */
    async tryAgain(): Promise<number> {
      const { items } = await table.query({ pk: duePk('wechat_dead'), index: 'gsi2', limit: 200 });
      const dead = items.flatMap(parseOutgoing);
      for (const { to, message, place, id } of dead) {
        const again = { set: { wechat: 'waiting', tries: 0, ...indexed.due('wechat', now(), id) }, remove: ['reason'] };
        await table.change(keys.message(to, message.onceKey), { ...again, condition: 'gsi2sk = :place', values: { ':place': place } });
      }
      return dead.length;
    },
  };
}
