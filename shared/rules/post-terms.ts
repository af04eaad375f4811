import { yuan } from './fen.ts';
import { anyOf, numberFrom, numeral, type WordRule, type WordsAround } from './post-rule.ts';

const cover = '(?:社会?保险?|五险一?金?|保险|劳动合同|合同|意外险)';
const waiver: WordRule = {
  key: 'waiver',
  what: '合同要签，社保要交',
  article: '劳动合同法第10条；社会保险法第58条、第60条',
  innocent: anyOf('(?:个人|自己)(?:那|的|交的)?(?:部分|一份)', '社保不用自己', '商业保险自愿'),
  pattern: anyOf(
    `放弃[^，,。；;]{0,4}(?:社保|五险|保险)`,
    `(?:不交|不买|不缴|不上|不办|不给|没有|没|无|不含|不包)(?:交|买)?${cover}`,
    `(?:社保|五险)[^，,。；;]{0,4}(?:自理|自己|折成?现?|不[交买缴]|个人(?:承担|负责)|没有)`,
    `不(?:用|需要?|必|想)?[签订][^，,。；;]{0,4}合同`,
    `(?:转正|满|试用期[过满]?|${numeral}个?[月年])[^，,。；;]{0,6}[后再才][^，,。；;]{0,4}[签交买缴][^，,。；;]{0,4}(?:合同|社保|五险|保险)`,
    '(?:代替|顶替|抵)社保',
  ),
  cut: 'clause',
  // struck out alone it would only be kept quiet: what the law asks for is said instead
  mend: ([words]) => (words.indexOf('合同') >= 0 ? '入职就签劳动合同' : '社保从第一天起交'),
  tail: /^(?:工资高|现金多发|每月补|来去自由|补贴)/,
};

const hoursLaw = '劳动法第36条、第38条、第41条';
/** Eight hours and at most three more. 〔劳动法 §36、§41〕 */
const mostHoursOfDay = 11;
const mostOvertimeOfDay = 3;
const mostOvertimeOfMonth = 36;
const leastRestOfMonth = 4;
/** As many days off as on, reckoned over the month, leave long shifts within the weekly hours. 〔劳动法 §39〕 */
const isRotating = (text: string): boolean => /[做上干]一(?:天)?休[一二两]|[做上干][二两](?:天)?休[二两]/.test(text);
const last = (hit: RegExpExecArray): number => numberFrom(hit.slice(1).filter(Boolean).pop() ?? '0');
const hours = { key: 'hours', what: '上班时间超过法定', article: hoursLaw, cut: 'words' } as const;
const weeklyRest = { ...hours, what: '每周要歇一天', mend: () => '每周休 1 天' } as const;
const lawfulOvertime = '加班自愿，每月不超过 36 小时';

const hourRules: WordRule[] = [
  {
    ...hours,
    pattern: anyOf(
      `(?:每[天日班]|[一两]班|一天|日工作)(?:上班|工作|干|上|要)*\\s*(${numeral})\\s*个?(?:小时|钟头)`,
      `(${numeral})\\s*个?小时(?:两班|倒班|制|工作)`,
    ),
    breaks: (hit, { text }) => last(hit) > mostHoursOfDay && !isRotating(text),
    // the hours alone struck out would only be kept quiet: what the law allows is said instead
    mend: ([words]) => (/班/.test(words) ? `每班 8 小时${/两班/.test(words) ? '，两班' : ''}` : '每天 8 小时'),
  },
  {
    ...hours,
    pattern: new RegExp(`早上?\\s*(${numeral})\\s*点?\\s*(?:到|至|-)?\\s*晚上?\\s*(${numeral})\\s*点?`, 'g'),
    breaks: ([, from = '', to = ''], { text }) => !isRotating(text) && numberFrom(to) + 12 - numberFrom(from) > mostHoursOfDay,
    mend: () => '每天 8 小时',
  },
  { ...weeklyRest, pattern: new RegExp(`月休\\s*(${numeral})\\s*天`, 'g'), breaks: (hit) => last(hit) < leastRestOfMonth },
  { ...weeklyRest, pattern: /[全每]?[月年周]无休|没有(?:休息|节假)日|无休息日|(?:从|都)不休息/g },
  {
    ...hours,
    pattern: new RegExp(`(?:每[天日]加班|加班每[天日])\\s*(${numeral})\\s*个?小时(?:左右|以上)?`, 'g'),
    breaks: (hit) => last(hit) > mostOvertimeOfDay,
    mend: () => lawfulOvertime,
  },
  {
    ...hours,
    pattern: new RegExp(`(?:每?月加班|加班每?月)[^，,。；;\\d]{0,3}(${numeral})\\s*个?小时(?:左右|以上)?`, 'g'),
    breaks: (hit) => last(hit) > mostOvertimeOfMonth,
    mend: () => lawfulOvertime,
  },
  {
    ...hours,
    what: '加班要自愿，要给加班费',
    article: '劳动法第41条、第44条',
    innocent: /不强制加班/g,
    pattern: /强制加班|必须加班|加班(?:不给|没有|无|不算|没)(?:加班)?(?:费|工资|钱)/g,
    cut: 'clause',
    mend: () => '加班自愿，加班给加班费',
    tail: /^不加(?:班)?就/,
  },
];

