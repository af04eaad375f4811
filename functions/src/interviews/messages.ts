import { type ChangeReason, changeReasonWords, whereWords } from '@shanhai/shared/rules/interviews.ts';
import type { Interview, KeptSlot } from './rules.ts';

const about = (of: Interview | KeptSlot) => ({
  employer: of.employerName,
  about: of.jobTitle,
  startsAt: of.startsAt,
  place: whereWords(of),
  jobId: of.jobId,
});
const once = (what: string, { slotId, workerId, version }: Interview): string => `interview.${what}#${slotId}#${workerId}#${version}`;

/** To a person whom the employer wants to meet: there are times to choose from. */
export const offeredMessage = (slot: KeptSlot) => ({
  kind: 'interview.offered' as const,
  values: about(slot),
  onceKey: `interview.offered#${slot.slotId}`,
});
export const movedMessage = (interview: Interview, reason: ChangeReason) => ({
  kind: 'interview.moved' as const,
  values: { ...about(interview), reason: changeReasonWords[reason] },
  onceKey: once('moved', interview),
});
export const cancelledMessage = (interview: Interview, reason: ChangeReason) => ({
  kind: 'interview.cancelled' as const,
  values: { ...about(interview), reason: changeReasonWords[reason] },
  onceKey: once('cancelled', interview),
});
export const reminderMessage = (interview: Interview) => ({
  kind: 'interview.reminder' as const,
  values: about(interview),
  onceKey: `interview.reminder#${interview.slotId}#${interview.startsAt}`,
  usefulUntil: interview.startsAt,
});

/** To the employer, whoever it is: the list of the opening says who. */
export const toEmployer = (kind: 'interview.taken' | 'interview.confirmed' | 'interview.given_back', interview: Interview) => ({
  kind,
  values: about(interview),
  onceKey: once(kind.slice('interview.'.length), interview),
});
