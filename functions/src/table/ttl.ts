/** When the table lets an item go (its attribute `ttl`), so many days after an instant: in seconds since 1970, as DynamoDB counts. */
export const ttlAfter = (at: string, days = 0): number => Math.floor(Date.parse(at) / 1000) + days * 86_400;
