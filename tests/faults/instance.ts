import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildDeps, type Deps } from '@shanhai/functions/src/deps.ts';
import { readEnv } from '@shanhai/functions/src/env.ts';
import { type Served, serveApi } from '@shanhai/functions/src/http/serve.ts';
import { deskPart } from '@shanhai/functions/src/parts/desk.ts';
import { fairPart } from '@shanhai/functions/src/parts/fair.ts';
import { gatePart } from '@shanhai/functions/src/parts/gate.ts';
import { createGateway, type LocalFunction } from '@shanhai/infra/local/gateway.ts';
import type { LocalSecrets } from '@shanhai/infra/local/secrets.ts';
import { inject } from 'vitest';
import type { World } from '../support/world.ts';

interface Around {
  /** Where this instance finds the table; a proxy with faults, or the engine itself. */
  dynamo: string;
  wechat?: string;
  secrets?: LocalSecrets;
}

/** The stores of one more instance of the functions, with a memory and connections of their own. */
export function moreDeps(world: World, { dynamo, wechat = world.wechatOrigin, secrets = world.secrets }: Around): Deps {
  // time-outs as in the cloud
  const { TABLE_TIMEOUT_MS, ...environment } = world.environment;
  const env = { ...environment, TABLE_NAME: world.tableName, WECHAT_BASE: wechat, AWS_ENDPOINT_URL_DYNAMODB: dynamo };
  return buildDeps(readEnv(env), secrets, { now: () => world.clock.now });
}

export interface Instance {
  readonly api: string;
  readonly deps: Deps;
  stop(): Promise<void>;
}

/** One more instance of the functions behind an address of its own. */
export async function startInstance(world: World, around: Around): Promise<Instance> {
  const deps = moreDeps(world, around);
  const targetOf = (part: Served<Deps>) => ({ handler: serveApi(deps, part) as unknown as LocalFunction, timeoutMs: 10_000 });
  const functions = { ApiFunction: targetOf(gatePart), FairFunction: targetOf(fairPart), DeskFunction: targetOf(deskPart) };
  const gateway = createGateway(inject('plan').routes, functions);
  const server = createServer((request, response) => void gateway(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    deps,
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
