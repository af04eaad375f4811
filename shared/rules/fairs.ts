/** The papers' seven kinds of fair. 〔沪人社就〔2026〕89号 二(五)1〕 */
export const fairKinds = ['onsite', 'cloud', 'live_stream', 'campus', 'township_tour', 'stationed', 'group_hiring'] as const;
export type FairKind = (typeof fairKinds)[number];
export const fairKindWords: Record<FairKind, string> = {
  onsite: '现场招聘',
  cloud: '云招聘',
  live_stream: '直播带岗',
  campus: '校园招聘',
  township_tour: '乡镇巡回',
  stationed: '驻点招聘',
  group_hiring: '组团招工',
};
/** Kinds that count as 网上招聘活动 and not as 现场专场. 〔青人社〔2024〕13号〕 */
export const isOnline = (kind: FairKind): boolean => kind === 'cloud' || kind === 'live_stream';

/** Four campaigns of S0 and the further ones the papers name. */
export const campaigns = ['employment_aid_month', 'spring_breeze', 'private_firm_month', 'autumn_hiring_month', 'none'] as const;
export type Campaign = (typeof campaigns)[number];
export const campaignWords: Record<Campaign, string> = {
  employment_aid_month: '就业援助月',
  spring_breeze: '春风行动',
  private_firm_month: '民营企业服务月',
  autumn_hiring_month: '金秋招聘月',
  none: '不属于专项活动',
};

export const fairStatuses = ['draft', 'published', 'closed'] as const;
export type FairStatus = (typeof fairStatuses)[number];
export const fairStatusWords: Record<FairStatus, string> = { draft: '还没发', published: '已发布', closed: '已散场' };

type Stated = { status: FairStatus };
export const fairCan = {
  change: (f: Stated): boolean => f.status !== 'closed',
  publish: (f: Stated): boolean => f.status === 'draft',
  close: (f: Stated): boolean => f.status === 'published',
};

/** The three plans of an on-site fair. 〔人力资源市场暂行条例 §28〕 */
export const fairPlans = ['organisation', 'emergency', 'security'] as const;
export type FairPlan = (typeof fairPlans)[number];
export const fairPlanWords: Record<FairPlan, string> = { organisation: '组织实施办法', emergency: '应急预案', security: '安全保卫工作方案' };

/** From this many expected people on the police must license a fair. 〔大型群众性活动安全管理条例 §2(5)、§11〕 */
export const licensedFrom = 1000;

/** Is a person let in now: before, open, over or closed? Gates open at `opensAt` and shut at `closesAt`. */
export function gateStateAt(
  fair: { status: FairStatus; opensAt: string; closesAt: string },
  now: string,
): 'unpublished' | 'early' | 'open' | 'over' | 'closed' {
  if (fair.status === 'draft') return 'unpublished';
  if (fair.status === 'closed') return 'closed';
  if (now < fair.opensAt) return 'early';
  return now > fair.closesAt ? 'over' : 'open';
}

/** `12` → `0012`: the number a person says at a booth. */
export const spokenNumber = (n: number): string => String(n).padStart(4, '0');
/** A wrong check-in can be taken back this long. */
export const undoMinutes = 15;
