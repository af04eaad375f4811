import type { Template } from './sim.ts';

/** The templates of the stand-in's account, in the shape of a stage's: ids, and which value fills which field. */
export const localTemplates = {
  answer: { id: 'local-answer', fields: { thing1: 'employer', thing2: 'about', phrase3: 'phrase', time4: 'at' } },
  interview: { id: 'local-interview', fields: { thing1: 'employer', thing2: 'about', time3: 'startsAt', thing4: 'place', phrase5: 'phrase' } },
  reminder: { id: 'local-reminder', fields: { thing1: 'employer', time2: 'startsAt', thing3: 'place' } },
} as const;

/** The same as the console of the account lists them. */
export const standInTemplates: readonly Template[] = Object.values(localTemplates).map(({ id, fields }) => ({ id, type: 'once', keys: Object.keys(fields) }));
