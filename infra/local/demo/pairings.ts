import { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { type PaperKey, sourceOf } from './papers.ts';

/** 结对关系表: 序号 is the place in the list; an empty partner is 待结对 in the paper too. */
const annexRows: readonly (readonly [shanghai: string, hunan: string | undefined])[] = [
  ['310115', '430100'],
  ['310101', '430900'],
  ['310104', '433100'],
  ['310105', '430300'],
  ['310106', undefined],
  ['310107', '430400'],
  ['310109', undefined],
  ['310110', '430500'],
  ['310112', '430700'],
  ['310113', '430800'],
  ['310114', '431000'],
  ['310116', '431100'],
  ['310117', '431200'],
  ['310118', '430600'],
  ['310120', '431300'],
  ['310151', '430200'],
];

interface NamedPairing {
  id: string;
  shanghai: string;
  partner: string;
  counties: string[];
  paper: PaperKey;
  place: string;
}

/** The pairings that the papers name outside the annex. 310000 stands where the paper says Shanghai and no district. */
const namedPairings: readonly NamedPairing[] = [
  { id: 'jiading-chuxiong', shanghai: '310114', partner: '532300', counties: ['532329'], paper: 'S1', place: '业务交流·嘉定区·楚雄州（武定县座谈会）' },
  { id: 'fengxian-dali', shanghai: '310120', partner: '532900', counties: [], paper: 'S1', place: '业务交流·奉贤区·大理州' },
  {
    id: 'qingpu-dehong',
    shanghai: '310118',
    partner: '533100',
    counties: ['533103', '533122', '533102'],
    paper: 'S1',
    place: '业务交流·青浦区·德宏州（援建芒市、梁河实训基地，走访瑞丽）；青人社〔2024〕13号',
  },
  { id: 'qingpu-guoluo', shanghai: '310118', partner: '632600', counties: ['632622'], paper: 'S2', place: '青海省果洛州班玛县' },
  {
    id: 'songjiang-zhaotong',
    shanghai: '310117',
    partner: '530600',
    counties: ['530602', '530628', '530627', '530629'],
    paper: 'S1',
    place: '松江·平湖联合赴昭开展劳务协作（联合方：浙江省平湖市）',
  },
  { id: 'minhang-zhaotong', shanghai: '310112', partner: '530600', counties: [], paper: 'S1', place: '从“家门”直达“厂门”（50名昭通籍务工人员）' },
  {
    id: 'baoshan-qujing',
    shanghai: '310113',
    partner: '530300',
    counties: ['530324', '530381'],
    paper: 'S1',
    place: '罗平县举办沪滇劳务协作专场招聘活动；宣威市“春风行动”',
  },
  {
    id: 'xuhui-honghe',
    shanghai: '310104',
    partner: '532500',
    counties: ['532523', '532527', '532525', '532528'],
    paper: 'S1',
    place: '徐汇区用贴心服务守护务工人员就业路（屏边、泸西、石屏、元阳）；《山海虽远 就业相连》“创业梦之星”',
  },
  { id: 'pudong-nujiang', shanghai: '310115', partner: '533300', counties: ['533323'], paper: 'S1', place: '怒江州：“点对点”输送再启程（主要来自福贡县）' },
  { id: 'huangpu-ximeng', shanghai: '310101', partner: '530800', counties: ['530829'], paper: 'S1', place: '黄浦区·西盟县东西部劳务协作招聘会' },
  {
    id: 'chongming-lincang',
    shanghai: '310151',
    partner: '530900',
    counties: [],
    paper: 'S3',
    place: '实习+就业，云南小伙改变人生（崇临校企合作技能人才培训基地）',
  },
  {
    id: 'shanghai-weishan',
    shanghai: '310000',
    partner: '532900',
    counties: ['532927'],
    paper: 'S1',
    place: '点对点服务·巍山破解“就业难”（沪滇协作平台，未写哪个区）',
  },
  {
    id: 'shanghai-kashi',
    shanghai: '310000',
    partner: '653100',
    counties: [],
    paper: 'S3',
    place: '技能培训送上门：与喀什四县技院校“一区一校”援建机制（未写哪四县、哪个区）',
  },
];

/** The annex numbers its rows from 1. */
const annexPairingId = (annexNo: number): string => `annex-${String(annexNo).padStart(2, '0')}`;

/** Every pairing in the papers: the 16 rows of 结对关系表 first, then those named elsewhere. */
export function demoPairings(): Pairing[] {
  const annex = annexRows.map(([shanghaiRegion, partnerRegion], i) =>
    Pairing.parse({
      pairingId: annexPairingId(i + 1),
      annexNo: i + 1,
      shanghaiRegion,
      ...(partnerRegion ? { partnerRegion } : {}),
      partnerCounties: [],
      status: partnerRegion ? 'paired' : 'unpaired',
      source: sourceOf('S0', `附件《上海湖南劳务协作结对关系表》第${i + 1}行`),
    }),
  );
  const named = namedPairings.map((p) =>
    Pairing.parse({
      pairingId: p.id,
      shanghaiRegion: p.shanghai,
      partnerRegion: p.partner,
      partnerCounties: p.counties,
      status: 'paired',
      source: sourceOf(p.paper, p.place),
    }),
  );
  return [...annex, ...named];
}
