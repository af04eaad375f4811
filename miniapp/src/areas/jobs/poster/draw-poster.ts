import { create } from 'qrcode/lib/core/qrcode';

/** What a poster says of an opening; every word comes from the opening itself. */
export interface PosterWords {
  title: string;
  employer: string;
  /** `到手约 5,975 元 / 月` without its words: `5,975`. */
  takeHome: string;
  /** 在哪里、住、吃、招几个、发工资, one line each. */
  lines: readonly string[];
  /** `宝山区人社局 1月12日核验` */
  verified: string;
  /** `有效到 3月31日` */
  until: string;
  isDemo: boolean;
  /** What the code says. */
  link: string;
}

/** Of a canvas only what drawing needs, so that whatever has these can be drawn on. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'font'
  | 'textAlign'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'closePath'
  | 'fill'
>;

export const posterSize = { width: 750, height: 1200 } as const;
const edge = 48;
const inner = posterSize.width - 2 * edge;
const skyHeight = 210;
const ink = '#14262b';
const paleInk = '#40545a';
const azurite = '#0e5f8a';
const malachite = '#1b7457';
const cinnabar = '#b3301d';
const family = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

function setType(brush: Brush, size: number, colour: string, isBold = false): void {
  brush.font = `${isBold ? 'bold ' : ''}${size}px ${family}`;
  brush.fillStyle = colour;
}

/** A row of rounded hills: tops at x, falling back to the foot between them. */
function drawHills(brush: Brush, colour: string, foot: number, tops: readonly (readonly [x: number, y: number])[]): void {
  const half = 150;
  brush.fillStyle = colour;
  for (const [x, y] of tops) {
    const waist = (foot + y) / 2;
    brush.beginPath();
    brush.moveTo(x - half, foot);
    brush.quadraticCurveTo(x - half * 0.55, foot, x - half * 0.38, waist);
    brush.quadraticCurveTo(x - half * 0.2, y, x, y);
    brush.quadraticCurveTo(x + half * 0.2, y, x + half * 0.38, waist);
    brush.quadraticCurveTo(x + half * 0.55, foot, x + half, foot);
    brush.closePath();
    brush.fill();
  }
}

function drawSky(brush: Brush): void {
  brush.fillStyle = '#fbf4e4';
  brush.fillRect(0, 0, posterSize.width, skyHeight);
  brush.fillStyle = '#f2b632';
  brush.beginPath();
  brush.arc(600, 80, 36, 0, Math.PI * 2);
  brush.fill();
  drawHills(brush, '#b5d6dc', skyHeight, [
    [120, 90],
    [300, 110],
    [470, 130],
  ]);
  drawHills(brush, '#5fa79b', skyHeight, [
    [40, 120],
    [220, 140],
    [390, 165],
  ]);
  brush.fillStyle = azurite;
  brush.fillRect(0, skyHeight - 14, posterSize.width, 14);
  setType(brush, 34, ink, true);
  brush.fillText('山海就业', edge, 70);
}

/** Words in lines no wider than the room; what does not fit in the lines ends in …. */
function wrapped(brush: Brush, words: string, room: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of words) {
    if (brush.measureText(line + letter).width <= room) line += letter;
    else {
      lines.push(line);
      line = letter;
    }
  }
  lines.push(line);
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${(lines[mostLines - 1] ?? '').slice(0, -1)}…`];
}

function drawLines(brush: Brush, lines: readonly string[], top: number, leading: number): number {
  for (const [i, line] of lines.entries()) brush.fillText(line, edge, top + i * leading);
  return top + lines.length * leading;
}

const quietModules = 4;

/** The code in black on white with its empty margin: whole pixels, so that no module blurs. */
export function drawLink(brush: Brush, link: string, x: number, y: number, most: number): void {
  // Bytes, not text: WeChat lacks the TextEncoder that the text form needs, and our links are ASCII.
  const bytes = Array.from(link, (letter) => letter.charCodeAt(0));
  const { size, data } = create([{ data: bytes, mode: 'byte' }], { errorCorrectionLevel: 'M' }).modules;
  const module = Math.floor(most / (size + 2 * quietModules));
  const side = module * (size + 2 * quietModules);
  brush.fillStyle = '#ffffff';
  brush.fillRect(x, y, side, side);
  brush.fillStyle = '#000000';
  for (let at = 0; at < size * size; at++) {
    if (!data[at]) continue;
    brush.fillRect(x + (quietModules + (at % size)) * module, y + (quietModules + Math.floor(at / size)) * module, module, module);
  }
}

const codeSide = 270;
const footTop = posterSize.height - codeSide - 60;

function drawFoot(brush: Brush, { verified, until, isDemo, link }: PosterWords): void {
  brush.fillStyle = '#e6eded';
  brush.fillRect(edge, footTop - 24, inner, 2);
  drawLink(brush, link, posterSize.width - edge - codeSide, footTop, codeSide);
  const room = inner - codeSide - 24;
  setType(brush, 34, ink, true);
  brush.fillText('微信扫码看岗位', edge, footTop + 50);
  setType(brush, 26, malachite);
  const below = drawLines(brush, wrapped(brush, verified, room, 2), footTop + 100, 36);
  setType(brush, 26, paleInk);
  brush.fillText(until, edge, below + 4);
  setType(brush, 24, cinnabar);
  drawLines(brush, wrapped(brush, '有假、要收钱？扫码进去举报，人社来查', room, 3), below + 48, 34);
  if (!isDemo) return;
  setType(brush, 24, paleInk);
  brush.fillText('演示岗位，不是真的', edge, posterSize.height - 24);
}

/** The poster of one opening: what is left of the pay first, then where and how one lives, who looked at it, and the code. */
export function drawPoster(brush: Brush, words: PosterWords): void {
  brush.textAlign = 'left';
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, posterSize.width, posterSize.height);
  drawSky(brush);
  setType(brush, 60, ink, true);
  let y = drawLines(brush, wrapped(brush, words.title, inner, 2), skyHeight + 90, 72);
  setType(brush, 30, paleInk);
  y = drawLines(brush, wrapped(brush, words.employer, inner, 2), y - 12, 44) + 58;
  setType(brush, 32, ink);
  brush.fillText('到手约', edge, y);
  const after = edge + brush.measureText('到手约 ').width;
  setType(brush, 84, azurite, true);
  brush.fillText(words.takeHome, after, y);
  const unit = after + brush.measureText(words.takeHome).width + 12;
  setType(brush, 32, ink);
  brush.fillText('元 / 月', unit, y);
  setType(brush, 32, ink);
  const shown = words.lines.flatMap((line) => wrapped(brush, line, inner, 2));
  drawLines(brush, shown.slice(0, Math.floor((footTop - 40 - y - 30) / 48)), y + 70, 48);
  drawFoot(brush, words);
}
