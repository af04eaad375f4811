import { fairRows } from './fair-rows.ts';
import { fairIdOf } from './fairs.ts';
import { type PaperFigure, sourceOf } from './papers.ts';

/** What one fair counts for in its pairing; a figure that no paper gives is absent. */
interface FairCount {
  fairId: string;
  companies?: number;
  posts?: number;
  attendance?: number;
  intents?: number;
  /** True where the paper gives one figure for several fairs and the split is ours. */
  demo: boolean;
}

/** What the papers say of one or several fairs, and what we had to add. */
export interface FairFacts {
  fairIds: string[];
  source: string;
  figures: PaperFigure[];
  counts: FairCount[];
  /** Fields of the fairs that stand in no paper. */
  ours: string[];
}

const s1 = (name: PaperFigure['name'], value: number | undefined, words: string, atLeast = false): PaperFigure => ({
  name,
  ...(value === undefined ? {} : { value }),
  atLeast,
  words,
  paper: 'S1',
});
const oursOf = (key: string): string[] => fairRows.find((row) => row.key === key)?.ours ?? [];

/** The paper's 3000多人 and 100多人 over the four counties, shared out; posts follow the openings at the booths. */
const zhaotongShares: readonly (readonly [key: string, attendance: number, intents: number])[] = [
  ['zhaotong-530602', 990, 34],
  ['zhaotong-530628', 740, 25],
  ['zhaotong-530627', 810, 26],
  ['zhaotong-530629', 460, 15],
];

const zhaotongFacts: FairFacts = {
  fairIds: zhaotongShares.map(([key]) => fairIdOf(key)),
  source: sourceOf('S1', '松江·平湖联合赴昭开展劳务协作（1月20日至24日）'),
  figures: [
    s1('counties', 4, '昭阳区、彝良县、镇雄县、威信县；四场招聘会'),
    s1('companies', 20, '推送20家企业'),
    s1('posts', 2000, '2000多个岗位', true),
    s1('attendance', 3000, '共吸引3000多人到场', true),
    s1('intents', 100, '100多人有初步意向', true),
  ],
  counts: zhaotongShares.map(([key, attendance, intents]) => ({ fairId: fairIdOf(key), companies: 20, attendance, intents, demo: true })),
  ours: oursOf('zhaotong-530602'),
};

const luopingFacts: FairFacts = {
  fairIds: ['luoping-first', 'luoping-banqiao', 'luoping-gig-market'].map(fairIdOf),
  source: sourceOf('S1', '罗平县举办沪滇劳务协作专场招聘活动（首场富乐镇桃源集市，未写日子和家数）'),
  figures: [
    s1('places', 14, '实现13个乡镇(街道)及县零工市场全覆盖'),
    s1('helped', 860, '2025年惠及860余人', true),
    s1('moved', 1443, '成功推动1443人实现跨省转移就业'),
  ],
  counts: [],
  ours: oursOf('luoping-first'),
};

const xuanweiFacts: FairFacts = {
  fairIds: [fairIdOf('xuanwei')],
  source: sourceOf('S1', '宣威市“春风行动”暨东西部劳务协作专场招聘会（2月6日，复兴街道）'),
  figures: [s1('companies', 30, '30多家优质企业', true), s1('posts', 1600, '共提供超过1600个就业机会', true)],
  counts: [{ fairId: fairIdOf('xuanwei'), companies: 30, posts: 1600, demo: false }],
  ours: oursOf('xuanwei'),
};

const ximengFacts: FairFacts = {
  fairIds: [fairIdOf('ximeng')],
  source: sourceOf('S1', '黄浦区·西盟县东西部劳务协作招聘会（2月5日，江三木洛剧院广场）'),
  figures: [s1('companies', undefined, '来自省外的数十家企业'), s1('intents', undefined, '不少人现场达成了初步就业意向')],
  counts: [{ fairId: fairIdOf('ximeng'), demo: false }],
  ours: oursOf('ximeng'),
};

/** The papers' figures, each with its words and its place in the paper. */
export const fairFacts: readonly FairFacts[] = [zhaotongFacts, luopingFacts, xuanweiFacts, ximengFacts];
