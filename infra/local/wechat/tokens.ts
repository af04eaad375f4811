import { type Answer, json, refused } from './answers.ts';
import type { Body, Endpoint } from './endpoint.ts';
import type { Sim } from './sim.ts';

const lifeMs = 7_200_000;
const overlapMs = 300_000;
const forcePauseMs = 30_000;
const forcesPerDay = 20;

/** The errcode for a token that does not open the door, or nothing. */
export function tokenTrouble(sim: Sim, token: string | null): number | undefined {
  if (!token) return 41001;
  if (!/^[\w-]{20,512}$/.test(token)) return 40014;
  const expiresMs = sim.memory.tokens.get(token);
  if (expiresMs === undefined) return 40001;
  return sim.nowMs() >= expiresMs ? 42001 : undefined;
}

function issue(sim: Sim): string {
  const token = `90_${sim.draw(86)}${sim.draw(47)}`;
  sim.memory.tokens.set(token, sim.nowMs() + lifeMs);
  return token;
}

function remainingMs(sim: Sim, token: string | undefined): number {
  return token === undefined ? 0 : (sim.memory.tokens.get(token) ?? 0) - sim.nowMs();
}

function tokenAnswer(sim: Sim, token: string): Answer {
  return json({ access_token: token, expires_in: Math.floor(remainingMs(sim, token) / 1000) });
}

interface Credentials {
  grantType: unknown;
  appId: unknown;
  secret: unknown;
}

/** The errcode for wrong app credentials; every call that carries the secret begins with it. */
export function credentialTrouble(sim: Sim, given: Credentials, grantType: string): number | undefined {
  const { appId, secret } = sim.settings;
  const checks: [boolean, number][] = [
    [!given.appId, 41002],
    [!given.secret, 41004],
    [given.grantType !== grantType, 40002],
    [given.appId !== appId, 40013],
    [given.secret !== secret, 40125],
  ];
  return checks.find(([isWrong]) => isWrong)?.[1];
}

/** A new stable token at once, the old one dead at once: at most twenty a day and thirty seconds apart. */
function forceToken(sim: Sim): Answer {
  const { memory } = sim;
  const now = sim.nowMs();
  const today = memory.forcedMs.filter((ms) => now - ms < 86_400_000);
  if (today.length >= forcesPerDay) return refused(45009);
  const isTooSoon = now - (today.at(-1) ?? Number.NEGATIVE_INFINITY) < forcePauseMs;
  if (isTooSoon && memory.stableToken) return tokenAnswer(sim, memory.stableToken);
  memory.forcedMs = [...today, now];
  if (memory.stableToken) memory.tokens.delete(memory.stableToken);
  memory.stableToken = issue(sim);
  return tokenAnswer(sim, memory.stableToken);
}

function giveStableToken(sim: Sim, _query: URLSearchParams, body: Body): Answer {
  const trouble = credentialTrouble(sim, { grantType: body.grant_type, appId: body.appid, secret: body.secret }, 'client_credential');
  if (trouble) return refused(trouble);
  if (body.force_refresh === true) return forceToken(sim);
  const { memory } = sim;
  if (!memory.stableToken || remainingMs(sim, memory.stableToken) <= overlapMs) memory.stableToken = issue(sim);
  return tokenAnswer(sim, memory.stableToken);
}

/** The older way: each call makes a new token, and the one before lives five minutes more. */
function givePlainToken(sim: Sim, query: URLSearchParams): Answer {
  const given = { grantType: query.get('grant_type'), appId: query.get('appid'), secret: query.get('secret') };
  const trouble = credentialTrouble(sim, given, 'client_credential');
  if (trouble) return refused(trouble);
  const { memory } = sim;
  const before = memory.plainToken;
  if (before) memory.tokens.set(before, Math.min(memory.tokens.get(before) ?? 0, sim.nowMs() + overlapMs));
  memory.plainToken = issue(sim);
  return tokenAnswer(sim, memory.plainToken);
}

export const tokenEndpoints: Record<string, Endpoint> = {
  '/cgi-bin/stable_token': { method: 'POST', needsToken: false, perMinute: 10_000, perDay: 500_000, answer: giveStableToken },
  '/cgi-bin/token': { method: 'GET', needsToken: false, answer: givePlainToken },
};
