import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const connectionTimeout = 1000;
const maxAttempts = 4;

/** Speaks to the table in bounded time: who has heard nothing for `requestTimeout` milliseconds never will, and asks again. */
export function openClient(endpoint: string | undefined, requestTimeout: number): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts,
    requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
    ...(endpoint ? { endpoint } : {}),
  });
}
