import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The same JSON that Secrets Manager holds in the cloud. */
export interface LocalSecrets {
  readonly sessionKey: string;
  readonly codeKeys: Record<string, string>;
  readonly fieldKeys: Record<string, string>;
  readonly blindKey: string;
  readonly wechatAppId: string;
  readonly wechatSecret: string;
  readonly wechatPushToken: string;
  readonly wechatPushKey: string;
}

const key = (): string => randomBytes(32).toString('base64');

/** New keys for one machine; the WeChat account exists only in the stand-in. */
export function makeSecrets(): LocalSecrets {
  return {
    sessionKey: key(),
    codeKeys: { '1': key() },
    fieldKeys: { '1': key() },
    blindKey: key(),
    wechatAppId: 'wx5a17e2b0c4d96f38',
    wechatSecret: randomBytes(16).toString('hex'),
    wechatPushToken: randomBytes(16).toString('hex'),
    wechatPushKey: `${randomBytes(21).toString('hex')}0`,
  };
}

/** The keys of this machine: made once, so that sessions, printed codes and sealed fields outlive a restart; what a newer version needs is added. */
export function keepSecrets(folder: string): LocalSecrets {
  const file = path.join(folder, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<LocalSecrets>) : {};
  const secrets = { ...makeSecrets(), ...kept };
  if (Object.keys(kept).length === Object.keys(secrets).length) return secrets;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
