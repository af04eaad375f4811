import { createHash, createHmac } from 'node:crypto';

export interface Account {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface JsonRequest {
  readonly service: string;
  readonly region: string;
  readonly host: string;
  /** Operation with its service's version, as `DynamoDB_20120810.GetItem`. */
  readonly target: string;
  readonly contentType: string;
  readonly body: string;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The key of a day, a region and a service is derived once and then kept: it is the dearest part of a signature. */
function dayKeys({ secretAccessKey }: Account): (day: string, region: string, service: string) => Buffer {
  let kept: { scope: string; key: Buffer } | undefined;
  return (day, region, service) => {
    const scope = `${day}/${region}/${service}`;
    if (kept?.scope !== scope) kept = { scope, key: mac(mac(mac(mac(`AWS4${secretAccessKey}`, day), region), service), 'aws4_request') };
    return kept.key;
  };
}

/** The headers of a signed POST of JSON to `/`: AWS Signature Version 4. */
export function awsSigner(account: Account) {
  const keyOf = dayKeys(account);
  return ({ service, region, host, target, contentType, body }: JsonRequest, instant: string): Record<string, string> => {
    const at = instant.replace(/[:-]|\.\d{3}/g, '');
    const day = at.slice(0, 8);
    // in the order of their names, as the signature wants them
    const headers: Record<string, string> = {
      'content-type': contentType,
      host,
      'x-amz-date': at,
      ...(account.sessionToken ? { 'x-amz-security-token': account.sessionToken } : {}),
      'x-amz-target': target,
    };
    const names = Object.keys(headers).join(';');
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
    const request = ['POST', '/', '', lines.join(''), names, hash(body)].join('\n');
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signature = mac(keyOf(day, region, service), ['AWS4-HMAC-SHA256', at, scope, hash(request)].join('\n')).toString('hex');
    return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${account.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}` };
  };
}
