import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { Booth, type BoothOpening } from '@shanhai/shared/contract/fairs.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { type Booking, bookings } from './bookings.ts';
import { fairIdOf } from './fairs.ts';
import { jobIdOf } from './openings.ts';

const openingAtBooth = (job: Job): BoothOpening => ({
  jobId: job.jobId,
  title: job.title,
  trade: job.trade,
  headcount: job.headcount,
  remaining: job.headcount,
  takeHomeFen: takeHomeFen(job),
  workRegion: job.workRegion,
  hasDorm: job.hasDorm,
  meals: job.meals,
  taste: job.taste,
});

function boothOf(key: string, booking: Booking, employer: Employer, jobs: Map<string, Job>): Booth {
  return Booth.parse({
    fairId: fairIdOf(key),
    boothNo: booking.boothNo,
    label: booking.label,
    employerId: employer.employerId,
    employerName: employer.name,
    employerShortName: employer.shortName,
    employerVerifiedBy: employer.verifiedBy ?? '',
    employerVerifiedOn: employer.verifiedOn ?? '',
    employerRegion: employer.regionCode,
    contactName: employer.agentName,
    demo: true,
    openings: booking.openings.flatMap((n) => jobs.get(jobIdOf(booking.short, n)) ?? []).map(openingAtBooth),
  });
}

/** Every booth of every fair, nothing filled yet. */
export function demoBooths(employers: readonly Employer[], jobs: readonly Job[]): Booth[] {
  const byName = new Map(employers.map((e) => [e.shortName, e]));
  const byId = new Map<string, Job>(jobs.map((j) => [j.jobId, j]));
  return Object.entries(bookings).flatMap(([key, booked]) =>
    booked.flatMap((booking) => {
      const employer = byName.get(booking.short);
      return employer ? [boothOf(key, booking, employer, byId)] : [];
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
