import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { ConsentPurpose, ConsentWay } from '@shanhai/shared/rules/consents.ts';
import type { Write } from '../table/table.ts';

interface Given {
  purpose: ConsentPurpose;
  receiver: string;
  version?: string;
  at: string;
  about?: string;
  how?: ConsentWay;
  by?: WorkerId;
  endsAt?: string;
}

/** Where a person's yes is written down, in the transaction of what it permits. */
export interface Ledger {
  line(workerId: WorkerId, given: Given): Write;
  given(workerId: WorkerId, given: Given): Write[];
  withdrawn(workerId: WorkerId, withdrawn: Pick<Given, 'purpose' | 'about' | 'at'>): Write;
  /** What was taken back and not said again since. */
  takenBack(selves: readonly WorkerId[]): Promise<ReadonlySet<ConsentPurpose>>;
}
