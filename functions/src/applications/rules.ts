import type { ApplicationLine, MyApplication, SeenApplication } from '@shanhai/shared/contract/applications.ts';
import type { EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import {
  type ApplicationMove,
  type ApplicationState,
  againAfterDays,
  applicationMoves,
  canMove,
  type InterviewKind,
  type RefusalReason,
  type Side,
  stageOf,
} from '@shanhai/shared/rules/applications.ts';
import { consentDays } from '@shanhai/shared/rules/cards.ts';
import { chinaDay, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { withoutLeads } from '@shanhai/shared/rules/lead-away.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';

/** What one person sent to one employer for one opening, with the yes it rests on and what became of it. */
export interface Application {
  workerId: WorkerId;
  jobId: JobId;
  employerId: EmployerId;
  employerName: string;
  jobTitle: string;
  takeHomeFen: number;
  name: string;
  phone: string;
  trades: Trade[];
  town?: string | undefined;
  /** `by`: whoever acts for the person and heard the yes. */
  consent: { employerId: EmployerId; version: string; at: string; by?: WorkerId | undefined };
  state: ApplicationState;
  appliedAt: string;
  answerBy: string;
  endsAt: string;
  /** The first answer; later ones replace what was said, not when. */
  answeredAt?: string | undefined;
  interviewKind?: InterviewKind | undefined;
  reason?: RefusalReason | undefined;
  note?: string | undefined;
  arrival?: { on: string; saidBy: Side; saidAt: string; confirmedAt?: string | undefined } | undefined;
  demo?: boolean | undefined;
  version: number;
}

export interface Offer {
  jobId: JobId;
  employerId: EmployerId;
  employerName: string;
  jobTitle: string;
  takeHomeFen: number;
  demo?: boolean | undefined;
}
export interface Sent {
  name: string;
  phone: string;
  trades: Trade[];
  town?: string | undefined;
  consent: { employerId: EmployerId; version: string; by?: WorkerId | undefined };
}

/** An application goes to the employer the consent names and to nobody else; it ends by itself after 90 days. 〔个人信息保护法 §14、§23〕 */
export function sendApplication(offer: Offer, workerId: WorkerId, sent: Sent, promiseDays: number, appliedAt: string): Application {
  if (sent.consent.employerId !== offer.employerId) throw new Problem('consent_other_employer');
  return {
    ...offer,
    ...sent,
    workerId,
    consent: { ...sent.consent, at: appliedAt },
    state: 'applied',
    appliedAt,
    answerBy: afterDays(appliedAt, promiseDays),
    endsAt: afterDays(appliedAt, consentDays),
    version: 0,
  };
}

/** Sent again where one stands: it stays the one it is, or begins anew after it ended; a refusal is asked again after a month. */
export function sendAgain(standing: Application, fresh: Application, now: string): Application {
  if (!canMove(standing, 'apply_again', 'worker')) return standing;
  const againAt = afterDays(standing.answeredAt ?? standing.appliedAt, againAfterDays);
  if (standing.state === 'refused' && now < againAt) throw new Problem('too_soon_again', { day: monthDay(againAt) });
  return { ...fresh, version: standing.version };
}

function moved(application: Application, move: ApplicationMove, side: Side): Application {
  if (!canMove(application, move, side)) throw new Problem('application_cannot_move', { state: stageOf(application.state), move });
  return { ...application, state: applicationMoves[move].to };
}

/** Can the employer still see it? A consent taken back or ended closes it at once. 〔个人信息保护法 §15、§19〕 */
export const isSeen = (application: Application, now: string): boolean => application.state !== 'withdrawn' && application.endsAt > now;

/** Looking makes a new one a seen one; anything further stays as it is. */
export const seeApplication = (application: Application): Application =>
  canMove(application, 'see', 'employer') ? moved(application, 'see', 'employer') : application;

export interface Said {
  answer: 'interview' | 'want' | 'refuse';
  interviewKind?: InterviewKind | undefined;
  reason?: RefusalReason | undefined;
  note?: string | undefined;
}

/** 约面 says how one meets, 不合适 says why. The promise is kept by the first answer. */
export function answerApplication(application: Application, said: Said, now: string): Application {
  if (said.answer === 'interview' && !said.interviewKind) throw new Problem('invalid_input', { field: 'interviewKind' });
  if (said.answer === 'refuse' && !said.reason) throw new Problem('invalid_input', { field: 'reason' });
  const next = moved(application, said.answer, 'employer');
  return {
    ...next,
    answeredAt: application.answeredAt ?? now,
    interviewKind: said.answer === 'interview' ? said.interviewKind : application.interviewKind,
    reason: said.answer === 'refuse' ? said.reason : undefined,
    note: said.note || undefined,
  };
}

export const replyToApplication = (application: Application, reply: 'accepted' | 'declined'): Application =>
  moved(application, reply === 'accepted' ? 'accept' : 'decline', 'worker');

/** Taken back at any time; the employer sees it no more. 〔个人信息保护法 §15〕 */
export const withdrawApplication = (application: Application): Application =>
  application.state === 'withdrawn' ? application : moved(application, 'withdraw', 'worker');

/** One side says the person came on a day that is not ahead; the other confirms it or says it is not so. */
export function arrive(
  application: Application,
  said: { says: 'arrived' | 'confirmed' | 'denied'; on?: string | undefined },
  side: Side,
  now: string,
): Application {
  if (said.says === 'arrived') {
    const first = chinaDay(application.appliedAt);
    if (!said.on || said.on > chinaDay(now) || said.on < first) throw new Problem('invalid_input', { field: 'on' });
    return { ...moved(application, 'say_arrived', side), arrival: { on: said.on, saidBy: side, saidAt: now } };
  }
  const next = moved(application, said.says === 'confirmed' ? 'confirm_arrived' : 'deny_arrived', side);
  return { ...next, arrival: said.says === 'confirmed' && next.arrival ? { ...next.arrival, confirmedAt: now } : undefined };
}

/** The opening of which this application takes a place. One that was taken up stays taken up, also when the consent ends later. */
export function placeOf({ state, jobId, arrival }: Pick<Application, 'state' | 'jobId' | 'arrival'>): JobId | undefined {
  return state === 'accepted' || state === 'arrived' || (state === 'withdrawn' && arrival?.confirmedAt) ? jobId : undefined;
}

/** Does it wait for the employer's answer? */
export const isWaiting = ({ state }: Pick<Application, 'state'>): boolean => state === 'applied' || state === 'seen';

/** As its owner reads it: whether somebody has looked is not told, and what was written for a refusal that is gone neither. */
export function ownApplication({ workerId: _, state, name, phone, ...rest }: Application): MyApplication {
  // a note from before this was refused is read without what leads away
  const { note } = rest;
  return { ...rest, ...(note ? { note: withoutLeads(note) } : {}), stage: stageOf(state), sent: { name, phone } };
}

export function lineOf(application: Application): ApplicationLine {
  const { name, phone: _, ...rest } = application;
  return { ...rest, maskedName: maskedName(name) };
}

export const openedApplication = (application: Application): SeenApplication => ({ ...lineOf(application), name: application.name, phone: application.phone });
