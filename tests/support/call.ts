import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { Session } from '@shanhai/shared/contract/identity.ts';
import type { ProblemCode } from '@shanhai/shared/problems.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';

/** A refusal as the wire carries it. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: Record<string, unknown>;
  constructor(status: number, wire: { code: ProblemCode; detail: Record<string, unknown> }) {
    super(`${status} ${wire.code} ${JSON.stringify(wire.detail)}`);
    [this.status, this.code, this.detail] = [status, wire.code, wire.detail];
  }
}

/** One request as any client would make it: address, method and where each field goes come from the routes table. */
export async function request(api: string, name: RouteName, input: Record<string, unknown>, token?: string): Promise<Response> {
  const [method = '', template = ''] = routes[name].split(' ');
  const rest = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = template.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = encodeURIComponent(String(rest[field]));
    delete rest[field];
    return value;
  });
  const isRead = method === 'GET' || method === 'DELETE';
  const query = isRead && Object.keys(rest).length ? `?${new URLSearchParams(Object.entries(rest).map(([k, v]) => [k, String(v)]))}` : '';
  return fetch(`${api}${path}${query}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(isRead ? {} : { body: JSON.stringify(rest) }),
  });
}

export async function call<N extends RouteName>(api: string, name: N, input: Sent<N>, token?: string): Promise<Output<N>> {
  const response = await request(api, name, input as Record<string, unknown>, token);
  const wire = (await response.json()) as never;
  if (!response.ok) throw new Refused(response.status, wire);
  return wire as Output<N>;
}

/** Somebody with a WeChat account, signed in and acting. */
export interface Actor {
  session: Session;
  call<N extends RouteName>(name: N, input: Sent<N>): Promise<Output<N>>;
}

export function actorOf(api: string, session: Session): Actor {
  return { session, call: (name, input) => call(api, name, input, session.token) };
}
