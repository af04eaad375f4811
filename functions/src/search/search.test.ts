import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { fitOf, suits, type Wish } from '@shanhai/shared/rules/matching.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { tradesCalled } from '@shanhai/shared/rules/trade-names.ts';
import { trades } from '@shanhai/shared/rules/trades.ts';
import { describe, expect, test } from 'vitest';
import type { Asked } from './ask.ts';
import { type Position, type SearchIndex, search } from './find.ts';
import { plain } from './grams.ts';
import { mergeSegments } from './merge.ts';
import { dayNumber, type KnownEmployer, type KnownOpening } from './opening.ts';
import { pack, unpack } from './pack.ts';
import { buildSegment, idOf, titleOf } from './segment.ts';
import { byId, isOneOf, partOf } from './snapshot.ts';

const today = dayNumber('2026-02-07');
const employer: KnownEmployer = { employerId: 'employer0001' as EmployerId, shortName: '月汀钢构', untilDay: today + 30, isDemo: false };
let made = 0;

function anOpening(over: Partial<KnownOpening> = {}): KnownOpening {
  made++;
  return {
    jobId: `job${String(made).padStart(9, '0')}` as JobId,
    employer,
    title: '电工',
    trade: 'electrician',
    kind: 'full_time',
    workRegion: '310113',
    hasDorm: true,
    meals: 'two',
    needsCertificate: false,
    takeHomeFen: 600_000,
    remaining: 3,
    isDemo: false,
    createdAt: 1_770_000_000 + made,
    untilDay: today + 10,
    startDay: 0,
    rest: plain('厂房配电柜巡检 上海市 宝山区 月浦镇 月汀钢构'),
    ...over,
  };
}

const indexOf = (...openings: KnownOpening[]): SearchIndex => {
  const segment = buildSegment(openings);
  return { parts: [{ segment, isGone: new Uint8Array(segment.size) }] };
};
const newest = { sort: 'newest', today } as const;
const fit = { sort: 'fit', today } as const;
const titles = (index: SearchIndex, asked: Asked): string[] => search(index, asked, 50).hits.map(({ segment, doc }) => titleOf(segment, doc));
const ids = (index: SearchIndex, asked: Asked, after?: Position): JobId[] => search(index, asked, 20, after).hits.map(({ segment, doc }) => idOf(segment, doc));

const known = [
  anOpening({ title: '电焊工', trade: 'welder' }),
  anOpening({ title: '缝纫工', trade: 'sewing' }),
  anOpening({ title: '平车工', trade: 'sewing' }),
  anOpening({ title: '养老护理员', trade: 'care' }),
  anOpening({ title: '普工', trade: 'general', rest: plain('配合电工布线 松江区') }),
  anOpening({ title: '电工' }),
  anOpening({ title: '维修电工' }),
];
const index = indexOf(...known);

test('an opening keeps for whom it is through packing and merging', () => {
  const own = anOpening();
  const theirs = anOpening({ clientName: '淞岚物业' });
  const later = anOpening({ clientName: '云汐服饰' });
  const older = unpack(pack(buildSegment([own, theirs])))?.segment ?? buildSegment([]);
  const segment = mergeSegments(older, buildSegment([later]), () => false, byId([]));
  const clients = [own, theirs, later].map(({ jobId }) => segment.clients[segment.client[[0, 1, 2].find((doc) => idOf(segment, doc) === jobId) ?? 9] ?? 9]);
  expect(clients).toEqual(['', '淞岚物业', '云汐服饰']);
});

test('hazardous work is shown to everybody but those who are not 18 yet, also with other filters and after packing', () => {
  const some = [anOpening({ title: '高空作业员', isHazardous: true }), anOpening({ title: '仓管员', hasDorm: false }), anOpening({ title: '电工' })];
  const segment = unpack(pack(buildSegment(some)))?.segment ?? buildSegment([]);
  const packed: SearchIndex = { parts: [{ segment, isGone: new Uint8Array(segment.size) }] };
  expect(titles(packed, newest)).toEqual(['电工', '仓管员', '高空作业员']);
  expect(titles(packed, { ...newest, isYoung: true })).toEqual(['电工', '仓管员']);
  expect(titles(packed, { ...newest, isYoung: true, hasDorm: true })).toEqual(['电工']);
});

