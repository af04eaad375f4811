import { interviewKindWords, refusalReasonWords } from '@shanhai/shared/rules/applications.ts';
import type { Application, Said } from './rules.ts';

const about = ({ jobId, jobTitle, workerId }: Application) => ({ about: jobTitle, jobId, workerId });
const once = (what: string, { jobId, workerId, version }: Application): string => `application.${what}#${jobId}#${workerId}#${version}`;

/** To the employer: somebody applied. Who it is stands behind the consent, not in a message. */
export const receivedMessage = (application: Application) => ({
  kind: 'application.received' as const,
  values: { ...about(application), answerByAt: application.answerBy },
  onceKey: once('received', application),
});

function answerWords({ answer, interviewKind, reason }: Said): string {
  if (answer === 'want') return '要您了，去不去请点一下';
  if (answer === 'interview') return interviewKind ? `想和您${interviewKindWords[interviewKind]}` : '想见您';
  return `没选上${reason ? `，${refusalReasonWords[reason]}` : ''}`;
}

/** To the person: the employer answered. */
export const answeredMessage = (application: Application, said: Said) => ({
  kind: 'application.answered' as const,
  values: { ...about(application), employer: application.employerName, answer: answerWords(said) },
  onceKey: once('answered', application),
});

/** To the employer: the person replied. */
export const repliedMessage = (application: Application) => ({
  kind: 'application.replied' as const,
  values: { ...about(application), reply: application.state === 'accepted' ? '有人答应来了' : '有人说不来了' },
  onceKey: once('replied', application),
});

/** To the employer: somebody took an application back. Nobody is named. */
export const withdrawnMessage = (application: Application) => ({
  kind: 'application.withdrawn' as const,
  values: { about: application.jobTitle, jobId: application.jobId },
  onceKey: once('withdrawn', application),
});

const arrivalWords = ({ state, arrival }: Application): string => {
  if (state === 'arrived') return '到岗确认了';
  return arrival ? `说 ${arrival.on} 到岗，请确认` : '说还没到岗';
};
/** To either side: what the other said about the first day. */
export const arrivalToWorker = (application: Application) => ({
  kind: 'application.arrival' as const,
  values: { ...about(application), employer: application.employerName, words: arrivalWords(application) },
  onceKey: once('arrival', application),
});
export const arrivalToEmployer = (application: Application) => ({
  kind: 'application.arrived' as const,
  values: { ...about(application), words: arrivalWords(application) },
  onceKey: once('arrived', application),
});
