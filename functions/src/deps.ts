import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { allocationStore } from './allocations/store.ts';
import { answerStore } from './answers/store.ts';
import { applicationStore } from './applications/store.ts';
import { auditBook } from './audit/book-store.ts';
import { cardStore } from './cards/store.ts';
import { complaintStore } from './complaints/store.ts';
import { contentDesk } from './content/desk.ts';
import { employerStore } from './employers/store.ts';
import { accountOf, type Env, type Secrets } from './env.ts';
import { exportStore } from './exports/store.ts';
import { fileStore } from './files/store.ts';
import { type GateDeps, type Given, gateDeps } from './gate-deps.ts';
import { conflictStore } from './imports/conflict-store.ts';
import { importStore } from './imports/store.ts';
import { interviewStore } from './interviews/store.ts';
import { jobStore } from './jobs/store.ts';
import { memberStore } from './members/store.ts';
import { messageStores } from './messages/stores.ts';
import { objectStore } from './outside/objects.ts';
import { placeStore } from './places/store.ts';
import { reportStore } from './reports/store.ts';
import { erasureStore } from './rights/store.ts';
import { searchStores } from './search/live-index.ts';
import { pushDoor } from './signing/push-door.ts';
import { stewardStore } from './stewards/store.ts';
import { openPages, openSweep } from './table/sweep.ts';
import { workerStore } from './workers/store.ts';

/** Every store and outside client, built once. */
export function buildDeps(env: Env, secrets: Secrets, given: Given = {}) {
  const gate = gateDeps(env, secrets, given);
  const { now, table, seal, fairs } = gate;
  const objects = objectsOf(env, env.OBJECTS_BASE ?? `${env.PUBLIC_ORIGIN}/objects`, now);
  const agreed = agreedOf(gate);
  const { cards, workers } = agreed;
  const members = memberStore(table);
  const workersOf = async (employerId: EmployerId) => (await members.of(employerId)).map((m) => m.workerId);
  return {
    ...gate,
    publicOrigin: env.PUBLIC_ORIGIN,
    fontDir: env.FONT_DIR,
    objects,
    auditCopies: objectsOf(env, env.AUDIT_COPIES_BASE ?? `${env.PUBLIC_ORIGIN}/audit-copies`, now),
    ...searchStores(objects, table, now),
    ...desksOf(gate),
    push: pushDoor({ token: secrets.wechatPushToken, key: secrets.wechatPushKey, appId: secrets.wechatAppId }),
    members,
    ...agreed,
    jobs: jobStore(table),
    imports: importStore(table, seal),
    conflicts: conflictStore(table),
    exports: exportStore(table),
    files: fileStore(table),
    stewards: stewardStore(table),
    answers: answerStore(table),
    interviews: interviewStore(table, now),
    ...messageStores(table, now, { workersOf, currentOf: (id) => workers.currentOf(id), templates: env.MESSAGE_TEMPLATES }),
    allocations: allocationStore(table),
    reports: reportStore(table, now, cards, fairs),
    sweep: openSweep(gate.client, env.TABLE_NAME),
    pageOfTable: openPages(gate.client, env.TABLE_NAME),
  };
}

/** What rests on somebody's yes. */
function agreedOf({ table, seal, consents, now, audit, identity }: GateDeps) {
  const places = placeStore(table);
  return {
    erasures: erasureStore(table),
    places,
    workers: workerStore(table, { seal, consents, now, seen: audit.seen, rolesOf: identity.rolesOf }),
    cards: cardStore(table, places, consents, now),
    applications: applicationStore(table, places, consents, now),
  };
}

/** Employers, and what waits for an officer. */
function desksOf({ table, wechat, identity, tasks, now, audit }: GateDeps) {
  const employers = employerStore(table);
  return {
    employers,
    complaints: complaintStore(table),
    audit: { ...audit, ...auditBook(table) },
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
