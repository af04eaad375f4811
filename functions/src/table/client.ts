import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isServerError, isThrottlingError, isTransientError } from '@smithy/core/retry';
import { type AwsSettings, clientSettings } from '../outside/aws-settings.ts';

/** Speaks to the table in plain items. */
export function openClient(settings: AwsSettings): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...clientSettings(settings), accountIdEndpointMode: 'disabled', endpointDiscoveryEnabled: false });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
export type Client = DynamoDBDocumentClient;

/** Trouble that passes by itself, when the client has already tried as often as it may; the SDK does not count a collision as such. */
export function isPassing(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const known = error as Parameters<typeof isTransientError>[0];
  return isThrottlingError(known) || isTransientError(known) || isServerError(known) || error.name === 'TransactionConflictException';
}
