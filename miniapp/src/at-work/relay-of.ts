import type { Carried } from '@shanhai/shared/rules/relay.ts';
import type { Deed } from '../api/outbox.ts';

/** Something done on a device at work, here or on a colleague's. */
export type RelayDeed = Deed<{ act: object; from?: string }>;

/** A queue that may go from device to device: only between those of one place. */
export interface Relay {
  /** The fair, or a booth of it: what is of another place is not taken. */
  place: string;
  deeds: readonly RelayDeed[];
  /** A device out of service takes nothing over; it may give. */
  isRevoked: boolean;
  /** Keeps what a colleague's device did; false when it is here already. */
  keep: (from: string, action: Carried) => boolean;
  /** Back to where the device works, and what that is called. */
  back: { words: string; onTap: () => void };
}
