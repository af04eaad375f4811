import { CreateTableCommand, DescribeTableCommand, DynamoDBClient, ResourceInUseException, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import type { LocalPlan } from './template.ts';

/** The engine takes any account; a real one lying about in the environment must not be asked for. */
export function useLocalAccount(): void {
  delete process.env['AWS_PROFILE'];
  Object.assign(process.env, { AWS_REGION: 'cn-northwest-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
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
