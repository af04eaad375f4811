import { AwsV4Signer } from 'aws4fetch';
import { expect, test } from 'vitest';
import { awsSigner } from './aws-request.ts';

const asked = {
  service: 'dynamodb',
  region: 'cn-northwest-1',
  host: 'dynamodb.cn-northwest-1.amazonaws.com.cn',
  target: 'DynamoDB_20120810.GetItem',
  contentType: 'application/x-amz-json-1.0',
  body: '{"Key":{"pk":{"S":"W#罗平"}}}',
};

test.each([
  ['with a session', '2026-02-07T04:00:00.000Z', 'session'],
  ['without one', '2026-12-31T23:59:59.999Z', undefined],
])('a request %s is signed as an independent signer signs it', async (_, instant, sessionToken) => {
  const account = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', sessionToken };
  const signer = new AwsV4Signer({
    accessKeyId: account.accessKeyId,
    secretAccessKey: account.secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    url: `https://${asked.host}/`,
    method: 'POST',
    headers: { 'content-type': asked.contentType, 'x-amz-target': asked.target },
    body: asked.body,
    service: asked.service,
    region: asked.region,
    datetime: instant.replace(/[:-]|\.\d{3}/g, ''),
    allHeaders: true,
  });
  const expected = (await signer.sign()).headers.get('authorization');
  const sign = awsSigner(account);
  expect(sign(asked, instant)['authorization']).toBe(expected);
  // once more out of memory
  expect(sign(asked, instant)['authorization']).toBe(expected);
  expect(sign({ ...asked, body: '{}' }, instant)['authorization']).not.toBe(expected);
});
