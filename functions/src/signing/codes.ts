import { createHmac, timingSafeEqual } from 'node:crypto';

/** S gate · B booth · N number strip · P person · D desk sign-in · M invitation of a colleague · J job poster · R rotating check-in. */
const codeKinds = ['S', 'B', 'N', 'P', 'D', 'M', 'J', 'R'] as const;
export type CodeKind = (typeof codeKinds)[number];

export interface CodeKeys {
  /** Stands in the signature, so a code of a trial stage is worth nothing elsewhere. */
  env: string;
  /** Id (one character) of the key that signs now; older keys still verify posters that hang. */
  current: string;
  byId: Record<string, Uint8Array>;
}

export interface ReadCode {
  kind: CodeKind;
  body: string;
}

const wholeCode = /^[SBNPDMJR][\w-]{31}$/;
const twelve = /^[\w-]{12}$/;
const fairPart = /^[\w-]{9}$/;
const macChars = 18;
/** Three characters of six bits. */
const indexLimit = 64 ** 3;

/** 108 bits: nobody guesses that online, and the whole code still fits the 32 characters a scene may have. */
function macOf(head: string, key: Uint8Array, env: string): string {
  return createHmac('sha256', key).update(`qr|v1|${env}|${head}`).digest('base64url').slice(0, macChars);
}

function keyOf(id: string, keys: CodeKeys): Uint8Array | undefined {
  return Object.hasOwn(keys.byId, id) ? keys.byId[id] : undefined;
}

/** The 32 characters of a code: kind, key id, body, signature. */
export function signCode(kind: CodeKind, body: string, keys: CodeKeys): string {
  const key = keyOf(keys.current, keys);
  if (!key || keys.current.length !== 1) throw new Error('No key to sign codes with');
  if (!twelve.test(body)) throw new Error('The body of a code is 12 characters of base64url');
  const head = kind + keys.current + body;
  return head + macOf(head, key, keys.env);
}

/** What a code says, or undefined when it is malformed, forged, of another stage, or of a key we do not hold. */
export function readCode(text: string, keys: CodeKeys): ReadCode | undefined {
  if (!wholeCode.test(text)) return undefined;
  const key = keyOf(text.charAt(1), keys);
  if (!key) return undefined;
  const head = text.slice(0, 14);
  if (!timingSafeEqual(Buffer.from(macOf(head, key, keys.env)), Buffer.from(text.slice(14)))) return undefined;
  return { kind: text.charAt(0) as CodeKind, body: text.slice(2, 14) };
}

/** The body of a gate, booth or strip code: which fair, and which gate, booth or number of it. */
export function fairBody(fairId: string, index: number): string {
  if (!fairPart.test(fairId)) throw new Error('A fair id is 9 characters of base64url');
  if (!Number.isInteger(index) || index < 0 || index >= indexLimit) throw new Error('The index does not fit 18 bits');
  // Three whole bytes are four characters; the first would hold only zeros, for the index has 18 bits.
  return (
    fairId +
    Buffer.from([index >> 16, (index >> 8) & 255, index & 255])
      .toString('base64url')
      .slice(1)
  );
}

/** The fair and the index inside a body made by `fairBody`. */
export function readFairBody(body: string): { fairId: string; index: number } | undefined {
  if (!twelve.test(body)) return undefined;
  return { fairId: body.slice(0, 9), index: Buffer.from(`A${body.slice(9)}`, 'base64url').readUIntBE(0, 3) };
}
