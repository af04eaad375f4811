import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The table answers in a few milliseconds; who has heard nothing for this long never will, and asks again. */
const requestTimeout = 1500;
const connectionTimeout = 1000;
const maxAttempts = 4;

/** Speaks to the table in bounded time: all tries together end before the phone stops waiting, which is after 8 seconds. */
export function openClient(endpoint: string | undefined): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts,
    requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
    ...(endpoint ? { endpoint } : {}),
  });
}
