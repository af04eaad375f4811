import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readCode, { type QRCode } from 'jsqr';
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

/** Paints over a code that has been read, so that the next one is found. */
function cover(picture: PNG, { location }: QRCode): void {
  const corners = [location.topLeftCorner, location.topRightCorner, location.bottomLeftCorner, location.bottomRightCorner];
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y <= Math.min(picture.height - 1, Math.ceil(Math.max(...ys))); y += 1) {
    const from = (y * picture.width + Math.max(0, Math.floor(Math.min(...xs)))) * 4;
    const to = (y * picture.width + Math.min(picture.width - 1, Math.ceil(Math.max(...xs))) + 1) * 4;
    picture.data.fill(255, from, to);
  }
}

/** The texts of the QR codes in a picture, at most so many. */
export function codesIn(file: string, most = 1): string[] {
  const picture = PNG.sync.read(readFileSync(file));
  const found: string[] = [];
  while (found.length < most) {
    const code = readCode(new Uint8ClampedArray(picture.data), picture.width, picture.height, { inversionAttempts: 'dontInvert' });
    if (!code) break;
    found.push(code.data);
    cover(picture, code);
  }
  return found;
}
