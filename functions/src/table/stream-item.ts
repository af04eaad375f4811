import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** An item as the stream and a failed condition carry it, in plain values. */
export const itemOf = (image: Record<string, AttributeValue>): Record<string, unknown> => unmarshall(image);
