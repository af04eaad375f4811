import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import {
  contractInWords,
  demandWords,
  type Insurance,
  insurancesInWords,
  jobKindWords,
  payDayWords,
  type Shifts,
  shiftsInWords,
} from '@shanhai/shared/rules/job-terms.ts';
import { wagePeriodWords } from '@shanhai/shared/rules/jobs.ts';
import { hazardsOf, hazardWords } from '@shanhai/shared/rules/young-workers.ts';
import { mealsShown } from '../../../ui/meal-words.ts';
import { dayWords, placeWords } from '../../../ui/place-words.ts';

type Job = Output<'jobs.get'>;
type Fact = readonly [what: string, value: string];

export const workPlace = (job: Job): string => `${placeWords(job.workRegion)} ${job.workTown}${job.workAddress}`;
const shiftWords = (shifts: Shifts | undefined, words: string): string => [shifts && shiftsInWords(shifts), words].filter(Boolean).join('；');
const insuranceFact = (given: readonly Insurance[] | undefined): string | undefined => given && (insurancesInWords(given) || '单位没写');
const said = (facts: readonly (readonly [string, string | undefined | false])[]): Fact[] => facts.filter((fact): fact is Fact => !!fact[1]);

/** The work itself: how many, when, what it asks of the body. */
export const workFacts = (job: Job): Fact[] =>
  said([
    ['哪一种', jobKindWords[job.kind]],
    ['招几个人', `${job.headcount} 人，还要 ${job.remaining} 人`],
    ['上班时间', shiftWords(job.shifts, job.shift)],
    ['哪天到岗', job.startOn ? dayWords(job.startOn) : '随时'],
    ['干起来', job.demands.map((one) => demandWords[one]).join('、')],
    [
      '没满 18 岁不能干',
      hazardsOf(job)
        .map((one) => hazardWords[one].words)
        .join('、'),
    ],
    ['要带的证', job.certificates.join('、')],
  ]);

/** Bed and board. */
export const livingFacts = (job: Job): Fact[] =>
  said([
    ['在哪里上班', workPlace(job)],
    ['住', job.hasDorm ? `包住${job.dorm ? `，${job.dorm}` : ''}` : '不包住'],
    ['吃', mealsShown(job.meals, job.taste) || '不包吃'],
  ]);

/** What is signed and what is insured. 〔劳动合同法 §17、§19、§20；社会保险法 §58〕 */
export const termFacts = (job: Job): Fact[] =>
  said([
    ['合同', job.contract && contractInWords(job.contract)],
    ['社保', insuranceFact(job.insurances)],
    [
      '试用期',
      job.probation &&
        (job.probation.months ? `${job.probation.months} 个月，${wagePeriodWords[job.wagePeriod]} ${yuan(job.probation.wageFen)} 元` : '没有试用期'),
    ],
    ['发工资', payDayWords(job.payRhythm, job.payDay)],
    ['培训', job.training],
    ['往上走', job.promotion],
    ['还有什么', job.benefits],
    ['岗位有效到', dayWords(job.expiresOn)],
  ]);
