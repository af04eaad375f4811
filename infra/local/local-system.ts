import type { Server } from 'node:http';
import { copyAudit } from '@shanhai/functions/src/audit/copier.ts';
import { handleChange } from '@shanhai/functions/src/change.ts';
import { buildDeps, type Deps } from '@shanhai/functions/src/deps.ts';
import { duties } from '@shanhai/functions/src/duties.ts';
import { readEnv } from '@shanhai/functions/src/env.ts';
import type { Given } from '@shanhai/functions/src/gate-deps.ts';
import { servePages } from '@shanhai/functions/src/http/pages.ts';
import { serveApi } from '@shanhai/functions/src/http/serve.ts';
import { paperPart } from '@shanhai/functions/src/paper/part.ts';
import { deskPart } from '@shanhai/functions/src/parts/desk.ts';
import { fairPart } from '@shanhai/functions/src/parts/fair.ts';
import { gatePart } from '@shanhai/functions/src/parts/gate.ts';
import { searchPart } from '@shanhai/functions/src/parts/search.ts';
import { handleOpenings } from '@shanhai/functions/src/search/on-openings.ts';
import { runDuties } from '@shanhai/functions/src/turns.ts';
import { routes } from '@shanhai/shared/routes.ts';
import { freePort, startDynamo } from './dynamodb.ts';
import { createFront } from './front.ts';
import { createGateway, type LocalFunction, type LocalTarget, lambdaContext } from './gateway.ts';
import { auditCopiesPath, createObjectServer } from './objects/server.ts';
import { openShelf } from './objects/shelf.ts';
import { localAccount, openTableOf, useLocalAccount } from './open-table.ts';
import { followSchedules } from './schedules.ts';
import { type LocalSecrets, makeSecrets } from './secrets.ts';
import { type Checkpoints, followStream } from './streams.ts';
import { type LocalPlan, type LocalStream, readPlan } from './template.ts';
import { startWechat } from './wechat/server.ts';
import { localTemplates, standInTemplates } from './wechat/templates.ts';

export interface LocalSystemOptions {
  /** An engine that runs already and outlives the system; otherwise one in memory, or on disk in `folder`, is started. */
  readonly engine?: { readonly endpoint: string };
  readonly folder?: string;
  /** Where uploaded objects are kept; in memory when not said. */
  readonly objectsFolder?: string;
  /** The same for the copies of the audit. */
  readonly auditFolder?: string;
  readonly plan?: LocalPlan;
  /** The one address; a free port when not said. */
  readonly port?: number;
  readonly tableName?: string;
  readonly secrets?: LocalSecrets;
  readonly checkpoints?: Checkpoints;
  /** A clock and ids that tests hold still. */
  readonly given?: Given;
  readonly h5Folder?: string;
  /** How long one try at the table may take, in milliseconds; as in the cloud when not said. */
  readonly tableTimeoutMs?: number;
  /** Tests strike the clock themselves. */
  readonly isClockStill?: boolean;
}

