import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { exportTable, importTable, lostBetween } from '@shanhai/infra/backup/copy.ts';
import { startDynamo } from '@shanhai/infra/local/dynamodb.ts';
import { openTableOf } from '@shanhai/infra/local/open-table.ts';
import { readPlan } from '@shanhai/infra/local/template.ts';
import type { Figures } from './figures.ts';
import { openStage } from './stage.ts';

/** The drill: a copy of the demo world, brought into a new table, item by item compared. */
export async function measureRestore(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-drill-'));
  const engine = await startDynamo();
  const { endpoint } = engine;
  const client = new DynamoDBClient({ endpoint });
  try {
    const { system } = await openStage({ engine });
    // nobody writes any more: what came after the copy would count as lost
    await system.stop();
    const [before, after] = [
      { client, table: system.tableName },
      { client, table: `${system.tableName}-restored` },
    ];
    const file = path.join(folder, 'copy.gz');
    await openTableOf(readPlan(), endpoint, after.table);
    await exportTable(before, file);
    const count = await importTable(after, file);
    return {
      'restore.items_lost': { value: await lostBetween(before, after), unit: 'items', note: `of ${count}: copied, wiped, brought back, compared` },
    };
  } finally {
    client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
