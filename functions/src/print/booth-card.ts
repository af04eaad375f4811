import { answerWithinDays } from '@shanhai/shared/rules/cards.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { drawCode, plainLink } from './code-drawing.ts';
import type { FairOnPaper } from './fair-on-paper.ts';
import { a4, addSheet, azurite, type Doc, hairline, malachite, malachiteTint, paleInk, paper } from './sheet.ts';
import { fitLine, setDemoMark, setFitted, setLine, widthOf } from './type.ts';

export interface OpeningOnPaper {
  title: string;
  takeHomeFen: number;
  headcount: number;
  hasDorm: boolean;
  /** As a worker reads it: `包两餐`. */
  meals: string;
  /** Where it is and what the kitchen cooks, as far as known: `宝山区`, `滇味`. */
  about: readonly string[];
}

export interface BoothOnPaper {
  /** What hangs above it: `A03`. */
  label: string;
  employerName: string;
  employerShortName: string;
  /** `宝山区人社局 1月12日核验` */
  verifiedWords: string;
  openings: readonly OpeningOnPaper[];
  /** The booth's 32 characters. */
  code: string;
  demo?: boolean | undefined;
}

const edge = 8;
const left = 12;
const right = a4.width - left;
const head = { top: 8, height: 50 };
/** One or two openings stand taller, so that the card is not empty. */
const rows = { top: 64, height: 106, tallest: 33, tallestOfFew: 46, most: 6 };
const promise = { top: 174, height: 15 };
const code = { x: 22, y: 200, side: 81.6 };

function drawHead(doc: Doc, booth: BoothOnPaper): void {
  doc.roundedRect(edge, head.top, a4.width - 2 * edge, head.height, 5).fill(azurite);
  const label = fitLine(doc, booth.label, 84, { size: 34, bold: true, colour: paper, tracking: 0.6 }, 10);
  setLine(doc, booth.label, edge + 11, head.top + head.height / 2 + label.size * 0.365, label);
  const x = edge + 11 + Math.max(62, widthOf(doc, booth.label, label)) + 11;
  const width = a4.width - edge - 10 - x;
  setFitted(doc, booth.employerShortName, { x, baseline: head.top + 23, width, least: 5 }, { size: 12.6, bold: true, colour: paper });
  setFitted(doc, booth.employerName, { x: x + 0.3, baseline: head.top + 32.5, width, least: 3.2 }, { size: 5.2, colour: paper });
  const wide = booth.demo ? width - 16 : width;
  const verified = fitLine(doc, booth.verifiedWords, wide, { size: 5.2, colour: paper }, 3.2);
  setFitted(doc, booth.verifiedWords, { x: x + 0.3, baseline: head.top + 40.5, width: wide, least: 3.2 }, verified);
  if (booth.demo)
    setDemoMark(doc, x + 0.3 + (booth.verifiedWords ? Math.min(wide, widthOf(doc, booth.verifiedWords, verified)) + 3 : 0), head.top + 40.2, 4.2, paper);
}

const aboutOf = (o: OpeningOnPaper): string => o.about.filter(Boolean).join('·');
const termsOf = (o: OpeningOnPaper): string => [`要 ${o.headcount} 人`, o.hasDorm ? '包住' : '不包住', o.meals].filter(Boolean).join('，');

function drawOpening(doc: Doc, opening: OpeningOnPaper, top: number, height: number): void {
  const large = Math.min(14.6, height * 0.35);
  const small = Math.min(7.4, Math.max(4, height * 0.2));
  const pay = `到手约 ${yuan(opening.takeHomeFen)} 元`;
  const terms = termsOf(opening);
  const column = Math.max(widthOf(doc, pay, { size: large, bold: true }), widthOf(doc, terms, { size: small }));
  const room = right - left - column - 8;
  const first = top + height * 0.48;
  const second = first + small * 0.7 + height * 0.15;
  setFitted(doc, opening.title, { x: left, baseline: first, width: room, least: 4 }, { size: large, bold: true });
  setLine(doc, pay, right - column, first, { size: large, bold: true });
  setFitted(doc, aboutOf(opening), { x: left, baseline: second, width: room, least: 3.2 }, { size: small, colour: paleInk });
  setLine(doc, terms, right - column, second, { size: small, colour: paleInk });
  doc
    .lineWidth(0.3)
    .moveTo(left, top + height)
    .lineTo(right, top + height)
    .stroke(hairline);
}

function drawOpenings(doc: Doc, openings: readonly OpeningOnPaper[]): void {
  const shown = openings.length > rows.most ? openings.slice(0, rows.most) : openings;
  const rest = openings.length - shown.length;
  const tallest = shown.length < 3 ? rows.tallestOfFew : rows.tallest;
  const height = Math.min(tallest, (rows.height - (rest ? 8 : 0)) / Math.max(1, shown.length));
  const top = rows.top + (rows.height - height * shown.length) * 0.3 * (rest ? 0 : 1);
  for (const [i, opening] of shown.entries()) drawOpening(doc, opening, top + i * height, height);
  if (rest) setLine(doc, `还有 ${rest} 个岗位，扫码看`, left, top + shown.length * height + 6.6, { size: 5, bold: true, colour: azurite });
  if (!openings.length) setLine(doc, '岗位扫码看，今天当面谈', left, rows.top + 22, { size: 11.5, bold: true });
}

/** What the law promises to everybody, whatever the booth says. 〔劳动合同法 §9、§10〕 */
function drawPromises(doc: Doc): void {
  doc.roundedRect(left, promise.top, right - left, promise.height, 4).fill(malachiteTint);
  setLine(doc, '不收押金　不扣身份证　一个月内签合同', left + 7, promise.top + 9.6, { size: 6.2, bold: true, colour: malachite });
}

/** The card on one booth's table, A4. */
export function addBoothCard(doc: Doc, fair: FairOnPaper, booth: BoothOnPaper, publicOrigin: string): void {
  addSheet(doc, a4);
  drawHead(doc, booth);
  drawOpenings(doc, booth.openings);
  drawPromises(doc);
  const quiet = drawCode(doc, plainLink(publicOrigin, booth.code), code.x, code.y, code.side);
  const x = code.x + code.side + quiet + 4;
  setLine(doc, '扫码看岗位', x, 217, { size: 11.4, bold: true });
  setLine(doc, '留名片', x, 232, { size: 11.4, bold: true });
  const noPhone = ['没手机？把号码条上的', '四个数报给招聘的人。', `最迟 ${answerWithinDays} 天回您。`];
  for (const [i, line] of noPhone.entries()) setLine(doc, line, x, 247 + i * 9.6, { size: 6 });
  setFitted(doc, `${monthDay(fair.opensAt)} ${fair.title}·山海就业`, { x, baseline: 280.6, width: right - x, least: 2.6 }, { size: 3.6, colour: paleInk });
}
