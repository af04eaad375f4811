import { CheckIn } from '@shanhai/shared/contract/attendance.ts';
import { SeenCard } from '@shanhai/shared/contract/cards.ts';
import type { Booth, BoothOpening } from '@shanhai/shared/contract/fairs.ts';
import { type Answer, consentVersion, type Reply } from '@shanhai/shared/rules/cards.ts';
import type { Evidence } from '@shanhai/shared/rules/evidence.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { openFairKey } from './fair-rows.ts';
import { fairIdOf } from './fairs.ts';
import { numberOf, pickOf } from './keyed.ts';
import { answeredPersona, type DemoWorker } from './people.ts';

/** What has happened at today's fair lies between two instants. */
export interface Span {
  from: string;
  until: string;
}

/** `arrivedAt`: when the server heard of it; some phones had no signal at the gate. `deviceId`: the person's own phone, or the gate's. */
export type DemoCheckIn = CheckIn & { workerId: DemoWorker['workerId']; evidence: Evidence; arrivedAt: string; deviceId: string };
export type DemoCard = SeenCard & Pick<Booth, 'fairId' | 'boothNo' | 'employerId'> & { workerId: DemoWorker['workerId']; consentVersion: string };

/** The first number given to a phone: those before it are on printed strips. */
const firstPhoneNumber = 61;

function instantIn(span: Span, share: number): string {
  const from = Date.parse(span.from);
  return new Date(from + Math.round((Date.parse(span.until) - from) * share)).toISOString();
}

/** The share of the span at which somebody came: early ones are many, and later steps leave room. */
const arrivalShare = (workerId: string): number => (numberOf(`arrival/${workerId}`, 1000) / 1000) ** 1.3 * 0.7;
const laterShare = (workerId: string, step: number): number => arrivalShare(workerId) + (1 - arrivalShare(workerId)) * step;

const signalBackMs = 6 * 60_000;

/** As on any day: most scan the poster, some are scanned at the gate, who has a strip was registered there, and a few phones had no signal. */
function restsOn(w: DemoWorker, at: string, { until }: Span): { evidence: Evidence; arrivedAt: string } {
  const share = numberOf(`evidence/${w.workerId}`, 10);
  if (w.strip) return { evidence: { by: 'walk_in' }, arrivedAt: at };
  if (share < 3) return { evidence: { by: 'gate_scan' }, arrivedAt: at };
  const back = new Date(Math.min(Date.parse(at) + signalBackMs, Date.parse(until))).toISOString();
  return share === 3 && back > at ? { evidence: { by: 'printed', isLate: true }, arrivedAt: back } : { evidence: { by: 'printed' }, arrivedAt: at };
}

/** Check-ins of the crowd and of the persona whose cards are answered; the other personas have yet to come. */
export function demoCheckIns(workers: readonly DemoWorker[], span: Span): DemoCheckIn[] {
  return workers
    .filter((w) => !w.persona || w.persona === answeredPersona)
    .map((w, i) => {
      const at = instantIn(span, arrivalShare(w.workerId));
      const checkIn = CheckIn.parse({
        fairId: fairIdOf(openFairKey),
        number: w.strip ?? firstPhoneNumber + i,
        at,
        gate: numberOf(`gate/${w.workerId}`, 5) < 3 ? '东门' : '西门',
        ...(w.home ? { home: w.home } : {}),
      });
      const rest = restsOn(w, at, span);
      const deviceId = rest.evidence.by === 'printed' ? `phone-${w.workerId}` : 'demo-device';
      return { ...checkIn, workerId: w.workerId, ...rest, deviceId };
    });
}

type Visit = { booth: Booth; opening: BoothOpening };

const suits = (w: DemoWorker, v: Visit): boolean =>
  w.wish.trades.includes(v.opening.trade) && (!w.wish.placeRegion || isWithinRegion(v.opening.workRegion, w.wish.placeRegion));

