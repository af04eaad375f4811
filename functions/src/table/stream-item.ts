import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** An item as the stream and a failed condition carry it, in plain values. */
export const itemOf = (image: Record<string, AttributeValue>): Record<string, unknown> => unmarshall(image);

/** An item as it reads once it has been stored: what is undefined is not there. */
export const storedAs = (item: Record<string, unknown>): Record<string, unknown> => unmarshall(marshall(item, { removeUndefinedValues: true }));
