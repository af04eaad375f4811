import { pathToFileURL } from 'node:url';
import { type _Record, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from '@aws-sdk/client-dynamodb-streams';

/** What Lambda lays aside when records could not be counted: where in the stream they lie. The stream keeps them for 24 hours. */
export interface LaidAside {
  DDBStreamBatchInfo: { shardId: string; startSequenceNumber: string; endSequenceNumber: string; batchSize: number; streamArn: string };
}

const atOnce = 1000;

/** The records of a laid-aside batch as the event that the consumer takes. */
export async function eventOf({ DDBStreamBatchInfo: batch }: LaidAside, client: DynamoDBStreamsClient): Promise<{ Records: object[] }> {
  const { shardId: ShardId, streamArn: StreamArn, startSequenceNumber: SequenceNumber } = batch;
  const from = { StreamArn, ShardId, SequenceNumber, ShardIteratorType: 'AT_SEQUENCE_NUMBER' } as const;
  let { ShardIterator: iterator } = await client.send(new GetShardIteratorCommand(from));
  const records: _Record[] = [];
  const isThere = ({ dynamodb }: _Record): boolean => BigInt(dynamodb?.SequenceNumber ?? 0) <= BigInt(batch.endSequenceNumber);
  while (iterator && records.length < batch.batchSize) {
    const reply = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: Math.min(atOnce, batch.batchSize) }));
    const wanted = (reply.Records ?? []).filter(isThere);
    if (!wanted.length) break;
    records.push(...wanted);
    iterator = reply.NextShardIterator;
  }
  if (!records.length) throw new Error('The stream keeps these records no longer (24 hours): see docs/reliability.md, "Later than a day"');
  return { Records: records.map((record) => ({ ...record, eventSourceARN: StreamArn, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: 0 } })) };
}

/** `node infra/aws/replay.ts < message.json > event.json`: the body of a message of the queue in, the event for the consumer out. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const message = JSON.parse(Buffer.concat(parts).toString()) as LaidAside;
  process.stdout.write(JSON.stringify(await eventOf(message, new DynamoDBStreamsClient({}))));
}
