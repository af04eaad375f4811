import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { banner, leftOut } from '@shanhai/infra/aws/bundle.ts';
import { makeSecrets } from '@shanhai/infra/local/secrets.ts';
import { type BuildOptions, buildSync } from 'esbuild';
import { type Figure, type Figures, rounded } from './figures.ts';

const source = path.resolve(import.meta.dirname, '../../functions/src');
const names = ['api', 'fair', 'desk', 'search', 'on-change', 'on-openings', 'on-time', 'copy-audit', 'paper', 'pages'];

/** As the stack bundles them; see infra/aws/one-lambda.ts. */
const options: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  mainFields: ['module', 'main'],
  legalComments: 'none',
  banner: { js: banner },
  alias: leftOut,
  logLevel: 'error',
};

/** The least a handler of this kind could be made of, with the SDK as everybody uses it. */
const floor = `
import middy from '@middy/core';
import * as z from 'zod';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({});
const Input = z.object({ id: z.string() });
export const handler = middy().handler((event) => client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: Input.parse(event).id } } })));
`;
const rounds = 21;
const empty = 'export const handler = async () => ({});';

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  TABLE_NAME: 'bench',
  STAGE: 'test',
  PUBLIC_ORIGIN: 'http://127.0.0.1',
  PAGES_DIR: '/var/task/files',
  AWS_REGION: 'cn-northwest-1',
  SECRETS: JSON.stringify(makeSecrets()),
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds from nothing to a handler, by a process of its own. */
function importMs(file: string, env: NodeJS.ProcessEnv): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t); process.exit();`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }));
}

/** Instructions of a whole start, the same from run to run; undefined where valgrind is not installed. */
function instructions(file: string, env: NodeJS.ProcessEnv): number | undefined {
  const steady = ['--jitless', '--single-threaded', '--predictable', '--hash-seed=1', '--random-seed=1'];
  const script = `import(${JSON.stringify(file)}).then(() => process.exit());`;
  const { stderr, error } = spawnSync('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', process.execPath, ...steady, '-e', script], {
    env,
    encoding: 'utf8',
  });
  const [, count] = /Collected : (\d+)/.exec(stderr ?? '') ?? [];
  return error || !count ? undefined : Number(count);
}

function bundleAll(folder: string): { files: Map<string, string>; bytes: Map<string, number> } {
  const files = new Map<string, string>();
  const bytes = new Map<string, number>();
  const make = (name: string, from: BuildOptions): void => {
    const made = buildSync({ ...options, ...from, write: false }).outputFiles?.[0]?.contents ?? new Uint8Array();
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(file, made);
    files.set(name, file);
    bytes.set(name, made.length);
  };
  for (const name of names) make(name, { entryPoints: [path.join(source, `${name}.ts`)] });
  make('floor', { alias: {}, stdin: { contents: floor, resolveDir: source } });
  make('empty', { alias: {}, stdin: { contents: empty, resolveDir: source } });
  return { files, bytes };
}

function startInstructions(files: ReadonlyMap<string, string>, env: NodeJS.ProcessEnv): Figures {
  const of = (name: string): number | undefined => instructions(files.get(name) ?? '', env);
  const bare = of('empty');
  if (bare === undefined) return {};
  const note = 'callgrind, jitless, over an empty handler';
  return Object.fromEntries(
    ['api', 'floor'].map((name) => [`function.${name}.import_instructions`, { value: Math.round(((of(name) ?? bare) - bare) / 1e6), unit: 'million', note }]),
  );
}

/** What every function weighs and how long it takes to start, against an empty handler and the floor, in turns. */
export function measureFunctions(): Figures {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-functions-'));
  try {
    const { files, bytes } = bundleAll(folder);
    const env = environment();
    const times = new Map([...files.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round++) for (const [name, file] of files) times.get(name)?.push(importMs(file, env));
    const ms = (name: string): number => median(times.get(name) ?? []);
    const entries: [string, Figure][] = names.flatMap((name): [string, Figure][] => [
      [`function.${name}.bytes`, { value: bytes.get(name) ?? 0, unit: 'bytes', note: 'bundled as for the cloud, minified, without its source map' }],
      [
        `function.${name}.import_ratio_to_empty`,
        { value: rounded(ms(name) / ms('empty')), unit: 'times', note: `median of ${rounds}, in turns with an empty handler` },
      ],
      [
        `function.${name}.import_ratio_to_floor`,
        { value: rounded(ms(name) / ms('floor')), unit: 'times', note: 'the same against middy, zod and client-dynamodb alone' },
      ],
    ]);
    entries.push(['function.floor.bytes', { value: bytes.get('floor') ?? 0, unit: 'bytes', note: 'middy, zod and client-dynamodb, nothing else' }]);
    return { ...Object.fromEntries(entries), ...startInstructions(files, env) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
