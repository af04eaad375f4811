import { Employer, type EmployerForm } from '@shanhai/shared/contract/employers.ts';
import type { FairForm } from '@shanhai/shared/contract/fairs.ts';
import type { JobForm } from '@shanhai/shared/contract/jobs.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { creditCodeCheckDigit } from '@shanhai/shared/rules/credit-code.ts';

/** Noon of the day the tests play on: a Saturday in the spring breeze campaign. */
export const noon = '2026-02-07T04:00:00.000Z';

/** A well-formed 统一社会信用代码; n makes them differ. */
export function aCreditCode(n = 1): string {
  const first17 = `91310113MA${String(n).padStart(7, '0')}`;
  return first17 + creditCodeCheckDigit(first17);
}

export function anEmployerForm(over: Partial<EmployerForm> = {}): EmployerForm {
  return {
    name: '月汀钢构（上海）有限公司',
    shortName: '月汀钢构',
    kind: 'own_hiring',
    creditCode: aCreditCode(),
    regionCode: '310113',
    address: '月浦镇 12 号',
    industry: '制造业',
    licenceAddress: '月浦镇 12 号',
    licenceUntilOn: 'long_term',
    agentName: '周敏',
    agentPhone: '12066600012',
    authorisedUntilOn: '2026-12-31',
    ...over,
  };
}

/** An employer as the table keeps it, verified on the day the tests play on. */
export function anEmployer(over: Partial<Employer> = {}): Employer {
  return Employer.parse({
    ...anEmployerForm(),
    employerId: 'employer0001',
    status: 'verified',
    submittedAt: noon,
    verifiedOn: '2026-02-07',
    version: 1,
    ...over,
  });
}

export function aJobForm(over: Partial<JobForm> = {}): JobForm {
  return {
    title: '电工',
    kind: 'full_time',
    trade: 'electrician',
    headcount: 12,
    requirements: '有低压电工证，能爬 3 米高的梯子',
    duties: '厂房配电柜巡检、换线、修电机',
    workRegion: '310113',
    workTown: '',
    workAddress: '宝山区月浦镇',
    wagePeriod: 'month',
    baseWageFen: 520_000,
    overtimeFen: 149_400,
    overtimeHours: 0,
    allowanceFen: 30_000,
    allowances: [],
    deductionFen: 101_900,
    payRhythm: 'month',
    payDay: 15,
    promotion: '',
    demands: [],
    hazards: [],
    certificates: [],
    essentials: [],
    shift: '白班 8:00–17:00',
    hasDorm: true,
    dorm: '四人间',
    meals: 'two',
    taste: '有云南口味',
    training: '带薪三天',
    benefits: '单位付体检费',
    expiresOn: '2026-03-31',
    ...over,
  };
}

/** What the fairs of these builders count for. */
export const aPairing: Pairing = {
  pairingId: 'baoshan-qujing',
  shanghaiRegion: '310113',
  partnerRegion: '530300',
  partnerCounties: [],
  status: 'paired',
  source: '测试',
};

const plan = (title: string) => ({ title, body: `${title}：由县人社局牵头，明确人员分工、联系电话、进出路线和时间安排。` });

export function aFairForm(over: Partial<FairForm> = {}): FairForm {
  return {
    title: '春风送岗·雁归罗平',
    subtitle: '首场',
    kind: 'onsite',
    campaign: 'spring_breeze',
    hostRegion: '530324',
    place: '富乐镇桃源集市',
    opensAt: '2026-02-07T01:00:00.000Z',
    closesAt: '2026-02-07T07:00:00.000Z',
    expectedAttendance: 800,
    pairingId: 'baoshan-qujing',
    policePermitNo: '',
    plans: { organisation: plan('组织实施办法'), emergency: plan('应急预案'), security: plan('安全保卫工作方案') },
    gates: ['东门', '西门'],
    homeTowns: ['富乐镇', '板桥镇', '阿岗镇'],
    helpDesks: ['政策咨询', '职业指导'],
    ...over,
  };
}
