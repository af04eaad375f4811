import { azurite, type Doc, gamboge } from './sheet.ts';

/** The picture's own grid. */
const width = 560;
const height = 300;

const city: ReadonlyArray<readonly [x: number, top: number, width: number]> = [
  [0, 26, 12],
  [14, 40, 9],
  [25, 20, 14],
  [41, 52, 7],
  [50, 31, 11],
  [63, 44, 10],
  [75, 24, 16],
  [93, 58, 9],
  [104, 33, 13],
  [119, 22, 10],
];
const waves: ReadonlyArray<readonly [firstX: number, y: number, fill: string, line: string]> = [
  [172, 264, '#4D97B8', '#CFE6EE'],
  [155, 280, '#2475A0', '#A9D0E0'],
  [138, 296, azurite, '#7FB7CF'],
];
const birds: ReadonlyArray<readonly [path: string, width: number]> = [
  ['M189 57q4-1.5 7 3q3-4.5 7-3', 1.7],
  ['M175 64.4q3.4-1.3 6 2.6q2.6-3.9 6-2.6', 1.5],
  ['M205 63.4q3.4-1.3 6 2.6q2.6-3.9 6-2.6', 1.5],
  ['M161.8 71.8q3-1.1 5.2 2.2q2.2-3.3 5.2-2.2', 1.3],
  ['M219.8 69.8q3-1.1 5.2 2.2q2.2-3.3 5.2-2.2', 1.3],
];

function drawCity(doc: Doc): void {
  doc.save().translate(250, 246).scale(0.92);
  for (const [x, top, wide] of city) doc.roundedRect(x, -top, wide, top + 2, 1.5);
  doc.circle(34.5, -36, 5.6).circle(34.5, -14, 7.4).circle(34.5, -50, 2.8).rect(33.3, -62, 2.4, 62).fill('#BFDCE6').restore();
}

function drawFarPeaks(doc: Doc): void {
  doc
    .path(
      'M-28 242C-9.6 242-.4 158 18 158S45.6 242 64 242ZM46 242C62 242 73 130 89 130S110 242 126 242ZM107 242C124.2 242 132.8 172 150 172S175.8 242 193 242ZM169 242C183.8 242 191.2 198 206 198S228.2 242 243 242Z',
    )
    .fill('#B5D6DC');
  doc
    .path(
      'M-58 256C-37.2 256-26.8 190-6 190S25.2 256 46 256ZM9 256C26.2 256 32.8 160 50 160S77.8 256 95 256ZM74 256C91.6 256 100.4 198 118 198S144.4 256 162 256ZM130 256C146.8 256 155.2 222 172 222S197.2 256 214 256Z',
    )
    .fill('#5FA79B');
  doc
    .path(
      'M23 256C34.6 256 38.4 190 50 190S69.4 256 81 256ZM35 256C41.8 256 43.2 222 50 222S62.2 256 69 256ZM91 256C101.8 256 107.2 222 118 222S134.2 256 145 256Z',
    )
    .lineWidth(1.1)
    .stroke('#D7CFA0');
}

function drawSea(doc: Doc): void {
  doc.path(`M150 246H${width}V${height}H120Z`).fill('#2E7FA6');
  for (const [firstX, y, fill, line] of waves) {
    for (let x = firstX; x < width + 17; x += 34) {
      doc.path(`M${x - 17} ${y}A17 17 0 0 1 ${x + 17} ${y}Z`).fill(fill);
      doc
        .path(`M${x - 11.2} ${y}A11.2 11.2 0 0 1 ${x + 11.2} ${y}M${x - 5.6} ${y}A5.6 5.6 0 0 1 ${x + 5.6} ${y}`)
        .lineWidth(1.4)
        .stroke(line);
    }
  }
}

function drawFields(doc: Doc): void {
  doc
    .path(
      'M-38 268C-19.6 268-10.4 224 8 224S35.6 268 54 268ZM28 268C44.8 268 56.2 214 73 214S95.2 268 112 268ZM84 268C103.2 268 112.8 244 132 244S160.8 268 180 268Z',
    )
    .fill('#1B7457');
  doc.path('M0 256H150C186 260 206 266 214 272C206 282 186 288 176 300H0Z').fill('#1B7457');
  doc
    .path('M42 268C53.2 268 61.8 232 73 232S86.8 268 98 268ZM54 268C60.4 268 66.6 250 73 250S79.6 268 86 268ZM-20 268C-8.8 268-3.2 242 8 242S24.8 268 36 268Z')
    .lineWidth(1.1)
    .stroke('#CBC88C');
  doc.path('M0 266C40 260 100 262 150 270C176 274 184 277 182 280C178 284 160 287 158 300H0Z').fill(gamboge);
  doc.path('M0 275C46 269 108 271 168 283M0 285C46 280 100 281 158 291M0 295C44 291 96 291 154 302').lineWidth(1.6).stroke('#D9951A');
}

function drawRailway(doc: Doc): void {
  doc.path('M0 252.5C90 245 190 246 560 251').lineWidth(2.6).stroke('#FFFFFF');
  doc.path('M214 247v14M236 247.5v10M258 248v12M280 248.5v10M302 249v12M324 249.5v10M346 250v12').lineWidth(1.8).stroke('#FFFFFF');
  doc.save().translate(150, 237.8).rotate(0.4);
  doc.path('M0 2.5Q0 0 3 0H58Q70 0 75 8H0Z').fill('#FFFFFF');
  doc.path('M0 6.2H74').lineWidth(1.6).stroke('#B3301D');
  doc.path('M5 3.2h6M15 3.2h6M25 3.2h6M35 3.2h6M45 3.2h6').lineWidth(2).stroke(azurite).restore();
}

/** The horizon from the mountains to the sea, as wide as asked, standing on the line `bottom`. Clip it before. */
export function drawHorizon(doc: Doc, x: number, bottom: number, asWide: number): void {
  const scale = asWide / width;
  doc
    .save()
    .translate(x, bottom - height * scale)
    .scale(scale);
  doc.circle(228, 234, 26).fill(gamboge);
  drawCity(doc);
  drawFarPeaks(doc);
  drawSea(doc);
  drawFields(doc);
  drawRailway(doc);
  doc.lineCap('round').lineJoin('round');
  for (const [path, stroke] of birds) doc.path(path).lineWidth(stroke).stroke('#40545A');
  doc.restore();
}
