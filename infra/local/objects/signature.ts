import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Account {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A request as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** What a request says of its own signature, from its query or from its headers. */
interface Claim {
  credential: string;
  signedHeaders: string[];
  signature: string;
  date: string;
  payload: string;
  expires: number;
}

export type SignatureFault = 'MissingSignature' | 'InvalidAccessKeyId' | 'RequestExpired' | 'RequestTimeTooSkewed' | 'SignatureDoesNotMatch';

const skewMs = 15 * 60_000;
const longestSeconds = 7 * 24 * 3600;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

function claimInQuery(url: URL): Claim | undefined {
  const of = (name: string): string => url.searchParams.get(`X-Amz-${name}`) ?? '';
  if (!url.searchParams.has('X-Amz-Signature')) return undefined;
  return {
    credential: of('Credential'),
    signedHeaders: of('SignedHeaders').split(';'),
    signature: of('Signature'),
    date: of('Date'),
    payload: 'UNSIGNED-PAYLOAD',
    expires: Number(of('Expires')),
  };
}

function claimInHeaders(headers: IncomingHttpHeaders): Claim | undefined {
  const found = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '');
  if (!found) return undefined;
  const [, credential = '', signedHeaders = '', signature = ''] = found;
  const [date, payload] = [String(headers['x-amz-date']), String(headers['x-amz-content-sha256'])];
  return { credential, signedHeaders: signedHeaders.split(';'), signature, date, payload, expires: Number.POSITIVE_INFINITY };
}

function canonicalQuery(url: URL): string {
  const pairs = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.sort().join('&');
}

function signatureOf({ method, url, headers }: SignedRequest, claim: Claim, { secretAccessKey }: Account): string {
  const scope = claim.credential.split('/').slice(1);
  const [day = '', region = '', service = ''] = scope;
  const path = url.pathname.split('/').map((part) => encode(decodeURIComponent(part)));
  const canonical = [
    method,
    path.join('/'),
    canonicalQuery(url),
    ...claim.signedHeaders.map((name) => `${name}:${String(headers[name]).trim().replace(/\s+/g, ' ')}`),
    '',
    claim.signedHeaders.join(';'),
    claim.payload,
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', claim.date, scope.join('/'), createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
}

const instantOf = (date: string): number => Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function lateness({ date, expires }: Claim, now: number): SignatureFault | undefined {
  const age = now - instantOf(date);
  if (Number.isNaN(age) || age < -skewMs) return 'RequestTimeTooSkewed';
  if (Number.isFinite(expires)) return expires > 0 && expires <= longestSeconds && age <= expires * 1000 ? undefined : 'RequestExpired';
  return age > skewMs || Number.isNaN(expires) ? 'RequestTimeTooSkewed' : undefined;
}

/** Is this request signed by the account, for now? Signature version 4 as S3 checks it, in the query or in the headers. */
export function signatureFault(request: SignedRequest, account: Account, now: string): SignatureFault | undefined {
  const claim = claimInQuery(request.url) ?? claimInHeaders(request.headers);
  if (!claim) return 'MissingSignature';
  const scope = `${account.accessKeyId}/${claim.date.slice(0, 8)}/${account.region}/s3/aws4_request`;
  if (claim.credential !== scope) return 'InvalidAccessKeyId';
  if (!claim.signedHeaders.includes('host')) return 'SignatureDoesNotMatch';
  const [given, right] = [Buffer.from(claim.signature), Buffer.from(signatureOf(request, claim, account))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'SignatureDoesNotMatch';
  return lateness(claim, Date.parse(now));
}
