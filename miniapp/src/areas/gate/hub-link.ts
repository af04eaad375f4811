import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { HubAnswer } from '@shanhai/shared/contract/hub.ts';
import { type HubAddress, hubHeaders, isSameSign, signOfAnswer, signOfRequest } from '@shanhai/shared/rules/hub.ts';
import { asciiJson } from '@shanhai/shared/rules/relay.ts';
import { hash } from '@stablelib/sha256';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { asRefusal, refusalFromAnswer, refusalOf } from '../../api/refusal.ts';
import { addressOf } from '../../api/request.ts';
import { drawnLetters } from '../../api/session-store.ts';

/** Whether the laptop in the hall answers: not asked yet, or not lately. */
export type HubState = 'unknown' | 'up' | 'away';
interface HubAnswers {
  'attendance.upload': HubAnswer;
  'attendance.snapshot': Output<'attendance.snapshot'>;
  'system.health': Output<'system.health'>;
}

/** A hall's wifi answers within some milliseconds, or not at all. */
const waitMs = 1500;
/** Nobody in the line waits for a hub that was away a moment ago. */
const awayMs = 8000;
/** Only in WeChat: the policy of our pages lets a browser speak to nobody but the server. */
export const mayReachHub = process.env.TARO_ENV === 'weapp';
const keyOf = (fairId: string): string => `gate-hub:${fairId}`;
const listeners = new Set<() => void>();
let held: HubAddress | undefined;
let state: HubState = 'unknown';
let awayAt = 0;

function put(next: HubState): void {
  if (next === 'away') awayAt = Date.now();
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** The hub this device was paired with for a fair; the same object as long as it is the same. */
export function hubOf(fairId: string): HubAddress | undefined {
  if (!mayReachHub) return undefined;
  const kept = Taro.getStorageSync<HubAddress | ''>(keyOf(fairId)) || undefined;
  if (kept?.address !== held?.address || kept?.secret !== held?.secret) held = kept;
  return held;
}

/** One that has just answered, or none any more. */
export function keepHub(fairId: string, hub: HubAddress | undefined): void {
  if (hub) Taro.setStorageSync(keyOf(fairId), hub);
  else Taro.removeStorageSync(keyOf(fairId));
  state = hub ? 'up' : 'unknown';
  awayAt = 0;
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
const stateNow = (): HubState => state;
export const useHubState = (): HubState => useSyncExternalStore(follow, stateNow, stateNow);
export const useHub = (fairId: string): HubAddress | undefined =>
  useSyncExternalStore(
    follow,
    () => hubOf(fairId),
    () => undefined,
  );

/** Is there sense in asking it now? */
export const mayAsk = (fairId: string): boolean => hubOf(fairId) !== undefined && (state !== 'away' || Date.now() - awayAt > awayMs);

const hashOf = (ascii: string): string =>
  Array.from(hash(Uint8Array.from(ascii, (letter) => letter.charCodeAt(0))), (byte) => byte.toString(16).padStart(2, '0')).join('');

function signOf(header: Record<string, unknown> = {}): string {
  const name = Object.keys(header).find((one) => one.toLowerCase() === hubHeaders.sign);
  return name ? String(header[name]) : '';
}

/** One request to the laptop, in the clear and signed; an answer that is not signed for it is nobody's. No session goes along. */
async function askOnce<N extends keyof HubAnswers>({ address, secret }: HubAddress, name: N, input: Sent<N>): Promise<HubAnswers[N]> {
  const { method, url, body } = addressOf(name, input as Record<string, unknown>);
  const path = url.slice(API_BASE.length);
  const data = body ? asciiJson(body) : '';
  const [at, nonce] = [new Date().toISOString(), drawnLetters(20)];
  const sign = signOfRequest(secret, { method, path, at, nonce, bodyHash: hashOf(data) });
  const header = { 'content-type': 'application/json', [hubHeaders.at]: at, [hubHeaders.nonce]: nonce, [hubHeaders.sign]: sign };
  const options = { url: `http://${address}${path}`, method, header, timeout: waitMs, dataType: 'text', responseType: 'text' as const };
  const answer = await Taro.request<string>({ ...options, ...(body && { data }) }).catch((cause: { statusCode?: number; data?: unknown }) => {
    if (cause?.statusCode) return { statusCode: cause.statusCode, data: String(cause.data), header: {} };
    throw refusalOf('network');
  });
  const { statusCode: status } = answer;
  const own = signOfAnswer(secret, { nonce, status, bodyHash: hashOf(answer.data) });
  if (!isSameSign(signOf(answer.header), own)) throw refusalOf(status === 422 ? 'clock_off' : status === 403 ? 'not_allowed' : 'network');
  if (status >= 400) throw refusalFromAnswer(JSON.parse(answer.data));
  return JSON.parse(answer.data) as HubAnswers[N];
}

/** Asks and remembers how it went. Throws a refusal. */
export async function askHub<N extends keyof HubAnswers>(hub: HubAddress, name: N, input: Sent<N>): Promise<HubAnswers[N]> {
  try {
    const answer = await askOnce(hub, name, input);
    put('up');
    return answer;
  } catch (error) {
    put('away');
    throw asRefusal(error);
  }
}