/** One to three booths, suiting ones first, never the same booth twice. */
function visitsOf(w: DemoWorker, booths: readonly Booth[]): Visit[] {
  const all = booths.flatMap((booth) => booth.openings.map((opening) => ({ booth, opening })));
  const rank = (v: Visit): number => (suits(w, v) ? 0 : 1000) + numberOf(`rank/${w.workerId}/${v.opening.jobId}`, 1000);
  const perBooth = new Map<number, Visit>();
  for (const v of [...all].sort((a, b) => rank(a) - rank(b))) if (!perBooth.has(v.booth.boothNo)) perBooth.set(v.booth.boothNo, v);
  return [...perBooth.values()].slice(0, 1 + numberOf(`visits/${w.workerId}`, 3));
}

const notes: Record<Answer, readonly string[]> = {
  want: ['下周三统一出发，到了有人接', '下周一来公司报到，带身份证复印件', '体检约在县医院，单位付'],
  talk: ['证再补一下，补好就定', '明天下午打电话细说', '想先看看宿舍照片也行'],
  no: ['这回人够了，下次招人先打给您', '和您想的工钱差得多，别处再看看'],
};

/** Three in five are answered: of those about one 要你, one 不合适 and two 再谈 in four. */
function answerBy(key: string): Answer | undefined {
  const roll = numberOf(`answer/${key}`, 100);
  if (roll >= 60) return undefined;
  return roll < 16 ? 'want' : roll < 44 ? 'talk' : 'no';
}

type Outcome = { answer: Answer; reply?: Reply | undefined; note?: string | undefined };

function outcomeOf(key: string): Outcome | undefined {
  const answer = answerBy(key);
  if (!answer) return undefined;
  return {
    answer,
    ...(answer === 'want' && numberOf(`reply/${key}`, 10) < 7 ? { reply: 'accepted' as const } : {}),
    ...(numberOf(`note/${key}`, 3) === 0 ? { note: pickOf(notes[answer], `words/${key}`) } : {}),
  };
}

function cardOf(w: DemoWorker, checkIn: DemoCheckIn, { booth, opening }: Visit, span: Span, outcome: Outcome | undefined, order: number): DemoCard {
  const card = SeenCard.parse({
    number: checkIn.number,
    name: w.name,
    ...(w.phone ? { phone: w.phone } : {}),
    trades: w.wish.trades,
    ...(w.home?.town ? { town: w.home.town } : {}),
    jobId: opening.jobId,
    jobTitle: opening.title,
    leftAt: instantIn(span, laterShare(w.workerId, 0.2 + order * 0.12)),
    spokenConsent: w.strip !== undefined,
    ...(outcome ? { ...outcome, answeredAt: instantIn(span, laterShare(w.workerId, 0.7 + order * 0.07)) } : {}),
    demo: true,
  });
  return { ...card, fairId: booth.fairId, boothNo: booth.boothNo, employerId: booth.employerId, workerId: w.workerId, consentVersion };
}

/** What the answered persona finds under 回音: one of each. */
const personaOutcomes: readonly (readonly [label: string, outcome: Outcome | undefined])[] = [
  ['A03', { answer: 'want', note: '下周一来公司报到，车票单位先垫' }],
  ['B03', { answer: 'talk', note: '明天下午三点打电话给您' }],
  ['B02', { answer: 'no', note: '这个岗位要上夜班，另有白班可看' }],
  ['B06', undefined],
];

function personaCards(w: DemoWorker, checkIn: DemoCheckIn, booths: readonly Booth[], span: Span): DemoCard[] {
  return personaOutcomes.flatMap(([label, outcome], order) => {
    const booth = booths.find((b) => b.label === label);
    const opening = booth?.openings[0];
    return booth && opening ? [cardOf(w, checkIn, { booth, opening }, span, outcome, order)] : [];
  });
}

/** Cards left at today's fair, with the answers given so far. */
export function demoCards(workers: readonly DemoWorker[], checkIns: readonly DemoCheckIn[], booths: readonly Booth[], span: Span): DemoCard[] {
  const here = booths.filter((b) => b.fairId === fairIdOf(openFairKey));
  const byWorker = new Map(workers.map((w) => [w.workerId, w]));
  return checkIns.flatMap((checkIn) => {
    const w = byWorker.get(checkIn.workerId);
    if (!w) return [];
    if (w.persona) return personaCards(w, checkIn, here, span);
    return visitsOf(w, here).map((visit, order) => cardOf(w, checkIn, visit, span, outcomeOf(`${w.workerId}/${visit.booth.boothNo}`), order));
  });
}
