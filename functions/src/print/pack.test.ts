import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { codeIn } from '@shanhai/shared/rules/gate.ts';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CodeKeys, fairBody, readCode, readFairBody, signCode } from '../signing/codes.ts';
import { codeSquare } from './code-drawing.ts';
import { makePrintPack, type PrintPack } from './pack.ts';

const keys: CodeKeys = { env: 'test', current: '1', byId: { '1': Uint8Array.from({ length: 32 }, (_, i) => i) } };
const origin = 'https://q.example.cn';
const sign = (kind: 'S' | 'B' | 'N', index: number): string => signCode(kind, fairBody('fair00001', index), keys);
const opening = { title: '电工', takeHomeFen: 597_500, headcount: 7, workRegion: '310113', hasDorm: true, meals: 'two', taste: '滇味' };
const booth = (label: string, index: number) => ({
  booth: {
    label,
    employerName: `月汀钢构${label}有限公司`,
    employerShortName: '月汀钢构',
    employerVerifiedBy: '宝山区人社局',
    employerVerifiedOn: '2026-01-12',
    openings: Array.from({ length: index * 3 }, (_, i) => ({ ...opening, title: `电工${i + 1}组` })),
    demo: true,
  },
  code: sign('B', index),
});
const pack: PrintPack = {
  fair: {
    title: '春风送岗 雁归罗平',
    subtitle: '沪滇劳务协作专场招聘会',
    hostName: '罗平县人力资源和社会保障局',
    place: '富乐镇桃源集市',
    opensAt: '2026-02-07T01:00:00Z',
    closesAt: '2026-02-07T07:00:00Z',
    helpDesks: ['东门帮办台'],
    demo: true,
  },
  pairing: '上海市宝山区·曲靖市罗平县',
  gates: ['东门', '西门'].map((gate, i) => ({ gate, code: sign('S', i) })),
  booths: [booth('A01', 1), booth('A02', 2), booth('A03', 3)],
  strips: Array.from({ length: 24 }, (_, i) => ({ number: spokenNumber(411 + i), code: sign('N', 411 + i) })),
  publicOrigin: origin,
  printedAt: '2026-02-01T00:00:00Z',
};

const dir = mkdtempSync(join(tmpdir(), 'print-pack-'));
const file = join(dir, 'pack.pdf');
afterAll(() => rmSync(dir, { recursive: true }));

function poppler(tool: string, ...args: string[]): string {
  const ran = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (ran.error) throw new Error(`${tool} did not start: this test reads the printed pages with poppler. Install it: apt-get install poppler-utils`);
  if (ran.status !== 0) throw new Error(`${tool} ended with ${ran.status}: ${ran.stderr}`);
  return ran.stdout;
}

let bytes: Uint8Array;
const pages: PNG[] = [];
beforeAll(async () => {
  bytes = await makePrintPack(pack);
  writeFileSync(file, bytes);
  poppler('pdftoppm', '-r', '120', '-png', file, join(dir, 'page'));
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.png'))
    .sort();
  pages.push(...names.map((name) => PNG.sync.read(readFileSync(join(dir, name)))));
}, 120_000);

interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The text of the code inside a part of a page; the part is given in shares of the page. */
function codeOn(page: PNG, part: Part): string | undefined {
  const [x, y] = [Math.round(part.left * page.width), Math.round(part.top * page.height)];
  const [width, height] = [Math.floor(part.width * page.width), Math.floor(part.height * page.height)];
  const cut = new PNG({ width, height });
  PNG.bitblt(page, cut, x, y, width, height, 0, 0);
  return jsQR.default(new Uint8ClampedArray(cut.data), width, height)?.data;
}

const wholePage: Part = { left: 0, top: 0, width: 1, height: 1 };
const stripPart = (i: number): Part => ({ left: (8 + (i % 2) * 97) / 210, top: (8.5 + Math.floor(i / 2) * 56) / 297, width: 97 / 210, height: 56 / 297 });
const link = (one: { code: string }): string => `${origin}/c/${one.code}`;

describe('the print pack', () => {
  test('has a poster per gate, a card per booth and sheets of ten strips', () => {
    expect(pages).toHaveLength(2 + 3 + 3);
    const info = poppler('pdfinfo', '-f', '1', '-l', '8', file);
    expect(info.match(/size:\s+841.\d+ x 1190/g)).toHaveLength(2);
    expect(info.match(/size:\s+595.\d+ x 841/g)).toHaveLength(6);
  });

  test('the code of every gate decodes from the rendered poster', () => {
    expect(pages.slice(0, 2).map((page) => codeOn(page, wholePage))).toEqual(pack.gates.map(link));
  });

  test('the code of every booth decodes from the rendered card', () => {
    expect(pages.slice(2, 5).map((page) => codeOn(page, wholePage))).toEqual(pack.booths.map(link));
  });

  test('the code of every strip decodes from the rendered sheet and says the printed number', () => {
    const read = pack.strips.map((_, i) => codeOn(pages[5 + Math.floor(i / 10)] as PNG, stripPart(i % 10)));
    expect(read).toEqual(pack.strips.map(link));
    const numbers = read.map((text) => readFairBody(readCode(codeIn(text ?? '') ?? '', keys)?.body ?? '')?.index ?? 0);
    expect(numbers.map(spokenNumber)).toEqual(pack.strips.map((one) => one.number));
  });

  test('both fonts are embedded as subsets', () => {
    const fonts = poppler('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSansSC-(Bold|Regular)\s.*\syes yes yes\s/);
  });

  test('is smaller than 1.5 MB', () => expect(bytes.length).toBeLessThan(1_500_000));

  test('its words can be selected', () => {
    const words = poppler('pdftotext', '-layout', file, '-');
    for (const phrase of [
      '微信扫码签到',
      '没手机？到门口领号码条',
      '2月7日 周六 9:00–15:00',
      '富乐镇桃源集市',
      '东门帮办台',
      '到手约 5,975 元',
      '要 7 人，包住，包两餐',
      '宝山区·滇味',
      '宝山区人社局 1月12日核验',
      '上海市宝山区·曲靖市罗平县',
      '0411',
      '0434',
      '到展位报这四个数',
      '还有 3 个岗位，扫码看',
    ])
      expect(words).toContain(phrase);
  });

  test('marks made-up examples on every poster and card and strip', () => {
    const marks = poppler('pdftotext', file, '-').match(/演示/g);
    expect(marks).toHaveLength(2 + 3 + 24);
  });

  test('is the same file when printed again', async () => {
    expect(Buffer.from(await makePrintPack(pack)).equals(bytes)).toBe(true);
  });
});

test('a plain link is a code of 37 modules at level Q', () => {
  expect(codeSquare(link({ code: sign('N', 1) })).modules).toBe(37);
});

test('a folder without the fonts is an error', async () => {
  await expect(makePrintPack({ ...pack, fontDir: join(dir, 'nowhere') })).rejects.toThrow('ENOENT');
});
