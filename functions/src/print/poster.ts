import { drawCode, plainLink } from './code-drawing.ts';
import { type FairOnPaper, whenWords } from './fair-on-paper.ts';
import { drawHorizon } from './horizon.ts';
import { a3, addSheet, azurite, type Doc, gamboge, gambogeTint, hairline, ink, paleInk, paper, silk } from './sheet.ts';
import { fitBlock, fitLine, setDemoMark, setFitted, setLine, widthOf } from './type.ts';

export interface GateOnPaper {
  name: string;
  /** Both sides of the pairing: `上海市宝山区·曲靖市罗平县`; may be empty. */
  pairing: string;
  /** The gate's 32 characters. */
  code: string;
}

const edge = 12;
const inner = a3.width - 2 * edge;
const middle = a3.width / 2;
const sky = { top: edge, height: 120 };
const codeSide = 160;
const foot = { top: 374, height: 34 };

/** The fair's picture: mountains at one end, the sea at the other, its name in the sky between. */
function drawSky(doc: Doc, fair: FairOnPaper): void {
  doc.save().roundedRect(edge, sky.top, inner, sky.height, 7).clip();
  doc.rect(edge, sky.top, inner, sky.height).fill(silk);
  drawHorizon(doc, edge, sky.top + sky.height + 1.4, inner);
  doc.restore();
  const right = edge + inner - 13;
  const room = { width: 142, height: fair.subtitle ? 56 : 66, leading: 1.18, sizes: [26, 9] as const };
  const { lines, setting } = fitBlock(doc, fair.title, room, { bold: true, align: 'right', tracking: 0.6 });
  let baseline = sky.top + 8 + setting.size * 0.92;
  for (const line of lines) {
    setLine(doc, line, right, baseline, setting);
    baseline += setting.size * 1.18;
  }
  const below = baseline - setting.size * 1.18 + 12;
  setFitted(doc, fair.subtitle, { x: right, baseline: below, width: 150, least: 4 }, { size: 6.6, colour: paleInk, align: 'right' });
}

/** Mark and name: whoever pastes another code over ours would have to forge these too. */
function drawName(doc: Doc): void {
  doc
    .save()
    .translate(edge + 9, sky.top + 9)
    .scale(11 / 32);
  doc.roundedRect(0, 0, 32, 32, 8).fill(azurite);
  doc.circle(22.5, 9.5, 3.4).fill(gamboge);
  doc.path('M3 22.5C6 22.5 8.6 7.5 11.4 7.5S16 22.5 29 22.5L29 23H3Z').fill(paper);
  doc.lineCap('round').lineWidth(2.2).path('M3 26.2q3.2-2.6 6.5 0t6.5 0 6.5 0 6.5 0').stroke('#8FC1D6').restore();
  setLine(doc, '山海就业', edge + 23, sky.top + 17, { size: 7, bold: true });
}

function drawCall(doc: Doc, fair: FairOnPaper): void {
  setLine(doc, '微信扫码签到', middle, 157, { size: 21, bold: true, align: 'center', tracking: 1.6 });
  const when = whenWords(fair);
  const parts = { when: { size: 8.4, bold: true }, place: { size: 8.4, colour: paleInk } };
  const gap = 7;
  const whole = widthOf(doc, when, parts.when) + gap + widthOf(doc, fair.place, parts.place);
  if (whole <= inner) {
    const left = middle - whole / 2;
    setLine(doc, when, left, 171, parts.when);
    setLine(doc, fair.place, left + whole, 171, { ...parts.place, align: 'right' });
    return;
  }
  setLine(doc, when, middle, 167.4, { ...parts.when, size: 7.4, align: 'center' });
  setFitted(doc, fair.place, { x: middle, baseline: 175.4, width: inner, least: 4 }, { ...parts.place, size: 6.8, align: 'center' });
}

/** The paper strip a person without a phone is going to get. */
function drawStripPicture(doc: Doc, x: number, y: number): void {
  doc.save().translate(x, y).rotate(-5).scale(0.36);
  doc.roundedRect(0, 0, 132, 60, 6).lineWidth(1.5).fillAndStroke(paper, '#768B91');
  doc.path('M0 6a6 6 0 0 1 6-6h8v60h-8a6 6 0 0 1-6-6Z').fill(gamboge);
  setLine(doc, '0418', 22, 41, { size: 30, bold: true });
  doc.lineWidth(1.5).dash(3, { space: 3 }).moveTo(100, 2).lineTo(100, 58).stroke(hairline).undash();
  doc.path('M106 18h8v8h-8zM120 18h8v8h-8zM106 32h8v8h-8zM117 20h2v3h-2zM117 29h3v3h-3zM122 30h3v3h-3zM120 35h3v3h-3zM125 36h3v4h-3zM117 37h2v3h-2z').fill(ink);
  doc.path('M108.5 20.500h3v3h-3zM122.500 20.500h3v3h-3zM108.500 34.500h3v3h-3z').fill(paper);
  doc.restore();
}

function drawFoot(doc: Doc, fair: FairOnPaper, gate: GateOnPaper): void {
  doc.roundedRect(edge, foot.top, inner, foot.height, 7).fill(gambogeTint);
  drawStripPicture(doc, edge + 9, foot.top + 9.2);
  const left = edge + 68;
  setLine(doc, '没手机？到门口领号码条', left, foot.top + 15.5, { size: 10.6, bold: true });
  const help = fair.helpDesks.length ? `没电没网也一样。找人帮：${fair.helpDesks.join('、')}` : '没电、没网也一样，四个数走遍全场';
  setFitted(doc, help, { x: left, baseline: foot.top + 26, width: 122, least: 4 }, { size: 6.4, colour: ink });
  const right = edge + inner - 9;
  const gateSetting = fitLine(doc, gate.name, 46, { size: 7.4, bold: true, align: 'right' }, 4);
  setLine(doc, gate.name, right, foot.top + 12.5, gateSetting);
  if (fair.demo) setDemoMark(doc, right - widthOf(doc, gate.name, gateSetting) - 14, foot.top + 12.2, 4.2);
  setFitted(doc, fair.hostName, { x: right, baseline: foot.top + 20.5, width: 66, least: 3 }, { size: 4.6, colour: paleInk, align: 'right' });
  setFitted(doc, gate.pairing, { x: right, baseline: foot.top + 27, width: 66, least: 3 }, { size: 4.6, colour: paleInk, align: 'right' });
}

/** The board at one gate, A3: read from two metres, by people who have never seen the app. */
export function addPoster(doc: Doc, fair: FairOnPaper, gate: GateOnPaper, publicOrigin: string): void {
  addSheet(doc, a3);
  drawSky(doc, fair);
  drawName(doc);
  drawCall(doc, fair);
  drawCode(doc, plainLink(publicOrigin, gate.code), middle - codeSide / 2, 195, codeSide);
  drawFoot(doc, fair, gate);
}
