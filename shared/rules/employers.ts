import { dayAfter, daysBetween, monthDay } from './china-day.ts';
import { type ContentVerdict, contentVerdictWords } from './content.ts';
import { isCreditCode } from './credit-code.ts';
import { filePurposeWords, missingPapers, type Paper } from './files.ts';

export const employerStatuses = ['waiting', 'verified', 'sent_back', 'suspended'] as const;
export type EmployerStatus = (typeof employerStatuses)[number];
export const employerStatusWords: Record<EmployerStatus, string> = { waiting: '等核验', verified: '已核验', sent_back: '退回', suspended: '停用' };

/** Account types of the five-ministry notice of 2025-12-25, and the brokers of S0 二(七). 〔D20〕 */
export const employerKinds = ['own_hiring', 'agency', 'labour_broker', 'public_service'] as const;
export type EmployerKind = (typeof employerKinds)[number];
export const employerKindWords: Record<EmployerKind, string> = {
  own_hiring: '用人单位自主招聘',
  agency: '人力资源服务机构',
  labour_broker: '农村劳务经纪人',
  public_service: '公共招聘服务',
};

/** Whoever brings people to others for their trade needs the licence, a single broker as well as an agency. 〔人力资源市场暂行条例 §18〕 */
export const hiresForOthers = (kind: string): boolean => kind === 'agency' || kind === 'labour_broker';

export const sendBackReasons = [
  'address_differs',
  'licence_unclear',
  'licence_expired',
  'code_wrong',
  'post_incomplete',
  'agent_unproven',
  'papers_missing',
  'picture_unfit',
  'words_unfit',
] as const;
export type SendBackReason = (typeof sendBackReasons)[number];
export const sendBackWords: Record<SendBackReason, string> = {
  address_differs: '住所和执照不一样',
  licence_unclear: '执照看不清',
  licence_expired: '执照或许可证过期',
  code_wrong: '信用代码不对',
  post_incomplete: '简章缺项',
  agent_unproven: '经办人没有委托书',
  papers_missing: '照片没交齐',
  picture_unfit: '照片内容不合适',
  words_unfit: '名称、简称、地址里有不合适的字',
};

/** Why an officer stops an employer from hiring here. 〔令50号：发现虚假信息，停止服务、保存记录、报告〕 */
export const suspendReasons = ['false_post', 'takes_money', 'licence_lost', 'complaint', 'unreachable'] as const;
export type SuspendReason = (typeof suspendReasons)[number];
export const suspendWords: Record<SuspendReason, string> = {
  false_post: '招聘是假的',
  takes_money: '收费、收押金、扣证件',
  licence_lost: '证照被注销、吊销',
  complaint: '有举报，在查',
  unreachable: '找不到人',
};

/** The telephone of the labour bureaus, the same in the whole country. */
export const hotline = '12333';

/** By whom, since when and why an employer is stopped, and whom to speak to: for its own people. */
export const stoppedWords = ({ by, at, reason }: { by: string; at: string; reason: SuspendReason }): string =>
  `${by} ${monthDay(at)}停的：${suspendWords[reason]}。有话说，打电话给他们（${hotline}）；什么都没删`;

/** What an officer lays side by side before verifying. */
export interface EmployerFacts {
  kind: EmployerKind;
  creditCode: string;
  address: string;
  licenceAddress: string;
  /** Last China day of the business licence; 'long_term' for 长期. */
  licenceUntilOn: string;
  /** 人力资源服务许可证 number, of those who hire for others. */
  serviceLicenceNo?: string | undefined;
  serviceLicenceUntilOn?: string | undefined;
  /** The one employer a broker acts for, as its authorisation says. */
  clientName?: string | undefined;
  clientCode?: string | undefined;
  agentName: string;
  authorisedUntilOn: string;
  papers?: readonly Paper[] | undefined;
  /** For officers: what WeChat thinks of its words; absent when they passed. */
  textCheck?: ContentVerdict | undefined;
}

export interface EmployerCheck {
  key: 'credit_code' | 'address' | 'licence' | 'service_licence' | 'authorisation' | 'client' | 'papers' | 'pictures' | 'texts';
  ok: boolean;
  /** In order, but an officer had better look. */
  look?: true;
  label: string;
  words: string;
  /** What the employer would be told if sent back for this. */
  reason: SendBackReason;
}

const lasts = (untilOn: string | undefined, today: string): boolean => untilOn === 'long_term' || (!!untilOn && untilOn >= today);
const untilWords = (untilOn: string): string => (untilOn === 'long_term' ? '长期' : `到 ${untilOn}`);

function papersCheck({ kind, papers }: EmployerFacts): EmployerCheck {
  const missing = missingPapers(kind, papers).map((purpose) => filePurposeWords[purpose]);
  return { key: 'papers', label: '照片', reason: 'papers_missing', ok: !missing.length, words: missing.length ? `缺${missing.join('、')}` : '齐了' };
}

/** What WeChat calls risky waits for the officer's word; anything else stands beside the photograph. */
function picturesCheck({ papers = [] }: EmployerFacts): EmployerCheck[] {
  const risky = papers.filter((paper) => paper.check === 'risky').map((paper) => filePurposeWords[paper.purpose]);
  if (!risky.length) return [];
  return [{ key: 'pictures', label: '照片内容', reason: 'picture_unfit', ok: false, words: `${[...new Set(risky)].join('、')}微信说不行` }];
}

/** Words that WeChat calls risky need the officer's written word; where it is unsure or was not to be asked, the officer looks. */
function textsCheck({ textCheck }: EmployerFacts): EmployerCheck[] {
  if (!textCheck) return [];
  const found = textCheck === 'risky' ? { ok: false } : { ok: true, look: true as const };
  return [{ key: 'texts', label: '写的字', reason: 'words_unfit', words: contentVerdictWords[textCheck], ...found }];
}

