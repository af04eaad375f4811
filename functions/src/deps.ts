import { randomBytes } from 'node:crypto';
import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { allocationStore } from './allocations/store.ts';
import { answerStore } from './answers/store.ts';
import { applicationStore } from './applications/store.ts';
import { passageStore } from './attendance/passage-store.ts';
import { attendanceStore } from './attendance/store.ts';
import { auditStore } from './audit/store.ts';
import { cardStore } from './cards/store.ts';
import { complaintStore } from './complaints/store.ts';
import { consentStore } from './consents/store.ts';
import { contentDesk } from './content/desk.ts';
import { deviceStore } from './devices/store.ts';
import { employerStore } from './employers/store.ts';
import { accountOf, type Env, type Secrets } from './env.ts';
import { exportStore } from './exports/store.ts';
import { fairStore } from './fairs/store.ts';
import { fileStore } from './files/store.ts';
import { identityStore } from './identity/store.ts';
import { conflictStore } from './imports/conflict-store.ts';
import { importStore } from './imports/store.ts';
import { interviewStore } from './interviews/store.ts';
import { jobStore } from './jobs/store.ts';
import { limitStore } from './limits/store.ts';
import { memberStore } from './members/store.ts';
import { messageStores } from './messages/stores.ts';
import { objectStore } from './outside/objects.ts';
import { wechatClient } from './outside/wechat.ts';
import { pairingStore } from './pairings/store.ts';
import { placeStore } from './places/store.ts';
import { reportStore } from './reports/store.ts';
import { erasureStore } from './rights/store.ts';
import { gateSeal } from './sealing/gate-seal.ts';
import { fieldSeal, type Seal } from './sealing/seal.ts';
import { searchStores } from './search/live-index.ts';
import { codeBook } from './signing/code-book.ts';
import { pushDoor } from './signing/push-door.ts';
import { stewardStore } from './stewards/store.ts';
import { openClient } from './table/client.ts';
import { keys } from './table/keys.ts';
import { openPages, openSweep } from './table/sweep.ts';
import { openTable, type Table } from './table/table.ts';
import { taskStore } from './tasks/store.ts';
import { workerStore } from './workers/store.ts';

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

/** Every store and outside client, built once. */
export function buildDeps(env: Env, secrets: Secrets, given: Given = {}) {
  const now = given.now ?? (() => new Date().toISOString());
  const newId = given.newId ?? ((length: number) => randomBytes(length).toString('base64url').slice(0, length));
  const { table, ...whole } = tablesOf(env);
  const seal = fieldSeal({ ...keyRing(secrets.fieldKeys), blind: bytesOf(secrets.blindKey) });
  const objects = objectsOf(env, env.OBJECTS_BASE ?? `${env.PUBLIC_ORIGIN}/objects`, now);
  const fairs = fairStore(table, now);
  const desks = desksOf(env, secrets, table, { now, newId, limitScale: given.limitScale ?? 1 });
  const agreed = agreedOf(table, { seal, now, seen: desks.audit.seen });
  const { cards, workers } = agreed;
  const workersOf = async (employerId: EmployerId) => (await desks.members.of(employerId)).map((m) => m.workerId);
  return {
    now,
    newId,
    table,
    publicOrigin: env.PUBLIC_ORIGIN,
    fontDir: env.FONT_DIR,
    sessionKey: bytesOf(secrets.sessionKey),
    codes: codeBook({ env: env.STAGE, ...keyRing(secrets.codeKeys) }),
    seal,
    objects,
    auditCopies: objectsOf(env, env.AUDIT_COPIES_BASE ?? `${env.PUBLIC_ORIGIN}/audit-copies`, now),
    ...searchStores(objects, table, now),
    ...desks,
    ...agreed,
    jobs: jobStore(table),
    imports: importStore(table, seal),
    conflicts: conflictStore(table),
    exports: exportStore(table),
    files: fileStore(table),
    fairs,
    ...gatesOf(secrets, table, seal, now),
    answers: answerStore(table),
    interviews: interviewStore(table, now),
    ...messageStores(table, now, { workersOf, currentOf: (id) => workers.currentOf(id), templates: env.MESSAGE_TEMPLATES }),
    allocations: allocationStore(table),
    pairings: pairingStore(table, now),
    reports: reportStore(table, now, cards, fairs),
    ...whole,
  };
}

/** The table by its keys, and as a whole. */
function tablesOf(env: Env) {
  const client = openClient({ region: env.AWS_REGION, account: accountOf(env), endpoint: env.AWS_ENDPOINT_URL_DYNAMODB, timeoutMs: env.TABLE_TIMEOUT_MS });
  return { table: openTable(client, env.TABLE_NAME), sweep: openSweep(client, env.TABLE_NAME), pageOfTable: openPages(client, env.TABLE_NAME) };
}

/** Who came, who passes the gates, who stands there and with which devices. */
function gatesOf(secrets: Secrets, table: Table, seal: Seal, now: () => string) {
  return {
    attendance: attendanceStore(table),
    passages: passageStore(table),
    stewards: stewardStore(table),
    devices: deviceStore(table, seal, now),
    gateSeal: gateSeal(keyRing(secrets.fieldKeys)),
  };
}

/** What rests on somebody's yes, and where it is written down. */
function agreedOf(table: Table, around: Omit<Parameters<typeof workerStore>[1], 'consents'>) {
  const { now } = around;
  const [consents, places] = [consentStore(table), placeStore(table)];
  return {
    consents,
    erasures: erasureStore(table),
    places,
    workers: workerStore(table, { ...around, consents }),
    cards: cardStore(table, places, consents, now),
    applications: applicationStore(table, places, consents, now),
  };
}

/** Who people are, whom they work for, and what waits for an officer; WeChat stands behind all of it. */
function desksOf(env: Env, secrets: Secrets, table: Table, { now, newId, limitScale }: Required<Given>) {
  const wechat = wechatClient({ base: env.WECHAT_BASE, appId: secrets.wechatAppId, secret: secrets.wechatSecret, now: () => new Date(now()) });
  const [identity, employers, members, tasks] = [identityStore(table, now), employerStore(table), memberStore(table), taskStore(table)];
  return {
    wechat,
    push: pushDoor({ token: secrets.wechatPushToken, key: secrets.wechatPushKey, appId: secrets.wechatAppId }),
    identity,
    employers,
    members,
    tasks,
    complaints: complaintStore(table),
    audit: auditStore(table, {
      now,
      newId,
      hostOf: async (id) => (await table.find(keys.fair(id)))?.hostRegion as string | undefined,
      regionOf: async (id) => (await employers.getMany([id])).get(id)?.regionCode,
    }),
    limits: limitStore(table, { now, scale: limitScale, open: tasks.open }),
    content: contentDesk(table, { wechat, identity, employers, tasks, now }),
  };
}

const objectsOf = (env: Env, base: string, now: () => string) => objectStore({ base, region: env.AWS_REGION, account: accountOf(env), now });

export type Deps = ReturnType<typeof buildDeps>;

/** What is done by the clock. A duty finds what is due through gsi2 `DUE#…`, does it, and may be run again at any time. */
export interface Duty {
  name: string;
  everyMinutes: number;
  run: (deps: Deps) => Promise<unknown>;
}
