import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { signSession } from '@shanhai/functions/src/signing/session-token.ts';
import { buildApp, stackNames, type Template } from '@shanhai/infra/aws/build-app.ts';
import { type Stage, stages } from '@shanhai/infra/aws/stages.ts';
import { type LocalFunction, lambdaContext } from '@shanhai/infra/local/gateway.ts';
import { localAccount, openTableOf } from '@shanhai/infra/local/open-table.ts';
import { makeSecrets } from '@shanhai/infra/local/secrets.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { h5Folder } from '../support/builds.ts';
import { ownEngine } from '../support/engine.ts';

const stage = stages[0] as Stage;
let folder: string;
let assembly: CloudAssembly;
const secrets = makeSecrets();

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shanhai-bundles-'));
  // the pages of this machine stand for those of the cloud, which differ in their address and sign-in only
  const pagesFolder = path.relative(path.resolve(import.meta.dirname, '../..'), h5Folder);
  assembly = buildApp({ pagesFolder, 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }, [stage], folder).synth();
  await openTableOf(inject('plan'), ownEngine(), 'bundles');
  Object.assign(process.env, {
    TABLE_NAME: 'bundles',
    STAGE: 'test',
    PUBLIC_ORIGIN: 'http://127.0.0.1',
    SECRETS: JSON.stringify(secrets),
    AWS_REGION: stage.region,
    AWS_ACCESS_KEY_ID: localAccount().accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAccount().secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: ownEngine(),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The very file that would be deployed. */
function bundleOf(construct: string): string {
  const { Resources } = assembly.getStackByName(stackNames(stage).service).template as Template;
  const found = Object.values(Resources).find(
    ({ Type, Metadata }) => Type === 'AWS::Lambda::Function' && String(Metadata?.['aws:cdk:path']).split('/')[1] === construct,
  );
  return path.join(folder, String(found?.Metadata?.['aws:asset:path']), 'index.mjs');
}

/** The function as it starts; another `start` is a start of its own. */
async function load(construct: string, start = ''): Promise<LocalFunction> {
  return ((await import(`${pathToFileURL(bundleOf(construct)).href}?${start}`)) as { handler: LocalFunction }).handler;
}

/**
 * What every start of a function reads and compiles; paper carries fonts and writers and is waited for by nobody at a gate. The
 * goal for the API function is 420,000: docs/decisions/0025-sdk-cut-to-size.md.
 */
test.each([
  ['ApiFunction', 465_000],
  ['SearchFunction', 561_000],
  ['OnChangeFunction', 520_000],
  ['IndexFunction', 524_000],
  ['OnTimeFunction', 545_000],
  ['AuditCopier', 530_000],
  ['FairFunction', 600_000],
  ['DeskFunction', 665_000],
])('the bundle of %s is small enough to start at once', (construct, most) => {
  expect(statSync(bundleOf(construct)).size).toBeLessThanOrEqual(most);
});

function ask(address: string, body?: object, headers: Record<string, string> = {}): never {
  const [method, path] = address.split(' ');
  const http = { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' };
  const sent = body ? { body: JSON.stringify(body) } : {};
  return { version: '2.0', rawPath: path, headers, requestContext: { requestId: 'test', http }, isBase64Encoded: false, ...sent } as never;
}
const get = (address: string): never => ask(`GET ${address}`);

test('the bundle of FairFunction reads, changes and writes all or nothing at a table', async () => {
  const token = signSession({ workerId: 'bundle000001' as WorkerId, role: 'worker' }, '2099-01-01T00:00:00Z', Buffer.from(secrets.sessionKey, 'base64'));
  const handler = await load('FairFunction');
  const call = async (address: string, body?: object) => {
    const reply = (await handler(ask(address, body, { authorization: `Bearer ${token}` }), lambdaContext('FairFunction', 10_000))) as { body: string };
    return JSON.parse(reply.body) as unknown;
  };
  await call('PUT /me', { name: '杨桂兰' });
  await call('PUT /me', { phone: '13888000001' });
  expect(await call('GET /me')).toMatchObject({ name: '杨桂兰', phone: '13888000001' });
});

test('a bundle asks Secrets Manager, signed, for what it must not know before it starts', async () => {
  const asked: unknown[] = [];
  const signature = `AWS4-HMAC-SHA256 Credential=${localAccount().accessKeyId}/`;
  const server = createServer((request, response) => {
    asked.push([request.headers['x-amz-target'], request.headers.authorization?.startsWith(signature)]);
    response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify({ SecretString: JSON.stringify(secrets) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { SECRETS } = process.env;
  delete process.env['SECRETS'];
  Object.assign(process.env, { SECRET_ID: 'kept', AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  expect(await load('OnTimeFunction', 'secrets')).toBeTypeOf('function');
  expect(asked).toEqual([['secretsmanager.GetSecretValue', true]]);
  process.env['SECRETS'] = SECRETS;
  server.close();
});

test.each([
  ['ApiFunction', '/health'],
  ['PaperFunction', '/openapi.json'],
])('the bundle of %s starts and answers', async (construct, address) => {
  const handler = await load(construct);
  expect(await handler(get(address), lambdaContext(construct, 10_000))).toMatchObject({ statusCode: 200 });
});

test('the bundle of PagesFunction has the pages with it', async () => {
  process.env['PAGES_DIR'] = path.join(path.dirname(bundleOf('PagesFunction')), 'files');
  const handler = await load('PagesFunction');
  const page = await handler(get('/'), lambdaContext('PagesFunction', 10_000));
  expect(page).toMatchObject({ statusCode: 200, headers: { 'content-security-policy': expect.stringContaining("style-src 'self' 'sha256-") } });
  const [, script = ''] = /src="([^"]+\.js)"/.exec(Buffer.from((page as { body: string }).body, 'base64').toString()) ?? [];
  expect(await handler(get(script), lambdaContext('PagesFunction', 10_000))).toMatchObject({
    statusCode: 200,
    headers: { 'cache-control': expect.stringContaining('immutable'), 'strict-transport-security': expect.any(String) },
  });
});

test('the bundle of DeskFunction starts and asks who is there', async () => {
  const handler = await load('DeskFunction');
  expect(await handler(get('/tasks'), lambdaContext('DeskFunction', 10_000))).toMatchObject({ statusCode: 401 });
});

test('the bundle of SearchFunction starts and asks who is there', async () => {
  const handler = await load('SearchFunction');
  expect(await handler(get('/search/jobs/job000000001/fit'), lambdaContext('SearchFunction', 10_000))).toMatchObject({ statusCode: 401 });
});

test('the bundle of IndexFunction starts and takes an empty batch', async () => {
  const handler = await load('IndexFunction');
  expect(await handler({ Records: [] } as never, lambdaContext('IndexFunction', 10_000))).toEqual({ batchItemFailures: [] });
});

test('the bundle of OnChangeFunction starts and takes an empty batch', async () => {
  const handler = await load('OnChangeFunction');
  expect(await handler({ Records: [] } as never, lambdaContext('OnChangeFunction', 10_000))).toEqual({ batchItemFailures: [] });
});

test('the bundle of OnTimeFunction starts', async () => {
  expect(await load('OnTimeFunction')).toBeTypeOf('function');
});

test('the bundle of AuditCopier starts, without a secret', async () => {
  const { SECRETS, ...rest } = process.env;
  process.env = rest;
  try {
    expect(await load('AuditCopier')).toBeTypeOf('function');
  } finally {
    process.env = { ...rest, SECRETS };
  }
});
