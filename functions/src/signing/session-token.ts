import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Caller, Role, WorkerId } from '@shanhai/shared/contract/basics.ts';
import * as z from 'zod';

const Payload = z.object({ w: WorkerId, r: Role, s: z.string().optional(), g: z.int().optional(), e: z.int() });

const mac = (key: Uint8Array, body: string): Buffer => createHmac('sha256', key).update(`session|v1|${body}`).digest();

/** A session as text: who, acting as what over which scope, until when. Signed, not secret: it names no openid and no phone. */
export function signSession(caller: Caller, expiresAt: string, key: Uint8Array): string {
  const body = Buffer.from(
    JSON.stringify({ w: caller.workerId, r: caller.role, s: caller.scope, g: caller.generation, e: Math.floor(Date.parse(expiresAt) / 1000) }),
  ).toString('base64url');
  return `${body}.${mac(key, body).toString('base64url')}`;
}

/** The caller of a genuine, unexpired token; undefined for anything else. */
export function readSession(token: string, now: string, key: Uint8Array): Caller | undefined {
  const [body, signature] = token.split('.');
  if (!body || !signature) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(key, body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = Payload.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (!parsed.success || parsed.data.e * 1000 <= Date.parse(now)) return undefined;
  const { w, r, s, g } = parsed.data;
  return { workerId: w, role: r, ...(s === undefined ? {} : { scope: s }), ...(g === undefined ? {} : { generation: g }) };
}
