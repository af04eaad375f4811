import jsQR from 'jsqr';
import { expect, test } from 'vitest';

interface Drawing {
  drawPoster: (brush: unknown, words: object) => void;
  posterSize: { width: number; height: number };
}
// by its address: the mini-program's files are checked by a compiler setting of their own
const drawing = new URL('../../miniapp/src/areas/jobs/poster/draw-poster.ts', import.meta.url).href;
const { drawPoster, posterSize } = (await import(drawing)) as Drawing;
const { width, height } = posterSize;

/** A brush that knows only filled rectangles in black and in light colours; letters are as wide as their size. */
function rectangleBrush() {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  const said: string[] = [];
  const nothing = () => undefined;
  const brush = {
    fillStyle: '',
    font: '',
    textAlign: 'left',
    fillRect(x: number, y: number, wide: number, high: number) {
      const shade = brush.fillStyle === '#000000' ? 0 : 255;
      for (let row = y; row < y + high; row++) for (let at = x; at < x + wide; at++) pixels.fill(shade, (row * width + at) * 4, (row * width + at) * 4 + 3);
    },
    fillText: (words: string) => void said.push(words),
    measureText: (words: string) => ({ width: words.length * Number(/(\d+)px/.exec(brush.font)?.[1] ?? 0) }),
    ...{ beginPath: nothing, moveTo: nothing, lineTo: nothing, quadraticCurveTo: nothing, arc: nothing, closePath: nothing, fill: nothing },
  };
  return { brush, pixels, said };
}

const words = {
  title: '电工',
  employer: '月汀钢构（上海）有限公司',
  takeHome: '5,975',
  lines: ['上海宝山区 月浦镇 12 号', '包住，包两餐'],
  verified: '宝山区人社局 2月1日核验',
  until: '有效到 3月31日',
  isDemo: false,
  link: 'https://q.shanhai.example.cn/j/job000000001',
};

test('the code on a poster reads as the link of its opening', () => {
  const { brush, pixels } = rectangleBrush();
  drawPoster(brush, words);
  expect(jsQR.default(pixels, width, height)?.data).toBe(words.link);
});

test('a poster says pay, place, who verified it and when, and where to complain', () => {
  const { brush, said } = rectangleBrush();
  drawPoster(brush, words);
  const all = said.join('');
  for (const part of ['电工', '5,975', '宝山区 月浦镇', '2月1日核验', '有效到 3月31日', '举报']) expect(all).toContain(part);
});
