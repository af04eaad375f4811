import { CreateTableCommand, DescribeTableCommand, DynamoDBClient, ResourceInUseException, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import type { Account } from './objects/signature.ts';
import type { LocalPlan } from './template.ts';

/** In whose name this machine asks the engine and the bucket: letters and digits. Tests name one of their own for each file, several of which share a process. */
export function localAccount(): Account {
  return { region: 'cn-northwest-1', accessKeyId: process.env['LOCAL_ACCOUNT'] ?? 'local', secretAccessKey: 'local' };
}

/** The engine takes any account; a real one lying about in the environment must not be asked for. */
export function useLocalAccount(): void {
  delete process.env['AWS_PROFILE'];
  const { region, accessKeyId, secretAccessKey } = localAccount();
  Object.assign(process.env, { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
}

/** Creates the table of the template unless it is there; says whether it was made and where its stream is. */
export async function openTableOf(plan: LocalPlan, endpoint: string, TableName: string): Promise<{ isNew: boolean; streamArn: string }> {
  useLocalAccount();
  const client = new DynamoDBClient({ endpoint });
  try {
    const isNew = await createTable(client, plan, TableName);
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return { isNew, streamArn: Table?.LatestStreamArn ?? '' };
  } finally {
    client.destroy();
  }
}

async function createTable(client: DynamoDBClient, plan: LocalPlan, TableName: string): Promise<boolean> {
  try {
    await client.send(new CreateTableCommand({ ...plan.table, TableName }));
  } catch (error) {
    if (error instanceof ResourceInUseException) return false;
    throw error;
  }
  const TimeToLiveSpecification = { AttributeName: plan.expiresAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  return true;
}
