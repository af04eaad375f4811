import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';

export type Job = Output<'jobs.mine'>['items'][number];
export type Booth = Output<'fairs.booths'>['items'][number];

/** Only what is open and not past its day may stand at a booth. */
export function offered(jobs: readonly Job[]): Job[] {
  const today = chinaDay(new Date().toISOString());
  return jobs.filter((job) => job.status === 'open' && job.expiresOn >= today);
}

/** The next free label in the row that was used last: after A03 comes A04. */
export function nextLabel(booths: readonly Booth[]): string {
  const taken = new Set(booths.map((booth) => booth.label));
  const row = [...taken].sort().at(-1)?.replace(/\d+$/, '') || 'A';
  for (let n = 1; ; n++) {
    const label = `${row}${String(n).padStart(2, '0')}`;
    if (!taken.has(label)) return label;
  }
}
