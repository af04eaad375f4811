import { yuan } from './fen.ts';
import { type Contract, type Demand, fiveInsurances, type Insurance, insuranceWords, type JobKind, type PayRhythm, type Shifts } from './job-terms.ts';
import { leastOvertimeFen, type Piece, type WagePeriod } from './jobs.ts';
import { type Hazard, hazardsOf, hazardWords, isVenue } from './young-workers.ts';

/** What an opening offers, apart from its words; older posts leave most of it unsaid. */
export interface Offer {
  kind?: JobKind | undefined;
  wagePeriod: WagePeriod;
  baseWageFen: number;
  piece?: Piece | undefined;
  overtimeFen?: number | undefined;
  overtimeHours?: number | undefined;
  payRhythm?: PayRhythm | undefined;
  shifts?: Shifts | undefined;
  contract?: Contract | undefined;
  insurances?: readonly Insurance[] | undefined;
  probation?: { months: number; wageFen: number } | undefined;
  title?: string | undefined;
  duties?: string | undefined;
  demands?: readonly Demand[] | undefined;
  hazards?: readonly Hazard[] | undefined;
  onBehalfOf?: { unitName: string } | undefined;
}

export interface OfferFinding {
  key: 'probation' | 'overtime' | 'hours' | 'waiver' | 'terms';
  field: keyof Offer;
  what: string;
  /** The amount or number as it could stand. */
  instead?: string;
  article: string;
}

const isTaught = ({ kind }: Offer): boolean => kind === 'traineeship' || kind === 'internship';
/** 非全日制: said in the contract, or 零工 that says nothing of one. */
const isPartTime = ({ kind, contract }: Offer): boolean => (contract ? contract.kind === 'part_time' : kind === 'gig');

interface Probation {
  months: number;
  article: string;
  why: string;
}

function byTerm(months: number): number {
  if (months >= 36) return 6;
  if (months >= 12) return 2;
  return months >= 3 ? 1 : 0;
}

/** The longest probation there may be. 〔劳动合同法 §19：三个月以上一个月，一年以上两个月，三年以上和无固定期限六个月；§70：非全日制没有〕 */
export function mostProbationOf(offer: Offer): Probation {
  const law = '劳动合同法第19条';
  if (isPartTime(offer)) return { months: 0, article: '劳动合同法第70条', why: '非全日制没有试用期' };
  if (isTaught(offer)) return { months: 0, article: law, why: '见习、实习没有试用期' };
  if (!offer.contract || offer.contract.kind === 'open_ended') return { months: 6, article: law, why: '试用期最多 6 个月' };
  const months = offer.contract.kind === 'fixed' ? byTerm(offer.contract.months) : 0;
  return { months, article: law, why: months ? `这份合同试用期最多 ${months} 个月` : '这份合同不能有试用期' };
}

/** Four fifths of the agreed wage and never under the minimum wage. 〔劳动合同法 §20〕 */
export const leastProbationFen = (baseWageFen: number, floorFen: number): number => Math.ceil(Math.max(baseWageFen * 0.8, floorFen) / 100) * 100;

function probationFindings(offer: Offer, floorFen: number): OfferFinding[] {
  const { probation, baseWageFen } = offer;
  if (!probation?.months) return [];
  const most = mostProbationOf(offer);
  const least = leastProbationFen(baseWageFen, floorFen);
  const found: OfferFinding[] = [];
  if (probation.months > most.months) found.push({ key: 'probation', field: 'probation', what: most.why, instead: String(most.months), article: most.article });
  else if (offer.wagePeriod !== 'piece' && probation.wageFen < least)
    found.push({ key: 'probation', field: 'probation', what: `试用期工资不能低于 ${yuan(least)} 元`, article: '劳动合同法第20条' });
  return found;
}

const mostOvertimeOfMonth = 36;
/** Posts round to ten yuan. */
const rounding = 1000;

