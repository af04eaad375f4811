import { auditStore } from '@shanhai/functions/src/audit/store.ts';
import { identityStore } from '@shanhai/functions/src/identity/store.ts';
import { openClient } from '@shanhai/functions/src/table/client.ts';
import { openTable, type Table } from '@shanhai/functions/src/table/table.ts';
import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { isRoleDay } from '@shanhai/shared/rules/given-roles.ts';
import { isRegionCode, regionName } from '@shanhai/shared/rules/regions.ts';
import { runCommand, unclear } from './command-line.ts';
import { plainError } from './local/kept-folder.ts';

const usage = `TABLE_NAME=<table> AWS_REGION=<region of the stage> npm run first-officer -- <text of the code of the person> <region, six digits> <last day, within a year>
such as: TABLE_NAME=shanhai-… AWS_REGION=cn-northwest-1 npm run first-officer -- k3m9x2p7q4wz 530000 2027-06-30`;
const now = (): string => new Date().toISOString();

/** Of the text of a person's code, as any camera reads it, the id; or the id itself. */
const idIn = (said: string): string => /^(?:https:\/\/.+\/c\/)?P\w([\w-]{12})[\w-]{18}$/.exec(said)?.[1] ?? said;

function readWanted(args: readonly string[]) {
  const [said = '', region = '', untilOn = '', more] = args;
  const id = idIn(said);
  const { AWS_REGION: cloud, AWS_ENDPOINT_URL_DYNAMODB: endpoint, TABLE_NAME: tableName } = process.env;
  const workerId = WorkerId.safeParse(id);
  if (!id || !region || !untilOn || more) throw unclear('Three things are said: who, for which region, and until which day');
  if (!tableName || !cloud) throw unclear(`${tableName ? 'AWS_REGION' : 'TABLE_NAME'} is missing`);
  if (!workerId.success) throw plainError(`${id} is not what a camera reads from the code of a person (我的 → 我的名片), nor letters 3 to 14 of it`);
  if (!isRegionCode(region)) throw plainError(`${region} is not a region: its code has six digits, 530000 for Yunnan`);
  if (regionName(region) === region)
    throw plainError(`There is no name for the region ${region}: is it right? If so, it takes a line in shared/rules/regions.ts`);
  if (!isRoleDay(untilOn, chinaDay(now()))) throw plainError(`${untilOn} is not a day from tomorrow until a year from now, written like 2027-06-30`);
  return { workerId: workerId.data, region, untilOn, tableName, cloud, endpoint };
}

const auditOf = (table: Table) =>
  auditStore(table, {
    now,
    newId: (length) => crypto.randomUUID().replaceAll('-', '').slice(0, length),
    regionOf: async () => undefined,
    hostOf: async () => undefined,
  });

/** The operator's command: the first officer of a stage, whom no officer above could give the role. See docs/decisions/0008-sessions.md. */
async function makeOfficer(args: readonly string[]): Promise<void> {
  const { workerId, region, untilOn, tableName, cloud, endpoint } = readWanted(args);
  const table = openTable(openClient({ region: cloud, endpoint, timeoutMs: 5000 }), tableName);
  const identity = identityStore(table, now);
  await identity.userOf(workerId).catch((error: unknown) => {
    const isNobody = error instanceof Problem && error.code !== 'try_again';
    throw isNobody ? plainError(`Nobody with the id ${workerId} has signed in at this stage`) : error;
  });
  const said = { at: now(), by: 'operator', role: 'officer' as const, scope: region, action: '设置第一位人社干部', subject: { workerId } };
  await auditOf(table).record(said);
  await identity.grant(workerId, { role: 'officer', scope: region, scopeName: regionName(region), untilOn });
  console.log(`${workerId} is an officer of ${regionName(region)} until ${untilOn}`);
}

await runCommand(usage, makeOfficer);
