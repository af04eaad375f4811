import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { PlaceFinding } from '@shanhai/shared/rules/evidence.ts';
import { placeConsentVersion } from '@shanhai/shared/rules/place-consent.ts';
import { call } from './call.ts';
import { flushFor, sendsKind } from './flush.ts';
import { keepAnswer } from './kept.ts';
import { type Deed, deedsOf, forgetDeed, keepDeed, useDeeds } from './outbox.ts';
import { queryClient } from './query.ts';
import { asRefusal, type Refusal, refusalOf } from './refusal.ts';
import { deviceId, sessionNow } from './session-store.ts';

type CheckedIn = Output<'attendance.checkIn'>;
type Been = Output<'attendance.mine'>;
type Fair = Pick<Output<'fairs.get'>, 'title' | 'status' | 'closesAt'>;

/** The tap 确认签到, as it is kept before it is sent. */
export interface CheckInTap {
  code: string;
  fairId: string;
  home?: { regionCode: string; town?: string | undefined };
  /** Those one acts for who come in with the same tap. */
  companions?: string[];
  /** Near the fair or not, where the fair asks and the person said yes; never the place itself. */
  place?: PlaceFinding | undefined;
  /** What the next page shows of the fair; missing when the phone had never loaded it. */
  fair?: Fair;
}

export type CheckInDeed = Deed<CheckInTap, CheckedIn>;

/** What became of the tap: a number, nothing yet, or a reason. */
export type Tapped = { kind: 'in'; isAgain: boolean; left: number } | { kind: 'kept' } | { kind: 'refused'; refusal: Refusal };

const kindName = 'check_in';
const key = ['attendance.mine', {}];
/** A first answer that was lost on the way back is the same tap when its time is this near. */
const sameTapMs = 120_000;

/** The answer holds all that the next pages show, so it is put where they look instead of being asked for again. */
function remember({ fair }: CheckInTap, { repeated: _, companions: __, ...checkIn }: CheckedIn): void {
  if (!fair) {
    void queryClient.invalidateQueries({ queryKey: key });
    return;
  }
  const others = queryClient.getQueryData<Been>(key)?.items.filter((one) => one.fairId !== checkIn.fairId) ?? [];
  const been: Been = { items: [{ ...checkIn, fairTitle: fair.title, fairStatus: fair.status, closesAt: fair.closesAt }, ...others] };
  queryClient.setQueryData(key, been);
  keepAnswer('attendance.mine', {}, been);
}

/** The first time the server's clock says when it happened: a phone whose clock is wrong is let in like any other. */
function ask({ code, fairId, home, place, companions }: CheckInTap, happenedAt?: string): Promise<CheckedIn> {
  return call('attendance.checkIn', {
    code,
    fairId,
    deviceId: deviceId(),
    ...(home && { home }),
    ...(place && { place }),
    ...(place && place !== 'unknown' && { placeAgreed: placeConsentVersion }),
    ...(companions && { companions }),
    ...(happenedAt && { happenedAt }),
  });
}

/** Was the person in before this tap? What an earlier try of the same tap has done is no second time. */
function isAgain(answer: CheckedIn, { tries, happenedAt }: Deed): boolean {
  const isOwnTry = tries > 0 && Math.abs(Date.parse(answer.at) - Date.parse(happenedAt)) <= sameTapMs;
  return answer.repeated && !isOwnTry;
}

/** How many of those who came along did not come in. */
export const leftOf = ({ companions = [] }: CheckedIn): number => companions.filter((one) => one.number === undefined).length;

const freshMs = 10_000;
const isFresh = ({ tries, happenedAt }: Deed): boolean => tries === 0 && Math.abs(Date.now() - Date.parse(happenedAt)) < freshMs;

/** Makes the outbox able to send check-ins. */
export function sendCheckIns(): void {
  sendsKind<CheckInTap, CheckedIn>({
    name: kindName,
    most: 1,
    send: (deeds) =>
      Promise.all(deeds.map(async (deed) => ({ nonce: deed.nonce, answer: await ask(deed.payload, isFresh(deed) ? undefined : deed.happenedAt) }))),
    onDone: (deed, answer) => remember(deed.payload, answer),
  });
}

const refused = (refusal: Refusal): Tapped => ({ kind: 'refused', refusal });

/** The one try that is left when nothing can be kept. */
async function withoutKeeping(tap: CheckInTap): Promise<Tapped> {
  try {
    const answer = await ask(tap);
    remember(tap, answer);
    return { kind: 'in', isAgain: answer.repeated, left: leftOf(answer) };
  } catch (error) {
    const refusal = asRefusal(error);
    return refused(refusal.code === 'network' ? refusalOf('storage') : refusal);
  }
}

/** The same fair is not kept twice, however often one taps. */
function kept(tap: CheckInTap): Deed {
  const standing = checkInWaiting(tap.fairId);
  return standing ?? keepDeed(kindName, tap);
}

/** 确认签到: kept first, then sent; without network it goes up later by itself. */
export async function checkIn(tap: CheckInTap): Promise<Tapped> {
  // A browser asks to sign in first: until then nobody knows whose tap it is.
  if (SIGN_IN !== 'wechat' && !sessionNow()) return withoutKeeping(tap);
  let deed: Deed;
  try {
    deed = kept(tap);
  } catch {
    return withoutKeeping(tap);
  }
  const { nonce } = deed;
  const after = await flushFor(nonce);
  if (!after || after.state === 'waiting') return { kind: 'kept' };
  // The person is looking: what is answered now is told now.
  forgetDeed(nonce);
  if (after.refusal) return refused(refusalOf(after.refusal.code, after.refusal.detail));
  const answer = after.answer as CheckedIn;
  return { kind: 'in', isAgain: isAgain(answer, after), left: leftOf(answer) };
}

export const checkInWaiting = (fairId: string): Deed | undefined =>
  deedsOf(kindName).find((deed) => deed.state === 'waiting' && (deed.payload as CheckInTap).fairId === fairId);

/** The taps of this phone that wait, were sent late, or came back refused; newest last. */
export const useCheckInDeeds = (): readonly CheckInDeed[] => useDeeds<CheckInTap, CheckedIn>(kindName);
