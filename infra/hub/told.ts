import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { HubOutcome } from '@shanhai/shared/contract/hub.ts';
import type { SeenAtHub } from './judge.ts';

/** What a gate was promised: never changed, never taken out before the server has it. */
export interface Told {
  line: 'told';
  from: string;
  action: GateAction;
  answer: HubOutcome;
  heardAt: string;
  /** The request that brought it, so that it is not taken twice after a restart either. */
  request: string;
  /** The gate had told the server before it told the hub. */
  isSent?: true;
}
/** What the server said to them. */
export interface Sent {
  line: 'sent';
  items: readonly { nonce: string; outcome: HubOutcome['outcome']; code?: string; number?: number }[];
}

/** All that gates told, added up. */
export interface Heard {
  told: Map<string, Told>;
  sent: Map<string, Sent['items'][number]>;
  /** Who passed, in the order in which it happened. */
  seen: SeenAtHub[];
  /** Numbers of the server's list that a gate took back since. */
  gone: Set<number>;
}
export const nothingHeard = (): Heard => ({ told: new Map(), sent: new Map(), seen: [], gone: new Set() });

function takeBack(heard: Heard, { of, number }: Extract<GateAction, { kind: 'undo' }>): void {
  heard.seen = heard.seen.filter((one) => (of ? one.nonce !== of : one.number !== number));
  if (number) heard.gone.add(number);
}

function see(heard: Heard, { action, from }: Told): void {
  if (action.kind === 'undo') takeBack(heard, action);
  if (action.kind !== 'scan' && action.kind !== 'sealed_walk_in') return;
  const { nonce, happenedAt: at, gate, number } = action;
  const scanned = action.kind === 'scan' ? { code: action.code, direction: action.direction } : {};
  heard.seen.push({ nonce, from, at, gate, number, ...scanned });
  heard.seen.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** The server alone gives numbers: from now on the person is found by theirs too. */
function learnNumber({ seen }: Heard, { nonce, number, outcome }: Sent['items'][number]): void {
  const one = seen.find((known) => known.nonce === nonce);
  if (one && number && outcome !== 'refused') one.number = number;
}

/** Adds one line of the file. */
export function hear(heard: Heard, line: Told | Sent): void {
  if (line.line === 'told') {
    heard.told.set(line.action.nonce, line);
    see(heard, line);
    return;
  }
  for (const item of line.items) {
    heard.sent.set(item.nonce, item);
    learnNumber(heard, item);
  }
}

/** A supervisor's word above the capacity counts when that person's own device sends it: the hub cannot know who said it. */
const isLeftToGate = ({ action }: Told): boolean => 'override' in action && action.override !== undefined;
const bringsIn = ({ action }: Told): boolean => action.kind === 'sealed_walk_in' || (action.kind === 'scan' && action.code !== undefined);

/** What the server has not been told yet, in the order in which it happened. */
export const waitingIn = ({ told, sent }: Heard): Told[] =>
  [...told.values()]
    .filter((one) => !one.isSent && !sent.has(one.action.nonce) && !isLeftToGate(one))
    .sort((a, b) => (a.action.happenedAt < b.action.happenedAt ? -1 : 1));

export function figuresOf(heard: Heard) {
  const waiting = waitingIn(heard);
  const all = [...heard.told.values()];
  return {
    told: all.length,
    waiting: waiting.length,
    people: waiting.filter(bringsIn).length,
    sent: heard.sent.size,
    refused: [...heard.sent.values()].filter((item) => item.outcome === 'refused').length,
    leftToGate: all.filter(isLeftToGate).length,
  };
}
