import type { Output } from '@shanhai/shared/contract/contract.ts';
import { daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { contentVerdictWords } from '@shanhai/shared/rules/content.ts';
import { creditCodeCheckDigit } from '@shanhai/shared/rules/credit-code.ts';
import { type EmployerCheck, employerChecks, isWaivable } from '@shanhai/shared/rules/employers.ts';
import { filePurposeWords, neededPapers, pictureCheckWords } from '@shanhai/shared/rules/files.ts';

export type Employer = Output<'employers.get'>;

/** A check with what stands on either side of it. */
export interface CheckRow extends EmployerCheck {
  said: string;
  shown: string;
  /** It runs out within a month: worth a look though in order. */
  endsSoonIn?: number;
}

const soonDays = 30;

function endWords(untilOn: string | undefined, day: string): { shown: string; endsSoonIn?: number } {
  if (!untilOn) return { shown: '没填' };
  if (untilOn === 'long_term') return { shown: '长期有效' };
  const left = daysBetween(day, untilOn);
  if (left < 0) return { shown: `过期 ${-left} 天了` };
  return { shown: left === 0 ? '今天到期' : `还有 ${left} 天`, ...(left <= soonDays && { endsSoonIn: left }) };
}

const untilWords = (untilOn: string | undefined): string => (untilOn === 'long_term' ? '长期' : untilOn ? `到 ${untilOn}` : '没填');

function digitWords(creditCode: string): string {
  const digit = creditCodeCheckDigit(creditCode.slice(0, 17));
  return digit ? `算出来末位是 ${digit}` : '有不该有的字';
}

const sides: Record<EmployerCheck['key'], (e: Employer, day: string) => Pick<CheckRow, 'said' | 'shown' | 'endsSoonIn'>> = {
  credit_code: (e) => ({ said: e.creditCode, shown: digitWords(e.creditCode) }),
  address: (e) => ({ said: e.address, shown: e.licenceAddress }),
  licence: (e, day) => ({ said: untilWords(e.licenceUntilOn), ...endWords(e.licenceUntilOn, day) }),
  authorisation: (e, day) => ({ said: `${e.agentName}，${untilWords(e.authorisedUntilOn)}`, ...endWords(e.authorisedUntilOn, day) }),
  client: (e) => ({ said: `${e.clientName ?? '没写'}，${e.clientCode ?? '没写代码'}`, shown: e.clientCode ? digitWords(e.clientCode) : '没写' }),
  papers: ({ kind, papers = [] }) => ({
    said: papers.length ? `${papers.length} 张` : '一张没交',
    shown: neededPapers(kind)
      .map((purpose) => filePurposeWords[purpose])
      .join('、'),
  }),
  texts: (e) => ({
    said: [e.name, e.shortName, e.address, e.industry, e.clientName].filter(Boolean).join('、'),
    shown: e.textCheck ? contentVerdictWords[e.textCheck] : '',
  }),
  pictures: ({ papers = [] }) => ({
    said: [...new Set(papers.filter((paper) => paper.check === 'risky').map((paper) => filePurposeWords[paper.purpose]))].join('、'),
    shown: pictureCheckWords.risky,
  }),
  service_licence: (e, day) => ({
    said: `${e.serviceLicenceNo ?? '没填证号'}，${untilWords(e.serviceLicenceUntilOn)}`,
    ...endWords(e.serviceLicenceUntilOn, day),
  }),
};

/** The finding in few words: what it was compared with stands beside it. */
function shortWords({ key, ok, words }: EmployerCheck): string {
  if (key === 'papers') return words;
  if (key === 'pictures' || key === 'texts') return '要看清楚';
  if (key === 'address') return ok ? '对' : '不一样';
  return ok && key !== 'credit_code' && key !== 'client' ? '有效' : words;
}

/** The checks of an employer with both sides of each. */
export function checkRowsOf(employer: Employer, day: string): CheckRow[] {
  return employerChecks(employer, day).map((check) => ({ ...check, words: shortWords(check), ...sides[check.key](employer, day) }));
}

export interface Standing {
  state: 'ok' | 'wait' | 'stop';
  words: string;
}

/** One line for the queue: what an officer would look at first. */
export function standingOf(rows: readonly CheckRow[]): Standing {
  const failed = rows.filter((row) => !row.ok);
  const stopping = failed.find((row) => !isWaivable(row));
  if (stopping) return { state: 'stop', words: `${stopping.label}${stopping.words}` };
  if (failed.length) return { state: 'wait', words: `${rows.length} 项里 ${rows.length - failed.length} 项对` };
  const doubtful = rows.find((row) => row.look);
  if (doubtful) return { state: 'wait', words: `${doubtful.label}${doubtful.words}` };
  const soon = rows.find((row) => row.endsSoonIn !== undefined);
  if (soon) return { state: 'wait', words: `${soon.label} ${soon.endsSoonIn} 天后到期` };
  return { state: 'ok', words: `${rows.length} 项全对` };
}
