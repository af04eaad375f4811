import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isRoleDay } from '@shanhai/shared/rules/given-roles.ts';
import { isRegionCode, regionName } from '@shanhai/shared/rules/regions.ts';
import { auditStore } from './audit/store.ts';
import { accountOf } from './env.ts';
import { identityStore } from './identity/store.ts';
import { openClient } from './table/client.ts';
import { openTable } from './table/table.ts';

/** The operator's command: the first officer of a stage, whom no officer above could give the role. See docs/decisions/0008-sessions.md. */
const [id, region = '', untilOn = ''] = process.argv.slice(2);
const now = (): string => new Date().toISOString();
const { AWS_REGION = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN = '', AWS_ENDPOINT_URL_DYNAMODB, TABLE_NAME = '' } = process.env;

const workerId = WorkerId.safeParse(id);
if (!workerId.success || !isRegionCode(region) || !isRoleDay(untilOn, chinaDay(now())) || !TABLE_NAME || !AWS_REGION) {
  console.error('TABLE_NAME=… AWS_REGION=… npm run first-officer -- <id of the person> <region, six digits> <last day, within a year: 2026-12-31>');
  process.exit(1);
}

const account = accountOf({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN });
const table = openTable(openClient({ region: AWS_REGION, account, endpoint: AWS_ENDPOINT_URL_DYNAMODB, timeoutMs: 5000 }), TABLE_NAME);
const audit = auditStore(table, {
  now,
  newId: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
  regionOf: async () => undefined,
  hostOf: async () => undefined,
});
const said = { at: now(), by: 'operator', role: 'officer' as const, scope: region, action: '设置第一位人社干部', subject: { workerId: workerId.data } };
await audit.record(said);
await identityStore(table, now).grant(workerId.data, { role: 'officer', scope: region, scopeName: regionName(region), untilOn });
console.log(`${workerId.data} is an officer of ${regionName(region)} until ${untilOn}`);
