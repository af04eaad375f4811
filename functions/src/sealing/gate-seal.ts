import { createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';

/** Keys by their id, as those of sealed fields; the last one is in use and all of them open. */
export interface GateSealKeys {
  current: string;
  byId: Record<string, Uint8Array>;
}

const keyBytes = 32;
const tagBytes = 16;
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');

/**
 * Names that wait on a gate's device are closed with a public key of their fair, so that the device itself cannot read them again:
 * X25519 with a key drawn for each, SHA-256, ChaCha20-Poly1305. The private keys come out of the keys of sealed fields. 〔个人信息保护法 §51〕
 */
export function gateSeal({ current, byId }: GateSealKeys) {
  function privateOf(id: string, fairId: string): KeyObject {
    const key = Object.hasOwn(byId, id) ? byId[id] : undefined;
    if (!key) throw new Error('No key of this id');
    const bytes = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `gate|v1|${fairId}`, keyBytes));
    return createPrivateKey({ key: Buffer.concat([privateHead, bytes]), format: 'der', type: 'pkcs8' });
  }
  const publicBytes = (key: KeyObject): Buffer => createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);

  return {
    /** What a device closes with: the id of the key and the key. Anybody may know it. */
    publicKey: (fairId: string): string => `${current}.${publicBytes(privateOf(current, fairId)).toString('base64url')}`,

    /** The text; an error when it was not closed for this fair or was changed. */
    open(sealed: string, fairId: string): string {
      const [id = '', body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      if (bytes.length < keyBytes + tagBytes) throw new Error('Not a sealed text');
      const own = privateOf(id, fairId);
      const drawn = bytes.subarray(0, keyBytes);
      const theirs = createPublicKey({ key: Buffer.concat([publicHead, drawn]), format: 'der', type: 'spki' });
      const key = createHash('sha256')
        .update(diffieHellman({ privateKey: own, publicKey: theirs }))
        .update(drawn)
        .update(publicBytes(own))
        .digest();
      const decipher = createDecipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(keyBytes, -tagBytes)), decipher.final()]).toString('utf8');
    },
  };
}
