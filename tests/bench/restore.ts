import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { exportTable, importTable, lostBetween } from '@shanhai/infra/backup/copy.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import { readPlan } from '@shanhai/infra/local/template.ts';
import type { Figures } from './figures.ts';
import type { Stage } from './stage.ts';

/** The drill: a copy of the demo world, brought into a new table, item by item compared. */
export async function measureRestore({ system }: Stage): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-drill-'));
  const client = new DynamoDBClient({ endpoint: system.endpoint });
  const [before, after] = [
    { client, table: system.tableName },
    { client, table: `${system.tableName}-restored` },
  ];
  try {
    const file = path.join(folder, 'copy.gz');
    await openTableOf(readPlan(), system.endpoint, after.table);
    await exportTable(before, file);
    const count = await importTable(after, file);
    return {
      'restore.items_lost': { value: await lostBetween(before, after), unit: 'items', note: `of ${count}: copied, wiped, brought back, compared` },
    };
  } finally {
    await client.send(new DeleteTableCommand({ TableName: after.table })).catch(() => undefined);
    client.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
