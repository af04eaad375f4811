/** The five papers that the demo world takes its facts from. */
const papers = {
  S0: '沪人社就〔2026〕89号《深化沪湘劳务协作工作方案（2026年—2028年）》，2026-04-03',
  S1: '报纸专版《沪滇劳务协作 共创共享共赢》，2026年4月',
  S2: '青人社〔2024〕13号《青浦区对口德宏州、果洛州就业创业帮扶三年行动计划》，2024-06-12',
  S3: '《山海虽远 就业相连》，2024年8月',
  S4: '沪就办〔2023〕3号《优化调整稳就业政策》，2023-07-12',
} as const;
export type PaperKey = keyof typeof papers;

/** How a source is written beside a fact: the paper, then the place in it. */
export const sourceOf = (paper: PaperKey, place: string): string => `${papers[paper]}；${place}`;

/** A figure as a paper gives it. */
export interface PaperFigure {
  name: 'companies' | 'posts' | 'attendance' | 'intents' | 'counties' | 'places' | 'helped' | 'moved';
  /** Absent where the paper gives no number, as in 数十家. */
  value?: number;
  /** The paper says “more than”, as in 2000多. */
  atLeast: boolean;
  /** The paper's own words. */
  words: string;
  paper: PaperKey;
}
