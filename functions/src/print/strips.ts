import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { codeSquare, drawCode, plainLink, quietZone } from './code-drawing.ts';
import type { FairOnPaper } from './fair-on-paper.ts';
import { a4, addSheet, type Doc, gamboge, paleInk } from './sheet.ts';
import { setDemoMark, setFitted, setLine, widthOf } from './type.ts';

export interface StripOnPaper {
  /** The four digits. */
  number: string;
  /** The strip's 32 characters. */
  code: string;
}

const columns = 2;
const perSheet = 10;
const strip = { width: 97, height: 56, left: 8, top: 8.5 };
const yellowEdge = 6.5;
/** At 25 mm a module is 0.68 mm: an old phone reads it at the hand's distance. */
const codeSide = 25.2;

function drawStrip(doc: Doc, fair: FairOnPaper, one: StripOnPaper, x: number, y: number, publicOrigin: string): void {
  const link = plainLink(publicOrigin, one.code);
  const quiet = quietZone(codeSide, codeSquare(link).modules);
  doc.rect(x, y, yellowEdge, strip.height).fill(gamboge);
  drawCode(doc, link, x + strip.width - codeSide - quiet - 0.4, y + strip.height - codeSide - quiet - 0.4, codeSide);
  const left = x + 12;
  setLine(doc, one.number, left - 1.8, y + 24.2, { size: 29, bold: true, tracking: 0.4 });
  setLine(doc, '到展位报这四个数', left, y + 35.4, { size: 5, bold: true });
  setLine(doc, '今天拿好，别弄丢', left, y + 41.8, { size: 4.3 });
  const room = strip.width - 12 - codeSide - 2 * quiet - 1;
  const small = { size: 3.3, colour: paleInk };
  setFitted(doc, `${monthDay(fair.opensAt)} ${fair.place}`, { x: left, baseline: y + 47.6, width: room, least: 2.4 }, small);
  const name = `山海就业·${fair.title}`;
  const wide = fair.demo ? room - 9.5 : room;
  setFitted(doc, name, { x: left, baseline: y + 52.6, width: wide, least: 2.4 }, small);
  if (fair.demo) setDemoMark(doc, left + Math.min(wide, widthOf(doc, name, small)) + 1.6, y + 52.5, 2.7);
}

/** Where to cut: one line between neighbours, so a cut serves both. */
function drawCutLines(doc: Doc, count: number): void {
  const lines = Math.ceil(count / columns);
  const right = strip.left + Math.min(columns, count) * strip.width;
  const bottom = strip.top + lines * strip.height;
  doc.lineWidth(0.25).dash(1.3, { space: 1 });
  for (let i = 0; i <= lines; i++) doc.moveTo(strip.left, strip.top + i * strip.height).lineTo(right, strip.top + i * strip.height);
  for (let i = 0; i <= Math.min(columns, count); i++) doc.moveTo(strip.left + i * strip.width, strip.top).lineTo(strip.left + i * strip.width, bottom);
  doc.stroke('#8AA0A6').undash();
}

/** Sheets of number strips to cut, ten on an A4. */
export function addStripSheets(doc: Doc, fair: FairOnPaper, strips: readonly StripOnPaper[], publicOrigin: string): void {
  for (let first = 0; first < strips.length; first += perSheet) {
    addSheet(doc, a4);
    const here = strips.slice(first, first + perSheet);
    here.forEach((one, i) => {
      const x = strip.left + (i % columns) * strip.width;
      const y = strip.top + Math.floor(i / columns) * strip.height;
      drawStrip(doc, fair, one, x, y, publicOrigin);
    });
    drawCutLines(doc, here.length);
  }
}
