import type { Deps } from '../deps.ts';
import type { Outgoing } from './outbox.ts';
import { fieldsOf, pageOf } from './rules/fields.ts';
import { isQuiet, verdictOn, whenSendable } from './rules/sending.ts';

const atATime = 8;
const mostInOneRun = 480;

/** For the operator and the alarm: what went wrong, never with whom. */
function complain(template: string, reason: string): void {
  console.error(JSON.stringify({ wechat_dead: reason, template }));
}

/** Sends what was claimed and settles it. Whatever breaks in between leaves the claim standing, and the message is not sent twice. */
async function send(out: Outgoing, claim: string, { identity, wechat, outbox, messageTemplates, now }: Deps): Promise<void> {
  const template = messageTemplates[out.template];
  const { openid } = await identity.userOf(out.to);
  const outcome = template
    ? await wechat.sendMessage({ openid, templateId: template.id, page: pageOf(out.message), fields: fieldsOf(out.message, template) })
    : { said: 'fault' as const, reason: 'no_template' };
  const verdict = verdictOn(outcome, { tries: out.tries + 1, id: out.id }, now());
  if (verdict.state === 'dead') complain(out.template, verdict.reason);
  await outbox.settle(out, claim, verdict);
}

async function deliver(out: Outgoing, deps: Deps): Promise<void> {
  const { outbox, newId, now } = deps;
  if (out.usefulUntil && out.usefulUntil < now()) return outbox.drop(out, 'late');
  const claim = newId(12);
  const outcome = await outbox.claim(out, claim);
  if (outcome === 'no_yes') return outbox.drop(out, 'no_yes');
  if (outcome === 'claimed') await send(out, claim, deps);
}

/** Sends what is due, a few at a time, so many at most in one run; what is left over is due a minute later. */
export async function sendDue(deps: Deps): Promise<void> {
  const { outbox, laidAside, now } = deps;
  await laidAside.giveUpLost(200);
  const due = await outbox.dueNow(mostInOneRun);
  for (let i = 0; i < due.length; i += atATime) {
    const few = due.slice(i, i + atATime);
    if (isQuiet(now())) await Promise.all(few.map((out) => outbox.putOff(out, whenSendable(now(), out.id))));
    else await Promise.all(few.map((out) => deliver(out, deps)));
  }
}
