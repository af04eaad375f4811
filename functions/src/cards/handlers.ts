import type { Caller, FairId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { BoothOutcome } from '@shanhai/shared/contract/cards.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { markOf } from '@shanhai/shared/rules/booth.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { requireNoLead, withoutLeads } from '@shanhai/shared/rules/lead-away.ts';
import { isHost } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { atBoothDevice, senderThen, settledOf, takeBoothQueue } from './booth-device.ts';
import { answeredMessage, repliedMessage } from './messages.ts';
import { ownBooth, personAt, requireNotKept, workingBooth } from './person-at.ts';
import { answerCard, type Card, isSeen, type Left, leaveCard, replyToCard, seenCard, withdrawCard } from './rules.ts';

/** With network nothing new is left with an employer that waits for its officer, as with its openings; what was said aloud before counts. 〔人力资源市场暂行条例 §26〕 */
function requireVerified({ isWaiting }: Booth): void {
  if (isWaiting) throw new Problem('employer_not_verified');
}

/** Leaves a card; where one stands it is taken up again after a withdrawal, or only its opening changes. */
async function leave(booth: Booth, left: Left, { cards, now }: Deps): Promise<Card> {
  requireVerified(booth);
  const fresh = leaveCard(booth, left, now());
  const { card, repeated } = await cards.leave(fresh);
  if (!repeated) return card;
  if (!isSeen(card, now())) return cards.save(fresh, card);
  const { jobId, jobTitle, takeHomeFen } = fresh;
  return card.jobId === jobId || card.answer ? card : cards.save({ ...card, jobId, jobTitle, takeHomeFen }, card);
}

/** A card of the caller's, also one left before a record of theirs was claimed or merged. */
async function ownCard({ fairId, boothNo }: { fairId: FairId; boothNo: number }, { workerId }: Caller, { cards, workers }: Deps): Promise<Card> {
  const own = await cards.find(workerId, fairId, boothNo);
  if (own) return own;
  const [, ...others] = await workers.selvesOf(workerId);
  const found = (await Promise.all(others.map((id) => cards.find(id, fairId, boothNo)))).find((card) => card !== undefined);
  if (!found) throw new Problem('card_missing');
  return found;
}

const recordView = ({ workers, now, newId }: Deps, workerId: WorkerId, booth: Booth, what: 'card' | 'answered') =>
  workers.recordView(workerId, { at: now(), role: 'recruiter', byName: booth.employerShortName, what }, newId(6));

/** A note from before this was refused is read without what leads away. */
const readByPerson = (card: Card): Card => (card.note ? { ...card, note: withoutLeads(card.note) } : card);

export const cardsHandlers: HandlersOf<'cards'> = {
  async 'cards.leave'({ input, caller }, deps) {
    const { fairId, boothNo, name, phone, trades, jobId, consent } = input;
    const [booth, checkIn] = await Promise.all([deps.fairs.liveBooth(fairId, boothNo), deps.attendance.find(caller.workerId, fairId)]);
    if (!checkIn) throw new Problem('not_checked_in');
    await requireNotKept(caller.workerId, jobId, deps);
    return leave(
      booth,
      { workerId: caller.workerId, number: checkIn.number, name, phone, trades, town: checkIn.home?.town, jobId, consent, spoken: false },
      deps,
    );
  },

  async 'cards.mine'({ caller }, { cards, workers, employers, now }) {
    const left = (await Promise.all((await workers.selvesOf(caller.workerId)).map(cards.ofWorker))).flat();
    const standing = await employers.standingOf(
      left.map((card) => card.employerId),
      chinaDay(now()),
    );
    const items = left.sort((a, b) => (a.leftAt < b.leftAt ? 1 : -1)).map(readByPerson);
    return { items: items.map((card) => ({ ...card, ...standing(card.employerId) })) };
  },

  async 'cards.withdraw'({ input, caller }, deps) {
    const card = await ownCard(input, caller, deps);
    return deps.cards.save(withdrawCard(card, deps.now()), card);
  },

  async 'cards.reply'({ input, caller }, deps) {
    const { cards, messages } = deps;
    const card = await ownCard(input, caller, deps);
    if (input.reply === 'accepted') await requireNotKept(caller.workerId, card.jobId, deps);
    const replied = await cards.save(replyToCard(card, input.reply), card);
    await messages.tellEmployer(replied.employerId, repliedMessage(replied));
    return replied;
  },

  async 'cards.find'({ input, caller }, deps) {
    const booth = await workingBooth(input.fairId, input.boothNo, caller, deps);
    await atBoothDevice(booth, input, caller, deps);
    const { workerId, number } = await personAt(input.fairId, input, deps);
    const [card, profile] = await Promise.all([deps.cards.find(workerId, input.fairId, input.boothNo), deps.workers.get(workerId)]);
    if (!isSeen(card, deps.now())) return { number, hasName: !!profile.name };
    await recordView(deps, workerId, booth, 'card');
    return { number, hasName: true, card: seenCard(card) };
  },

  async 'cards.leaveFor'({ input, caller }, deps) {
    const booth = await workingBooth(input.fairId, input.boothNo, caller, deps);
    await atBoothDevice(booth, input, caller, deps);
    const { workerId, number } = await personAt(input.fairId, input, deps);
    const { name, phone, wish, home } = await deps.workers.get(workerId);
    if (!name) throw new Problem('consent_missing');
    await requireNotKept(workerId, input.jobId, deps);
    const card = await leave(
      booth,
      { workerId, number, name, phone, trades: wish.trades, town: home?.town, jobId: input.jobId, consent: input.consent, spoken: true },
      deps,
    );
    await recordView(deps, workerId, booth, 'card');
    return seenCard(card);
  },

  async 'cards.answer'({ input, caller }, deps) {
    const booth = await workingBooth(input.fairId, input.boothNo, caller, deps);
    await atBoothDevice(booth, input, caller, deps);
    const { workerId } = await personAt(input.fairId, input, deps);
    const card = await deps.cards.get(workerId, input.fairId, input.boothNo);
    if (!isSeen(card, deps.now())) throw new Problem('card_withdrawn');
    requireNoLead({ note: input.note });
    const about = `${booth.label} 的附言`;
    const by = { writer: caller.workerId, employerId: booth.employerId };
    const note = await deps.content.sayable(by, input.note, about, [{ workerId, fairId: input.fairId, boothNo: input.boothNo }], input.nonce);
    const answered = await deps.cards.save(answerCard(card, booth, { ...input, note }, deps.now()), card);
    await Promise.all([recordView(deps, workerId, booth, 'answered'), deps.messages.tell(workerId, answeredMessage(answered, input.nonce))]);
    return seenCard(answered);
  },

  async 'cards.atBooth'({ input, caller }, deps) {
    const booth = await workingBooth(input.fairId, input.boothNo, caller, deps);
    await atBoothDevice(booth, input, caller, deps);
    const cards = await deps.cards.atBooth(input.fairId, input.boothNo);
    return { items: cards.filter((c) => isSeen(c, deps.now())).map(seenCard) };
  },

  async 'cards.snapshot'({ input, caller }, deps) {
    const { fairId, boothNo } = input;
    const isSuspended = deps.employers.isSuspended(caller.scope as Booth['employerId']);
    const [booth, fair, isStopped] = await Promise.all([ownBooth(fairId, boothNo, caller, deps), deps.fairs.live(fairId), isSuspended]);
    await atBoothDevice(booth, input, caller, deps);
    // what a device of a suspended employer holds of people is replaced by nothing
    const cards = isStopped ? [] : await deps.cards.atBooth(fairId, boothNo);
    const { employerId, openings } = booth;
    const withheld = isStopped || booth.withheld;
    return {
      takenAt: deps.now(),
      fairId,
      boothNo,
      employerId,
      withheld,
      closesAt: fair.closesAt,
      openings,
      strips: fair.strips,
      cards: cards.filter((c) => isSeen(c, deps.now())).map((c) => ({ ...seenCard(c), mark: markOf(fairId, c.workerId) })),
      sealKey: deps.gateSeal.publicKey(fairId),
    };
  },

  async 'cards.upload'({ input, caller }, deps) {
    const { fairId, boothNo, deviceId, from, actions } = input;
    const booth = await ownBooth(fairId, boothNo, caller, deps);
    await deps.devices.holdFromRevoked(fairId, deviceId, actions, { boothNo, by: caller.workerId });
    await atBoothDevice(booth, input, caller, deps);
    const broughtBy = from && from !== deviceId ? { broughtBy: deviceId } : {};
    const items = await takeBoothQueue(actions, { booth, deviceId: from ?? deviceId, by: caller, ...broughtBy }, deps);
    await deps.devices.cameAnyway(fairId, from ?? deviceId, settledOf(items));
    return { items };
  },

  async 'cards.settleHeld'({ input, caller }, deps) {
    const { fairId, deviceId, isTaken, nonces } = input;
    if (!isHost(await deps.fairs.live(fairId), caller)) throw new Problem('not_allowed');
    const held = (await deps.devices.held(fairId, deviceId)).filter((one) => nonces.includes(one.nonce));
    const items: BoothOutcome[] = [];
    for (const { boothNo = 0, by = caller.workerId, action } of isTaken ? held : []) {
      const booth = await deps.fairs.liveBooth(fairId, boothNo);
      items.push(...(await takeBoothQueue([action], senderThen(booth, deviceId, by), deps)));
    }
    await deps.devices.letGo(fairId, deviceId, isTaken ? settledOf(items) : held.map((one) => one.nonce));
    return { items };
  },

  async 'cards.myBooths'({ caller }, { fairs }) {
    const booths = await fairs.boothsOf(caller.scope as Booth['employerId']);
    const items = await Promise.all(
      booths.map(async ({ fairId, boothNo, label }) => {
        const [fair, { openings }] = await Promise.all([fairs.live(fairId), fairs.liveBooth(fairId, boothNo)]);
        return {
          fairId,
          boothNo,
          label,
          openings,
          fairTitle: fair.title,
          fairStatus: fair.status,
          opensAt: fair.opensAt,
          closesAt: fair.closesAt,
          place: fair.place,
        };
      }),
    );
    return { items: items.filter((b) => b.fairStatus !== 'draft').sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1)) };
  },
};
