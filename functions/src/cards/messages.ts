import { answerToWorker } from '@shanhai/shared/rules/cards.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import type { Card } from './rules.ts';

/** To the person: an employer answered the card. The note stays with the card. */
export const answeredMessage = ({ fairId, boothNo, employerName, jobTitle, answer }: Card, nonce: string) => ({
  kind: 'card.answered' as const,
  values: { employer: employerName, about: jobTitle ?? employerName, answer: answer && answerToWorker[answer] },
  onceKey: `card.answered#${fairId}#${boothNo}#${nonce}`,
});

/** To the employer: the person replied. Named by the number of the fair, as at the booth. */
export const repliedMessage = ({ fairId, boothNo, workerId, number, jobTitle, label, reply, answeredAt }: Card) => ({
  kind: 'card.replied' as const,
  values: {
    number: spokenNumber(number),
    about: jobTitle ?? `展位 ${label}`,
    reply: reply === 'accepted' ? '答应了' : '说不去了',
    fairId,
    boothNo: String(boothNo),
  },
  onceKey: `card.replied#${fairId}#${boothNo}#${workerId}#${answeredAt}`,
});