export interface LocalSystem {
  /** The one address; `api` is below it. */
  readonly origin: string;
  readonly api: string;
  readonly wechatOrigin: string;
  readonly endpoint: string;
  readonly tableName: string;
  /** The table was not there before. */
  readonly isNew: boolean;
  readonly secrets: LocalSecrets;
  /** What the functions are told, as in the cloud; for whoever starts one more of them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly deps: Deps;
  stop(): Promise<void>;
}

/** Where WeChat sends what it says by itself. */
const pushPath = routes['content.takePush'].replace('POST ', '');

/** The very functions of the cloud, by the name of their construct. */
function makeFunctions(deps: Deps, streamDeps: Deps, plan: LocalPlan, h5Folder: string | undefined): Record<string, LocalTarget> {
  const made: Record<string, unknown> = {
    ApiFunction: serveApi(deps, gatePart),
    FairFunction: serveApi(deps, fairPart),
    DeskFunction: serveApi(deps, deskPart),
    PagesFunction: servePages({ folder: h5Folder, stage: 'local' }),
    PaperFunction: serveApi(deps, paperPart),
    OnChangeFunction: handleChange(streamDeps),
    SearchFunction: serveApi(deps, searchPart),
    IndexFunction: handleOpenings(streamDeps),
    OnTimeFunction: runDuties(deps, duties),
    AuditCopier: copyAudit(deps),
  };
  return Object.fromEntries(
    Object.entries(plan.functions).map(([name, { timeoutMs }]) => {
      const handler = made[name] as LocalFunction | undefined;
      if (!handler) throw new Error(`The template has a function ${name} that the local run does not know`);
      return [name, { handler, timeoutMs }];
    }),
  );
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Ends what was started, the last first, also when starting stopped half-way. */
function endings() {
  const steps: (() => Promise<unknown>)[] = [];
  return {
    add: (step: () => Promise<unknown>) => void steps.push(step),
    async run(): Promise<void> {
      for (let step = steps.pop(); step; step = steps.pop()) await step();
    },
  };
}

/** Each consumer follows the stream by itself and remembers by itself how far it has come. */
function ownCheckpoints(all: Checkpoints | undefined, target: string): { checkpoints?: Checkpoints } {
  if (!all) return {};
  const own = (shardId: string): string => `${target} ${shardId}`;
  return { checkpoints: { find: (shardId) => all.find(own(shardId)), save: (shardId, number) => all.save(own(shardId), number) } };
}

function startStream(checkpoints: Checkpoints | undefined, stream: LocalStream, { handler }: LocalTarget, table: { endpoint: string; streamArn: string }) {
  const { target, ...mapping } = stream;
  return followStream({
    ...table,
    ...mapping,
    ...ownCheckpoints(checkpoints, target),
    name: target,
    handler,
    onDead: (record, error) => console.error(`A change could not be handled by ${target} and is left out:`, record.eventName, record.dynamodb?.Keys, error),
  });
}

/** The whole system on this machine: engine, table, stand-in of WeChat, functions, stream consumer and the one address. */
export async function startLocalSystem(options: LocalSystemOptions = {}): Promise<LocalSystem> {
  useLocalAccount();
  const ending = endings();
  try {
    return await assemble(options, ending);
  } catch (error) {
    await ending.run();
    throw error;
  }
}

async function assemble(options: LocalSystemOptions, ending: ReturnType<typeof endings>): Promise<LocalSystem> {
  const { secrets = makeSecrets(), tableName = 'shanhai-local' } = options;
  const plan = options.plan ?? readPlan();
  const port = options.port ?? (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const endpoint = options.engine?.endpoint ?? (await startOwnEngine(options.folder, ending));
  const table = await openTableOf(plan, endpoint, tableName);
  const wechat = await startWechat({
    appId: secrets.wechatAppId,
    secret: secrets.wechatSecret,
    templates: standInTemplates,
    push: { address: `${origin}/api${pushPath}`, token: secrets.wechatPushToken, key: secrets.wechatPushKey },
  });
  ending.add(() => wechat.stop());
  const environment = {
    TABLE_NAME: tableName,
    STAGE: 'local',
    WECHAT_BASE: wechat.origin,
    MESSAGE_TEMPLATES: JSON.stringify(localTemplates),
    PUBLIC_ORIGIN: origin,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ACCESS_KEY_ID: localAccount().accessKeyId,
    ...(options.tableTimeoutMs ? { TABLE_TIMEOUT_MS: String(options.tableTimeoutMs) } : {}),
  };
  const now = options.given?.now ?? (() => new Date().toISOString());
  const deps = buildDeps(readEnv(environment), secrets, options.given);
  // its own, as in the cloud: what the consumer reads and keeps is not the API's
  const streamDeps = buildDeps(readEnv(environment), secrets, options.given);
  const functions = makeFunctions(deps, streamDeps, plan, options.h5Folder);
  const front = createFront({
    api: createGateway(plan.routes, functions),
    wechatOrigin: wechat.origin,
    ...bucketsOf(options, now),
  });
  await listen(front, port);
  ending.add(() => close(front));
  // the index of openings lies with the objects, which are there from here on
  await functions['IndexFunction']?.handler({} as never, lambdaContext('IndexFunction', 300_000));
  for (const one of plan.streams) {
    const stream = startStream(options.checkpoints, one, functions[one.target] as LocalTarget, { endpoint, streamArn: table.streamArn });
    ending.add(() => stream.stop());
  }
  if (!options.isClockStill) ending.add(followSchedules(plan.schedules, functions));
  const addresses = { origin, api: `${origin}/api`, wechatOrigin: wechat.origin, endpoint };
  return { ...addresses, tableName, isNew: table.isNew, secrets, environment, deps, stop: () => ending.run() };
}

/** The bucket of the files and the locked one of the audit's copies. */
function bucketsOf({ objectsFolder, auditFolder }: LocalSystemOptions, now: () => string) {
  return {
    objects: createObjectServer({ account: localAccount(), shelf: openShelf(objectsFolder), now }),
    auditCopies: createObjectServer({ account: localAccount(), shelf: openShelf(auditFolder), now, path: auditCopiesPath, isLocked: true }),
  };
}

async function startOwnEngine(folder: string | undefined, ending: ReturnType<typeof endings>): Promise<string> {
  const engine = await startDynamo(folder ? { folder } : {});
  ending.add(() => engine.stop());
  return engine.endpoint;
}
