import { setTimeout as wait } from 'node:timers/promises';
import { Problem, type ProblemCode } from '@shanhai/shared/problems.ts';
import * as z from 'zod';
import { messageSender } from './wechat-messages.ts';

/** Success often comes without errcode, and sns replies call themselves text/plain: neither is relied on. */
const Reply = z.looseObject({ errcode: z.number().default(0), errmsg: z.string().default('') });
type Reply = z.infer<typeof Reply>;

const TokenReply = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const LoginReply = z.object({ openid: z.string().min(1), unionid: z.string().optional() });
/** Older replies give the country code as a number. */
const PhoneReply = z.object({ phone_info: z.object({ purePhoneNumber: z.string().min(1), countryCode: z.coerce.string() }) });

/** What WeChat thinks of a text: fine, to be looked at by a person, or not to be shown. */
const TextReply = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) });
export type TextVerdict = z.infer<typeof TextReply>['result']['suggest'];
/** A picture is looked at later; what WeChat thinks comes as a push with this trace. */
const PictureReply = z.object({ trace_id: z.string().min(1) });
/** Papers say who one is: 资料. */
const ofPapers = 1;
/** A text of this kind is 论坛: others read it. */
const readByOthers = 3;

const busy: Record<number, ProblemCode> = { [-1]: 'wechat_busy', 45009: 'wechat_busy', 45011: 'wechat_busy' };
const loginRefusals: Record<number, ProblemCode> = {
  ...busy,
  40029: 'login_code_used',
  40163: 'login_code_used',
  40226: 'account_blocked',
};
const phoneRefusals: Record<number, ProblemCode> = { ...busy, 40029: 'phone_refused', 40163: 'phone_refused' };
const staleToken = new Set([40001, 40014, 42001]);

const retryPausesMs = [150, 450];
/** WeChat lets a token live on for this long after it has given out the next one. */
const tokenOverlapS = 300;

export interface WechatSettings {
  base: string;
  appId: string;
  secret: string;
  now: () => Date;
  timeoutMs?: number;
}

export interface WechatLogin {
  openid: string;
  unionid?: string | undefined;
}

/** WeChat's server API as far as the functions use it. Its refusals come out as Problems of ours, two calls long before the phone stops waiting (8 s). */
export function wechatClient({ base, appId, secret, now, timeoutMs = 3000 }: WechatSettings) {
  const ask = (path: string, query: Record<string, string>, body?: object): Promise<Reply> => {
    const url = `${base.replace(/\/$/, '')}${path}?${new URLSearchParams(query)}`;
    return askPatiently(url, body, timeoutMs);
  };
  const tokens = tokenHolder(async () => {
    const reply = await ask('/cgi-bin/stable_token', {}, { grant_type: 'client_credential', appid: appId, secret });
    return readReply(reply, TokenReply, busy);
  }, now);

  /** A token can die early when somebody else renews it: then one fresh token and one more try. */
  async function askWithToken(path: string, body: object): Promise<Reply> {
    const token = await tokens.current();
    const reply = await ask(path, { access_token: token }, body);
    if (!staleToken.has(reply.errcode)) return reply;
    tokens.drop(token);
    return ask(path, { access_token: await tokens.current() }, body);
  }

  return {
    sendMessage: messageSender(() => tokens.current(), askWithToken),

    /** Who holds the phone that called wx.login; a code works once, for five minutes. */
    async exchangeLogin(code: string): Promise<WechatLogin> {
      const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
      return readReply(await ask('/sns/jscode2session', query), LoginReply, loginRefusals);
    },

    /** The mainland number behind the phone button's code; `openid` lets WeChat refuse a code of somebody else. */
    async phoneNumber(code: string, openid: string): Promise<string> {
      const reply = await askWithToken('/wxa/business/getuserphonenumber', { code, openid });
      const { purePhoneNumber, countryCode } = readReply(reply, PhoneReply, phoneRefusals).phone_info;
      if (countryCode !== '86') throw new Problem('phone_refused');
      return purePhoneNumber;
    },

    /** Looks at a text of at most 2,500 characters; its writer must have used the mini-program within two hours. */
    async checkText(openid: string, content: string): Promise<TextVerdict> {
      const reply = await askWithToken('/wxa/msg_sec_check', { content, version: 2, scene: readByOthers, openid });
      return readReply(reply, TextReply, { ...busy, 44991: 'wechat_busy' }).result.suggest;
    },

    /** Has WeChat fetch a picture and look at it; its owner must have used the mini-program within two hours. */
    async checkPicture(openid: string, link: string): Promise<string> {
      const reply = await askWithToken('/wxa/media_check_async', { media_url: link, media_type: 2, version: 2, scene: ofPapers, openid });
      return readReply(reply, PictureReply, { ...busy, 44991: 'wechat_busy' }).trace_id;
    },
  };
}
export type WechatClient = ReturnType<typeof wechatClient>;

/** One access token for all calls of this process; callers that come together wait for the same fetch. */
function tokenHolder(fetchToken: () => Promise<z.infer<typeof TokenReply>>, now: () => Date) {
  let held: { token: string; useUntilMs: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { access_token: token, expires_in: seconds } = await fetchToken();
    held = { token, useUntilMs: now().getTime() + (seconds - tokenOverlapS) * 1000 };
    return token;
  }

  return {
    async current(): Promise<string> {
      if (held && now().getTime() < held.useUntilMs) return held.token;
      fetching ??= renew().finally(() => {
        fetching = undefined;
      });
      return fetching;
    },
    drop(token: string): void {
      if (held?.token === token) held = undefined;
    },
  };
}

/** Asks, and asks again after a short pause while WeChat says it is busy (-1). */
async function askPatiently(url: string, body: object | undefined, timeoutMs: number): Promise<Reply> {
  let reply = await askOnce(url, body, timeoutMs);
  for (const pauseMs of retryPausesMs) {
    if (reply.errcode !== -1) return reply;
    await wait(pauseMs);
    reply = await askOnce(url, body, timeoutMs);
  }
  return reply;
}

async function askOnce(url: string, body: object | undefined, timeoutMs: number): Promise<Reply> {
  const request = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {};
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw noAnswer(`HTTP ${response.status}`);
    return Reply.parse(await response.json());
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw noAnswer(error instanceof Error ? error.name : 'unknown');
  }
}

/** Only the kind of trouble goes on: the address that was asked carries the secret or a token. */
function noAnswer(trouble: string): Problem {
  return new Problem('wechat_busy', {}, new Error(`WeChat gave no answer: ${trouble}`));
}

function readReply<T>(reply: Reply, shape: z.ZodType<T>, refusals: Record<number, ProblemCode>): T {
  if (reply.errcode !== 0) {
    const code = refusals[reply.errcode] ?? 'internal';
    throw new Problem(code, {}, new Error(`WeChat refused with ${reply.errcode}: ${reply.errmsg}`));
  }
  const read = shape.safeParse(reply);
  if (!read.success) throw new Problem('internal', {}, new Error(`WeChat answered in another shape: ${z.prettifyError(read.error)}`));
  return read.data;
}
