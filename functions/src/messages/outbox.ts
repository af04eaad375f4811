import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { isTemplateName, type TemplateName } from '@shanhai/shared/rules/messages.ts';
import { indexed, keys } from '../table/keys.ts';
import type { Item, Table, Write } from '../table/table.ts';
import type { KeptMessage } from './rules/kept.ts';
import { claimEndsAt, type Verdict } from './rules/sending.ts';
import { parseMessage } from './store.ts';

/** A message on its way to WeChat. It is its own outbox row: it waits in gsi2 until it is done with. */
export interface Outgoing {
  to: WorkerId;
  message: KeptMessage;
  template: TemplateName;
  /** How often it was claimed, this time included. */
  tries: number;
  /** Told apart from every other message, and from itself when it came later. */
  id: string;
  usefulUntil?: string | undefined;
  place: string;
}

export const duePk = (kind: string) => indexed.due(kind, '', '').gsi2pk;
/** What is due of a kind by now, the longest waiting first. */
export const dueUntil = async (table: Table, kind: string, at: string, limit: number): Promise<Item[]> =>
  (await table.query({ pk: duePk(kind), index: 'gsi2', between: ['0', `${at}~`], limit })).items;
const noLongerDue = ['gsi2pk', 'gsi2sk'];
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Only what is read here is trusted; an item that cannot be read is passed over and stays in sight of the operator. */
export function parseOutgoing(item: Item): Outgoing[] {
  const [message] = parseMessage(item);
  const to = WorkerId.safeParse(item.to);
  const template = textOf(item.template);
  if (!message || !to.success || !isTemplateName(template)) return [];
  const tries = typeof item.tries === 'number' ? item.tries : 0;
  return [{ to: to.data, message, template, tries, id: `${to.data}#${message.onceKey}`, usefulUntil: textOf(item.usefulUntil), place: String(item.gsi2sk) }];
}

/** What becomes of a claimed message, and of the yes that was taken for it. */
function settlement(table: Table, now: () => string) {
  /** Changes a message that this sender has claimed, and nobody else's. */
  const ofClaim = ({ to, message }: Outgoing, claim: string, set: Item, remove: string[] = []): Write =>
    table.write.change(keys.message(to, message.onceKey), { set, remove, condition: 'claim = :claim', values: { ':claim': claim } });
  const addGrant = ({ to, template }: Outgoing, count: number): Write => table.write.change(keys.messageGrant(to, template), { add: { left: count } });

  return (out: Outgoing, claim: string, verdict: Verdict): Write[] => {
    switch (verdict.state) {
      case 'waiting':
        return [ofClaim(out, claim, { wechat: 'waiting', ...indexed.due('wechat', verdict.dueAt, out.id) }), addGrant(out, 1)];
      case 'dead':
        return [ofClaim(out, claim, { wechat: 'dead', reason: verdict.reason, ...indexed.due('wechat_dead', now(), out.id) }), addGrant(out, 1)];
      case 'unsure':
        return [ofClaim(out, claim, { wechat: 'unsure', ...indexed.due('wechat_unsure', now(), out.id) })];
      case 'refused':
        // whatever we thought was left, WeChat knows better
        return [
          ofClaim(out, claim, { wechat: 'refused', doneAt: now() }, noLongerDue),
          table.write.change(keys.messageGrant(out.to, out.template), { set: { left: 0 } }),
        ];
      default:
        return [ofClaim(out, claim, { wechat: verdict.state, doneAt: now() }, noLongerDue)];
    }
  };
}

/** Where messages wait for WeChat. */
export function outboxStore(table: Table, now: () => string) {
  const writesOf = settlement(table, now);

  return {
    async dueNow(limit: number): Promise<Outgoing[]> {
      return (await dueUntil(table, 'wechat', now(), limit)).flatMap(parseOutgoing);
    },

    /**
     * Takes a message and one yes of its person, both or neither, before anything is sent. `taken`: another sender has it.
     * `no_yes`: the person has no yes left, which is final.
     */
    async claim(out: Outgoing, claim: string): Promise<'claimed' | 'taken' | 'no_yes'> {
      const refused = await table.transact([
        table.write.change(keys.message(out.to, out.message.onceKey), {
          set: { wechat: 'claimed', claim, tries: out.tries + 1, ...indexed.due('wechat_claimed', claimEndsAt(now()), out.id) },
          condition: 'gsi2pk = :waiting AND gsi2sk = :place',
          values: { ':waiting': duePk('wechat'), ':place': out.place },
        }),
        table.write.change(keys.messageGrant(out.to, out.template), {
          add: { left: -1 },
          condition: '#left >= :one',
          names: { '#left': 'left' },
          values: { ':one': 1 },
        }),
      ]);
      if (!refused) return 'claimed';
      return refused[0]?.Code === 'ConditionalCheckFailed' ? 'taken' : 'no_yes';
    },

    async settle(out: Outgoing, claim: string, verdict: Verdict): Promise<void> {
      await table.transact(writesOf(out, claim, verdict));
    },

    /** Nobody is to be told in WeChat any more: no yes, or too late. The message in the mini-program stays. */
    async drop({ to, message, place }: Outgoing, why: 'no_yes' | 'late'): Promise<void> {
      const gone = { set: { wechat: why, doneAt: now() }, remove: noLongerDue, condition: 'gsi2sk = :place', values: { ':place': place } };
      await table.change(keys.message(to, message.onceKey), gone);
    },

    /** Put off without having been tried. */
    async putOff({ to, message, place, id }: Outgoing, dueAt: string): Promise<void> {
      await table.change(keys.message(to, message.onceKey), {
        set: indexed.due('wechat', dueAt, id),
        condition: 'gsi2sk = :place',
        values: { ':place': place },
      });
    },
  };
}
