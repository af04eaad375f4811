import { type Answer, refused } from './answers.ts';
import { countCall } from './quotas.ts';
import type { Sim } from './sim.ts';
import { tokenTrouble } from './tokens.ts';

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  text: string;
}

export type Body = Record<string, unknown>;

/** One address of api.weixin.qq.com: what is checked before it, and what it does. */
export interface Endpoint {
  method: 'GET' | 'POST';
  needsToken: boolean;
  perMinute?: number;
  perDay?: number;
  /** Most endpoints say 45011 for a full minute; msg_sec_check says 44991. */
  minuteErrcode?: number;
  answer: (sim: Sim, query: URLSearchParams, body: Body) => Answer | Promise<Answer>;
}

/** Runs the checks every endpoint shares, in the order method, token, body, quota; then the endpoint. */
export async function answerCall(sim: Sim, endpoint: Endpoint, call: Call): Promise<Answer> {
  const trouble = doorTrouble(sim, endpoint, call);
  if (trouble) return refused(trouble);
  const body = endpoint.method === 'POST' ? readBody(call.text) : {};
  if (typeof body === 'number') return refused(body);
  const full = countCall(sim, call.path, { ...endpoint, ...sim.memory.limits.get(call.path) });
  if (full) return refused(full === 'day' ? 45009 : (endpoint.minuteErrcode ?? 45011));
  return endpoint.answer(sim, call.query, body);
}

function doorTrouble(sim: Sim, endpoint: Endpoint, call: Call): number | undefined {
  if (call.method !== endpoint.method) return endpoint.method === 'POST' ? 43002 : 43001;
  return endpoint.needsToken ? tokenTrouble(sim, call.query.get('access_token')) : undefined;
}

function readBody(text: string): Body | number {
  if (text.trim() === '') return 44002;
  try {
    const body: unknown = JSON.parse(text);
    return isBody(body) ? body : 47001;
  } catch {
    return 47001;
  }
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
