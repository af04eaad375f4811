import { boothOf, openingAtBooth } from '@shanhai/functions/src/fairs/rules.ts';
import type { FairId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { Booth } from '@shanhai/shared/contract/fairs.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { type Booking, bookings } from './bookings.ts';
import { fairIdOf } from './fairs.ts';
import { jobIdOf } from './openings.ts';

function demoBoothOf(key: string, { boothNo, label, short, openings }: Booking, employer: Employer, jobs: Map<string, Job>): Booth {
  const offered = openings.flatMap((n) => jobs.get(jobIdOf(short, n)) ?? []).map(openingAtBooth);
  return Booth.parse(boothOf(fairIdOf(key) as FairId, boothNo, label, employer, offered));
}

/** Every booth of every fair, nothing filled yet. */
export function demoBooths(employers: readonly Employer[], jobs: readonly Job[]): Booth[] {
  const byName = new Map(employers.map((e) => [e.shortName, e]));
  const byId = new Map<string, Job>(jobs.map((j) => [j.jobId, j]));
  return Object.entries(bookings).flatMap(([key, booked]) =>
    booked.flatMap((booking) => {
      const employer = byName.get(booking.short);
      return employer ? [demoBoothOf(key, booking, employer, byId)] : [];
    }),
  );
}

/** The booths with the heads taken off that people have accepted, by opening. */
export function withAccepted(booths: readonly Booth[], accepted: ReadonlyMap<string, number>): Booth[] {
  return booths.map((booth) => ({
    ...booth,
    openings: booth.openings.map((o) => ({ ...o, remaining: Math.max(0, o.headcount - (accepted.get(`${booth.fairId}/${o.jobId}`) ?? 0)) })),
  }));
}