describe('a word', () => {
  test('finds titles first, then the trade, then what only mentions it', () => {
    expect(titles(index, { ...fit, words: '电工' })).toEqual(['电工', '维修电工', '普工']);
  });
  test.each([
    ['焊工', '电焊工'],
    ['月嫂', '养老护理员'],
    ['家政', '养老护理员'],
    ['裁缝', '缝纫工'],
    ['针车', '平车工'],
  ])('%s also finds %s, which is the same trade', (words, title) => expect(titles(index, { ...fit, words })).toContain(title));
  test.each([
    ['a character that sounds alike', '缝任工', '缝纫工'],
    ['a wrong character', '养老户理员', '养老护理员'],
    ['any wrong character', '养天护理员', '养老护理员'],
    ['a missing character', '养护理员', '养老护理员'],
    ['two that changed places', '养护老理员', '养老护理员'],
    ['one too many', '养老的护理员', '养老护理员'],
    ['two characters that sound alike', '电公', '电工'],
  ])('with %s (%s) still finds %s', (_, words, title) => expect(titles(index, { ...fit, words })[0]).toBe(title));
  test('of one character finds what begins, ends or goes on with it', () => expect(titles(index, { ...fit, words: '焊' })).toEqual(['电焊工']));
  test('written together with a place is taken apart', () => expect(titles(index, { ...fit, words: '松江电工' })).toEqual(['普工']));
  test('beside another narrows', () => expect(titles(index, { ...fit, words: '宝山 缝纫' })).toEqual(['平车工', '缝纫工'].sort().reverse()));
  test('that nobody knows finds nothing', () => expect(titles(index, { ...fit, words: '宇航飞行' })).toEqual([]));
});

describe('what is not on offer is not found', () => {
  test.each<[string, Partial<KnownOpening>]>([
    ['run out', { untilDay: today - 1 }],
    ['of an employer that is not verified today', { employer: { ...employer, employerId: 'employer0002' as EmployerId, untilDay: today - 1 } }],
  ])('%s', (_, over) => expect(titles(indexOf(anOpening(over)), newest)).toEqual([]));
  test('the next day it is gone by itself', () => {
    const one = indexOf(anOpening({ untilDay: today }));
    expect(titles(one, newest)).toHaveLength(1);
    expect(titles(one, { ...newest, today: today + 1 })).toEqual([]);
  });
});

/** The seed of a small pseudo-random source; the same for every run. */
function drawer(seed: number) {
  let state = seed;
  const below = (n: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % n;
  };
  return { below, one: <T>(all: readonly T[]): T => all[below(all.length)] as T };
}

const words = ['电工', '焊工', '缝纫', '月嫂', '保洁', '包住', '工', '上海', '图纸', '夜班', '电工 夜班'];
const { below, one } = drawer(7);
const employers = Array.from(
  { length: 9 },
  (_, i): KnownEmployer => ({
    employerId: `employer${String(i).padStart(4, '0')}` as EmployerId,
    shortName: one(['海岳机电', '云汐服饰', '青屿物流']),
    untilDay: i === 3 ? today - 1 : today + 40,
    isDemo: false,
  }),
);
const some = (n: number): KnownOpening[] =>
  Array.from({ length: n }, () =>
    anOpening({
      employer: one(employers),
      title: one(['电工', '维修电工', '电焊工', '缝纫工', '保洁员', '夜班保安', '图纸员', '上海月嫂', '包住普工']),
      trade: one(trades),
      kind: one(['full_time', 'gig']),
      workRegion: one(['310113', '310117', '530324', '430100']),
      hasDorm: below(2) === 0,
      meals: one(['none', 'two', 'allowance']),
      needsCertificate: below(3) === 0,
      takeHomeFen: 300_000 + below(5) * 100_000,
      createdAt: 1_770_000_000 + below(50),
      untilDay: today - 3 + below(20),
      startDay: below(2) * (today + below(20)),
      rest: plain(one(['能看图纸 上海市 包住', '上夜班 配合电工 云南省', '打扫卫生 上海市 夜班'])),
    }),
  );

const pairs = (text: string): string[] => (text.length < 2 ? [text] : [...text].slice(1).map((c, i) => `${text[i]}${c}`));
const holds = (text: string, word: string): boolean => pairs(word).every((pair) => text.includes(pair));
const offered = (o: KnownOpening) => ({ ...o, startOn: o.startDay ? dayAfter('1970-01-01', o.startDay) : undefined });

function tier(o: KnownOpening, word: string): number {
  if (holds(plain(o.title), word)) return 3;
  if (tradesCalled(word).includes(o.trade)) return 2;
  return holds(o.rest, word) ? 1 : 0;
}

function rank(o: KnownOpening, { words, sort, wish }: Asked): number {
  const typed = words?.split(' ') ?? [];
  const tiers = typed.map((word) => tier(o, word));
  const strong = tiers.every((t) => t > 1) ? 2 ** 32 : 0;
  if (sort === 'pay') return strong + o.takeHomeFen;
  if (sort === 'newest') return strong;
  const exact = tiers.join() === '3' && o.title.length === words?.length ? 20 : 0;
  return tiers.reduce((sum, t) => sum + t * 256, 0) + exact + (wish ? fitOf(wish, offered(o)).score : 0);
}

