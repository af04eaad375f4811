/** Names of the table's attributes and indexes, said once for the store, the cloud and the local engine. */
export const attributes = { pk: 'pk', sk: 'sk', expires: 'ttl' } as const;

/** What lies where in the bucket: a function reaches only the folders that the service stack gives it. */
export const objectFolders = { incoming: 'incoming/', files: 'files/', search: 'search/' } as const;

/** How the partitions of the audit and of its chain begin: nothing there is ever changed or deleted; and how far it is copied. */
export const auditPartitions = { lines: 'A#', chain: 'AC#', regions: 'ACR#', copied: 'AX#' } as const;
/** As long as the records of an impact assessment; the copies are locked as long. 〔个人信息保护法 §56〕 */
export const auditKeptDays = 1096;

/** Both are sparse: an item is in an index only when it carries the two attributes. */
export const indexes = [
  { name: 'gsi1', pk: 'gsi1pk', sk: 'gsi1sk' },
  { name: 'gsi2', pk: 'gsi2pk', sk: 'gsi2sk' },
] as const;