/** Usual overtime keeps within the law and is paid at one and a half at least. 〔劳动法 §41、§44〕 */
function overtimeFindings(offer: Offer): OfferFinding[] {
  const { overtimeHours = 0, overtimeFen = 0 } = offer;
  const least = leastOvertimeFen(offer, overtimeHours);
  if (overtimeHours > mostOvertimeOfMonth)
    return [{ key: 'hours', field: 'overtimeHours', what: '一个月加班不能超过 36 小时', instead: '36', article: '劳动法第41条' }];
  if (overtimeFen >= least - rounding) return [];
  return [{ key: 'overtime', field: 'overtimeFen', what: `加班 ${overtimeHours} 小时至少 ${yuan(least)} 元`, instead: yuan(least), article: '劳动法第44条' }];
}

const mostHoursOfDay = 11;
const mostHoursOfPartTimeWeek = 24;

function hourFindings(offer: Offer): OfferFinding[] {
  const { shifts } = offer;
  if (!shifts) return [];
  if (isPartTime(offer) && offer.contract && shifts.hours * (7 - shifts.restDays) > mostHoursOfPartTimeWeek)
    return [{ key: 'hours', field: 'shifts', what: '非全日制一周不超过 24 小时', article: '劳动合同法第68条' }];
  if (shifts.hours > mostHoursOfDay) return [{ key: 'hours', field: 'shifts', what: '一班不能超过 11 小时', article: '劳动法第36条、第41条' }];
  const hasNoRest = shifts.restDays === 0 && shifts.pattern !== 'flexible' && !isPartTime(offer);
  return hasNoRest ? [{ key: 'hours', field: 'shifts', what: '每周至少歇一天', article: '劳动法第38条' }] : [];
}

/** Which insurances must be there, and by what. Who has a labour contract has all five; who works part-time is insured against injury. */
function owedInsurances(offer: Offer): { owed: readonly Insurance[]; article: string } {
  if (isPartTime(offer)) return { owed: ['injury'], article: '劳社部发〔2003〕12号第12条' };
  if (isTaught(offer)) return { owed: ['accident'], article: isIntern(offer) ? internLaw : traineeLaw };
  return { owed: fiveInsurances, article: '社会保险法第58条、第60条' };
}

function insuranceFindings(offer: Offer): OfferFinding[] {
  const { insurances: given } = offer;
  const { owed, article } = owedInsurances(offer);
  const missing = given ? owed.filter((one) => !given.includes(one)) : [];
  if (!missing.length) return [];
  return [{ key: 'waiver', field: 'insurances', what: `要给上${missing.map((one) => insuranceWords[one]).join('、')}`, article }];
}

/** 最长不超过十五日. 〔劳动合同法 §72〕 */
const rhythmFindings = (offer: Offer): OfferFinding[] =>
  isPartTime(offer) && offer.payRhythm === 'month'
    ? [{ key: 'terms', field: 'payRhythm', what: '非全日制工资最长半个月结一次', article: '劳动合同法第72条' }]
    : [];

const isIntern = ({ kind }: Offer): boolean => kind === 'internship';
const internLaw = '职业学校学生实习管理规定（教职成〔2021〕4号）';
/** The seven departments of 2020; the three-year plan of 2018 (人社部函〔2018〕186号) that it goes on from ended with 2021. */
const traineeLaw = '人社部等七部门2020年《关于进一步加强就业见习工作的通知》';
const isNightly = (shifts: Shifts | undefined): boolean => !!shifts && ['night', 'two_shift', 'three_shift'].includes(shifts.pattern);

const [internDay, internWeek] = [8, 40];
const isLong = (shifts: Shifts | undefined): boolean => !!shifts && (shifts.hours > internDay || shifts.hours * (7 - shifts.restDays) > internWeek);
/** 高空、井下、放射性、有毒、易燃易爆；三级以上体力劳动. */
const keptFromInterns: readonly Hazard[] = ['height', 'underground', 'radiation', 'poison', 'burning', 'heavy', 'diving_or_altitude'];

