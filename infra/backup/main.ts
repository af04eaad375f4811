import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { needSettings, readSettings, runCommand } from '../command-line.ts';
import { eraseAgain, exportTable, importTable, lostBetween } from './copy.ts';

const usage = `npm run backup  -- --table <name> --to <file>.gz
npm run restore -- --table <name of an empty table> --from <file>.gz [--compare <table it came from>]
npm run restore -- --table <name of a restored table> --erased-in <the table as it was last>
Both ask the table of AWS_REGION with the credentials of AWS_PROFILE, or with --endpoint another engine.`;

/** An engine on this machine takes whoever comes, and any region. */
function clientAt(endpoint: string | undefined): DynamoDBClient {
  return new DynamoDBClient(endpoint ? { endpoint } : {});
}

await runCommand(usage, async (args) => {
  const text = { type: 'string' } as const;
  const { positionals, values } = readSettings(args, { table: text, to: text, from: text, compare: text, 'erased-in': text, endpoint: text });
  const isRestore = positionals[0] === 'restore';
  const last = isRestore ? values['erased-in'] : undefined;
  needSettings(values, 'table', ...(last ? [] : [isRestore ? 'from' : 'to']));
  const { table = '', to = '', from = '', compare, endpoint } = values;
  const client = clientAt(endpoint);
  if (last)
    console.log(
      `${await eraseAgain({ client, table: last }, { client, table }, new Date().toISOString())} people erased since are erased again within half an hour`,
    );
  else if (isRestore) {
    console.log(`${await importTable({ client, table }, from)} items were brought into ${table}`);
    if (compare) console.log(`${await lostBetween({ client, table: compare }, { client, table })} items of ${compare} are missing or different`);
  } else console.log(`${await exportTable({ client, table }, to)} items of ${table} lie in ${to}`);
});
