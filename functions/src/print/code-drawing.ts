import { create } from 'qrcode';
import { type Doc, ink, paper } from './sheet.ts';

/** ISO/IEC 18004: four empty modules on every side. */
const quietModules = 4;

/** Out of doors paper gets wet and torn: level Q still reads with a tenth of the middle gone. */
export function codeSquare(text: string): { modules: number; isDark: (row: number, column: number) => boolean } {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  return { modules: modules.size, isDark: (row, column) => Boolean(modules.get(row, column)) };
}

/** Space that a code of this side keeps empty around itself. */
export function quietZone(side: number, modules: number): number {
  return (quietModules * side) / modules;
}

/** Draws a code as squares on white paper, `side` wide without its quiet zone. Returns the quiet zone it kept. */
export function drawCode(doc: Doc, text: string, x: number, y: number, side: number): number {
  const { modules, isDark } = codeSquare(text);
  const quiet = quietZone(side, modules);
  doc.rect(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet).fill(paper);
  doc
    .save()
    .translate(x, y)
    .scale(side / modules);
  for (let row = 0; row < modules; row++) traceRow(doc, row, modules, isDark);
  doc.fill(ink).restore();
  return quiet;
}

/** Neighbouring dark modules of a row are one rectangle: fewer bytes, no seams. */
function traceRow(doc: Doc, row: number, modules: number, isDark: (row: number, column: number) => boolean): void {
  let start = 0;
  for (let column = 0; column <= modules; column++) {
    if (column < modules && isDark(row, column)) continue;
    if (column > start) doc.rect(start, row, column - start, 1);
    start = column + 1;
  }
}

/** What a printed code says: a plain link that WeChat opens, and that any other camera opens as a page. */
export const plainLink = (publicOrigin: string, code: string): string => `${publicOrigin.replace(/\/$/, '')}/c/${code}`;
