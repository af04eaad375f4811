import type { Output } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { asRefusal, isPassing, refusalOf } from './refusal.ts';
import { request } from './request.ts';
import { actedLast, deviceId, forgetActed, keepSession, type Session, sessionNow } from './session-store.ts';

type Role = Session['acting']['role'];
export type Desk = Output<'identity.openDesk'>;

/** A persona of the stand-in for WeChat; there is none but on a developer's machine. */
export interface Persona {
  id: string;
  name: string;
  /** Who this is, in a sentence. */
  about: string;
  group: Role | 'odd';
}

const renewAheadMs = 10 * 60_000;
let pending: Promise<Session> | undefined;

/** Several calls that need a session at once share one sign-in. */
function once(work: () => Promise<Session>): Promise<Session> {
  pending ??= work().finally(() => {
    pending = undefined;
  });
  return pending;
}

async function exchange(code: string): Promise<Session> {
  const session = await request('identity.signIn', { code, deviceId: deviceId() }, undefined);
  keepSession(session);
  return session;
}

/** A session ends in the middle of a day's work; the work goes on in the same role. One that is no longer held is not taken. */
async function inFormerRole(session: Session): Promise<Session> {
  const acted = actedLast();
  if (!acted || acted.workerId !== session.workerId || acted.role === session.acting.role) return session;
  const { role, scope } = acted;
  try {
    return await request('identity.act', { role, ...(scope !== undefined && { scope }) }, session.token);
  } catch (error) {
    if (isPassing(asRefusal(error))) throw error;
    return session;
  }
}

async function signInWithWechat(): Promise<Session> {
  const { code } = await Taro.login().catch(() => {
    throw refusalOf('network');
  });
  const session = await request('identity.signIn', { code, deviceId: deviceId() }, undefined);
  const inRole = await inFormerRole(session);
  keepSession(inRole);
  return inRole;
}

const signInSilently = (): Promise<Session> => (SIGN_IN === 'wechat' ? signInWithWechat() : Promise.reject(refusalOf('not_signed_in')));

/** Signs in without asking anybody. A browser cannot: there a person picks or scans first. */
export const signInAgain = (): Promise<Session> => once(signInSilently);

async function renewed(session: Session): Promise<Session> {
  try {
    const next = await request('identity.renew', {}, session.token);
    keepSession(next);
    return next;
  } catch (error) {
    if (isPassing(asRefusal(error))) return session;
    keepSession(undefined);
    // Not by `once`: this is what it waits for.
    return signInSilently();
  }
}

/** The session to call with: the one we hold, renewed when it is about to lapse, or a new one. */
export function ensureSession(): Promise<Session> {
  const session = sessionNow();
  if (!session) return signInAgain();
  const leftMs = Date.parse(session.expiresAt) - Date.now();
  return leftMs > renewAheadMs ? Promise.resolve(session) : once(() => renewed(session));
}

/** From now on act in another of the roles one holds. */
export async function act(role: Role, scope?: string): Promise<Session> {
  const { token } = await ensureSession();
  const session = await request('identity.act', scope === undefined ? { role } : { role, scope }, token);
  keepSession(session);
  return session;
}

/** Somebody was taken out of the employer they acted for: from now on they are here for themselves. */
export async function stepBack(token: string | undefined): Promise<void> {
  if (!token || sessionNow()?.token !== token) return;
  forgetActed();
  try {
    keepSession(await request('identity.act', { role: 'worker' }, token));
  } catch {
    keepSession(undefined);
  }
}

export function signOut(): void {
  forgetActed();
  keepSession(undefined);
}

async function askStandIn<T>(path: string, data?: Record<string, string>): Promise<T> {
  const answer = await Taro.request<T>({
    url: `/__sim/${path}`,
    method: data ? 'POST' : 'GET',
    ...(data && { data, header: { 'content-type': 'application/json' } }),
  }).catch(() => {
    throw refusalOf('network');
  });
  if (answer.statusCode >= 400) throw refusalOf('network');
  return answer.data;
}

/** Everybody one can be on a developer's machine. */
export const personas = (): Promise<Persona[]> => askStandIn<Persona[]>('personas');

export async function signInAs(user: string): Promise<Session> {
  const { code } = await askStandIn<{ code: string }>('login', { user });
  return exchange(code);
}

/** A desktop browser opens a desk, shows its code, and asks until somebody's phone has confirmed it. */
export const openDesk = (): Promise<Desk> => request('identity.openDesk', {}, undefined);

export async function pollDesk({ deskId, secret }: Desk): Promise<Session | undefined> {
  const { session } = await request('identity.pollDesk', { deskId, secret }, undefined);
  if (session) keepSession(session);
  return session;
}
