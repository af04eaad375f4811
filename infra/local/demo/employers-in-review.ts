import type { EmployerStatus, SendBackReason } from '@shanhai/shared/rules/employers.ts';

/** An employer that an officer still has before them, or had; what is not right with it is said, the rest is right. */
export interface ReviewRow {
  short: string;
  region: string;
  at: string;
  industry: string;
  contact: string;
  status: EmployerStatus;
  /** Days and the China time at which it was handed in. */
  daysAgo: number;
  time: string;
  agency?: true;
  wrongCode?: true;
  /** Address on the licence where it differs from the one filled in. */
  licenceAt?: string;
  /** Days from today to the end of the licence; below zero it has run out. */
  licenceDays?: number;
  serviceLicenceDays?: number;
  authorisedDays?: number;
  verifiedDaysAgo?: number;
  verifyNote?: string;
  sentBack?: { reasons: SendBackReason[]; note?: string };
}

/** The short name of the employer whose recruiter is the persona recruiter03: all in order, waiting in 宝山. */
export const waitingEmployer = '潮岸金属';
/** Verified too long ago: it still hangs on a draft fair and keeps it from being published. */
export const lapsedEmployer = '钢汐精工';

/** Employers in every state of verification, for the officers of 宝山, 松江 and 罗平. */
export const reviewRows: readonly ReviewRow[] = [
  { short: waitingEmployer, region: '310113', at: '月浦镇 77 号', industry: '金属制品', contact: '钱芳', status: 'waiting', daysAgo: 1, time: '10:05' },
  {
    short: '宝禾塑料',
    region: '310113',
    at: '罗店镇 208 号',
    industry: '塑料制品',
    contact: '苏会计',
    status: 'waiting',
    daysAgo: 2,
    time: '9:20',
    wrongCode: true,
  },
  {
    short: '吴汐包装',
    region: '310113',
    at: '吴淞街道 44 号',
    industry: '包装印刷',
    contact: '卞主任',
    status: 'waiting',
    daysAgo: 3,
    time: '15:40',
    licenceDays: -12,
  },
  {
    short: '共樟设备',
    region: '310113',
    at: '张庙街道 18 号',
    licenceAt: '张庙街道 18 号 3 幢',
    industry: '设备安装',
    contact: '卓工',
    status: 'waiting',
    daysAgo: 3,
    time: '11:15',
  },
  {
    short: '淞禾人力',
    region: '310113',
    at: '淞南镇 5 号',
    industry: '人力资源服务',
    contact: '景专员',
    status: 'waiting',
    daysAgo: 4,
    time: '14:00',
    agency: true,
    serviceLicenceDays: 20,
  },
  {
    short: '杨行快厨',
    region: '310113',
    at: '杨行镇 61 号',
    industry: '餐饮',
    contact: '阮店长',
    status: 'waiting',
    daysAgo: 0,
    time: '0:10',
    authorisedDays: -3,
  },
  {
    short: '云汐机电',
    region: '310117',
    at: '石湖荡镇 8 号',
    licenceAt: '石湖荡镇 8 号 2 幢',
    industry: '通用设备制造',
    contact: '周琳',
    status: 'waiting',
    daysAgo: 2,
    time: '16:20',
  },
  {
    short: '松禾家政',
    region: '310117',
    at: '方松街道 17 号',
    industry: '家政服务',
    contact: '梅老师',
    status: 'waiting',
    daysAgo: 2,
    time: '13:30',
    agency: true,
    serviceLicenceDays: 640,
  },
  { short: '佘岚木作', region: '310117', at: '佘山镇 52 号', industry: '家具制造', contact: '寿师傅', status: 'waiting', daysAgo: 1, time: '17:10' },
  {
    short: '泖禾食品',
    region: '310117',
    at: '泖港镇 31 号',
    industry: '食品制造',
    contact: '万主任',
    status: 'waiting',
    daysAgo: 1,
    time: '9:45',
    wrongCode: true,
  },
  { short: '云间晨卫', region: '310117', at: '中山街道 80 号', industry: '保安服务', contact: '沙队长', status: 'waiting', daysAgo: 1, time: '8:50' },
  {
    short: '浦禾劳务',
    region: '310117',
    at: '车墩镇 4 号',
    industry: '劳务派遣',
    contact: '闵专员',
    status: 'waiting',
    daysAgo: 3,
    time: '10:30',
    agency: true,
    serviceLicenceDays: 20,
  },
  { short: '九岚物流', region: '310117', at: '九亭镇 63 号', industry: '道路货运', contact: '鲍队长', status: 'waiting', daysAgo: 0, time: '0:20' },
  {
    short: '叶汐制衣',
    region: '310117',
    at: '叶榭镇 29 号',
    industry: '服装加工',
    contact: '谈厂长',
    status: 'waiting',
    daysAgo: 4,
    time: '9:05',
    licenceDays: -40,
  },
  { short: '多依河旅居', region: '530324', at: '鲁布革乡 2 号', industry: '住宿', contact: '岩经理', status: 'waiting', daysAgo: 1, time: '11:50' },
  {
    short: '宝汐涂装',
    region: '310113',
    at: '罗泾镇 15 号',
    licenceAt: '罗泾镇 51 号',
    industry: '表面处理',
    contact: '骆工',
    status: 'sent_back',
    daysAgo: 6,
    time: '10:00',
    sentBack: { reasons: ['address_differs'], note: '执照上是 51 号，请改过再送来' },
  },
  {
    short: '顾村云工',
    region: '310113',
    at: '顾村镇 9 号',
    industry: '人力资源服务',
    contact: '简专员',
    status: 'sent_back',
    daysAgo: 9,
    time: '15:25',
    agency: true,
    serviceLicenceDays: -5,
    sentBack: { reasons: ['licence_expired', 'agent_unproven'], note: '许可证续好、委托书盖章后再送' },
  },
  {
    short: '松岚餐配',
    region: '310117',
    at: '永丰街道 37 号',
    industry: '餐饮配送',
    contact: '祁经理',
    status: 'sent_back',
    daysAgo: 5,
    time: '14:45',
    wrongCode: true,
    sentBack: { reasons: ['code_wrong'] },
  },
  {
    short: '新桥轻装',
    region: '310117',
    at: '新桥镇 100 号',
    industry: '服装加工',
    contact: '屠主任',
    status: 'sent_back',
    daysAgo: 7,
    time: '9:30',
    sentBack: { reasons: ['licence_unclear'], note: '照片反光，编号看不清' },
  },
  {
    short: '洞泾捷修',
    region: '310117',
    at: '洞泾镇 6 号',
    industry: '设备维修',
    contact: '狄工',
    status: 'sent_back',
    daysAgo: 12,
    time: '16:00',
    authorisedDays: -20,
    sentBack: { reasons: ['agent_unproven', 'post_incomplete'], note: '委托书过期；简章没写工资' },
  },
  {
    short: lapsedEmployer,
    region: '310113',
    at: '大场镇 73 号',
    industry: '精密加工',
    contact: '钮工',
    status: 'verified',
    daysAgo: 193,
    time: '10:20',
    verifiedDaysAgo: 191,
  },
  {
    short: '场汐空调',
    region: '310113',
    at: '大场镇 11 号',
    licenceAt: '大场镇 11 号 1 幢',
    industry: '空调安装',
    contact: '鞠工',
    status: 'verified',
    daysAgo: 40,
    time: '9:00',
    verifiedDaysAgo: 38,
    verifyNote: '幢号没写全，同一个门牌，已打电话核实',
  },
  {
    short: '小昆冷食',
    region: '310117',
    at: '小昆山镇 30 号',
    industry: '速冻食品',
    contact: '充主任',
    status: 'verified',
    daysAgo: 178,
    time: '11:00',
    verifiedDaysAgo: 176,
  },
];
