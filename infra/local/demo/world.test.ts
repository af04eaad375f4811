import { CheckIn } from '@shanhai/shared/contract/attendance.ts';
import { SeenCard } from '@shanhai/shared/contract/cards.ts';
import { Employer } from '@shanhai/shared/contract/employers.ts';
import { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { Job } from '@shanhai/shared/contract/jobs.ts';
import { Pairing } from '@shanhai/shared/contract/pairings.ts';
import { Worker } from '@shanhai/shared/contract/workers.ts';
import { daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { isCreditCode } from '@shanhai/shared/rules/credit-code.ts';
import { employerChecks, isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { monthHours, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { postFindings } from '@shanhai/shared/rules/post-findings.ts';
import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { describe, expect, test } from 'vitest';
import { lapsedEmployer } from './employers-in-review.ts';
import { fairIdOf } from './fairs.ts';
import { demoWorld } from './world.ts';

const today = '2026-11-21';
const world = demoWorld(today);
const todaysFair = world.fairs.find((f) => f.fairId === fairIdOf('luoping-first'));
const employerOf = (id: string) => world.employers.find((e) => e.employerId === id);
const named = (short: string) => world.employers.find((e) => e.shortName === short);
const boothsOf = (key: string) => world.booths.filter((b) => b.fairId === fairIdOf(key));
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const headsAt = (key: string): number => sum(boothsOf(key).flatMap((b) => b.openings.map((o) => o.headcount)));
const distinct = (list: readonly unknown[]): number => new Set(list).size;

describe('the pairings', () => {
  const annex = world.pairings.filter((p) => p.annexNo !== undefined);

  test('hold the 16 rows of the annex: 14 paired with 14 prefectures, 静安 and 虹口 待结对', () => {
    expect(annex.map((p) => p.annexNo)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(annex.filter((p) => p.status === 'paired')).toHaveLength(14);
    expect(annex.filter((p) => p.status === 'unpaired').map((p) => regionNames[p.shanghaiRegion])).toEqual(['静安区', '虹口区']);
    expect(annex.filter((p) => p.status === 'unpaired' && p.partnerRegion)).toEqual([]);
    expect(distinct(annex.flatMap((p) => p.partnerRegion ?? []))).toBe(14);
  });

  test('name only regions that have a name, and their paper', () => {
    const codes = world.pairings.flatMap((p) => [p.shanghaiRegion, ...(p.partnerRegion ? [p.partnerRegion] : []), ...p.partnerCounties]);
    expect(codes.filter((code) => !regionNames[code])).toEqual([]);
    expect(world.pairings.filter((p) => !/^(沪人社就|青人社|报纸专版|《)/.test(p.source))).toEqual([]);
  });

  test('are those the fairs count for', () => {
    const ids = world.pairings.map((p) => p.pairingId);
    expect(distinct(ids)).toBe(ids.length);
    expect(world.fairs.filter((f) => !ids.includes(f.pairingId ?? ''))).toEqual([]);
  });
});

describe('everything in the world', () => {
  test('has the shape of the contract', () => {
    const profile = Worker.omit({ code: true });
    expect(world.pairings.map((p) => Pairing.parse(p))).toEqual(world.pairings);
    expect(world.employers.map((e) => Employer.parse(e))).toEqual(world.employers);
    expect(world.jobs.map((j) => Job.parse(j))).toEqual(world.jobs);
    expect(world.fairs.map((f) => Fair.parse(f))).toEqual(world.fairs);
    expect(world.booths.map((b) => Booth.parse(b))).toEqual(world.booths);
    for (const w of world.workers) expect(w).toMatchObject(profile.parse(w));
    for (const c of world.checkIns) expect(c).toMatchObject(CheckIn.parse(c));
    for (const c of world.cards) expect(c).toMatchObject(SeenCard.parse(c));
    for (const r of world.roles) expect(r.held.map((h) => HeldRole.parse(h))).toEqual(r.held);
  });

  test('has ids of its own and is the same twice', () => {
    const ids = [
      ...world.employers.map((e) => e.employerId),
      ...world.jobs.map((j) => j.jobId),
      ...world.fairs.map((f) => f.fairId),
      ...world.workers.map((w) => w.workerId),
    ];
    expect(distinct(ids)).toBe(ids.length);
    expect(demoWorld(today)).toEqual(world);
  });

  test('says that it is made up where no paper says it', () => {
    expect(world.employers.filter((e) => !e.demo || !e.name.endsWith('（演示）'))).toEqual([]);
    expect([...world.jobs, ...world.booths, ...world.workers, ...world.cards].filter((x) => !x.demo)).toEqual([]);
    expect(world.fairs.filter((f) => !f.demo && f.status !== 'closed')).toEqual([]);
  });

  test('calls nobody: every phone is one of the 24 virtual numbers', () => {
    const phones = [...world.employers.map((e) => e.agentPhone), ...world.workers.flatMap((w) => w.phone ?? [])];
    expect(phones.filter((p) => !/^120666000(0[1-9]|1\d|2[0-4])$/.test(p))).toEqual([]);
  });
});

describe('the fairs', () => {
  test.each(['2026-02-07', '2026-11-21', '2027-03-01'])('have one open all through %s', (day) => {
    const fair = demoWorld(day).fairs.find((f) => f.fairId === fairIdOf('luoping-first'));
    expect(fair && gateStateAt(fair, `${day}T03:00:00.000Z`)).toBe('open');
    expect(fair && gateStateAt(fair, new Date(Date.parse(`${day}T00:05:00+08:00`)).toISOString())).toBe('open');
  });

  test('are one open, one upcoming, one draft that lacks plans and permit, and six closed ones of the papers', () => {
    expect(world.fairs.filter((f) => f.status === 'published')).toHaveLength(2);
    expect(world.fairs.filter((f) => f.status === 'closed')).toHaveLength(6);
    const [draft] = world.fairs.filter((f) => f.status === 'draft');
    expect(draft).toMatchObject({ plans: {}, policePermitNo: '', expectedAttendance: 1200 });
  });

  test('of 罗平 has 26 units and 780 posts, 17 of 上海 and 9 near home, and asks for 13 townships', () => {
    const booths = boothsOf('luoping-first');
    expect(booths.filter((b) => b.employerRegion.startsWith('31'))).toHaveLength(17);
    expect(booths.filter((b) => b.employerRegion === '530324')).toHaveLength(9);
    expect(distinct(booths.map((b) => b.label))).toBe(26);
    expect(todaysFair).toMatchObject({ boothCount: 26, headcount: 780 });
    expect(todaysFair?.homeTowns).toHaveLength(13);
  });

  test('of 昭通 are four counties, 20 companies and more than 2000 posts in all', () => {
    const keys = ['530602', '530628', '530627', '530629'].map((r) => `zhaotong-${r}`);
    expect(keys.map((k) => boothsOf(k).length)).toEqual([20, 20, 20, 20]);
    expect(distinct(keys.flatMap((k) => boothsOf(k).map((b) => b.employerId)))).toBe(20);
    expect(sum(keys.map(headsAt))).toBeGreaterThan(2000);
    const trades = keys.flatMap((k) => boothsOf(k).flatMap((b) => b.openings.map((o) => o.trade)));
    expect(trades).toEqual(expect.arrayContaining(['electrician', 'carpenter', 'guard']));
  });

  test('of 宣威 has more than 30 companies and more than 1600 posts, from 宝山, 昆明, 曲靖 and the place', () => {
    const regions = boothsOf('xuanwei').map((b) => b.employerRegion);
    expect(regions.length).toBeGreaterThan(30);
    expect(headsAt('xuanwei')).toBeGreaterThan(1600);
    expect(regions).toEqual(expect.arrayContaining(['310113', '530100', '530300', '530381']));
  });

  test('carry the figures of the papers, each with its words', () => {
    const figures = world.fairFacts.flatMap((f) => f.figures);
    expect(figures.filter((f) => f.words.length < 4)).toEqual([]);
    const zhaotong = world.fairFacts.find((f) => f.fairIds.length === 4);
    expect(sum(zhaotong?.counts.map((c) => c.attendance ?? 0) ?? [])).toBe(3000);
    expect(sum(zhaotong?.counts.map((c) => c.intents ?? 0) ?? [])).toBe(100);
  });

  test('count exactly what stands at their booths', () => {
    for (const fair of world.fairs) {
      const openings = world.booths.filter((b) => b.fairId === fair.fairId).flatMap((b) => b.openings);
      expect([fair.title, fair.openingCount, fair.headcount]).toEqual([fair.title, openings.length, sum(openings.map((o) => o.headcount))]);
    }
  });
});

describe('the openings', () => {
  test('all keep every rule of posting, today and to their last day', () => {
    expect(world.jobs.flatMap((job) => [...postFindings(job, today), ...postFindings(job, job.expiresOn)].map((f) => [job.title, f.what, f.words]))).toEqual(
      [],
    );
    expect(world.jobs.filter((j) => daysBetween(today, j.expiresOn) < 60 || daysBetween(today, j.expiresOn) > 90)).toEqual([]);
  });

  test('pay plausibly: overtime within 36 hours at double pay, take-home 2,000 to 9,000 yuan', () => {
    const basis = (j: Job): number => (j.wagePeriod === 'month' ? j.baseWageFen / monthHours : j.baseWageFen);
    expect(world.jobs.filter((j) => j.overtimeFen > basis(j) * 2 * 36).map((j) => j.title)).toEqual([]);
    expect(world.jobs.filter((j) => takeHomeFen(j) < 200_000 || takeHomeFen(j) > 900_000).map((j) => [j.title, takeHomeFen(j)])).toEqual([]);
  });

  test('of 月汀钢构 pay what the look shows', () => {
    const jobs = world.jobs.filter((j) => j.employerId === named('月汀钢构')?.employerId);
    expect(jobs.map((j) => [j.title, takeHomeFen(j)])).toEqual([
      ['电工', 597_500],
      ['电焊工', 712_000],
      ['打磨普工', 531_000],
    ]);
  });

  test('are varied: all 16 trades, and no two alike', () => {
    expect(distinct(world.jobs.map((j) => j.trade))).toBe(16);
    expect(distinct(world.jobs.map((j) => `${j.title}|${j.duties}|${j.baseWageFen}|${j.taste}|${j.dorm}`))).toBe(world.jobs.length);
    expect(distinct(world.jobs.map((j) => j.title))).toBeGreaterThan(80);
    expect(world.jobs.filter((j) => j.hasDorm !== (j.dorm !== ''))).toEqual([]);
  });
});

describe('the employers', () => {
  const failed = (short: string) => {
    const e = named(short);
    return e ? employerChecks(e, today).flatMap((c) => (c.ok ? [] : [c.key])) : ['nobody'];
  };

  test('at published fairs are verified today', () => {
    const open = world.fairs.filter((f) => f.status === 'published').map((f) => f.fairId);
    const atBooths = world.booths.filter((b) => open.includes(b.fairId)).map((b) => employerOf(b.employerId));
    expect(atBooths.filter((e) => !e || !isVerifiedOn(e, today))).toEqual([]);
  });

  test.each(['310113', '310117'])('wait in %s with everything that can be wrong', (region) => {
    const waiting = world.employers.filter((e) => e.regionCode === region && e.status === 'waiting');
    const wrong = waiting.map((e) =>
      employerChecks(e, today)
        .flatMap((c) => (c.ok ? [] : [c.key]))
        .join(),
    );
    expect(wrong).toEqual(expect.arrayContaining(['', 'credit_code', 'licence', 'address']));
    expect(waiting.filter((e) => e.kind === 'agency' && e.serviceLicenceUntilOn && daysBetween(today, e.serviceLicenceUntilOn) === 20)).toHaveLength(1);
    expect(world.employers.some((e) => e.regionCode === region && e.status === 'sent_back' && e.sendBackReasons?.length)).toBe(true);
    expect(world.employers.some((e) => e.regionCode === region && isVerifiedOn(e, today) && daysBetween(e.verifiedOn ?? today, today) > 160)).toBe(true);
  });

  test('have credit codes that check, but for the miscopied ones, and all different', () => {
    expect(world.employers.filter((e) => !isCreditCode(e.creditCode)).map((e) => e.shortName)).toEqual(['宝禾塑料', '泖禾食品', '松岚餐配']);
    expect(distinct(world.employers.map((e) => e.creditCode))).toBe(world.employers.length);
    expect(failed('潮岸金属')).toEqual([]);
  });

  test('hold one whose verification has lapsed, at the draft fair', () => {
    const lapsed = named(lapsedEmployer);
    expect(lapsed && isVerifiedOn(lapsed, today)).toBe(false);
    expect(boothsOf('luoping-gig-market').map((b) => b.employerId)).toContain(lapsed?.employerId);
  });
});

describe('the people at the fair', () => {
  test('hold the roles of their personas over things that exist', () => {
    const scopes = world.roles.flatMap((r) => r.held.map((h) => h.scope ?? ''));
    expect(scopes.filter((s) => !regionNames[s] && !employerOf(s))).toEqual([]);
    const second = world.roles.find((r) => r.persona === 'recruiter02')?.held[0]?.scope;
    expect(boothsOf('luoping-first').map((b) => b.employerId)).toContain(second);
    expect(named('潮岸金属')?.employerId).toBe(world.roles.find((r) => r.persona === 'recruiter03')?.held[0]?.scope);
  });

  test('know nothing yet of worker03', () => {
    const fresh = world.workers.find((w) => w.persona === 'worker03');
    expect([fresh?.name, fresh?.phone, fresh?.home]).toEqual([undefined, undefined, undefined]);
  });

  test('carry different numbers, strips for those without a phone', () => {
    expect(distinct(world.checkIns.map((c) => c.number))).toBe(world.checkIns.length);
    const byStrip = world.workers.filter((w) => w.strip);
    expect(byStrip).toHaveLength(6);
    expect(byStrip.filter((w) => w.phone || (w.strip ?? 0) > 60)).toEqual([]);
  });

  test('each rest on something, as on a real day: most on the poster, strips on the gate', () => {
    const by = (one: string) => world.checkIns.filter((c) => c.evidence.by === one);
    expect(sum(['printed', 'gate_scan', 'walk_in'].map((one) => by(one).length))).toBe(world.checkIns.length);
    expect(by('printed').length).toBeGreaterThan(world.checkIns.length / 2);
    expect(by('gate_scan').length).toBeGreaterThan(3);
    expect(
      by('walk_in')
        .map((c) => c.number)
        .sort((a, b) => a - b),
    ).toEqual(world.workers.flatMap((w) => w.strip ?? []).sort((a, b) => a - b));
    expect(world.checkIns.filter((c) => c.evidence.isLate !== true && c.arrivedAt !== c.at)).toEqual([]);
    expect(by('printed').some((c) => c.evidence.isLate && c.arrivedAt > c.at)).toBe(true);
  });

  test('who scans the poster does it with a phone of their own, so that no officer is told of one that checks many in', () => {
    const phones = world.checkIns.filter((c) => c.evidence.by === 'printed').map((c) => c.deviceId);
    expect(distinct(phones)).toBe(phones.length);
  });

  test('left cards of which about three in five are answered', () => {
    const answered = world.cards.filter((c) => c.answer).length / world.cards.length;
    expect(world.cards.length).toBeGreaterThan(60);
    expect(answered).toBeGreaterThan(0.5);
    expect(answered).toBeLessThan(0.7);
    expect(distinct(world.cards.map((c) => `${c.boothNo}/${c.number}`))).toBe(world.cards.length);
    expect(
      world.cards.filter((c) => !world.booths.some((b) => b.fairId === c.fairId && b.boothNo === c.boothNo && b.openings.some((o) => o.jobId === c.jobId))),
    ).toEqual([]);
  });

  test('take their accepted places off what is left', () => {
    const here = boothsOf('luoping-first').flatMap((b) => b.openings);
    expect(sum(here.map((o) => o.headcount - o.remaining))).toBe(world.cards.filter((c) => c.reply === 'accepted').length);
  });

  test('did all of it before the clock that is given, in order', () => {
    const nowAt = '2026-11-20T16:20:00.000Z';
    const early = demoWorld(today, nowAt);
    expect(
      [...early.checkIns.map((c) => c.at), ...early.cards.flatMap((c) => [c.leftAt, c.answeredAt ?? c.leftAt])].filter(
        (at) => at > nowAt || at < '2026-11-20T16:00:00.000Z',
      ),
    ).toEqual([]);
    const arrived = new Map<string, string>(early.checkIns.map((c) => [c.workerId, c.at]));
    expect(early.cards.filter((c) => c.leftAt <= (arrived.get(c.workerId) ?? '') || (c.answeredAt ?? c.leftAt) < c.leftAt)).toEqual([]);
  });
});
