import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApp, stackNames, type Template } from '@shanhai/infra/aws/build-app.ts';
import { type Stage, stages } from '@shanhai/infra/aws/stages.ts';
import { type LocalFunction, lambdaContext } from '@shanhai/infra/local/gateway.ts';
import { makeSecrets } from '@shanhai/infra/local/secrets.ts';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownEngine } from '../support/engine.ts';

const stage = stages[0] as Stage;
let folder: string;
let assembly: CloudAssembly;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shanhai-bundles-'));
  assembly = buildApp({ 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true }, [stage], folder).synth();
  const secrets = makeSecrets();
  Object.assign(process.env, {
    TABLE_NAME: 'bundles',
    STAGE: 'test',
    PUBLIC_ORIGIN: 'http://127.0.0.1',
    SECRETS: JSON.stringify(secrets),
    AWS_REGION: stage.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
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

async function load(construct: string): Promise<LocalFunction> {
  return ((await import(pathToFileURL(bundleOf(construct)).href)) as { handler: LocalFunction }).handler;
}

/** What every start of a function reads and compiles; paper carries fonts and writers and is waited for by nobody at a gate. The goal is 420,000. */
test.each(['ApiFunction', 'DeskFunction', 'SearchFunction', 'OnChangeFunction', 'IndexFunction', 'OnTimeFunction'])(
  'the bundle of %s is small enough to start at once',
  (construct) => {
    expect(statSync(bundleOf(construct)).size).toBeLessThanOrEqual(440_000);
  },
);

function get(address: string): never {
  const http = { method: 'GET', path: address, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' };
  return { version: '2.0', rawPath: address, headers: {}, requestContext: { requestId: 'test', http }, isBase64Encoded: false } as never;
}

test.each([
  ['ApiFunction', '/health'],
  ['PaperFunction', '/openapi.json'],
])('the bundle of %s starts and answers', async (construct, address) => {
  const handler = await load(construct);
  expect(await handler(get(address), lambdaContext(construct, 10_000))).toMatchObject({ statusCode: 200 });
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
