import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hubAddress, hubSecret, isSameSign, isTimely, pairingText, readPairing, secretOf, signOfAnswer, signOfRequest, spokenSecret } from './hub.ts';

const secret = 'ABCDEFGH23456789';

describe('the code of a hub', () => {
  test('carries address, secret and fair, and is read back', () => {
    const pairing = { address: '192.168.31.5:8790', secret, fairId: 'f8Zk3_q0-' };
    expect(readPairing(pairingText(pairing))).toEqual(pairing);
    expect(readPairing('SHHUB1.8.8.8.8:80.ABCDEFGH23456789.f8Zk3_q0-')).toBeUndefined();
    expect(readPairing('P1worker0000122P836nzXF-pdykZ_eA')).toBeUndefined();
  });

  test.each([
    ['192.168.1.20:8790', '192.168.1.20:8790'],
    [' 10.0.0.7：8790 ', '10.0.0.7:8790'],
    ['172.20.10.2:8790', '172.20.10.2:8790'],
    ['192。168。1。20:8790', '192.168.1.20:8790'],
  ])('%s is an address of a hall', (typed, address) => expect(hubAddress(typed)).toBe(address));

  test.each(['8.8.8.8:8790', '192.168.1.300:8790', '192.168.1.20', '172.32.0.1:8790', 'hub.example.cn:8790', '192.168.1.20:99999', '192.168.01.20:8790'])(
    '%s is none',
    (typed) => expect(hubAddress(typed)).toBeUndefined(),
  );

  test('is typed in groups and in small letters', () => {
    expect(spokenSecret(secret)).toBe('ABCD EFGH 2345 6789');
    expect(hubSecret('abcd efgh 2345-6789')).toBe(secret);
    expect(hubSecret('abcd efgh 2345')).toBeUndefined();
    expect(hubSecret('ABCDEFGH2345678O')).toBeUndefined();
    expect(hubSecret(secretOf(Array.from({ length: 20 }, (_, i) => i * 13)))).toHaveLength(16);
  });
});

describe('a request to a hub', () => {
  const request = { method: 'POST', path: '/fairs/f8Zk3_q0-/gate/uploads', at: '2026-02-07T04:00:00.000Z', nonce: 'n1', bodyHash: 'aa' };

  test('is signed over all it says', () => {
    const sign = signOfRequest(secret, request);
    expect(sign).toBe(
      createHmac('sha256', secret)
        .update(`ask\n${Object.values(request).join('\n')}`)
        .digest('hex'),
    );
    for (const field of Object.keys(request)) expect(signOfRequest(secret, { ...request, [field]: 'other' })).not.toBe(sign);
    expect(isSameSign(sign, sign)).toBe(true);
    expect(isSameSign('', sign) || isSameSign(`${sign}0`, sign) || isSameSign(sign.replace(/^./, 'z'), sign)).toBe(false);
  });

  test('is answered for itself only', () => {
    const bodyHash = createHash('sha256').update('{}').digest('hex');
    const answer = signOfAnswer(secret, { nonce: 'n1', status: 200, bodyHash });
    expect(signOfAnswer(secret, { nonce: 'n2', status: 200, bodyHash })).not.toBe(answer);
    expect(signOfAnswer(secret, { nonce: 'n1', status: 403, bodyHash })).not.toBe(answer);
  });

  test('is of now, as far as two clocks may be apart', () => {
    const now = '2026-02-07T04:00:00.000Z';
    expect([isTimely('2026-02-07T03:51:00.000Z', now), isTimely('2026-02-07T04:10:01.000Z', now), isTimely('soon', now)]).toEqual([true, false, false]);
  });
});