/**
 * A school sends interns, nobody who lives by it: no agency, no dispatch; neither places of entertainment nor dangerous or heavy work;
 * neither overtime nor nights, and the hours of the state. 〔职业学校学生实习管理规定 §16(5)–(7)、§17〕
 */
function internFindings(offer: Offer): OfferFinding[] {
  const { kind, shifts, overtimeFen, overtimeHours, contract, onBehalfOf, demands = [], hazards = [] } = offer;
  if (kind !== 'internship') return [];
  const found = (is: unknown, field: keyof Offer, what: string): OfferFinding[] => (is ? [{ key: 'terms', field, what, article: internLaw }] : []);
  const dangers = hazardsOf({ demands, hazards }).filter((hazard) => keptFromInterns.includes(hazard));
  return [
    ...found(onBehalfOf, 'kind', '实习由学校安排，中介不能代招'),
    ...found(contract?.signer === 'dispatch', 'contract', '实习不能经派遣公司'),
    ...found(isVenue(offer), 'title', '娱乐场所、洗浴、网吧不收实习学生'),
    ...found(dangers.length, 'hazards', `实习学生不做：${dangers.map((one) => hazardWords[one].words).join('、')}`),
    ...found(isNightly(shifts), 'shifts', '实习学生不上夜班'),
    ...found(!isNightly(shifts) && isLong(shifts), 'shifts', '实习一天不超过 8 小时，一周不超过 40 小时'),
    ...found(overtimeFen || overtimeHours, 'overtimeFen', '实习学生不加班'),
  ];
}

const traineeMonths = { least: 3, most: 12 };

/** 见习 lasts three to twelve months, under an agreement and insured against accidents; 实习 rests on an agreement too. */
function agreementFindings(offer: Offer): OfferFinding[] {
  const { contract } = offer;
  if (!contract || !isTaught(offer)) return [];
  const article = isIntern(offer) ? internLaw : traineeLaw;
  if (contract.kind !== 'agreement') return [{ key: 'terms', field: 'contract', what: '见习、实习签的是协议，不是劳动合同', article }];
  const isOff = contract.months < traineeMonths.least || contract.months > traineeMonths.most;
  return isOff && !isIntern(offer) ? [{ key: 'terms', field: 'contract', what: '见习是 3 到 12 个月', article }] : [];
}

/** Dispatch names who signs, binds for two years, and never part-time. 〔劳动合同法 §58；劳动合同法实施条例 §30〕 */
function contractFindings(offer: Offer): OfferFinding[] {
  const { contract } = offer;
  if (!contract) return [];
  const found = (what: string, article: string): OfferFinding[] => [{ key: 'terms', field: 'contract', what, article }];
  if (!isTaught(offer) && contract.kind === 'agreement') return found('要签劳动合同，不是协议', '劳动合同法第10条');
  if (contract.kind === 'fixed' && !contract.months) return found('要写签多久', '劳动合同法第17条');
  if (contract.signer !== 'dispatch') return [];
  if (!contract.signerName?.trim()) return found('要写派遣公司的名字', '劳动合同法第8条、第58条');
  if (contract.kind === 'part_time') return found('派遣不能用非全日制', '劳动合同法实施条例第30条');
  return contract.kind === 'fixed' && contract.months < 24 ? found('派遣合同至少签两年', '劳动合同法第58条') : [];
}

/** Everything in the terms of an opening that keeps it from being published. `floorFen` is the minimum wage in its own way of reckoning. */
export const offerFindings = (offer: Offer, floorFen: number): OfferFinding[] => [
  ...probationFindings(offer, floorFen),
  ...overtimeFindings(offer),
  ...hourFindings(offer),
  ...insuranceFindings(offer),
  ...rhythmFindings(offer),
  ...internFindings(offer),
  ...agreementFindings(offer),
  ...contractFindings(offer),
];
