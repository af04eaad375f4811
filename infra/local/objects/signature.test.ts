import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, test } from 'vitest';
import { signatureFault } from './signature.ts';

/** The published example of Amazon S3, “Authenticating Requests: Using Query Parameters”. */
const example = {
  account: { region: 'us-east-1', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  host: 'examplebucket.s3.amazonaws.com',
  url:
    'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
    '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
};
const { account, host } = example;
const faultOf = (url: string, now: string, method = 'GET', headers = {}) =>
  signatureFault({ method, url: new URL(url), headers: { host, ...headers } }, account, now);

describe('a signature as S3 checks it', () => {
  test('of the published example is right until its day is over', () => {
    expect(faultOf(example.url, '2013-05-24T00:00:01Z')).toBeUndefined();
    expect(faultOf(example.url, '2013-05-24T23:59:59Z')).toBeUndefined();
    expect(faultOf(example.url, '2013-05-25T00:00:01Z')).toBe('RequestExpired');
    expect(faultOf(example.url, '2013-05-23T23:00:00Z')).toBe('RequestTimeTooSkewed');
  });

  test('holds for one method, one object and one length of time', () => {
    const now = '2013-05-24T00:00:01Z';
    expect(faultOf(example.url, now, 'PUT')).toBe('SignatureDoesNotMatch');
    expect(faultOf(example.url.replace('test.txt', 'other.txt'), now)).toBe('SignatureDoesNotMatch');
    expect(faultOf(example.url.replace('Expires=86400', 'Expires=604800'), now)).toBe('SignatureDoesNotMatch');
    expect(faultOf(example.url.replace('AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7SOMEBODY'), now)).toBe('InvalidAccessKeyId');
    expect(faultOf('https://examplebucket.s3.amazonaws.com/test.txt', now)).toBe('MissingSignature');
  });

  test('holds for the length and the type that were promised', async () => {
    const headers = { 'content-type': 'image/jpeg', 'content-length': '1000' };
    const signing = { ...account, service: 's3', datetime: '20130524T000000Z', signQuery: true, allHeaders: true };
    const { url } = await new AwsV4Signer({ ...signing, method: 'PUT', headers, url: `https://${host}/files/a?X-Amz-Expires=300` }).sign();
    const now = '2013-05-24T00:01:00Z';
    expect(faultOf(url.href, now, 'PUT', headers)).toBeUndefined();
    expect(faultOf(url.href, now, 'PUT', { ...headers, 'content-length': '1001' })).toBe('SignatureDoesNotMatch');
    expect(faultOf(url.href, now, 'PUT', { ...headers, 'content-type': 'text/html' })).toBe('SignatureDoesNotMatch');
    expect(faultOf(url.href, '2013-05-24T00:05:01Z', 'PUT', headers)).toBe('RequestExpired');
  });
});
