export const answers = ['want', 'talk', 'no'] as const;
export type Answer = (typeof answers)[number];
/** On the recruiter's buttons. */
export const answerWords: Record<Answer, string> = { want: '要你', talk: '再谈', no: '不合适' };
/** To the worker. */
export const answerToWorker: Record<Answer | 'waiting', string> = { want: '要您了', talk: '想再谈谈', no: '没选上', waiting: '在等' };

export const replies = ['accepted', 'declined'] as const;
export type Reply = (typeof replies)[number];

/** An employer answers a card within this many days; afterwards an officer is told. */
export const answerWithinDays = 5;
/** A consent that nobody withdraws ends by itself. */
export const consentDays = 90;
/** The consent text that the phone shows; raise it when a word of the text changes. */
export const consentVersion = '2026-11';

type Carded = { withdrawnAt?: string | undefined; answer?: Answer | undefined; reply?: Reply | undefined };
export const cardCan = {
  withdraw: (c: Carded): boolean => !c.withdrawnAt,
  answer: (c: Carded): boolean => !c.withdrawnAt,
  reply: (c: Carded): boolean => !c.withdrawnAt && (c.answer === 'want' || c.answer === 'talk') && !c.reply,
};
