import { createHmac } from 'node:crypto';
import { type Answer, json, refused } from './answers.ts';
import { spendCode } from './codes.ts';
import type { Endpoint } from './endpoint.ts';
import { openidOf, personaByOpenid, unionIdOf } from './personas.ts';
import { countCall } from './quotas.ts';
import type { Sim } from './sim.ts';
import { credentialTrouble } from './tokens.ts';

const loginsPerMinute = 100;

function newSessionKey(sim: Sim, personaId: string): string {
  const key = Buffer.from(sim.draw(22), 'base64url').toString('base64');
  sim.memory.sessionKeys.set(personaId, key);
  return key;
}

function exchangeCode(sim: Sim, query: URLSearchParams): Answer {
  const given = { grantType: query.get('grant_type'), appId: query.get('appid'), secret: query.get('secret') };
  const trouble = credentialTrouble(sim, given, 'authorization_code');
  if (trouble) return refused(trouble);
  const code = query.get('js_code');
  if (!code) return refused(41008);
  const persona = spendCode(sim, 'login', code);
  if (persona === 'invalid') return refused(40029);
  if (persona === 'used') return refused(40163);
  if (persona.isBlocked) return refused(40226);
  if (countCall(sim, `jscode2session|${persona.id}`, { perMinute: loginsPerMinute })) return refused(45011);
  sim.memory.visitMs.set(persona.id, sim.nowMs());
  const unionid = unionIdOf(persona);
  // The real service leaves errcode out of a success.
  return json({
    session_key: newSessionKey(sim, persona.id),
    openid: openidOf(sim.settings.appId, persona.id),
    ...(unionid && { unionid }),
  });
}

/** The persona whose session key signed the query, or the errcode. */
function signedPersona(sim: Sim, query: URLSearchParams): string | number {
  const persona = personaByOpenid(sim.settings.appId, query.get('openid') ?? '');
  if (!persona) return 40003;
  if (query.get('sig_method') !== 'hmac_sha256') return 87008;
  const key = sim.memory.sessionKeys.get(persona.id);
  if (!key) return 87007;
  const signature = createHmac('sha256', key).update('').digest('hex');
  return query.get('signature') === signature ? persona.id : 87009;
}

function checkSession(sim: Sim, query: URLSearchParams): Answer {
  const persona = signedPersona(sim, query);
  return typeof persona === 'number' ? refused(persona) : json({ errcode: 0, errmsg: 'ok' });
}

function resetSession(sim: Sim, query: URLSearchParams): Answer {
  const persona = signedPersona(sim, query);
  if (typeof persona === 'number') return refused(persona);
  return json({ errcode: 0, errmsg: 'ok', openid: query.get('openid'), session_key: newSessionKey(sim, persona) });
}

export const sessionEndpoints: Record<string, Endpoint> = {
  '/sns/jscode2session': { method: 'GET', needsToken: false, answer: exchangeCode },
  '/wxa/checksession': { method: 'GET', needsToken: true, answer: checkSession },
  '/wxa/resetusersessionkey': { method: 'GET', needsToken: true, perMinute: 60_000, answer: resetSession },
};
