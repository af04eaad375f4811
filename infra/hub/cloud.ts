import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { Session } from '@shanhai/shared/contract/identity.ts';
import { isProblemCode, type ProblemCode } from '@shanhai/shared/problems.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import { plainError } from '../local/kept-folder.ts';

const waitMs = 8000;

/** Why the server did not do it; `network` when it was not reached. */
export type CloudCode = ProblemCode | 'network';
export const codeOf = (error: unknown): CloudCode => (error as { cloudCode?: CloudCode }).cloudCode ?? 'network';
const refusedBy = (cloudCode: CloudCode): Error => Object.assign(new Error(cloudCode), { cloudCode });

/** The server's address: plain http only on this machine, for a session travels over it. */
export function cloudAddress(given: string): string {
  const isFit = /^https:\/\/[\w.-]+(:\d+)?(\/[\w/-]*)?$/.test(given) || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/[\w/-]*)?$/.test(given);
  if (!isFit)
    throw plainError(`${given} is not an address of the server: it begins with https:// (http:// on this machine only), such as https://q.example.cn`);
  return given.replace(/\/$/, '');
}

function addressOf(name: RouteName, input: Record<string, unknown>): { method: string; path: string; rest: Record<string, unknown> } {
  const [method = '', template = ''] = routes[name].split(' ');
  const rest = { ...input };
  const path = template.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = encodeURIComponent(String(rest[field]));
    delete rest[field];
    return value;
  });
  return { method, path, rest };
}

async function ask<N extends RouteName>(base: string, name: N, input: Sent<N>, token?: string): Promise<Output<N>> {
  const { method, path, rest } = addressOf(name, input as Record<string, unknown>);
  const query = method === 'GET' && Object.keys(rest).length ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
  const answer = await fetch(`${base}${path}${query}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    signal: AbortSignal.timeout(waitMs),
    redirect: 'error',
    ...(method === 'GET' ? {} : { body: JSON.stringify(rest) }),
  }).catch(() => {
    throw refusedBy('network');
  });
  const wire = (await answer.json().catch(() => undefined)) as { code?: unknown } | undefined;
  // a page of a hotel's wifi answers too, but not like this
  if (wire === undefined) throw refusedBy('network');
  if (!answer.ok) throw refusedBy(isProblemCode(wire.code) ? wire.code : 'internal');
  return wire as Output<N>;
}

const renewEveryMs = 10 * 60_000;
export type Desk = Output<'identity.openDesk'>;

/**
 * The hub before the server: a desktop like any other, signed in by a code that an organizer's phone confirms. The session is in memory
 * only and ends half an hour after the last renewal; after longer without network the organizer confirms again, then what waits goes up.
 */
export function cloudAt(base: string, now: () => string) {
  let session: Session | undefined;
  let desk: Desk | undefined;
  let renewedAt = 0;

  const take = (next: Session): void => {
    [session, desk, renewedAt] = [next, undefined, Date.parse(now())];
  };
  const dropEnded = (): void => {
    if (session && session.expiresAt <= now()) session = undefined;
  };

  async function waitForPhone(): Promise<void> {
    if (!desk || desk.expiresAt <= now()) desk = await ask(base, 'identity.openDesk', {});
    const { deskId, secret } = desk;
    try {
      const { session: given } = await ask(base, 'identity.pollDesk', { deskId, secret });
      if (given) take(given);
    } catch (error) {
      if (codeOf(error) === 'desk_expired') desk = undefined;
      throw error;
    }
  }

  return {
    session: (): Session | undefined => session,
    desk: (): Desk | undefined => desk,

    /** Keeps the session alive, or waits for one. */
    async keep(): Promise<void> {
      dropEnded();
      if (!session) return waitForPhone();
      if (Date.parse(now()) - renewedAt < renewEveryMs) return;
      take(await ask(base, 'identity.renew', {}, session.token));
    },

    async call<N extends RouteName>(name: N, input: Sent<N>): Promise<Output<N>> {
      if (!session) throw refusedBy('not_signed_in');
      try {
        return await ask(base, name, input, session.token);
      } catch (error) {
        if (codeOf(error) === 'not_signed_in') session = undefined;
        throw error;
      }
    },
  };
}
export type Cloud = ReturnType<typeof cloudAt>;
