/** How the words of a post stand with the content check. */
export const contentStates = ['waiting', 'passed', 'refused'] as const;

/** Why words wait for an officer: WeChat is not sure, WeChat says no, or WeChat could not be asked. */
export const contentVerdicts = ['review', 'risky', 'unchecked'] as const;
export type ContentVerdict = (typeof contentVerdicts)[number];
export const contentVerdictWords: Record<ContentVerdict, string> = {
  review: '微信拿不准，要人看',
  risky: '微信说有风险',
  unchecked: '微信没查成，要人看',
};

/** Which kind of words: an opening, or a note that goes with an answer. */
export const contentKinds = ['job', 'note'] as const;

/** An officer looks within so many working days. */
export const contentDays = 2;
