import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { HubOutcome } from '@shanhai/shared/contract/hub.ts';
import { isProblemCode } from '@shanhai/shared/problems.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { type GateAct, type GateDeedKept, gateDeedsNow, keepAtGate } from '../../api/gate-queue.ts';
import { type Refusal, refusalOf } from '../../api/refusal.ts';
import { deviceId, drawnLetters } from '../../api/session-store.ts';
import { askHub, hubOf, mayAsk } from './hub-link.ts';
import { noteRefusal } from './judge-here.ts';
import { type Asked, markedWords, type Verdict, verdictOfRefusal } from './verdict.ts';

/** An act with its nonce and its moment, before or after it was kept. */
interface Stamped {
  act: GateAct;
  nonce: string;
  happenedAt: string;
}
type Blank = { kind: 'blank'; number: number };
type How = { isAsked?: boolean; isSent?: boolean; from?: string };

/** What the hub has of this device's queue; told once more after a restart, which adds nothing. */
const told = new Set<string>();
export const hubHas = (nonce: string): void => void told.add(nonce);
/** A name that could be read is never told: the hub refuses it, and it stays on this device for the server. */
const isFit = ({ payload: { act } }: GateDeedKept): boolean => act.kind !== 'walk_in';
export const untoldOf = (deeds: readonly GateDeedKept[]): GateDeedKept[] =>
  deeds.filter((deed) => deed.state === 'waiting' && !told.has(deed.nonce) && isFit(deed));
const mostTold = 50;

/** Says it to the hub; undefined when there is none, or it is away: then the gate goes on by itself. */
async function say(fairId: string, said: readonly Stamped[], how: How): Promise<readonly HubOutcome[] | undefined> {
  const hub = hubOf(fairId);
  if (!hub || !mayAsk(fairId)) return undefined;
  const actions = said.map(({ act, nonce, happenedAt }) => ({ ...act, nonce, happenedAt }));
  const input = { fairId, deviceId: deviceId(), ...how, actions } as Sent<'attendance.upload'>;
  return (await askHub(hub, 'attendance.upload', input).catch(() => undefined))?.items;
}

/** What this device did alone is told to the hub, so that no other gate lets the same person in. It stays in the queue for the server. */
export async function tellHub(fairId: string): Promise<void> {
  for (;;) {
    const untold = untoldOf(gateDeedsNow(fairId));
    const from = untold[0]?.payload.from;
    const own = untold.filter((deed) => deed.payload.from === from).slice(0, mostTold);
    const stamped = own.map(({ nonce, happenedAt, payload: { act } }) => ({ act, nonce, happenedAt }));
    const items = own.length > 0 ? await say(fairId, stamped, from ? { from } : {}) : undefined;
    if (!items) return;
    for (const { nonce } of own) told.add(nonce);
  }
}

const firstWords = ({ first }: HubOutcome): string => (first ? `${chinaTime(first.at)} ${first.gate}已经进过了` : '已经进过了');

/** Why the hub says no, in the gate's words; what it could not read or do is no answer. */
function refusalIn({ problem }: HubOutcome): Refusal | undefined {
  const code = problem?.code;
  if (!isProblemCode(code) || ['invalid_input', 'try_again', 'clock_off', 'internal'].includes(code)) return undefined;
  return refusalOf(code, problem?.detail);
}

/** Also on this device: when the laptop falls, nothing is lost. A full phone loses nothing either, for the hub has it. */
function keepToo(fairId: string, { act, nonce, happenedAt }: Stamped): void {
  hubHas(nonce);
  try {
    keepAtGate(fairId, act, nonce, happenedAt);
  } catch {
    // the hub keeps it and sends it
  }
}

function letThrough(answer: HubOutcome, { act, nonce, happenedAt }: Stamped, gate: string): Verdict {
  const { number } = answer;
  if (act.kind === 'scan' && act.direction === 'out') return { kind: 'out', ...(number && { number }), words: '出去了，现场主机记下了' };
  const words = `${chinaTime(happenedAt)} ${gate}进场，现场主机记下了`;
  return number ? { kind: 'in', number, words } : { kind: 'kept', nonce, isAtHub: true, words: `${words}，号码有网后出来` };
}

function refusedAtHub(fairId: string, answer: HubOutcome, gate: string, asked: Asked): Verdict | undefined {
  const refusal = refusalIn(answer);
  if (refusal) noteRefusal(fairId, gate, refusal.code);
  return refusal && verdictOfRefusal(refusal, asked);
}

const isBlank = ({ outcome, flags = [] }: HubOutcome, { direction }: Asked): boolean =>
  outcome === 'done' && flags.includes('unknown_number') && direction !== 'out';

function verdictAtHub(fairId: string, answer: HubOutcome, said: Stamped, gate: string, asked: Asked): Verdict | Blank | undefined {
  const { outcome, number, flags = [] } = answer;
  if (outcome === 'refused') return refusedAtHub(fairId, answer, gate, asked);
  if (isBlank(answer, asked)) return { kind: 'blank', number: number ?? 0 };
  const marked = markedWords(flags);
  if (outcome === 'done' || marked) keepToo(fairId, said);
  if (outcome === 'done') return letThrough(answer, said, gate);
  return { kind: 'already', ...(number && { number }), words: marked ?? firstWords(answer) };
}

/** Somebody stands at the gate and there is no network: the laptop in the hall knows whether another gate let them in. */
export async function scanAtHub(fairId: string, gate: string, asked: Asked): Promise<Verdict | Blank | undefined> {
  const { nonce, ...shown } = asked;
  const said: Stamped = { act: { kind: 'scan', gate, ...shown }, nonce, happenedAt: new Date().toISOString() };
  const [answer] = (await say(fairId, [said], { isAsked: true })) ?? [];
  return answer && verdictAtHub(fairId, answer, said, gate, asked);
}

/** Registers a strip at the hub, with the name closed. True when the hub has it; a refusal is thrown; false when it was not asked. */
export async function walkInAtHub(fairId: string, said: Stamped): Promise<boolean> {
  if (said.act.kind !== 'sealed_walk_in') return false;
  const [answer] = (await say(fairId, [said], { isAsked: true })) ?? [];
  const refusal = answer?.outcome === 'refused' ? refusalIn(answer) : undefined;
  if (refusal) {
    noteRefusal(fairId, said.act.gate, refusal.code);
    throw refusal;
  }
  return answer?.outcome === 'done';
}

/** What the server did with network is told to the hub, for gates that have none; says so when another gate had let the person in. */
export async function tellDone(fairId: string, act: GateAct, nonce = drawnLetters(16)): Promise<Verdict | undefined> {
  const [answer] = (await say(fairId, [{ act, nonce, happenedAt: new Date().toISOString() }], { isSent: true })) ?? [];
  if (answer?.outcome !== 'already' || !answer.first) return undefined;
  const number = 'number' in act ? act.number : undefined;
  return { kind: 'already', ...(number && { number }), words: firstWords(answer) };
}

/** The same for somebody who passed by the server's word; who was there already is no news. */
export async function tellPassed(fairId: string, gate: string, asked: Asked, { outcome, number }: Output<'attendance.scan'>): Promise<Verdict | undefined> {
  const { nonce, ...shown } = asked;
  return outcome === 'already' ? undefined : tellDone(fairId, { kind: 'scan', gate, ...shown, number }, nonce);
}
