import { Problem } from '@shanhai/shared/problems.ts';

export interface WechatMessage {
  openid: string;
  templateId: string;
  /** Page of the mini-program with its parameters, without a leading slash. */
  page: string;
  fields: Record<string, { value: string }>;
}

/** What WeChat said to a message. `unsure`: no answer, and it may have been sent. `fault`: it never will be as it stands. */
export type WechatSent = { said: 'sent' | 'refused' | 'unsure' | 'tomorrow' } | { said: 'busy' | 'fault'; reason: string };

interface Reply {
  errcode: number;
}

const refused = 43101;
const dayIsUsedUp = 45009;
/** Not sent, and another time may do: busy, too many a minute, another message to the same person on its way, a token that died twice. */
const passing = new Set([-1, 45011, 43108, 40001, 40014, 42001]);

function readSent({ errcode }: Reply): WechatSent {
  if (errcode === 0) return { said: 'sent' };
  if (errcode === refused) return { said: 'refused' };
  if (errcode === dayIsUsedUp) return { said: 'tomorrow' };
  return { said: passing.has(errcode) ? 'busy' : 'fault', reason: String(errcode) };
}

/** One-time subscribe messages. Without a token nothing was asked; without an answer nobody knows. */
export function messageSender(currentToken: () => Promise<string>, askWithToken: (path: string, body: object) => Promise<Reply>) {
  return async function sendMessage({ openid, templateId, page, fields }: WechatMessage): Promise<WechatSent> {
    try {
      await currentToken();
    } catch (error) {
      if (error instanceof Problem) return { said: 'busy', reason: 'no_token' };
      throw error;
    }
    try {
      const body = { touser: openid, template_id: templateId, page, data: fields, lang: 'zh_CN' };
      return readSent(await askWithToken('/cgi-bin/message/subscribe/send', body));
    } catch (error) {
      if (error instanceof Problem) return { said: 'unsure' };
      throw error;
    }
  };
}
