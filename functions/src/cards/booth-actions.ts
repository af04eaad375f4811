import type { Caller, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { BoothAction } from '@shanhai/shared/contract/cards.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isForEarlierCard, isTakenBackSince } from '@shanhai/shared/rules/booth.ts';
import { isClockOff } from '@shanhai/shared/rules/gate.ts';
import type { Deps } from '../deps.ts';
import type { Write } from '../table/table.ts';
import { answeredMessage } from './messages.ts';
import { personAt } from './person-at.ts';
import { answerCard, type Card, isSeen, leaveCard } from './rules.ts';
import type { DoneBoothAction } from './store.ts';

/** The booth whose device sends its queue, and who stands there. */
export interface BoothSender {
  booth: Booth;
  deviceId: string;
  by: Caller;
  /** Another device that brought it. */
  broughtBy?: string | undefined;
  /** Since when the employer is suspended, if it is now. */
  suspendedAt?: string | undefined;
}
type Unsealed<A> = A extends unknown ? Omit<A, 'sealed'> : never;
/** An action whose words can be read. */
export type OpenBoothAction = Unsealed<BoothAction>;
type ActionOf<K extends BoothAction['kind']> = Extract<OpenBoothAction, { kind: K }>;
type Answer = Pick<DoneBoothAction, 'outcome'> & Partial<DoneBoothAction>;

/** Writes the action with its effects, all or none. Something else in the way means that the card changed: it is decided anew. */
async function say(action: OpenBoothAction, answer: Answer, effects: readonly Write[], sender: BoothSender, { cards, now }: Deps): Promise<DoneBoothAction> {
  const { kind, nonce, happenedAt } = action;
  const { fairId, boothNo } = sender.booth;
  const { deviceId, broughtBy, by, suspendedAt } = sender;
  const done = { fairId, boothNo, kind, nonce, deviceId, broughtBy, by: by.workerId, happenedAt, arrivedAt: now(), suspendedAt, ...answer };
  const outcome = await cards.act(done, effects);
  if ('said' in outcome) return outcome.said;
  throw new Problem('changed_meanwhile');
}

/** A device's clock may be a little ahead: nothing is kept as said after the server heard of it, nor before the card was left. */
const saidAt = (action: OpenBoothAction, now: string, leftAt = ''): string => {
  const at = action.happenedAt < now ? action.happenedAt : now;
  return at > leftAt ? at : leftAt;
};

/** The person is told of the look, at its own moment; the same action again tells it once. */
function recordLook(workerId: WorkerId, action: OpenBoothAction, { booth }: BoothSender, { workers, now }: Deps): Promise<unknown> {
  const what = action.kind === 'answer' ? 'answered' : 'card';
  return workers.recordView(workerId, { at: saidAt(action, now()), role: 'recruiter', byName: booth.employerShortName, what }, action.nonce);
}

const standingOf = ({ number, answer, answeredAt }: Card) => ({ number, answer, answeredAt });

async function look(action: ActionOf<'look'>, sender: BoothSender, deps: Deps): Promise<DoneBoothAction> {
  const { workerId, number } = await personAt(sender.booth.fairId, action, deps);
  await recordLook(workerId, action, sender, deps);
  return say(action, { outcome: 'done', workerId, number }, [], sender, deps);
}

/** A yes said aloud leaves a card, unless the person took theirs back since: then it stays taken back. 〔个人信息保护法 §14、§15〕 */
async function agree(action: ActionOf<'agree'>, sender: BoothSender, deps: Deps): Promise<DoneBoothAction> {
  const { booth } = sender;
  const { workerId, number } = await personAt(booth.fairId, action, deps);
  const [standing, { name, phone, wish, home }] = await Promise.all([deps.cards.find(workerId, booth.fairId, booth.boothNo), deps.workers.get(workerId)]);
  if (isSeen(standing, deps.now())) return say(action, { outcome: 'already', workerId, ...standingOf(standing) }, [], sender, deps);
  if (standing && isTakenBackSince(standing, action.happenedAt)) throw new Problem('card_withdrawn');
  if (!name) throw new Problem('consent_missing');
  const left = { workerId, number, name, phone, trades: wish.trades, town: home?.town, jobId: action.jobId, consent: action.consent, spoken: true };
  const card = leaveCard(booth, left, saidAt(action, deps.now()));
  await recordLook(workerId, action, sender, deps);
  return say(action, { outcome: 'done', workerId, number }, await deps.cards.writes(card, standing), sender, deps);
}

/** The words, if the person may read them at once, as with network. */
function sayableNote({ note, nonce }: ActionOf<'answer'>, workerId: WorkerId, { booth, by }: BoothSender, { content }: Deps): Promise<string | undefined> {
  const { fairId, boothNo, employerId, label } = booth;
  return content.sayable({ writer: by.workerId, employerId }, note, `${label} 的附言`, [{ workerId, fairId, boothNo }], nonce);
}

/** The card an answer falls on: the one that was seen, not taken back and not answered later by somebody else. */
function requireSameCard(card: Card, action: ActionOf<'answer'>, now: string): void {
  if (!isSeen(card, now) || isForEarlierCard(card, action)) throw new Problem('card_withdrawn');
  const isLater = !!card.answeredAt && card.answeredAt > action.happenedAt;
  if (isLater && card.answer !== action.answer) throw new Problem('answered_since');
}

async function answer(action: ActionOf<'answer'>, sender: BoothSender, deps: Deps): Promise<DoneBoothAction> {
  const { booth } = sender;
  const now = deps.now();
  const { workerId } = await personAt(booth.fairId, action, deps);
  const card = await deps.cards.get(workerId, booth.fairId, booth.boothNo);
  const isRepeat = card.nonces?.includes(action.nonce) ?? false;
  if (isRepeat) return say(action, { outcome: 'done', workerId, ...standingOf(card) }, [], sender, deps);
  requireSameCard(card, action, now);
  const isSame = card.answer === action.answer && !action.note && (!action.jobId || action.jobId === card.jobId);
  if (isSame) return say(action, { outcome: 'already', workerId, ...standingOf(card) }, [], sender, deps);
  const at = saidAt(action, now, card.leftAt);
  const decided = answerCard(card, booth, { ...action, heardAt: now }, at);
  const answered = { ...decided, note: await sayableNote(action, workerId, sender, deps) };
  await recordLook(workerId, action, sender, deps);
  const told = await deps.messages.writes(workerId, answeredMessage(answered, action.nonce));
  return say(action, { outcome: 'done', workerId, ...standingOf(answered) }, [...(await deps.cards.writes(answered, card)), ...told], sender, deps);
}

/** The booth as it stood when this happened: of a suspended employer it was open until then, and nothing done since counts. 〔令50号：停止服务〕 */
function asItStood({ happenedAt }: OpenBoothAction, sender: BoothSender): BoothSender {
  const { suspendedAt, booth } = sender;
  if (!suspendedAt) return sender;
  if (happenedAt >= suspendedAt) throw new Problem('employer_suspended');
  return { ...sender, booth: { ...booth, withheld: undefined } };
}

/** Does one action; a refusal is thrown. */
export function perform(action: OpenBoothAction, from: BoothSender, deps: Deps): Promise<DoneBoothAction> {
  if (isClockOff(action.happenedAt, deps.now())) throw new Problem('clock_off');
  const sender = asItStood(action, from);
  switch (action.kind) {
    case 'look':
      return look(action, sender, deps);
    case 'agree':
      return agree(action, sender, deps);
    case 'answer':
      return answer(action, sender, deps);
  }
}

/** Refused for good, and answered alike when it comes again; the device keeps it for a human. */
export function refuse(action: OpenBoothAction, { code, detail }: Problem, sender: BoothSender, deps: Deps): Promise<DoneBoothAction> {
  return say(action, { outcome: 'refused', problem: { code, detail } }, [], sender, deps);
}
