import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { outputFolder } from './builds.ts';

/** Prints a PDF to pictures, a file for each page, as a printer would see it. */
export function renderPdf(pdf: Uint8Array, name: string, dotsPerInch = 150): string[] {
  const folder = path.join(outputFolder, 'paper', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'pack.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-png', file, path.join(folder, 'page')]);
  const pages = readdirSync(folder).filter((one) => one.endsWith('.png'));
  return pages.sort().map((page) => path.join(folder, page));
}

interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A4 in millimetres, and where the scissors go on a sheet of number strips. */
const a4 = { width: 210, height: 297 };
const strips = { columns: 2, rows: 5, left: 8, top: 8.5, width: 97, height: 56 };

function codeOn(picture: PNG, part: Part): string | undefined {
  const scale = picture.width / a4.width;
  const [x, y] = [Math.round(part.left * scale), Math.round(part.top * scale)];
  const [width, height] = [Math.min(Math.floor(part.width * scale), picture.width - x), Math.min(Math.floor(part.height * scale), picture.height - y)];
  const cut = new PNG({ width, height });
  PNG.bitblt(picture, cut, x, y, width, height, 0, 0);
  return jsQR.default(new Uint8ClampedArray(cut.data), width, height, { inversionAttempts: 'dontInvert' })?.data;
}

const open = (file: string): PNG => PNG.sync.read(readFileSync(file));

/** The text of the one QR code in a picture. */
export function codeIn(file: string): string | undefined {
  return codeOn(open(file), { left: 0, top: 0, width: a4.width, height: Number.POSITIVE_INFINITY });
}

/** The texts of the codes on a sheet of number strips, cut as it is cut at the gate; fewer where the sheet is not full. */
export function codesOnSheet(file: string): string[] {
  const picture = open(file);
  const places = Array.from({ length: strips.columns * strips.rows }, (_, i) => ({ column: i % strips.columns, row: Math.floor(i / strips.columns) }));
  const parts = places.map(({ column, row }) => ({ ...strips, left: strips.left + column * strips.width, top: strips.top + row * strips.height }));
  return parts.map((part) => codeOn(picture, part)).filter((text) => text !== undefined);
}
