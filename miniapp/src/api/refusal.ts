import { isProblemCode, type ProblemCode, type ProblemDetail, sentenceOf } from '@shanhai/shared/problems.ts';

/** What the API says, or what the phone itself runs into: no network, a full storage. */
export type RefusalCode = ProblemCode | 'network' | 'storage';

/** Why a call did not go through, with the sentence that a person reads. */
export interface Refusal extends Error {
  code: RefusalCode;
  detail: ProblemDetail;
  sentence: string;
}

const ownSentences = { network: '网不通，换个地方再试', storage: '手机存满了，没记下' };

export function refusalOf(code: RefusalCode, detail: ProblemDetail = {}): Refusal {
  const sentence = code === 'network' || code === 'storage' ? ownSentences[code] : sentenceOf(code, detail);
  return Object.assign(new Error(code), { code, detail, sentence });
}

/** What the API answered with a status of 400 or more: `{ code, detail }`, or anything at all from something in between. */
export function refusalFromAnswer(body: unknown): Refusal {
  const { code, detail } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown; detail?: ProblemDetail };
  return refusalOf(isProblemCode(code) ? code : 'internal', detail ?? {});
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'sentence' in error;
}

/** Anything thrown, as a refusal with a sentence. */
export const asRefusal = (error: unknown): Refusal => (isRefusal(error) ? error : refusalOf('internal'));

const passing: readonly RefusalCode[] = ['network', 'internal', 'wechat_busy', 'try_again'];
/** Would the same call perhaps go through a moment later? */
export const isPassing = ({ code }: Pick<Refusal, 'code'>): boolean => passing.includes(code);
