/** 全职 is the usual contract; the others have peculiarities of their own in the law. */
export const jobKinds = ['full_time', 'gig', 'public_welfare', 'traineeship', 'internship'] as const;
export type JobKind = (typeof jobKinds)[number];
export const jobKindWords: Record<JobKind, string> = {
  full_time: '全职',
  gig: '零工',
  public_welfare: '公益性岗位',
  traineeship: '见习',
  internship: '实习',
};

export const shiftPatterns = ['day', 'night', 'two_shift', 'three_shift', 'flexible'] as const;
export type ShiftPattern = (typeof shiftPatterns)[number];
export const shiftPatternWords: Record<ShiftPattern, string> = {
  day: '白班',
  night: '夜班',
  two_shift: '两班倒',
  three_shift: '三班倒',
  flexible: '时间灵活',
};

export interface Shifts {
  pattern: ShiftPattern;
  /** Hours of one shift. */
  hours: number;
  /** Days off in a week. */
  restDays: number;
}

/** 白班，每班 8 小时，每周休 1 天 */
export const shiftsInWords = ({ pattern, hours, restDays }: Shifts): string =>
  `${shiftPatternWords[pattern]}，每班 ${hours} 小时${restDays ? `，每周休 ${restDays} 天` : ''}`;

export const contractKinds = ['fixed', 'open_ended', 'task', 'part_time', 'agreement'] as const;
export type ContractKind = (typeof contractKinds)[number];
export const contractKindWords: Record<ContractKind, string> = {
  fixed: '固定期限劳动合同',
  open_ended: '无固定期限劳动合同',
  task: '做完这件活为止的劳动合同',
  part_time: '非全日制用工',
  agreement: '见习、实习协议',
};

export const contractSigners = ['employer', 'dispatch'] as const;
export type ContractSigner = (typeof contractSigners)[number];
export const contractSignerWords: Record<ContractSigner, string> = { employer: '跟用人单位签', dispatch: '跟派遣公司签' };

export interface Contract {
  kind: ContractKind;
  /** How long it runs; 0 where it has no term. */
  months: number;
  signer: ContractSigner;
  /** The dispatching company. 〔劳动合同法 §58〕 */
  signerName?: string | undefined;
}

export function contractInWords({ kind, months, signer, signerName }: Contract): string {
  const term = months ? (months % 12 ? ` ${months} 个月` : ` ${months / 12} 年`) : '';
  return `${contractKindWords[kind]}${term}，${signer === 'dispatch' && signerName ? `跟${signerName}（派遣）签` : contractSignerWords[signer]}`;
}

/** The five that the law asks for, and the accident insurance of those who have no labour contract. 〔社会保险法 §2、§58〕 */
export const fiveInsurances = ['pension', 'medical', 'unemployment', 'injury', 'maternity'] as const;
export const insurances = [...fiveInsurances, 'accident'] as const;
export type Insurance = (typeof insurances)[number];
export const insuranceWords: Record<Insurance, string> = {
  pension: '养老',
  medical: '医疗',
  unemployment: '失业',
  injury: '工伤',
  maternity: '生育',
  accident: '意外险',
};

export function insurancesInWords(given: readonly Insurance[]): string {
  const hasAll = fiveInsurances.every((one) => given.includes(one));
  const rest = hasAll ? given.filter((one) => !(fiveInsurances as readonly Insurance[]).includes(one)) : given;
  return [...(hasAll ? ['五险'] : []), ...rest.map((one) => insuranceWords[one])].join('、');
}

/** What the body has to bear, as one says it. Told, not asked: nobody is shut out by it. */
export const demands = ['standing', 'lifting', 'height', 'night', 'heat', 'cold', 'noise', 'dust', 'squatting'] as const;
export type Demand = (typeof demands)[number];
export const demandWords: Record<Demand, string> = {
  standing: '站着干',
  lifting: '搬重东西',
  height: '登高',
  night: '上夜班',
  heat: '车间热',
  cold: '冷库',
  noise: '声音大',
  dust: '有粉尘',
  squatting: '弯腰蹲着',
};

export const payRhythms = ['day', 'week', 'half_month', 'month'] as const;
export type PayRhythm = (typeof payRhythms)[number];
export const payRhythmWords: Record<PayRhythm, string> = { day: '当天结', week: '每周结', half_month: '半月结', month: '每月发' };

/** When the money comes: `每月 15 日发工资`, `当天结`. */
export const payDayWords = (rhythm: PayRhythm, payDay: number): string => (rhythm === 'month' ? `每月 ${payDay} 日发工资` : `工资${payRhythmWords[rhythm]}`);
