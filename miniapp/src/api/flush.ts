import { afterVain, isAboutSender } from '@shanhai/shared/rules/link.ts';
import Taro from '@tarojs/taro';
import { changeDeed, type Deed, findDeed, waitingNow } from './outbox.ts';
import { asRefusal, isPassing, type Refusal } from './refusal.ts';
import { onSession, sessionNow } from './session-store.ts';

/** What became of one deed on the other side. */
export type Told<A> = { nonce: string; answer: A } | { nonce: string; refusal: Pick<Refusal, 'code' | 'detail'> };

/** How deeds of one kind are sent: so many at a time, each answered for itself. */
export interface Kind<P, A> {
  name: string;
  most: number;
  send: (deeds: readonly Deed<P>[]) => Promise<readonly Told<A>[]>;
  /** For what other pages show of the answer. */
  onDone?: (deed: Deed<P>, answer: A) => void;
}

const firstWaitMs = 3000;
const longestWaitMs = 60_000;
/** When a hall gets its network back, its phones do not all speak at once. */
const jitterMs = 1200;

const kinds = new Map<string, Kind<unknown, unknown>>();
let flushing: Promise<void> | undefined;
let inVain = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Makes a kind known; once, when the app starts. */
export function sendsKind<P, A>(kind: Kind<P, A>): void {
  kinds.set(kind.name, kind as unknown as Kind<unknown, unknown>);
}

const isForLater = ({ code }: Pick<Refusal, 'code'>): boolean => isPassing({ code }) || isAboutSender(code);

function refuse(deed: Deed, { code, detail }: Pick<Refusal, 'code' | 'detail'>): void {
  changeDeed(deed.nonce, { state: 'refused', refusal: { code, detail } });
}

/** Sent in vain, by itself (`isOwn`) or with all the others; true when it was given up. */
function countTry(deed: Deed, refusal: Pick<Refusal, 'code' | 'detail'>, isOwn = false): boolean {
  const { faults, isGivenUp } = afterVain(deed.faults, { code: refusal.code, isOwn });
  changeDeed(deed.nonce, { tries: deed.tries + 1, faults });
  if (isGivenUp) refuse(deed, refusal);
  return isGivenUp;
}

function take(kind: Kind<unknown, unknown>, deed: Deed, told: Told<unknown> | undefined): boolean {
  if (!told) return countTry(deed, asRefusal(undefined));
  if ('refusal' in told) {
    if (isForLater(told.refusal)) return countTry(deed, told.refusal, true);
    refuse(deed, told.refusal);
    return true;
  }
  changeDeed(deed.nonce, { state: 'done', answer: told.answer });
  kind.onDone?.(deed, told.answer);
  return true;
}

/** Whether there is sense in sending on. */
async function sendBatch(kind: Kind<unknown, unknown>, batch: readonly Deed[]): Promise<boolean> {
  try {
    const told = await kind.send(batch);
    return batch
      .map((deed) =>
        take(
          kind,
          deed,
          told.find((one) => one.nonce === deed.nonce),
        ),
      )
      .every(Boolean);
  } catch (error) {
    return notTaken(kind, batch, asRefusal(error));
  }
}

async function notTaken(kind: Kind<unknown, unknown>, batch: readonly Deed[], refusal: Refusal): Promise<boolean> {
  const isOwnFault = refusal.code === 'internal' || !isForLater(refusal);
  if (isOwnFault && batch.length > 1) {
    // One of them may be what the other side cannot take: the others need not wait for it.
    for (const deed of batch) if (!(await sendBatch(kind, [deed]))) return false;
    return true;
  }
  if (isForLater(refusal)) return batch.map((deed) => countTry(deed, refusal)).every(Boolean);
  for (const deed of batch) refuse(deed, refusal);
  return true;
}

async function sendKind(kind: Kind<unknown, unknown>): Promise<boolean> {
  for (;;) {
    const batch = waitingNow()
      .filter((deed) => deed.kind === kind.name)
      .slice(0, kind.most);
    if (batch.length === 0) return true;
    if (!(await sendBatch(kind, batch))) return false;
  }
}

async function sendAll(): Promise<void> {
  for (const kind of kinds.values()) {
    if (await sendKind(kind)) continue;
    inVain += 1;
    return;
  }
  inVain = 0;
}

/** A browser cannot sign in by itself: there it waits for the person. */
const canSend = (): boolean => waitingNow().length > 0 && (SIGN_IN === 'wechat' || sessionNow() !== undefined);

function laterAgain(): void {
  clearTimeout(timer);
  if (!canSend()) return;
  const ms = Math.min(longestWaitMs, firstWaitMs * 2 ** inVain);
  timer = setTimeout(() => void flush(), ms * (0.6 + Math.random() * 0.8));
}

/** Sends what waits; one round at a time, however many ask for it. */
export function flush(): Promise<void> {
  if (!flushing && !canSend()) return Promise.resolve();
  flushing ??= sendAll().finally(() => {
    flushing = undefined;
    laterAgain();
  });
  return flushing;
}

/** What was given up is sent once more, because a person says so. */
export function sendAgain(nonce: string): void {
  changeDeed(nonce, { state: 'waiting', faults: 0 });
  void flush();
}

/** Sends now, and says what became of this one. */
export async function flushFor(nonce: string): Promise<Deed | undefined> {
  const wasFlushing = flushing !== undefined;
  await flush();
  if (wasFlushing && findDeed(nonce)?.state === 'waiting') await flush();
  return findDeed(nonce);
}

/** Things have changed, so the long waits of before do not count. */
function soon(): void {
  inVain = 0;
  if (!canSend()) return;
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), 100 + Math.random() * jitterMs);
}

/** Sends when the network returns, when the app comes to the front, when somebody signs in, and again and again while something waits. */
export function wireFlush(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) soon();
  });
  onSession(soon);
  if (process.env.TARO_ENV === 'weapp') Taro.onAppShow(soon);
  else {
    window.addEventListener('online', soon);
    document.addEventListener('visibilitychange', soon);
  }
  soon();
}
