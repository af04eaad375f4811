import { answerWords } from '@shanhai/shared/rules/cards.ts';
import { type MayAdd, mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { wordsOfEvidence } from '@shanhai/shared/rules/evidence.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { gateFlagWords } from '@shanhai/shared/rules/gate.ts';
import { maskedName, maskedPhone } from '@shanhai/shared/rules/phone.ts';
import type { Cell, CellObject, Row } from 'write-excel-file/node';
import { border, count, type FilledSheet, header, ink, tableSheet, words, writeSheets } from './cells.ts';
import {
  type Arrival,
  answerFigures,
  byEvidence,
  byGate,
  byHalfHour,
  byHome,
  type Counted,
  companyCount,
  headsOf,
  initialIntents,
  isLate,
  openStrips,
  type ReportedBooth,
  type ReportedCard,
  type ReportedRefusal,
  type SeenStrip,
  standing,
  stripWords,
} from './fair-figures.ts';

export interface FairReport {
  fair: {
    title: string;
    place: string;
    hostName: string;
    opensAt: string;
    closesAt: string;
    closedAt?: string | undefined;
    gates: readonly string[];
    /** How many may be inside at once; 0 and nothing said: no limit. */
    capacity?: number | undefined;
    demo?: boolean | undefined;
  };
  /** When the rows below were read from the table. */
  readAt: string;
  arrivals: readonly Arrival[];
  cards: readonly ReportedCard[];
  booths: readonly ReportedBooth[];
  refusals: readonly ReportedRefusal[];
  /** Strips scanned without network that nobody had registered. */
  strips: readonly SeenStrip[];
  /** What devices had not sent when this was read. */
  mayAdd?: MayAdd | undefined;
  /** Let in when it was full, on a supervisor's word. */
  above: readonly AboveCapacity[];
}
interface AboveCapacity {
  at: string;
  number: number;
  gate: string;
  reason: string;
}

const minute = 'yyyy-mm-dd hh:mm';

/** A real number that shows its four digits. */
const number = (value: number): Cell => ({ value, format: '0000', align: 'center', alignVertical: 'top', ...border });
const section = (value: string): Row => [
  { value, fontWeight: 'bold', textColor: ink, backgroundColor: '#FFF3D3', ...border },
  { value: '', backgroundColor: '#FFF3D3', ...border },
  { value: '', backgroundColor: '#FFF3D3', ...border },
];

/** Spreadsheets know no time zone: the cell gets the clock of China. */
const instant = (at: string): Cell => ({ value: new Date(Date.parse(at) + 8 * 3_600_000), format: minute, align: 'center', alignVertical: 'top', ...border });

const measure = (name: string, value: number, rule: string): Row => [words(name), count(value), words(rule)];
const counted = (rows: readonly Counted[]): Row[] => rows.map(([name, n]) => [words(name), count(n), words('')]);

function paperMeasures({ arrivals, booths, cards, refusals }: FairReport): Row[] {
  const figures = answerFigures(cards);
  const back = cards.length - figures.cards;
  return [
    measure('企业数', companyCount(booths), '本场有展位的单位，一家几个展位算一家'),
    measure(
      '岗位数',
      booths.reduce((sum, b) => sum + headsOf(b), 0),
      '各展位岗位要的人数相加',
    ),
    measure('到场人数', arrivals.length, '门口签到的人，一人一场算一次，撤销的不算'),
    measure('名片', figures.cards, `求职者同意后交给单位的名片，一人给几家算几张；本人收回的 ${back} 张不算`),
    measure('初步意向', initialIntents(cards), '至少有一家答“要你”或“再谈”的人，一人算一次'),
    measure('要你', figures.want, '单位答“要你”的名片'),
    measure('再谈', figures.talk, '单位答“再谈”的名片'),
    measure('不合适', figures.no, '单位答“不合适”的名片'),
    measure('等回音', figures.waiting, '单位还没答的名片'),
    measure('答应去', figures.accepted, '求职者答“答应去”的名片'),
    measure(
      '门口没进成',
      refusals.reduce((sum, r) => sum + r.count, 0),
      '扫码或登记时没通过的次数，一人试几次算几次',
    ),
  ];
}

/** Where nothing bounds it no number stands in the cell: it would be too low. */
function mayAddMeasure(mayAdd: MayAdd): Row {
  const rule = words(`没算在到场人数里：${mayAddWords(mayAdd)}。传上来后重新导出`);
  return [words('可能还有'), mayAdd.unheard ? words('说不准') : count(mayAdd.people), rule];
}

/** What the gate wrote down without network: it counts like everything else, and is told apart. */
function offlineMeasures({ arrivals, strips, mayAdd }: FairReport): Row[] {
  const open = openStrips(strips, arrivals);
  const named = open.slice(0, 20).map(stripWords).join('、');
  return [
    measure('补传的到场', arrivals.filter(isLate).length, '没网时记下、后来传上来的人，已算在到场人数里，按来的时间算'),
    ...(mayAdd ? [mayAddMeasure(mayAdd)] : []),
    measure(
      '时间外的到场',
      arrivals.filter((a) => a.flags?.some((flag) => flag === 'outside_hours' || flag === 'fair_closed')).length,
      '开场前或散场后记下的人，已算在到场人数里',
    ),
    measure('没登记的号码条', open.length, `没网时扫到、一直没登记的号码条，不算在到场人数里${named ? `：${named}` : ''}`),
  ];
}

/** Who came in above the capacity: the marked ones, and on whose reason. */
function capacityMeasures({ fair, arrivals, above }: FairReport): Row[] {
  if (!fair.capacity) return [];
  const named = above.slice(0, 20).map(({ number, gate, reason }) => `${spokenNumber(number)} 号${gate}：${reason}`);
  const marked = arrivals.filter((a) => a.flags?.includes('over_capacity')).length;
  return [
    measure('人满后进场', marked, `同时最多 ${fair.capacity} 人；没网时记下的也算，已算在到场人数里`),
    measure('人满后放行', above.length, `由负责人写理由放行${named.length ? `：${named.join('；')}` : ''}`),
  ];
}

function summarySheet(report: FairReport): FilledSheet {
  const { fair, arrivals } = report;
  const title: CellObject = {
    value: `${fair.title}${fair.demo ? '（演示）' : ''}`,
    fontWeight: 'bold',
    fontSize: 16,
    textColor: ink,
    columnSpan: 3,
    height: 30,
    alignVertical: 'center',
  };
  const data: Row[] = [
    [title, null, null],
    [header('项目'), header('数'), header('怎么算的')],
    [words('主办'), words(''), words(fair.hostName)],
    [words('地点'), words(''), words(fair.place)],
    [words('开场'), instant(fair.opensAt), words('北京时间')],
    [words('散场'), instant(fair.closedAt ?? fair.closesAt), words(fair.closedAt ? '主办方按下散场的时间' : '计划的散场时间，还没按散场')],
    [words('读数时间'), instant(report.readAt), words('下面各数按这一刻记下的签到、名片和回音算出')],
    section('按文件口径'),
    ...paperMeasures(report),
    section('没网时记下的'),
    ...offlineMeasures(report),
    ...capacityMeasures(report),
    section('到场 · 按门'),
    ...counted(byGate(arrivals, fair.gates)),
    section('到场 · 凭什么'),
    ...byEvidence(arrivals).map(([name, n]) => measure(name, n, '一个人可以算在几行里')),
    section('到场 · 按半小时'),
    ...counted(byHalfHour(arrivals)),
    section('到场 · 按家乡'),
    ...counted(byHome(arrivals)),
  ];
  return { sheet: '汇总', data, columns: [{ width: 22 }, { width: 18 }, { width: 64 }], stickyRowsCount: 2 };
}

/** Attendance with masked names: a report is passed on, and a list of phones must not be. 〔个人信息保护法 §6〕 */
function attendanceSheet({ arrivals }: FairReport): FilledSheet {
  const rows = [...arrivals].sort((a, b) => a.number - b.number);
  return tableSheet({
    name: '到场',
    columns: [
      ['号码', 8],
      ['到场时间', 18],
      ['门', 12],
      ['家乡', 22],
      ['姓名', 12],
      ['手机', 16],
      ['补传', 18],
      ['说明', 20],
      ['凭什么', 30],
    ],
    rows: rows.map((a) => [
      number(a.number),
      instant(a.at),
      words(a.gate),
      words(a.home),
      words(a.name && maskedName(a.name)),
      words(a.phone && maskedPhone(a.phone)),
      a.arrivedAt && isLate(a) ? instant(a.arrivedAt) : words(''),
      words(a.flags?.map((flag) => gateFlagWords[flag]).join('、')),
      words(a.evidence && wordsOfEvidence(a.evidence)),
    ]),
  });
}

const replyWords = { accepted: '答应去', declined: '不去' } as const;

function cardsSheet({ cards }: FairReport): FilledSheet {
  const rows = standing(cards).sort((a, b) => a.number - b.number || (a.leftAt < b.leftAt ? -1 : 1));
  return tableSheet({
    name: '名片和回音',
    columns: [
      ['号码', 8],
      ['展位', 8],
      ['单位', 30],
      ['岗位', 20],
      ['留名片', 18],
      ['单位的答复', 12],
      ['本人的答复', 12],
      ['备注', 36],
    ],
    rows: rows.map((c) => [
      number(c.number),
      words(c.boothLabel),
      words(c.employerName),
      words(c.jobTitle),
      instant(c.leftAt),
      words(c.answer ? answerWords[c.answer] : '等回音'),
      words(c.reply && replyWords[c.reply]),
      words(c.note),
    ]),
  });
}

/** Cards belong to a booth by its label and employer, so an employer with two booths has two rows. */
function boothRow(booth: ReportedBooth, cards: readonly ReportedCard[]): Row {
  const figures = answerFigures(cards.filter((c) => c.boothLabel === booth.label && c.employerName === booth.employerName));
  const openings = booth.openings.map((o) => `${o.title} ${o.headcount} 人`).join('、');
  return [
    words(booth.label),
    words(booth.employerName),
    words(openings),
    count(headsOf(booth)),
    ...[figures.cards, figures.want, figures.talk, figures.no, figures.waiting, figures.accepted].map(count),
  ];
}

function boothsSheet({ booths, cards }: FairReport): FilledSheet {
  return tableSheet({
    name: '各单位',
    columns: [
      ['展位', 8],
      ['单位', 30],
      ['岗位', 40],
      ['要的人数', 10],
      ['名片', 8],
      ['要你', 8],
      ['再谈', 8],
      ['不合适', 8],
      ['等回音', 8],
      ['答应去', 8],
    ],
    rows: booths.map((booth) => boothRow(booth, cards)),
  });
}

function refusalsSheet({ refusals }: FairReport): FilledSheet {
  const rows = [...refusals].sort((a, b) => b.count - a.count);
  return tableSheet({
    name: '门口没进成',
    columns: [
      ['原因', 48],
      ['次数', 10],
    ],
    rows: rows.map((r) => [words(r.words), count(r.count)]),
  });
}

/** The whole fair as a spreadsheet: the papers' measures first, then the rows that prove them. */
export async function makeFairReport(report: FairReport): Promise<Uint8Array> {
  const sheets = [summarySheet(report), attendanceSheet(report), cardsSheet(report), boothsSheet(report), refusalsSheet(report)];
  return writeSheets(sheets);
}
