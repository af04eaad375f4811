import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isRoleDay } from '@shanhai/shared/rules/given-roles.ts';
import { isRegionCode, regionName } from '@shanhai/shared/rules/regions.ts';
import { auditStore } from './audit/store.ts';
import { identityStore } from './identity/store.ts';
import { openClient } from './table/client.ts';
import { openTable } from './table/table.ts';

/** The operator's command: the first officer of a stage, whom no officer above could give the role. See docs/decisions/0008-sessions.md. */
const [id, region = '', untilOn = ''] = process.argv.slice(2);
const now = (): string => new Date().toISOString();
const { AWS_REGION = '', AWS_ENDPOINT_URL_DYNAMODB, TABLE_NAME = '' } = process.env;

const workerId = WorkerId.safeParse(id);
if (!workerId.success || !isRegionCode(region) || !isRoleDay(untilOn, chinaDay(now())) || !TABLE_NAME || !AWS_REGION) {
  console.error('TABLE_NAME=… AWS_REGION=… npm run first-officer -- <id of the person> <region, six digits> <last day, within a year: 2026-12-31>');
  process.exit(1);
}

if (regionName(region) === region) {
  console.error(`There is no name for the region ${region}: is it right? If so, it takes a line in shared/rules/regions.ts`);
  process.exit(1);
}

const table = openTable(openClient({ region: AWS_REGION, endpoint: AWS_ENDPOINT_URL_DYNAMODB, timeoutMs: 5000 }), TABLE_NAME);
const audit = auditStore(table, {
  now,
  newId: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
  regionOf: async () => undefined,
  hostOf: async () => undefined,
});
const identity = identityStore(table, now);
try {
  await identity.userOf(workerId.data);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(`Nobody with the id ${workerId.data} has signed in at this stage`);
  process.exit(1);
}
const said = { at: now(), by: 'operator', role: 'officer' as const, scope: region, action: '设置第一位人社干部', subject: { workerId: workerId.data } };
await audit.record(said);
await identity.grant(workerId.data, { role: 'officer', scope: region, scopeName: regionName(region), untilOn });
console.log(`${workerId.data} is an officer of ${regionName(region)} until ${untilOn}`);
