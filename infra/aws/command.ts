import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { needSettings, readSettings, runCommand, unclear } from '../command-line.ts';
import { stackNames } from './build-app.ts';
import { type Stage, stageOf } from './stages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const kinds = ['deploy', 'diff', 'destroy'] as const;
type Kind = (typeof kinds)[number];

const usage = `npm run deploy|diff|destroy -- --stage prod --region cn-northwest-1
  [--domain q.example.cn --certificate <arn>] [--email who@example.cn] [--budget 500] [--restart] [--yes]
  --restart starts every function anew, so that it reads the secret again`;

interface Wanted {
  readonly kind: Kind;
  readonly stage: Stage;
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly isSure: boolean;
}

/** What was asked for; throws with words for whoever asked. */
export function readWanted(args: readonly string[]): Wanted {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { stage: text, region: text, domain: text, certificate: text, email: text, budget: text, restart: flag, yes: flag } as const;
  const { positionals, values } = readSettings(args, options);
  const kind = kinds.find((one) => one === positionals[0]);
  if (!kind) throw unclear('It is deploy, diff or destroy');
  if (positionals[1]) throw unclear(`${positionals[1]} is not understood here: what belongs together stands in quotes, settings begin with --`);
  needSettings(values, 'stage', 'region');
  const stage = stageOf(values.stage ?? '', values.region ?? '');
  if (kind === 'destroy' && stage.isKept)
    throw new Error(`${stage.name} holds the records of people and is not thrown away. See docs/operations.md, "Ending a stage".`);
  if (Boolean(values.domain) !== Boolean(values.certificate)) throw new Error('A domain needs its certificate, and the other way round');
  const { host } = new URL(stage.publicOrigin);
  if (values.domain && values.domain !== host) throw new Error(`Pages, API and printed codes have one origin: ${host} in stages.ts, ${values.domain} here`);
  const { domain: DomainName, certificate: CertificateArn, email: AlarmEmail, budget: MonthlyBudget } = values;
  const parameters = { DomainName, CertificateArn, AlarmEmail, MonthlyBudget, Started: values.restart ? new Date().toISOString() : undefined };
  return { kind, stage, parameters, isSure: values.yes === true };
}

/** The words for the CDK's own command line; what was said at an earlier deployment is kept. */
export function wordsFor({ kind, stage, parameters, isSure }: Wanted): string[] {
  const { service } = stackNames(stage);
  const said = Object.entries(parameters).filter(([, value]) => value);
  const given = kind === 'deploy' ? said.flatMap(([name, value]) => ['--parameters', `${service}:${name}=${value}`]) : [];
  const consent = { deploy: ['--require-approval', isSure ? 'never' : 'broadening'], diff: [], destroy: isSure ? ['--force'] : [] }[kind];
  // without a name of a stack `diff` compares all of them
  const all = kind === 'diff' ? [] : ['--all'];
  return [kind, ...all, '--app', 'node infra/aws/app.ts', '--output', `cdk.out/${stage.name}-${stage.region}`, ...given, ...consent];
}

async function main(args: readonly string[]): Promise<void> {
  const wanted = readWanted(args);
  // the CDK asks for them last, after minutes of building
  await new DynamoDBClient({ region: wanted.stage.region }).config.credentials();
  const env = { ...process.env, STAGE: wanted.stage.name, REGION: wanted.stage.region, AWS_REGION: wanted.stage.region };
  // the pages that go out are those of these sources
  const pages = spawnSync('node', ['infra/local/build-apps.ts', 'pages'], { cwd: root, stdio: 'inherit' });
  if (pages.status !== 0) {
    process.exitCode = 1;
    return;
  }
  const { status } = spawnSync('cdk', wordsFor(wanted), { cwd: root, env, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

if (import.meta.main) await runCommand(usage, main);
