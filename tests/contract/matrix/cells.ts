import { type Caller, type Entry, Role } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { type Reach, reachOf } from '@shanhai/shared/contract/reach.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import { inOrder } from './inputs.ts';
import { isWithinReach, type Persona, type SideName, sides } from './people.ts';

/** What has to come of a cell; each says what is asserted of the answer. */
export type Expected =
  /** 401 without touching the table. */
  | 'not signed in'
  /** 403 not_allowed without touching the table. */
  | 'role not named'
  /** 401: the role was taken back. */
  | 'role gone'
  /** 403: no longer with the employer, no longer at the gate. */
  | 'left'
  /** 403 or 404, and nothing is written. */
  | 'another’s'
  /** 403, 404 or the word that a time is gone, and nothing is written: nobody has it, or it is not where it was looked for. */
  | 'not there'
  /** 401 or 403: WeChat said nothing of the kind. */
  | 'not WeChat’s'
  /** Answered, or refused for what it is about. */
  | 'own'
  /** Nobody’s thing in particular is named: the same, and nothing of the other side is in it. */
  | 'admitted';

export interface Cell {
  route: RouteName;
  who: string;
  how: string;
  side: SideName;
  expected: Expected;
  reach: Reach | undefined;
  persona?: Persona | undefined;
  caller?: Caller | undefined;
  /** Fields of the request that are another side’s, or nobody’s. */
  mixed?: { names: readonly string[]; from: SideName | 'nobody' } | undefined;
  /** The value of the authorization header. */
  token?: string | undefined;
}

export const names = inOrder(Object.keys(routes) as RouteName[]);
const byOf = (name: RouteName): Entry['by'] => (contract[name] as Entry).by;
const isNamed = (name: RouteName, role: Role): boolean => {
  const by = byOf(name);
  return by === 'anyone' || by.includes(role);
};

/** A caller with every token of theirs. */
export interface Holder {
  persona: Persona;
  good: string;
  worthless: Record<string, string>;
}

/** Nobody, and everybody with a token that is worth nothing, at every address. */
export function strangerCells(holders: readonly Holder[]): Cell[] {
  const first = Role.options.map((role) => holders.find(({ persona }) => persona.role === role && persona.side === 'A') as Holder);
  return names.flatMap((route) => {
    const about = { route, side: 'A' as const, reach: undefined };
    const signedOut: Cell[] = byOf(route) === 'anyone' ? [] : [{ ...about, who: 'nobody', how: 'signed out', expected: 'not signed in' }];
    const worthless = first.flatMap(({ persona, worthless: tokens }) =>
      Object.entries(tokens).map(
        ([how, token]): Cell => ({ ...about, who: persona.role, how: `a token ${how}`, expected: 'not signed in', token: `Bearer ${token}` }),
      ),
    );
    return [...signedOut, ...worthless];
  });
}

function expectedOf(route: RouteName, who: Persona, side: SideName): Pick<Cell, 'expected' | 'reach'> {
  if (!isNamed(route, who.role)) return { expected: 'role not named', reach: undefined };
  const reach = reachOf(route, who.role);
  if (reach === 'wechat') return { expected: 'not WeChat’s', reach };
  const isOwn = isWithinReach(reach, who, side);
  return { expected: isOwn === undefined ? 'admitted' : isOwn ? 'own' : 'another’s', reach };
}

const inPath = (name: RouteName): string[] => [...routes[name].matchAll(/\{(\w+)\}/g)].map(([, field]) => field ?? '');
/** Of two ids in one address the second lies within the first; a booth or a device may have the same name at two fairs. */
const within = (name: RouteName): string | undefined =>
  inPath(name)
    .slice(1)
    .find((field) => field === 'workerId' || field === 'slotId');
/** An employer may ask anybody who lets themselves be found, and an officer may recommend them. */
const meetsAnybody = (name: RouteName): boolean => name === 'search.invite' || name === 'search.override';

type Mixture = Pick<Cell, 'how' | 'side' | 'expected' | 'mixed'>;

/** About the other side’s thing: only what stands in the address is theirs; or the last id of it is one’s own. */
const ofOthers = (path: string[], inner: string | undefined, own: SideName, other: SideName): Mixture[] => [
  { how: 'their address, own words', side: own, expected: 'another’s', mixed: { names: path, from: other } },
  ...(inner ? [{ how: `theirs, own ${inner}`, side: other, expected: 'not there' as const, mixed: { names: [inner], from: own } }] : []),
];
/** About one’s own thing: an id that nobody has; or the last id is of the other side. */
const ofOwn = (path: string[], inner: string | undefined, own: SideName, other: SideName): Mixture[] => [
  { how: `nobody’s ${path[0]}`, side: own, expected: 'not there', mixed: { names: path.slice(0, 1), from: 'nobody' } },
  ...(inner ? [{ how: `own, their ${inner}`, side: own, expected: 'not there' as const, mixed: { names: [inner], from: other } }] : []),
];

/** What could slip through when one field of a request is looked at and another one is used. */
function mixedCells(cell: Cell): Cell[] {
  const { route, expected } = cell;
  const own = cell.persona?.side;
  const path = inPath(route);
  // an application names an opening, and anybody may apply for any
  if (!own || !path.length || route === 'applications.apply') return [];
  const make = cell.side === own ? ofOwn : ofOthers;
  if (expected !== (cell.side === own ? 'own' : 'another’s')) return [];
  const inner = meetsAnybody(route) ? undefined : within(route);
  return make(path, inner, own, own === 'A' ? 'B' : 'A').map((mixture) => ({ ...cell, ...mixture }));
}

/** Every person with a genuine session, about the things of both sides, and about mixtures of them. */
export const signedInCells = (holders: readonly Holder[]): Cell[] =>
  names.flatMap((route) =>
    holders.flatMap(({ persona, good }) =>
      sides.flatMap((side): Cell[] => {
        const how = persona.side === side ? 'own side' : 'other side';
        const cell: Cell = { route, who: persona.name, how, side, persona, token: good, ...expectedOf(route, persona, side) };
        return [cell, ...mixedCells(cell)];
      }),
    ),
  );

/** Nobody at the addresses that need no session. */
export const openCells = (): Cell[] =>
  names
    .filter((route) => byOf(route) === 'anyone')
    .flatMap((route) =>
      sides.map((side): Cell => {
        const reach = reachOf(route);
        return { route, who: 'nobody', how: 'signed out', side, reach, expected: reach === 'wechat' ? 'not WeChat’s' : 'admitted' };
      }),
    );

/** A staff role that was taken back while its session still ran. */
function afterwards(route: RouteName, { role }: Persona): Expected | undefined {
  if (role === 'organizer' || role === 'officer') return isNamed(route, role) ? 'role gone' : undefined;
  if (!isNamed(route, role)) return undefined;
  // whoever has left is a person like any other, with nothing of the employer’s or the fair’s
  return isNamed(route, 'worker') ? undefined : 'left';
}

export const formerCells = (holders: readonly Holder[]): Cell[] =>
  names.flatMap((route) =>
    holders.flatMap(({ persona, good }): Cell[] => {
      const expected = afterwards(route, persona);
      if (!expected) return [];
      return [{ route, who: persona.name, how: 'role taken back', side: 'A', reach: undefined, expected, persona, token: good }];
    }),
  );