const probationLaw = '劳动合同法第19条';
const payLaw = '劳动合同法第20条';
const trial = '试用期?';
const monthsOf = (count: string, unit: string): number => numberFrom(count) * (unit === '年' ? 12 : 1);

/** How many months of probation the contract named beside it allows; without one, the longest there is. 〔劳动合同法 §19〕 */
function mostProbation({ text }: WordsAround): number {
  const named =
    new RegExp(`合同(?:期限?|签)?\\s*(${numeral})\\s*个?([年月])`).exec(text) ?? new RegExp(`签\\s*(${numeral})\\s*个?([年月])的?(?:劳动)?合同`).exec(text);
  if (!named?.[1] || !named[2]) return 6;
  const months = /半年/.test(named[0]) ? 6 : monthsOf(named[1], named[2]);
  if (months >= 36) return 6;
  if (months >= 12) return 2;
  return months >= 3 ? 1 : 0;
}

const trialMonths = ([, count = '', unit = '']: RegExpExecArray): number => monthsOf(count, unit);
/** Four fifths of the agreed pay, and never under the minimum wage of the place. 〔劳动合同法 §20〕 */
const leastTrialFen = ({ monthFen, floorFen }: WordsAround): number => Math.max(Math.ceil(monthFen * 0.8), floorFen);
const shareOf = ([, percent, tenths]: RegExpExecArray): number => (percent ? Number(percent) : numberFrom(tenths ?? '') * 10);
const probation = { key: 'probation', cut: 'words' } as const;

const probationRules: WordRule[] = [
  {
    ...probation,
    what: '试用期太长',
    article: probationLaw,
    pattern: new RegExp(`${trial}[为是:：]?\\s*(${numeral})\\s*个?([年月])`, 'g'),
    breaks: (hit, around) => trialMonths(hit) > mostProbation(around),
    mend: (_hit, around) => (mostProbation(around) ? `试用期 ${mostProbation(around)} 个月` : '没有试用期'),
  },
  { ...probation, what: '试用期只能有一次', article: probationLaw, pattern: new RegExp(`${trial}[^，,。；;]{0,4}(?:延长|再试|续)`, 'g'), cut: 'clause' },
  {
    ...probation,
    what: '试用期工资不能低于八成',
    article: payLaw,
    pattern: new RegExp(`${trial}[^，,。；;\\d]{0,8}?(?:(\\d{1,3})\\s*%\\s*(?:的?工资)?|([一二三四五六七八九])[折成](?:的?工资)?)`, 'g'),
    breaks: (hit) => shareOf(hit) < 80,
    mend: () => '试用期工资不打折',
  },
  {
    ...probation,
    what: '试用、试工也要发工资',
    article: payLaw,
    pattern: /(试用期?|试工|试岗|试做)[^，,。；;]{0,8}(?:没有|无|不发|不算|不给|没)(?:工资|薪水?|钱)/g,
    mend: ([, stage = '']) => `${stage}照发工资`,
  },
  {
    ...probation,
    what: '试用期工资太低',
    article: payLaw,
    pattern: new RegExp(`(${trial}[^，,。；;\\d]{0,8}?)(\\d{3,5})(\\s*元)?(?!\\d)`, 'g'),
    breaks: ([, , amount], around) => Number(amount) * 100 < leastTrialFen(around),
    mend: ([, before = ''], around) => `${before.replace(/\s+$/, '')} ${yuan(Math.ceil(leastTrialFen(around) / 100) * 100).replace(/,/g, '')} 元`,
  },
];

export const termRules: WordRule[] = [waiver, ...hourRules, ...probationRules];
