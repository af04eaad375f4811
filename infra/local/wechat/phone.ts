import * as z from 'zod';
import { type Answer, json, refused } from './answers.ts';
import { spendCode } from './codes.ts';
import type { Body, Endpoint } from './endpoint.ts';
import { openidOf } from './personas.ts';
import type { Sim } from './sim.ts';

const PhoneRequest = z.object({ code: z.string(), openid: z.string().optional() });

/** A code of somebody else's openid is refused as an invalid code; the real errcode for it is not documented. */
function givePhone(sim: Sim, _query: URLSearchParams, body: Body): Answer {
  const request = PhoneRequest.safeParse(body);
  if (!request.success) return refused(47001);
  const { code, openid } = request.data;
  const persona = spendCode(sim, 'phone', code);
  const { appId } = sim.settings;
  if (typeof persona === 'string' || !persona.phone || (openid !== undefined && openid !== openidOf(appId, persona.id))) {
    return refused(40029, `invalid code hint: [${hex(sim)}-${hex(sim)}]`);
  }
  const watermark = { timestamp: Math.floor(sim.nowMs() / 1000), appid: appId };
  const phoneInfo = { phoneNumber: persona.phone, purePhoneNumber: persona.phone, countryCode: '86', watermark };
  return json({ errcode: 0, errmsg: 'ok', phone_info: phoneInfo });
}

const hex = (sim: Sim): string => Buffer.from(sim.draw(8), 'base64url').toString('hex').slice(0, 8);

export const phoneEndpoints: Record<string, Endpoint> = {
  '/wxa/business/getuserphonenumber': { method: 'POST', needsToken: true, answer: givePhone },
};
