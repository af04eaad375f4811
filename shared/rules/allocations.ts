export const allocationStatuses = ['proposed', 'sent'] as const;
export type AllocationStatus = (typeof allocationStatuses)[number];
export const allocationStatusWords: Record<AllocationStatus, string> = { proposed: '还没发', sent: '发了' };

/** At most so many are placed at once: what one request can read and reckon. */
export const mostPlaced = { people: 10_000, openings: 2_000 } as const;

/** Rows of an allocation that are kept, shown and sent together. */
export const rowsTogether = 100;

/** Once the first recommendation is out, nothing is changed any more. */
type Proposed = { status: AllocationStatus };
export const allocationCan = {
  change: (a: Proposed): boolean => a.status === 'proposed',
  send: (a: Proposed): boolean => a.status === 'proposed',
};
