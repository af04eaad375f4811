import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages } from './pages.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shanhai-pages-'));
  mkdirSync(path.join(folder, 'js'));
  writeFileSync(path.join(folder, 'index.html'), '<p>山海</p>');
  writeFileSync(path.join(folder, 'sw.js'), 'self');
  writeFileSync(path.join(folder, 'styles.json'), '["aGFzaA=="]');
  writeFileSync(path.join(folder, '.hidden'), 'no');
  writeFileSync(path.join(folder, 'js/app.1a2b3c4d.js'), 'a'.repeat(5000));
});
afterAll(() => rmSync(folder, { recursive: true }));

const objectsOrigin = 'https://bucket.s3.cn-northwest-1.amazonaws.com.cn';

async function ask(rawPath: string, headers: Record<string, string> = {}, stage = 'prod') {
  const serve = servePages({ folder, stage, checkFiles: { 'a1B2.txt': 'proof' }, ...(stage === 'local' ? {} : { objectsOrigin }) });
  const { statusCode, headers: sent = {}, body } = await serve({ rawPath, headers } as never);
  return { status: statusCode, headers: sent as Record<string, string>, body };
}

const directives = (policy: string | undefined): Map<string, string> =>
  new Map((policy ?? '').split('; ').map((one): [string, string] => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]));

describe('the pages', () => {
  test.each(['/', '/index.html', '/sw.js'])(
    '%s runs nothing that is not a file of ours, reaches only us and the bucket, and is framed by nobody',
    async (address) => {
      const { headers } = await ask(address);
      expect(Object.fromEntries(directives(headers['content-security-policy']))).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self' 'sha256-aGFzaA=='",
        'style-src-attr': "'unsafe-inline'",
        'img-src': `'self' ${objectsOrigin} data: blob:`,
        'font-src': 'data:',
        'connect-src': `'self' ${objectsOrigin}`,
        'worker-src': "'self'",
        'form-action': "'none'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
      });
      expect(headers['permissions-policy']).toMatch(/camera=\(self\).*microphone=\(\)/);
    },
  );

  test.each(['/', '/sw.js', '/js/app.1a2b3c4d.js', '/c/S1abc', '/not/there', '/a1B2.txt'])(
    '%s is never guessed at, framed, named to others or asked for in the clear',
    async (address) => {
      const { headers } = await ask(address);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
    },
  );

  test('this machine has no certificate and promises none; photographs lie at its own origin', async () => {
    const { headers } = await ask('/', {}, 'local');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(directives(headers['content-security-policy']).get('connect-src')).toBe("'self'");
  });

  test('the page and its worker are asked for each time, a file named by its content never again', async () => {
    for (const address of ['/', '/sw.js']) expect((await ask(address)).headers['cache-control']).toBe('no-cache');
    expect((await ask('/js/app.1a2b3c4d.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const { headers } = await ask('/');
    const again = await ask('/', { 'if-none-match': headers['etag'] ?? '' });
    expect([again.status, again.body]).toEqual([304, undefined]);
  });

  test('travel compressed to who can read that', async () => {
    const zipped = await ask('/js/app.1a2b3c4d.js', { 'accept-encoding': 'gzip, br' });
    expect([zipped.headers['content-encoding'], zipped.headers['vary']]).toEqual(['gzip', 'accept-encoding']);
    const plain = await ask('/js/app.1a2b3c4d.js');
    expect(Buffer.from(plain.body ?? '', 'base64').toString()).toHaveLength(5000);
  });

  test.each(['/.hidden', '/../secret', '/js/../../x', '/js', '/js/', '//etc/passwd', '/%2e%2e/x', '/__proto__', '/constructor', '/a b'])(
    '%s is nothing',
    async (address) => expect((await ask(address)).status).toBe(404),
  );

  test('a printed code opens its fair, that of a poster its opening, and neither is kept', async () => {
    const code = await ask('/c/S1abc_-XYZ');
    expect([code.status, code.headers['location'], code.headers['cache-control']]).toEqual([302, '/#/areas/fairs/landing/index?scene=S1abc_-XYZ', 'no-store']);
    expect((await ask('/j/job#"<x')).headers['location']).toBe('/#/areas/jobs/detail/index?jobId=job%23%22%3Cx');
  });

  test('WeChat finds its check file wherever it looks', async () => {
    for (const address of ['/a1B2.txt', '/c/a1B2.txt', '/j/a1B2.txt']) expect((await ask(address)).body).toBe('proof');
  });
});
