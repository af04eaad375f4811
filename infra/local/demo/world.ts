import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { atChinaTime } from '@shanhai/shared/rules/china-day.ts';
import { demoBooths, withAccepted } from './booths.ts';
import { demoEmployers } from './employers.ts';
import { type DemoCard, type DemoCheckIn, demoCards, demoCheckIns, type Span } from './fair-day.ts';
import { type FairFacts, fairFacts } from './fair-facts.ts';
import { demoFairs } from './fairs.ts';
import { demoJobs } from './openings.ts';
import { demoPairings } from './pairings.ts';
import { type DemoRole, type DemoWorker, demoRoles, demoWorkers } from './people.ts';

export interface DemoWorld {
  pairings: Pairing[];
  employers: Employer[];
  jobs: Job[];
  fairs: Fair[];
  /** The papers' figures beside the fairs they speak of. */
  fairFacts: readonly FairFacts[];
  booths: Booth[];
  roles: readonly DemoRole[];
  workers: DemoWorker[];
  checkIns: DemoCheckIn[];
  cards: DemoCard[];
}

const minute = 60_000;

/** The stretch of today in which things have happened: the last 160 minutes, or the morning when no clock is given. */
function spanOn(todayOn: string, nowAt: string | undefined): Span {
  if (!nowAt) return { from: atChinaTime(todayOn, '9:00'), until: atChinaTime(todayOn, '11:40') };
  const from = Math.max(Date.parse(atChinaTime(todayOn, '0:00')), Date.parse(nowAt) - 160 * minute);
  return { from: new Date(from).toISOString(), until: nowAt };
}

/** The openings with the heads taken of which people said yes, at whatever fair. */
function withFilled(jobs: readonly Job[], cards: readonly DemoCard[]): Job[] {
  const taken = Map.groupBy(
    cards.filter((c) => c.reply === 'accepted'),
    (c) => c.jobId as string | undefined,
  );
  return jobs.map((job) => ({ ...job, filled: taken.get(job.jobId)?.length ?? 0 }));
}

function acceptedByOpening(cards: readonly DemoCard[]): Map<string, number> {
  const accepted = new Map<string, number>();
  for (const card of cards) {
    if (card.reply !== 'accepted' || !card.jobId) continue;
    const key = `${card.fairId}/${card.jobId}`;
    accepted.set(key, (accepted.get(key) ?? 0) + 1);
  }
  return accepted;
}

/**
 * The whole demo world as it stands on a China day, the same on every machine. With `nowAt`, what has happened at
 * today's fair lies before that instant.
 */
export function demoWorld(todayOn: string, nowAt?: string): DemoWorld {
  const employers = demoEmployers(todayOn);
  const jobs = demoJobs(todayOn);
  const workers = demoWorkers();
  const span = spanOn(todayOn, nowAt);
  const booths = demoBooths(employers, jobs);
  const checkIns = demoCheckIns(workers, span);
  const cards = demoCards(workers, checkIns, booths, span);
  return {
    pairings: demoPairings(),
    employers,
    jobs: withFilled(jobs, cards),
    fairs: demoFairs(todayOn),
    fairFacts,
    booths: withAccepted(booths, acceptedByOpening(cards)),
    roles: demoRoles,
    workers,
    checkIns,
    cards,
  };
}
