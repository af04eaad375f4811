import { Fair, type FairForm } from '@shanhai/shared/contract/fairs.ts';
import { atChinaTime, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { bookings } from './bookings.ts';
import { hiringRows } from './employers.ts';
import { plansFor } from './fair-plans.ts';
import { type FairRow, fairRows } from './fair-rows.ts';
import { idOf } from './keyed.ts';

export const fairIdOf = (key: string): string => idOf(`fair/${key}`, 9);

function dayOf(row: FairRow, todayOn: string): string {
  return 'on' in row.time ? row.time.on : dayAfter(todayOn, row.time.daysAhead);
}

/** How many booths, openings and heads the bookings of a fair come to. */
function countsOf(key: string): Pick<Fair, 'boothCount' | 'openingCount' | 'headcount'> {
  const booked = bookings[key] ?? [];
  const heads = booked.flatMap((b) => b.openings.map((n) => hiringRows.find((row) => row.short === b.short)?.openings[n]?.[1] ?? 0));
  return { boothCount: booked.length, openingCount: heads.length, headcount: heads.reduce((sum, n) => sum + n, 0) };
}

function formOf(row: FairRow, day: string): FairForm {
  return {
    title: row.title,
    subtitle: row.subtitle,
    kind: row.kind,
    campaign: row.campaign,
    hostRegion: row.host,
    place: row.place,
    opensAt: atChinaTime(day, row.time.from),
    closesAt: atChinaTime(day, row.time.to),
    expectedAttendance: row.expected,
    pairingId: row.pairingId,
    policePermitNo: row.permitNo,
    plans: row.hasPlans ? plansFor(row) : {},
    gates: row.gates,
    homeTowns: [...row.towns],
    helpDesks: row.helpDesks,
  };
}

function fairOf(row: FairRow, todayOn: string): Fair {
  const day = dayOf(row, todayOn);
  return Fair.parse({
    ...formOf(row, day),
    fairId: fairIdOf(row.key),
    status: row.status,
    hostName: row.hostName,
    strips: row.strips,
    ...countsOf(row.key),
    ...(row.status === 'draft' ? {} : { publishedAt: atChinaTime(dayAfter(day, -10), '10:00') }),
    ...(row.status === 'closed' ? { closedAt: atChinaTime(day, '17:00') } : {}),
    ...(row.demo ? { demo: true } : {}),
    version: 1,
  });
}

/** The fairs as they stand on a China day: today's, the next, a draft, and the closed ones of the papers. */
export function demoFairs(todayOn: string): Fair[] {
  return fairRows.map((row) => fairOf(row, todayOn));
}
