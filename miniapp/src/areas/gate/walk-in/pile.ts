import { isPrinted, nextStrip } from '@shanhai/shared/rules/gate.ts';
import { entriesOf } from '../entries.ts';
import { seenHere, snapshotHere } from '../snapshot.ts';

/** The strip that lies below this one, for the field; empty when it is not known, then one scans. */
export function stripAfter(fairId: string, number: string): string {
  const snapshot = snapshotHere(fairId);
  if (!snapshot) return '';
  const taken = [...snapshot.taken, ...seenHere(fairId)].flatMap((one) => one.number ?? []);
  return String(nextStrip(snapshot, new Set(taken), Number(number)) ?? '');
}

/** What lies on top of this device's pile, by the last strip it handed over. */
export function stripOnTop(fairId: string): string {
  const snapshot = snapshotHere(fairId);
  const last = snapshot && entriesOf(fairId).find(({ number }) => isPrinted(snapshot, number));
  return last ? stripAfter(fairId, String(last.number)) : '';
}
