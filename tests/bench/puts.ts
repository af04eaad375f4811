import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { attributes } from '@shanhai/functions/src/table/layout.ts';

/** A table with the same primary key and nothing else: no index, no stream, nobody who follows it. */
async function makePlainTable(client: DynamoDBClient): Promise<string> {
  const TableName = `puts-${randomUUID()}`;
  const { pk, sk } = attributes;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: pk, KeyType: 'HASH' },
        { AttributeName: sk, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [pk, sk].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  return TableName;
}

/** Conditional puts of a check-in's size straight at the engine, so many at once: what the engine alone gives. Puts per second. */
export async function drivePuts(endpoint: string, count: number, atOnce: number): Promise<number> {
  const client = new DynamoDBClient({
    endpoint,
    // an account of its own: whatever else the engine holds is not in the way
    credentials: { accessKeyId: 'puts', secretAccessKey: 'puts' },
    requestHandler: { httpsAgent: { maxSockets: atOnce }, httpAgent: { maxSockets: atOnce } },
  });
  const TableName = await makePlainTable(client);
  let next = 0;
  const put = (n: number) =>
    client.send(
      new PutItemCommand({
        TableName,
        Item: { pk: { S: `W#${n}` }, sk: { S: 'C#fair' }, number: { N: String(n) }, text: { S: 'x'.repeat(220) } },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let n = next++; n < count; n = next++) await put(n);
    }),
  );
  const perSecond = (count * 1000) / (performance.now() - started);
  await client.send(new DeleteTableCommand({ TableName }));
  client.destroy();
  return perSecond;
}
