import { type Doc, hairline, ink, paleInk } from './sheet.ts';

export interface Setting {
  size: number;
  bold?: boolean;
  colour?: string;
  /** Where `x` lies on the line. */
  align?: 'left' | 'center' | 'right';
  /** Extra space between characters. */
  tracking?: number;
}

const shareBefore = { left: 0, center: 0.5, right: 1 } as const;

export function widthOf(doc: Doc, words: string, setting: Setting): number {
  doc.font(setting.bold ? 'bold' : 'regular').fontSize(setting.size);
  return doc.widthOfString(words, { characterSpacing: setting.tracking ?? 0 });
}

/** One line on its baseline; never wraps. */
export function setLine(doc: Doc, words: string, x: number, baseline: number, setting: Setting): void {
  if (!words) return;
  const left = x - widthOf(doc, words, setting) * shareBefore[setting.align ?? 'left'];
  doc.fillColor(setting.colour ?? ink).text(words, left, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: setting.tracking ?? 0 });
}

/** The setting, made smaller until the words fit the width; not below `least`. */
export function fitLine(doc: Doc, words: string, width: number, setting: Setting, least: number): Setting {
  const wide = widthOf(doc, words, setting);
  return wide <= width ? setting : { ...setting, size: Math.max(least, (setting.size * width) / wide) };
}

/** Words cut with … where even the least size is too wide. */
export function cutLine(doc: Doc, words: string, width: number, setting: Setting): string {
  if (widthOf(doc, words, setting) <= width) return words;
  const letters = [...words];
  while (letters.length > 1 && widthOf(doc, `${letters.join('')}…`, setting) > width) letters.pop();
  return `${letters.join('')}…`;
}

/** Fits the line, and cuts what still sticks out. */
export function setFitted(doc: Doc, words: string, at: { x: number; baseline: number; width: number; least: number }, setting: Setting): void {
  const fitted = fitLine(doc, words, at.width, setting, at.least);
  setLine(doc, cutLine(doc, words, at.width, fitted), at.x, at.baseline, fitted);
}

/** What stays together on a line: a Latin word, or one character with the marks that must not start or end a line. */
const unbroken = /[（《“‘「]*(?:[\u0021-\u007e]+|[^\s])[，。、；：？！）》”’」·…]*|\s+/gu;

/** Breaks Chinese text into lines no wider than `width`. */
export function wrapLines(doc: Doc, words: string, width: number, setting: Setting): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of words.matchAll(unbroken)) {
    if (line && widthOf(doc, (line + piece).trimEnd(), setting) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** Lines of even length: the narrowest width that needs no more lines. */
function evenLines(doc: Doc, words: string, width: number, setting: Setting): string[] {
  const lines = wrapLines(doc, words, width, setting);
  for (let narrower = width - setting.size / 2; narrower > setting.size * 2; narrower -= setting.size / 2) {
    const tried = wrapLines(doc, words, narrower, setting);
    if (tried.length > lines.length) break;
    lines.splice(0, lines.length, ...tried);
  }
  return lines;
}

/** Two or three phrases parted by spaces are set one a line, as on a couplet. */
function phrasesOf(words: string): string[] | undefined {
  const phrases = words.split(/\s+/);
  return phrases.length > 1 && phrases.length <= 3 && phrases.every((p) => /^\P{ASCII}{3,}$/u.test(p)) ? phrases : undefined;
}

interface Room {
  width: number;
  height: number;
  leading: number;
  sizes: readonly [largest: number, least: number];
}

function linesAt(doc: Doc, words: string, room: Room, setting: Setting): string[] {
  const phrases = phrasesOf(words);
  if (phrases?.every((p) => widthOf(doc, p, setting) <= room.width)) return phrases;
  return evenLines(doc, words, room.width, setting);
}

/** The largest setting in which the words fit a room, and their lines. */
export function fitBlock(doc: Doc, words: string, room: Room, setting: Omit<Setting, 'size'>): { lines: string[]; setting: Setting } {
  for (let size = room.sizes[0]; size > room.sizes[1]; size -= 0.5) {
    const lines = linesAt(doc, words, room, { ...setting, size });
    if (lines.length <= 3 && lines.length * size * room.leading <= room.height) return { lines, setting: { ...setting, size } };
  }
  const least = { ...setting, size: room.sizes[1] };
  return { lines: wrapLines(doc, words, room.width, least), setting: least };
}

/** The outlined word that marks made-up examples. Returns its width. */
export function setDemoMark(doc: Doc, x: number, baseline: number, size: number, colour = paleInk): number {
  const width = widthOf(doc, '演示', { size }) + size * 0.7;
  doc
    .lineWidth(size * 0.07)
    .roundedRect(x, baseline - size * 1.08, width, size * 1.4, size * 0.25)
    .stroke(colour === paleInk ? hairline : colour);
  setLine(doc, '演示', x + width / 2, baseline, { size, colour, align: 'center' });
  return width;
}
