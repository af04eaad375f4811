import { ScanCommand, type ScanCommandInput, type ScanCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Client } from './client.ts';
import type { Item } from './table.ts';

/**
 * Every item that belongs to a fair, page by page, whatever its key: for the nightly recount, which must not trust any list that the
 * stream made. Reads the whole table, 1 unit for 4 KB; only the clock's function may (infra/aws/service-stack.ts).
 */
export function openSweep(client: Client, TableName: string) {
  return async function* pagesOfFairs(): AsyncGenerator<Item[]> {
    for (let from: Item | undefined, isFirst = true; isFirst || from; isFirst = false) {
      const asked: ScanCommandInput = {
        TableName,
        ConsistentRead: true,
        FilterExpression: 'attribute_exists(fairId)',
        ...(from ? { ExclusiveStartKey: from } : {}),
      };
      const reply: ScanCommandOutput = await client.send(new ScanCommand(asked));
      from = reply.LastEvaluatedKey;
      yield reply.Items ?? [];
    }
  };
}

export interface TablePage {
  items: Item[];
  /** Where the next page begins; none after the last. */
  next?: Item | undefined;
}

/** The whole table in pages of a megabyte at most, from where one left off: for what is looked through by the clock in small steps. */
export function openPages(client: Client, TableName: string) {
  return async (from?: Item): Promise<TablePage> => {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName, ...(from ? { ExclusiveStartKey: from } : {}) }));
    return { items: Items, ...(LastEvaluatedKey ? { next: LastEvaluatedKey } : {}) };
  };
}