/** An agency and a broker show their licence. 〔人力资源市场暂行条例 §18〕 */
function serviceLicenceCheck({ serviceLicenceNo, serviceLicenceUntilOn }: EmployerFacts, today: string): EmployerCheck {
  const ok = !!serviceLicenceNo && lasts(serviceLicenceUntilOn, today);
  const words = ok ? untilWords(serviceLicenceUntilOn ?? '') : '没有或已过期';
  return { key: 'service_licence', label: '人力资源服务许可证', reason: 'licence_expired', ok, words };
}

/** A broker acts for a named employer, not for whoever comes. 〔人力资源市场暂行条例 §26〕 */
function clientCheck({ clientName, clientCode, creditCode }: EmployerFacts): EmployerCheck {
  const isNamed = !!clientName && isCreditCode(clientCode ?? '');
  const ok = isNamed && clientCode !== creditCode;
  const words = ok ? '校验位对' : isNamed ? '写成了自己' : '没写，或信用代码不对';
  return { key: 'client', label: '替谁招', reason: 'agent_unproven', ok, words };
}

/** The checks of an employer on a China day, each with its finding. 〔人力资源市场暂行条例 §18、§26；令44号 §17〕 */
export function employerChecks(e: EmployerFacts, today: string): EmployerCheck[] {
  const checks: EmployerCheck[] = [
    {
      key: 'credit_code',
      label: '信用代码',
      reason: 'code_wrong',
      ...(isCreditCode(e.creditCode) ? { ok: true, words: '校验位对' } : { ok: false, words: '校验位不对' }),
    },
    {
      key: 'address',
      label: '住所',
      reason: 'address_differs',
      ...(e.address === e.licenceAddress ? { ok: true, words: '和执照一样' } : { ok: false, words: '和执照不一样' }),
    },
    {
      key: 'licence',
      label: '营业期限',
      reason: 'licence_expired',
      ok: lasts(e.licenceUntilOn, today),
      words: lasts(e.licenceUntilOn, today) ? untilWords(e.licenceUntilOn) : '已过期',
    },
    {
      key: 'authorisation',
      label: '委托书',
      reason: 'agent_unproven',
      ok: lasts(e.authorisedUntilOn, today),
      words: lasts(e.authorisedUntilOn, today) ? untilWords(e.authorisedUntilOn) : '已过期',
    },
  ];
  checks.push(papersCheck(e), ...picturesCheck(e), ...textsCheck(e));
  if (hiresForOthers(e.kind)) checks.push(serviceLicenceCheck(e, today));
  if (e.kind === 'labour_broker') checks.push(clientCheck(e));
  return checks;
}

const unwaivable: readonly EmployerCheck['key'][] = ['credit_code', 'licence', 'service_licence', 'client'];

/** May an officer verify with a written reason although this check is not in order? A wrong code or a lapsed licence cannot be waved through. 〔令44号 §17〕 */
export const isWaivable = (check: EmployerCheck): boolean => !unwaivable.includes(check.key);

/** What an officer explained once stays explained; what has an end does not. */
const explained: readonly EmployerCheck['key'][] = ['address', 'papers', 'pictures', 'texts'];

/** Verification holds 180 days at most. 〔五部门通知 2025-12-25：至少每 6 个月复核〕 */
export const verificationDays = 180;

/** May this employer be shown and hire today? Fails closed when the verification or a licence has run out. */
export function isVerifiedOn(e: { status: EmployerStatus; verifiedOn?: string | undefined } & EmployerFacts, today: string): boolean {
  if (e.status !== 'verified' || !e.verifiedOn) return false;
  if (daysBetween(e.verifiedOn, today) > verificationDays) return false;
  return employerChecks(e, today).every((c) => explained.includes(c.key) || c.ok);
}

/** An employer beside its opening: what was verified once is not shown as verified on a day when that no longer holds. 〔五部门通知 2025-12-25：至少每 6 个月复核〕 */
export function shownOn<E extends { status: EmployerStatus; verifiedOn?: string | undefined; verifiedBy?: string | undefined } & EmployerFacts>(
  e: E,
  today: string,
): E {
  if (e.status !== 'verified' || isVerifiedOn(e, today)) return e;
  return { ...e, status: 'waiting', verifiedOn: undefined, verifiedBy: undefined };
}

/** The last China day on which a verified employer may hire: its verification, licence, permit and authorisation all have to hold. */
export function verificationEndsOn(e: { verifiedOn: string } & EmployerFacts): string {
  const ends = [
    dayAfter(e.verifiedOn, verificationDays),
    e.licenceUntilOn,
    e.authorisedUntilOn,
    hiresForOthers(e.kind) ? (e.serviceLicenceUntilOn ?? e.verifiedOn) : '',
  ];
  return ends.filter((day) => day !== '' && day !== 'long_term').sort()[0] ?? e.verifiedOn;
}

/** An employer is told so many days before its verification ends, and may be verified again from then on. 〔五部门通知 2025-12-25〕 */
export const remindDays = 30;

/** Days left until a verified employer may no longer hire; negative when that is over. */
export const daysToVerificationEnd = (e: { verifiedOn: string } & EmployerFacts, today: string): number => daysBetween(today, verificationEndsOn(e));

/** May an officer verify it now: it waits, or its verification ends within the month or has ended? */
export function mayBeVerified(e: { status: EmployerStatus; verifiedOn?: string | undefined } & EmployerFacts, today: string): boolean {
  if (e.status !== 'verified') return e.status === 'waiting';
  return daysToVerificationEnd({ ...e, verifiedOn: e.verifiedOn ?? today }, today) <= remindDays;
}
