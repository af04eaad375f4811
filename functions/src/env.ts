import * as z from 'zod';
import { MessageTemplates } from './messages/templates.ts';

const Secrets = z.object({
  /** HMAC key of session tokens, base64. */
  sessionKey: z.string().min(40),
  /** HMAC keys of printed codes by their one-letter id; the last one signs, all verify. */
  codeKeys: z.record(z.string().length(1), z.string().min(40)),
  /** Keys of sealed fields by their one-letter id; the last one closes, all open. AES-256: 32 bytes, base64. */
  fieldKeys: z.record(z.string().length(1), z.string().min(40)),
  /** HMAC key of the blind index; changing it means building the index anew. */
  blindKey: z.string().min(40),
  wechatAppId: z.string().min(4),
  wechatSecret: z.string().min(4),
  /** Token and EncodingAESKey of the message push, as the mini-program's console has them. */
  wechatPushToken: z.string().regex(/^[A-Za-z0-9]{3,32}$/),
  wechatPushKey: z.string().regex(/^[A-Za-z0-9]{43}$/),
});
export type Secrets = z.infer<typeof Secrets>;

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
}

const Env = z.object({
  TABLE_NAME: z.string().min(1),
  STAGE: z.string().min(1).default('local'),
  WECHAT_BASE: z.url().default('https://api.weixin.qq.com'),
  PUBLIC_ORIGIN: z.url(),
  SECRETS: z.string().optional(),
  SECRET_ID: z.string().optional(),
  FONT_DIR: z.string().optional(),
  /** The templates of this stage's WeChat account, as JSON. */
  MESSAGE_TEMPLATES: z.string().default('{}').transform(readJson).pipe(MessageTemplates),
  AWS_ENDPOINT_URL_DYNAMODB: z.url().optional(),
  AWS_ENDPOINT_URL_SECRETS_MANAGER: z.url().optional(),
  /** The table answers in a few milliseconds. All four tries together end before the phone stops waiting, after 8 seconds. */
  TABLE_TIMEOUT_MS: z.coerce.number().int().min(100).default(1500),
  /** Address of the bucket; on this machine objects lie below the one address. */
  OBJECTS_BASE: z.url().optional(),
  /** Address of the bucket that keeps the copies of the audit; only its copier writes there. */
  AUDIT_COPIES_BASE: z.url().optional(),
  /** Set by Lambda. */
  AWS_REGION: z.string().default('cn-northwest-1'),
  AWS_ACCESS_KEY_ID: z.string().default('local'),
  AWS_SECRET_ACCESS_KEY: z.string().default('local'),
  AWS_SESSION_TOKEN: z.string().optional(),
});
export type Env = z.infer<typeof Env>;

/** What is read once per start is not worth compiling a reader for. */
const readOnce = { jitless: true };

/** The environment, checked: a bad one fails at cold start and names the variable. */
export function readEnv(source: Record<string, string | undefined>): Env {
  return Env.parse(source, readOnce);
}

export interface Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** In whose name the functions speak to AWS. */
export function accountOf(env: Pick<Env, 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN'>): Account {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = env;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

/** The secrets of a stage, checked: one that is missing fails at cold start and is named. */
export function readSecrets(text: string): Secrets {
  return Secrets.parse(JSON.parse(text), readOnce);
}
