/** Days to think over before everything is erased. */
export const erasureDays = 7;

export const heldKinds = [
  'profile',
  'sealed_id',
  'categories',
  'check_ins',
  'passages',
  'cards',
  'applications',
  'interviews',
  'messages',
  'views',
  'consents',
  'helpers',
  'helped',
  'complaints',
  'roles',
] as const;
export type HeldKind = (typeof heldKinds)[number];
/** What is held about a person, in their words. */
export const heldWords: Record<HeldKind, string> = {
  profile: '名字、电话、哪里人、想做什么',
  sealed_id: '身份证号',
  categories: '人员类别',
  check_ins: '招聘会签到',
  passages: '招聘会进出门',
  cards: '交出去的名片',
  applications: '投的岗位',
  interviews: '约好的见面',
  messages: '收到的消息',
  views: '谁看过的记录',
  consents: '同意过什么的记录',
  helpers: '替我办的人',
  helped: '我代办的人',
  complaints: '我的举报',
  roles: '工作身份',
};

export interface Kept {
  what: string;
  /** The article that makes us keep it. */
  law: string;
  /** Until when, in words. */
  until: string;
}

/** What stays after an erasure, because a law makes us keep it; a name or a number is in none of it. 〔个人信息保护法 §47 第二款〕 */
export const keptAfterErasure: readonly Kept[] = [
  { what: '某个号码哪天到过哪场招聘会（没有名字）', law: '人力资源市场暂行条例第33条', until: '满 2 年' },
  { what: '给哪家单位、哪个岗位投过，怎么答的（没有名字、电话）', law: '网络招聘服务管理规定第26条', until: '满 3 年' },
  { what: '您同意过什么、哪天收回的', law: '个人信息保护法第56条', until: '注销后 3 年' },
  { what: '哪个单位的人看过您的资料', law: '人力资源市场暂行条例第33条', until: '满 2 年' },
  { what: '举报过哪个岗位、怎么处理的（没有您写的话）', law: '人力资源市场暂行条例第29条', until: '满 3 年' },
];
