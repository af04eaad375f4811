import type { Caller, EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { MyInterview, Slot, SlotWithPeople } from '@shanhai/shared/contract/interviews.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { InterviewKind } from '@shanhai/shared/rules/applications.ts';
import { type ChangeReason, endOf, type InterviewState, isTimeToMeet, missingOfWhere, overlaps, type VideoTool } from '@shanhai/shared/rules/interviews.ts';
import { requireNoLead, withoutLeads } from '@shanhai/shared/rules/lead-away.ts';
import { dayAndTime } from '@shanhai/shared/rules/messages.ts';
import { requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';

interface Meeting {
  slotId: string;
  jobId: JobId;
  employerId: EmployerId;
  employerName: string;
  jobTitle: string;
  startsAt: string;
  minutes: number;
  kind: InterviewKind;
  place?: string | undefined;
  videoTool?: VideoTool | undefined;
  meetingNo?: string | undefined;
}

/** A time at which an employer meets people; `taken` only ever moves together with the interview that takes a seat or gives it back. */
export interface KeptSlot extends Meeting {
  seats: number;
  taken: number;
  status: 'open' | 'cancelled';
}

/** A seat one person took. */
export interface Interview extends Meeting {
  workerId: WorkerId;
  maskedName: string;
  state: InterviewState;
  takenAt: string;
  wasAt?: string | undefined;
  cancelledBy?: 'worker' | 'employer' | undefined;
  reason?: ChangeReason | undefined;
  version: number;
}

export const isHeld = ({ state }: Pick<Interview, 'state'>): boolean => state !== 'cancelled';

export interface Offer {
  kind: InterviewKind;
  place?: string | undefined;
  videoTool?: VideoTool | undefined;
  meetingNo?: string | undefined;
  minutes: number;
  seats: number;
  startsAt: readonly string[];
}

/** The times of one offer, each by day and ahead, none of them twice. */
export function offerSlots(job: Job, employerName: string, { startsAt, ...offer }: Offer, nonce: string, now: string): KeptSlot[] {
  const missing = missingOfWhere(offer);
  if (missing) throw new Problem('invalid_input', { field: missing });
  requireNoLead({ place: offer.place });
  const times = [...new Set(startsAt)].sort();
  if (times.some((at) => !isTimeToMeet({ startsAt: at, minutes: offer.minutes }, now))) throw new Problem('invalid_input', { field: 'startsAt' });
  const { kind, place, videoTool, meetingNo, minutes, seats } = offer;
  const where = { kind, ...(kind === 'on_site' ? { place } : {}), ...(kind === 'video' ? { videoTool, meetingNo } : {}) };
  return times.map((at, i) => ({
    slotId: `${nonce}${String(i).padStart(2, '0')}`,
    jobId: job.jobId,
    employerId: job.employerId,
    employerName,
    jobTitle: job.title,
    startsAt: at,
    minutes,
    ...where,
    seats,
    taken: 0,
    status: 'open' as const,
  }));
}

export const leftOf = ({ seats, taken }: KeptSlot): number => Math.max(0, seats - taken);
/** A place from before this was refused. */
const shownPlace = ({ place }: { place?: string | undefined }): { place?: string } => (place ? { place: withoutLeads(place) } : {});
/** A time as both sides read it: what is left of its seats. */
export function shownSlot({ taken, ...slot }: KeptSlot): Slot {
  return { ...slot, ...shownPlace(slot), left: Math.max(0, slot.seats - taken) };
}
export const withPeople = (slot: KeptSlot, people: readonly Interview[]): SlotWithPeople => ({
  ...shownSlot(slot),
  people: people.filter(isHeld).map(({ workerId, maskedName, state }) => ({ workerId, maskedName, state })),
});
/** Times that can still be met, the nearest first. */
export const ahead = <S extends { startsAt: string; minutes: number }>(slots: readonly S[], now: string): S[] =>
  slots.filter((slot) => endOf(slot) > now).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));

/** An interview as the person reads it, without what is kept for the employer and the table. */
export function ownInterview({ workerId: _, maskedName: __, version: ___, ...interview }: Interview): MyInterview {
  return { ...interview, ...shownPlace(interview) };
}

/** Nobody is in two places at once. */
function requireFree(wanted: { slotId: string; startsAt: string; minutes: number }, held: readonly Interview[]): void {
  const other = held.find((one) => one.slotId !== wanted.slotId && one.state === 'taken' && overlaps(one, wanted));
  if (other) throw new Problem('interview_overlaps', { at: dayAndTime(other.startsAt) });
}

/** A time is to be had until it begins or is called off: `slot_gone`. */
export function requireOffered(slot: KeptSlot, now: string): void {
  if (slot.status !== 'open' || slot.startsAt <= now) throw new Problem('slot_gone');
}

/** What taking a time means: the seat, and the one of the same opening that is given back for it. */
export interface Taking {
  interview: Interview;
  /** What stood under this very time before: taken and cancelled once. */
  before: Interview | undefined;
  givenBack: Interview | undefined;
}

/** One seat a person and opening: taking another time of the same opening gives the first one back. Refused when full, gone, or at the time of another interview. */
export function takeSlot(slot: KeptSlot, all: readonly Interview[], person: { workerId: WorkerId; maskedName: string }, now: string): Taking {
  requireOffered(slot, now);
  if (leftOf(slot) === 0) throw new Problem('slot_full');
  const held = all.filter(isHeld);
  const givenBack = held.find((one) => one.jobId === slot.jobId && one.slotId !== slot.slotId && one.startsAt > now);
  requireFree(
    slot,
    held.filter((one) => one !== givenBack),
  );
  const before = all.find((one) => one.slotId === slot.slotId && one.workerId === person.workerId);
  const { seats: _, taken: __, status: ___, ...meeting } = slot;
  return { interview: { ...meeting, ...person, state: 'taken', takenAt: now, version: before?.version ?? 0 }, before, givenBack };
}

/** The person says yes to the time it was moved to. */
export function confirmInterview(interview: Interview, all: readonly Interview[], now: string): Interview {
  if (interview.state !== 'moved' || interview.startsAt <= now) throw new Problem('interview_cannot_change');
  requireFree(interview, all);
  return { ...interview, state: 'taken' };
}

/** Either side may give a time back until it is over. */
export function cancelInterview(interview: Interview, by: 'worker' | 'employer', now: string, reason?: ChangeReason): Interview {
  if (!isHeld(interview) || endOf(interview) <= now) throw new Problem('interview_cannot_change');
  return { ...interview, state: 'cancelled', cancelledBy: by, reason };
}

/** The opening’s own employer moves a time to another one ahead and by day. */
export function moveSlot(slot: KeptSlot, startsAt: string, by: Caller, now: string): KeptSlot {
  requireRecruiterOf(slot.employerId, by);
  requireOffered(slot, now);
  if (!isTimeToMeet({ ...slot, startsAt }, now) || startsAt === slot.startsAt) throw new Problem('invalid_input', { field: 'startsAt' });
  return { ...slot, startsAt };
}

/** The seat stays; whether the new time suits is asked. */
export const movedInterview = (interview: Interview, startsAt: string, reason: ChangeReason): Interview => ({
  ...interview,
  state: 'moved',
  wasAt: interview.startsAt,
  startsAt,
  reason,
});

/** The opening’s own employer calls a time off that is still ahead. */
export function cancelSlot(slot: KeptSlot, by: Caller, now: string): KeptSlot {
  requireRecruiterOf(slot.employerId, by);
  requireOffered(slot, now);
  return { ...slot, status: 'cancelled' };
}
