import type { Allocation, AllocationId, AllocationRow } from '@shanhai/shared/contract/allocations.ts';
import type { Caller, FairId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { allocationCan, rowsTogether } from '@shanhai/shared/rules/allocations.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import type { KeptRow, Proposal } from './propose.ts';

export interface Made {
  allocationId: AllocationId;
  fairId?: FairId | undefined;
  pairingId?: string | undefined;
  title: string;
  regionCode: string;
  madeAt: string;
  leastFit: number;
}

const countPlaced = (rows: readonly KeptRow[]): number => rows.filter((row) => row.jobId).length;

/** A proposal as it is kept: nothing of it is sent yet. */
export function newAllocation(made: Made, { rows, totalFit, firstComeFit, shown, allocated }: Proposal): Allocation {
  return {
    ...made,
    people: rows.length,
    placed: countPlaced(rows),
    totalFit,
    firstComeFit,
    shown,
    allocated,
    pages: Math.ceil(rows.length / rowsTogether),
    sentPages: 0,
    status: 'proposed',
    version: 0,
  };
}

/** Those of the region that made it, and the levels above it. */
export function isOwnAllocation({ regionCode }: Pick<Allocation, 'regionCode'>, { role, scope }: Caller): boolean {
  return (role === 'officer' || role === 'organizer') && !!scope && isWithinRegion(regionCode, scope);
}

export function requireOwnAllocation(allocation: Allocation, by: Caller): void {
  if (!isOwnAllocation(allocation, by)) throw new Problem('not_allowed');
}

/** A changed row moves the sums by what it moved. @throws allocation_sent */
export function withChangedRow(allocation: Allocation, before: KeptRow, after: KeptRow): Allocation {
  if (!allocationCan.change(allocation)) throw new Problem('allocation_sent');
  return {
    ...allocation,
    placed: allocation.placed + countPlaced([after]) - countPlaced([before]),
    totalFit: allocation.totalFit + after.fit - before.fit,
  };
}

/** One page more is out; with the last one it is sent. @throws allocation_sent */
export function withPageSent(allocation: Allocation, sentAt: string): Allocation {
  if (!allocationCan.send(allocation)) throw new Problem('allocation_sent');
  const sentPages = allocation.sentPages + 1;
  return { ...allocation, sentPages, ...(sentPages >= allocation.pages ? { status: 'sent', sentAt } : {}) };
}

/** A row as staff see it. */
export function shownRow(row: KeptRow, profile: { name?: string | undefined; home?: { town?: string | undefined } | undefined } | undefined): AllocationRow {
  return { ...row, name: profile?.name ? maskedName(profile.name) : '没留姓名', town: profile?.home?.town };
}
