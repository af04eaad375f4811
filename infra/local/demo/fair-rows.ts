import type { Campaign, FairKind, FairStatus } from '@shanhai/shared/rules/fairs.ts';

/** Places where the fairs ask people where they come from. */
export const fairTowns = {
  /** The 13 乡镇（街道） of 罗平县, which the paper counts and does not list. */
  luoping: ['罗雄街道', '腊山街道', '九龙街道', '板桥镇', '马街镇', '富乐镇', '阿岗镇', '大水井乡', '鲁布革乡', '旧屋基乡', '钟山乡', '长底乡', '老厂乡'],
  /** The four counties in the order the paper names them: 昭阳区、彝良县、镇雄县、威信县. */
  zhaotong: ['530602', '530628', '530627', '530629'],
} as const;

/** When a fair is: on days of the papers, or so many days from the day of loading. */
type FairTime = { on: string; from: string; to: string } | { daysAhead: number; from: string; to: string };

/** A fair in short. `ours` names what stands in no paper. */
export interface FairRow {
  key: string;
  title: string;
  subtitle: string;
  kind: FairKind;
  campaign: Campaign;
  host: string;
  hostName: string;
  place: string;
  time: FairTime;
  expected: number;
  pairingId: string;
  permitNo: string;
  hasPlans: boolean;
  gates: string[];
  towns: readonly string[];
  helpDesks: string[];
  strips: { from: number; to: number }[];
  status: FairStatus;
  demo?: true;
  ours: string[];
}

/** Of 罗平, as the paper names them: 政策咨询、职业指导、沪滇协作专项服务. */
const luopingDesks = ['政策咨询', '职业指导', '沪滇协作专项服务'];
const luoping = { host: '530324', hostName: '罗平县人社局', campaign: 'none', pairingId: 'baoshan-qujing', towns: fairTowns.luoping, demo: true } as const;

/** The key of the fair that is open on the day of loading. */
export const openFairKey = 'luoping-first';

const luopingRows: FairRow[] = [
  {
    ...luoping,
    key: openFairKey,
    title: '春风送岗·雁归罗平',
    subtitle: '首场·富乐镇桃源集市',
    kind: 'onsite',
    place: '富乐镇桃源集市',
    time: { daysAhead: 0, from: '0:00', to: '23:59' },
    expected: 1500,
    permitNo: '罗公治许〔演示〕第 7 号',
    hasPlans: true,
    gates: ['东门', '西门'],
    helpDesks: [...luopingDesks],
    strips: [{ from: 1, to: 60 }],
    status: 'published',
    ours: ['opensAt', 'closesAt', 'expectedAttendance', 'policePermitNo', 'plans', 'gates', 'strips', 'booths'],
  },
  {
    ...luoping,
    key: 'luoping-banqiao',
    title: '春风送岗·雁归罗平',
    subtitle: '板桥镇场',
    kind: 'township_tour',
    place: '板桥镇集市',
    time: { daysAhead: 7, from: '9:00', to: '15:00' },
    expected: 600,
    permitNo: '',
    hasPlans: true,
    gates: ['正门'],
    helpDesks: [...luopingDesks],
    strips: [],
    status: 'published',
    ours: ['subtitle', 'place', 'opensAt', 'closesAt', 'expectedAttendance', 'plans', 'gates', 'booths'],
  },
  {
    ...luoping,
    key: 'luoping-gig-market',
    title: '春风送岗·雁归罗平',
    subtitle: '县城场',
    kind: 'onsite',
    place: '罗平县零工市场',
    time: { daysAhead: 14, from: '9:00', to: '16:00' },
    expected: 1200,
    permitNo: '',
    hasPlans: false,
    gates: ['大门', '侧门'],
    helpDesks: [...luopingDesks],
    strips: [],
    status: 'draft',
    ours: ['opensAt', 'closesAt', 'expectedAttendance', 'gates', 'booths'],
  },
];

/** The paper gives 1月20日至24日 and four counties; which county had which day is ours. */
const zhaotongDays = ['2026-01-20', '2026-01-21', '2026-01-22', '2026-01-24'];
const zhaotongNames = ['昭阳区', '彝良县', '镇雄县', '威信县'];
const zhaotongRows: FairRow[] = fairTowns.zhaotong.map((host, i) => ({
  key: `zhaotong-${host}`,
  title: '松江·平湖赴昭通劳务协作专场招聘会',
  subtitle: `${zhaotongNames[i]}场`,
  kind: 'onsite',
  campaign: 'none',
  host,
  hostName: `${zhaotongNames[i]}人社局`,
  place: zhaotongNames[i] ?? host,
  time: { on: zhaotongDays[i] ?? '2026-01-20', from: '9:00', to: '15:00' },
  expected: 900,
  pairingId: 'songjiang-zhaotong',
  permitNo: '',
  hasPlans: true,
  gates: ['正门'],
  towns: [],
  helpDesks: ['政策咨询'],
  strips: [],
  status: 'closed',
  ours: ['opensAt', 'closesAt', 'hostName', 'place', 'expectedAttendance', 'plans', 'gates', 'helpDesks', 'booths'],
}));

const xuanweiRow: FairRow = {
  key: 'xuanwei',
  title: '“春风行动”暨东西部劳务协作专场招聘会',
  subtitle: '宣威市 2026年',
  kind: 'onsite',
  campaign: 'spring_breeze',
  host: '530381',
  hostName: '宣威市人社局',
  place: '复兴街道',
  time: { on: '2026-02-06', from: '9:00', to: '15:00' },
  expected: 950,
  pairingId: 'baoshan-qujing',
  permitNo: '',
  hasPlans: true,
  gates: ['南口', '北口'],
  towns: ['复兴街道'],
  helpDesks: ['政策咨询'],
  strips: [],
  status: 'closed',
  ours: ['opensAt 的时刻', 'closesAt 的时刻', 'expectedAttendance', 'plans', 'gates', 'helpDesks', 'booths'],
};

const ximengRow: FairRow = {
  key: 'ximeng',
  title: '黄浦区·西盟县东西部劳务协作招聘会',
  subtitle: '西盟县2026年春季促进就业专项行动',
  kind: 'onsite',
  campaign: 'none',
  host: '530829',
  hostName: '西盟县人社局',
  place: '江三木洛剧院广场',
  time: { on: '2026-02-05', from: '9:00', to: '15:00' },
  expected: 800,
  pairingId: 'huangpu-ximeng',
  permitNo: '',
  hasPlans: true,
  gates: ['正门'],
  towns: ['勐卡镇'],
  helpDesks: ['政策咨询'],
  strips: [],
  status: 'closed',
  ours: ['opensAt 的时刻', 'closesAt 的时刻', 'hostName', 'expectedAttendance', 'plans', 'gates', 'helpDesks'],
};

/** All fairs of the demo world: those of 罗平 around the day of loading, then those that the papers tell of. */
export const fairRows: readonly FairRow[] = [...luopingRows, ...zhaotongRows, xuanweiRow, ximengRow];
