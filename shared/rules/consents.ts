import { placeConsentVersion } from './place-consent.ts';

/** What a person can say yes to. Each yes is for one purpose and one receiver, and can be taken back. 〔个人信息保护法 §14、§15、§23、§29〕 */
export const consentPurposes = [
  'privacy',
  'phone',
  'card',
  'application',
  'registered',
  'resident_id',
  'categories',
  'location',
  'findable',
  'elsewhere',
  'ranking',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const consentWays = ['tapped', 'spoken', 'written'] as const;
export type ConsentWay = (typeof consentWays)[number];

export interface ConsentText {
  /** As a person calls it. */
  title: string;
  version: string;
  /** The China day from which the text holds. */
  on: string;
  /** What one says yes to. */
  words: string;
  /** What follows when it is taken back, in plain words. */
  after: string;
}

/** The texts as they hold now; whoever changes a word here raises the version, and it is asked again. Cards and applications have their own sheet. */
export const consentTexts: Record<ConsentPurpose, ConsentText> = {
  privacy: {
    title: '用山海就业',
    version: '2026-11-21.2',
    on: '2026-11-21',
    words: '看过隐私保护指引和用户协议，同意照上面写的用我的信息',
    after: '不同意了，就到“注销”把资料删掉。不登录也能看岗位',
  },
  phone: {
    title: '留电话',
    version: '2026-11',
    on: '2026-11-01',
    words: '电话存在我的名片里，只给我交名片、投岗位的单位',
    after: '名片里的电话马上删掉。已经交出去的名片要另外收回',
  },
  card: {
    title: '把名片交给单位',
    version: '2026-11',
    on: '2026-11-01',
    words: '姓名、电话、想做什么，只给这一家，用来约面试，90 天自动失效',
    after: '名片马上收回，这家单位再也看不到。答应过的名额也让出来',
  },
  application: {
    title: '投岗位',
    version: '2026-11',
    on: '2026-11-01',
    words: '姓名、电话、想做什么，只给这一家，用来招这个岗位，90 天自动失效',
    after: '申请马上收回，这家单位再也看不到。约好的见面也一起退掉',
  },
  registered: {
    title: '别人替我登记',
    version: '2026-11',
    on: '2026-11-01',
    words: '我当面说好，请他替我登记、投岗位、看回音',
    after: '他马上不能再替您办。已经登记的资料还是您的，要删到“注销”',
  },
  resident_id: {
    title: '存身份证号',
    version: '2026-11-21',
    on: '2026-11-21',
    words: '身份证号加密存着，只在法律要核对年龄、身份时用。县人社局的人依法核对才看得到全号，看一次记一次',
    after: '身份证号马上删掉。没满 18 岁的记号也一起去掉，要用时再问您',
  },
  categories: {
    title: '存人员类别',
    version: '2026-11',
    on: '2026-11-01',
    words: '脱贫户、残疾人、退伍军人这些，加密存着，只给本县人社局，用来送政策',
    after: '类别全部删掉，人社局也看不到。该有的政策要您自己去问',
  },
  location: {
    title: '用定位签到',
    version: placeConsentVersion,
    on: '2026-11-01',
    words: '签到那一下看看人在不在会场，只记在不在，不跟着您走',
    after: '以后签到不再看定位，到门口请工作人员扫码',
  },
  findable: {
    title: '单位可以找我',
    version: '2026-11',
    on: '2026-11-01',
    words: '核验过的单位看得到我姓什么、哪个县的、会什么，看不到全名和电话',
    after: '马上从名单里拿掉，单位再也找不到您',
  },
  elsewhere: {
    title: '给结对的上海人社局看',
    version: '2026-11',
    on: '2026-11-20',
    words: '他们看得到我姓什么、哪个乡镇、想做什么、会什么，帮着配岗位；看不到全名、电话、身份证号',
    after: '上海那边马上看不到。岗位照样能看、能投，本县人社局照样帮您',
  },
  ranking: {
    title: '按我说的推荐岗位',
    version: '2026-11',
    on: '2026-11-01',
    words: '电脑按我想做什么、会什么，给岗位排先后',
    after: '不再推荐，岗位按新旧排',
  },
};

/** Yeses of a person that have a page of their own in which they are said. */
export const agreedByText = ['privacy', 'location', 'elsewhere'] as const;
/** What can be taken back by itself; cards, applications and helpers are taken back where they are. */
export const takenBackByItself = ['phone', 'resident_id', 'categories', 'location', 'elsewhere'] as const;

/** Is this yes asked again? Its text changed since it was said, or it was never said, or taken back. 〔个人信息保护法 §14〕 */
export function isAskedAgain(purpose: ConsentPurpose, given: { version: string; withdrawnAt?: string | undefined } | undefined): boolean {
  return !given || !!given.withdrawnAt || given.version !== consentTexts[purpose].version;
}
