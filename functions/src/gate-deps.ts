import { randomBytes } from 'node:crypto';
import { passageStore } from './attendance/passage-store.ts';
import { attendanceStore } from './attendance/store.ts';
import { auditStore } from './audit/store.ts';
import { consentStore } from './consents/store.ts';
import { deviceStore } from './devices/store.ts';
import { accountOf, type Env, type Secrets } from './env.ts';
import { fairStore } from './fairs/store.ts';
import { identityStore } from './identity/store.ts';
import { limitStore } from './limits/store.ts';
import { wechatClient } from './outside/wechat.ts';
import { pairingStore } from './pairings/store.ts';
import { gateSeal } from './sealing/gate-seal.ts';
import { fieldSeal } from './sealing/seal.ts';
import { codeBook } from './signing/code-book.ts';
import { openClient } from './table/client.ts';
import { keys } from './table/keys.ts';
import { openTable } from './table/table.ts';
import { taskStore } from './tasks/store.ts';
import { personStore } from './workers/person-store.ts';

/** What may be handed in instead of the real thing: the clock and the source of ids. */
export interface Given {
  now?: () => string;
  newId?: (length: number) => string;
  /** Widens the limits on how often something may be done. */
  limitScale?: number;
}

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** Keys by their id; the last one is the one in use. */
function keyRing(keys: Record<string, string>) {
  const ids = Object.keys(keys);
  return { current: ids.at(-1) ?? '', byId: Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, bytesOf(key)])) };
}

/** The clock, ids, the table and the keys. */
function groundOf(env: Env, secrets: Secrets, given: Given) {
  const client = openClient({ region: env.AWS_REGION, account: accountOf(env), endpoint: env.AWS_ENDPOINT_URL_DYNAMODB, timeoutMs: env.TABLE_TIMEOUT_MS });
  const ring = keyRing(secrets.fieldKeys);
  return {
    now: given.now ?? (() => new Date().toISOString()),
    newId: given.newId ?? ((length: number) => randomBytes(length).toString('base64url').slice(0, length)),
    client,
    table: openTable(client, env.TABLE_NAME),
    sessionKey: bytesOf(secrets.sessionKey),
    codes: codeBook({ env: env.STAGE, ...keyRing(secrets.codeKeys) }),
    seal: fieldSeal({ ...ring, blind: bytesOf(secrets.blindKey) }),
    gateSeal: gateSeal(ring),
  };
}

/** Every store and outside client that a gate needs, built once; the rest is added in deps.ts and does not weigh on the gate's start. */
export function gateDeps(env: Env, secrets: Secrets, given: Given = {}) {
  const ground = groundOf(env, secrets, given);
  const { now, newId, table, seal } = ground;
  const [tasks, consents, identity] = [taskStore(table), consentStore(table), identityStore(table, now)];
  const audit = auditStore(table, {
    now,
    newId,
    hostOf: async (id) => (await table.find(keys.fair(id)))?.hostRegion as string | undefined,
    regionOf: async (id) => (await table.find(keys.employer(id)))?.regionCode as string | undefined,
  });
  return {
    ...ground,
    tasks,
    consents,
    audit,
    wechat: wechatClient({ base: env.WECHAT_BASE, appId: secrets.wechatAppId, secret: secrets.wechatSecret, now: () => new Date(now()) }),
    identity,
    limits: limitStore(table, { now, scale: given.limitScale ?? 1, open: tasks.open }),
    workers: personStore(table, { seal, consents, now, seen: audit.seen, rolesOf: identity.rolesOf }),
    fairs: fairStore(table, now),
    attendance: attendanceStore(table),
    passages: passageStore(table),
    devices: deviceStore(table, seal, now),
    pairings: pairingStore(table, now),
  };
}
export type GateDeps = ReturnType<typeof gateDeps>;
