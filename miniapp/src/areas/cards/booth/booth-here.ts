import type { Output } from '@shanhai/shared/contract/contract.ts';
import { type BoothDeed, type BoothSnapshot, judgeAtBooth } from '@shanhai/shared/rules/booth.ts';
import type { Answer } from '@shanhai/shared/rules/cards.ts';
import Taro from '@tarojs/taro';
import { type BoothPlace, boothDeedsNow, keepAtBooth } from '../../../api/booth-queue.ts';
import { call } from '../../../api/call.ts';
import { boothSnapshotKey, isLongOver } from '../../../api/gate-queue.ts';
import { metered } from '../../../api/link.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { deviceId } from '../../../api/session-store.ts';
import { closeFor } from '../../../at-work/close.ts';

type Loaded = Output<'cards.snapshot'>;
type Kept = Omit<Loaded, 'cards'> & { cards: (BoothSnapshot['cards'][number] & { answer?: Answer | undefined })[] };
type Seen = Loaded['cards'][number];

/** Somebody at the booth. `card` is absent while they have not agreed, or when they have and this device does not hold their name. */
export interface FoundHere {
  number: number;
  hasName: boolean;
  card?: Omit<Seen, 'mark'> | undefined;
  /** Agreed, but the name comes with the network. */
  nameless?: { leftAt?: string; jobId?: string; answer?: Answer } | undefined;
}

/** Names and phones stay in memory while the page is open; at rest there are numbers only. */
const inMemory = new Map<string, readonly Seen[]>();

const withoutNames = ({ number, mark, leftAt, jobId, reply, answer }: Seen): Kept['cards'][number] => ({ number, mark, leftAt, jobId, reply, answer });

/** Loads what this device needs to work alone: its own openings, and the cards left here. */
export async function loadBooth({ fairId, boothNo }: BoothPlace): Promise<string> {
  const loaded = await metered(() => call('cards.snapshot', { fairId, boothNo, deviceId: deviceId() }));
  const key = boothSnapshotKey(fairId, boothNo);
  inMemory.set(key, loaded.cards);
  if (isLongOver(loaded.closesAt)) return loaded.takenAt;
  const kept: Kept = { ...loaded, cards: loaded.cards.map(withoutNames) };
  try {
    Taro.setStorageSync(key, kept);
  } catch {
    throw refusalOf('storage');
  }
  return loaded.takenAt;
}

/** At the end of a device's work, and when it is taken out of service: neither names nor numbers stay. */
export function forgetBooth({ fairId, boothNo }: BoothPlace): void {
  const key = boothSnapshotKey(fairId, boothNo);
  inMemory.delete(key);
  Taro.removeStorageSync(key);
}

/** Nothing of other people stays in memory when somebody else takes the device. */
export const forgetBooths = (): void => inMemory.clear();

export function keptBooth({ fairId, boothNo }: BoothPlace): Kept | undefined {
  return Taro.getStorageSync<Kept | ''>(boothSnapshotKey(fairId, boothNo)) || undefined;
}

/** What was done here since and not refused, the latest last. */
function doneHere(place: BoothPlace) {
  const deeds = boothDeedsNow(place).filter((deed) => deed.state !== 'refused');
  const acts = deeds.map(({ payload, happenedAt }) => ({ act: payload.act, happenedAt }));
  const agreed = acts.flatMap(({ act }) => (act.kind === 'agree' && act.number ? [act.number] : []));
  const answerTo = (number: number): Answer | undefined =>
    acts.flatMap(({ act }) => (act.kind === 'answer' && act.number === number ? [act.answer] : [])).at(-1);
  return { agreed, answerTo };
}

/** By the same rules as the server. A refusal is thrown, in the words of the server. */
function judge(place: BoothPlace, deed: BoothDeed) {
  const kept = keptBooth(place);
  if (!kept) throw refusalOf('network');
  const judged = judgeAtBooth(kept, doneHere(place).agreed, deed);
  if (judged.outcome === 'refused') throw refusalOf(judged.code, judged.detail);
  return { kept, judged };
}

function namelessOf({ leftAt, jobId, answer }: Partial<Kept['cards'][number]> = {}): NonNullable<FoundHere['nameless']> {
  return { ...(leftAt && { leftAt }), ...(jobId && { jobId }), ...(answer && { answer }) };
}

/** Who stands there, without network. A look at a name is kept too: the person is told of it later. */
export function findHere(place: BoothPlace, shown: { code?: string | undefined; number?: number | undefined }): FoundHere {
  const { kept, judged } = judge(place, { kind: 'find', ...shown });
  const { number } = judged;
  if (number === undefined) throw refusalOf('card_missing');
  if (judged.outcome === 'not_agreed') return { number, hasName: judged.canAsk };
  const seen = inMemory.get(boothSnapshotKey(place.fairId, place.boothNo))?.find((card) => card.number === number);
  const answer = doneHere(place).answerTo(number);
  if (!seen) return { number, hasName: true, nameless: { ...namelessOf(kept.cards.find((card) => card.number === number)), ...(answer && { answer }) } };
  keepAtBooth(place, { kind: 'look', number });
  const { mark: _, ...card } = seen;
  return { number, hasName: true, card: answer ? { ...card, answer } : card };
}

interface Agreed {
  number: number;
  jobId?: string | undefined;
  consent: { employerId: string; version: string };
}
/** A yes said aloud, kept until it can be sent; the name is not on this device before. */
export function agreeHere(place: BoothPlace, said: Agreed): FoundHere {
  const { number, jobId, consent } = said;
  judge(place, { kind: 'agree', ...said });
  const act = { kind: 'agree' as const, number, ...(jobId && { jobId: jobId as Kept['openings'][number]['jobId'] }), agreed: true as const };
  keepAtBooth(place, { ...act, consent: { ...consent, employerId: consent.employerId as Kept['employerId'] } });
  return findHere(place, { number });
}

interface Answered {
  number: number;
  answer: Answer;
  jobId?: string | undefined;
  note: string;
}
/** Words about a person are closed before they are kept. A list of an earlier version has no key with it, and no answer is lost for that. */
async function noteOf({ sealKey }: Kept, note: string): Promise<{ note?: string; sealed?: string }> {
  if (!note) return {};
  const sealed = sealKey && (await closeFor(sealKey, { note }).catch(() => undefined));
  return sealed ? { sealed } : { note };
}

/** An answer, kept until it can be sent, with the nonce under which it may have been sent already. */
export async function answerHere(place: BoothPlace, { number, answer, jobId, note }: Answered, nonce: string): Promise<void> {
  const { kept } = judge(place, { kind: 'answer', number, answer, jobId });
  const leftAt = kept.cards.find((card) => card.number === number)?.leftAt;
  const job = jobId && { jobId: jobId as Kept['openings'][number]['jobId'] };
  keepAtBooth(place, { kind: 'answer', number, answer, ...job, ...(await noteOf(kept, note)), ...(leftAt && { leftAt }) }, nonce);
}
