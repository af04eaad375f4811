import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { exportTable, importTable, lostBetween } from './copy.ts';

const usage = `npm run backup  -- --table <name> --to <file>.gz
npm run restore -- --table <name of an empty table> --from <file>.gz [--compare <table it came from>]
Both take --endpoint for another engine than that of AWS_REGION.`;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { table: text, to: text, from: text, compare: text, endpoint: text } });
  const client = new DynamoDBClient(values.endpoint ? { endpoint: values.endpoint } : {});
  const { table, to, from, compare } = values;
  if (positionals[0] === 'backup' && table && to) {
    console.log(`${await exportTable({ client, table }, to)} items of ${table} lie in ${to}`);
  } else if (positionals[0] === 'restore' && table && from) {
    console.log(`${await importTable({ client, table }, from)} items were brought into ${table}`);
    if (compare) console.log(`${await lostBetween({ client, table: compare }, { client, table })} items of ${compare} are missing or different`);
  } else throw new Error(usage);
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