/** The filters, one by one. */
const filters: ((o: KnownOpening, asked: Asked) => boolean)[] = [
  (o) => o.untilDay >= today && o.employer.untilDay >= today,
  (o, { words = '' }) => words.split(' ').every((word) => word === '' || tier(o, word) > 0),
  (o, { trade = o.trade }) => o.trade === trade,
  (o, { region = o.workRegion }) => isWithinRegion(o.workRegion, region),
  (o, { leastTakeHomeFen = 0 }) => o.takeHomeFen >= leastTakeHomeFen,
  (o, { hasDorm }) => !hasDorm || o.hasDorm,
  (o, { hasMeals }) => !hasMeals || o.meals !== 'none',
  (o, { kind = o.kind }) => o.kind === kind,
  (o, { fitsMe, wish }) => !fitsMe || !wish || suits(wish, offered(o)),
];

/** The same question asked the plain way: every opening is looked at, one after the other. */
const scan = (all: readonly KnownOpening[], asked: Asked): JobId[] =>
  all
    .filter((o) => filters.every((passes) => passes(o, asked)))
    .sort((a, b) => rank(b, asked) - rank(a, asked) || b.createdAt - a.createdAt || (a.jobId < b.jobId ? -1 : 1))
    .map((o) => o.jobId);

const wishes: (Wish | undefined)[] = [
  undefined,
  { trades: ['electrician', 'welder'], placeRegion: '310000', needsDorm: true, leastTakeHomeFen: 500_000, startOn: '2026-02-15' },
  { trades: [], needsDorm: true, placeRegion: '530000' },
  { trades: ['sewing'], skills: [{ trade: 'sewing', certificate: '缝纫工四级' }, { trade: 'cook' }] },
];

function someQuestion(): Asked {
  const maybe = <T>(value: T): T | undefined => (below(3) === 0 ? value : undefined);
  return {
    words: below(2) === 0 ? one(words) : undefined,
    trade: maybe(one(trades)),
    region: maybe(one(['310000', '530324', '310113'])),
    leastTakeHomeFen: maybe(500_000),
    hasDorm: maybe(true),
    hasMeals: maybe(true),
    kind: maybe('gig'),
    wish: one(wishes),
    fitsMe: maybe(true),
    sort: one(['fit', 'pay', 'newest'] as const),
    today,
  };
}

/** Every page of an answer, one after the other. */
function allPages(index: SearchIndex, asked: Asked): JobId[] {
  const found: JobId[] = [];
  let after: Position | undefined;
  do {
    const page = search(index, asked, 20, after);
    found.push(...page.hits.map(({ segment, doc }) => idOf(segment, doc)));
    after = page.next;
  } while (after);
  return found;
}

describe('300 questions of chance', () => {
  const all = some(400);
  const changed = all.slice(0, 40).map((o) => ({ ...o, title: '新电工', takeHomeFen: 777_700 }));
  const gone = all.slice(40, 60);
  const added = some(30);
  const now = [...all.slice(60), ...changed, ...added];
  const gonIds = new Set([...changed, ...gone].map((o) => o.jobId));
  const body = buildSegment(all);
  const note = { body: 'x', rebuiltAt: '', gone: [...gonIds], employers: [] };
  const delta = buildSegment([...changed, ...added]);
  const layered: SearchIndex = { parts: [partOf(body, note, true), partOf(delta, note, false)] };
  const merged = unpack(pack(mergeSegments(body, delta, isOneOf(body, gonIds), byId([]))))?.segment;

  test('are answered as by looking at every opening, page after page', () => {
    for (let i = 0; i < 100; i++) {
      const asked = someQuestion();
      expect(allPages(indexOf(...all), asked), JSON.stringify(asked)).toEqual(scan(all, asked));
    }
  });
  test('also where changes lie over an older body', () => {
    for (let i = 0; i < 100; i++) {
      const asked = someQuestion();
      expect(allPages(layered, asked), JSON.stringify(asked)).toEqual(scan(now, asked));
    }
  });
  test('and after both were merged, packed and unpacked', () => {
    if (!merged) throw new Error('not read');
    const one: SearchIndex = { parts: [{ segment: merged, isGone: new Uint8Array(merged.size) }] };
    for (let i = 0; i < 100; i++) {
      const asked = someQuestion();
      expect(allPages(one, asked), JSON.stringify(asked)).toEqual(scan(now, asked));
      expect(search(one, asked, 5).count).toBe(scan(now, asked).length);
    }
  });
});

test('an employer that is suspended takes all its openings along', () => {
  const segment = buildSegment([anOpening()]);
  const note = { body: 'x', rebuiltAt: '', gone: [], employers: [{ ...employer, untilDay: 0 }] };
  expect(ids({ parts: [partOf(segment, note, true)] }, newest)).toEqual([]);
});

test('the nearest to home come first', () => {
  const near = indexOf(
    anOpening({ title: '上海的', workRegion: '310113' }),
    anOpening({ title: '曲靖的', workRegion: '530300' }),
    anOpening({ title: '罗平的', workRegion: '530324' }),
  );
  expect(titles(near, { sort: 'near', homeRegion: '530324', today })).toEqual(['罗平的', '曲靖的', '上海的']);
});
