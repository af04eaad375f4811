import { copyAudit } from './audit/copier.ts';
import { accountOf, readEnv } from './env.ts';
import { objectStore } from './outside/objects.ts';
import { openClient } from './table/client.ts';
import { openTable } from './table/table.ts';

const env = readEnv(process.env);
const now = (): string => new Date().toISOString();
const client = openClient({ region: env.AWS_REGION, account: accountOf(env), endpoint: env.AWS_ENDPOINT_URL_DYNAMODB, timeoutMs: env.TABLE_TIMEOUT_MS });
const auditCopies = objectStore({ base: env.AUDIT_COPIES_BASE ?? `${env.PUBLIC_ORIGIN}/audit-copies`, region: env.AWS_REGION, account: accountOf(env), now });

/** The audit, copied to where no function can change it. It holds no secret and no key of sealed fields. */
export const handler = copyAudit({ table: openTable(client, env.TABLE_NAME), auditCopies, now });
