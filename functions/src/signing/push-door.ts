import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

interface PushSettings {
  token: string;
  /** EncodingAESKey: 43 letters and digits. */
  key: string;
  appId: string;
}

/** 16 random bytes and the length come before the text, the AppID and the filling after it. */
const headBytes = 20;

/** WeChat's own messages to us: signed with the token, and sealed with the key (安全模式). */
export function pushDoor({ token, key, appId }: PushSettings) {
  const aesKey = Buffer.from(`${key}=`, 'base64');

  function decrypt(sealed: string): Buffer {
    const decipher = createDecipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16));
    // filled up to 32 bytes, twice what the cipher would take away
    decipher.setAutoPadding(false);
    const filled = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
    return filled.subarray(0, filled.length - (filled.at(-1) ?? 0));
  }

  function read(sealed: string): unknown {
    const whole = decrypt(sealed);
    const end = headBytes + whole.readUInt32BE(headBytes - 4);
    return whole.subarray(end).toString() === appId ? JSON.parse(whole.subarray(headBytes, end).toString()) : undefined;
  }

  return {
    /** Signed by who knows the token: the sha1 of it and the parts, sorted. */
    isGenuine(signature: string, parts: readonly string[]): boolean {
      const expected = createHash('sha1')
        .update([token, ...parts].sort().join(''))
        .digest();
      const given = Buffer.from(signature, 'hex');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },

    /** What was sealed for this app; undefined when it is none of ours, or no JSON. */
    open(sealed: string): unknown {
      try {
        return read(sealed);
      } catch {
        return undefined;
      }
    },
  };
}
