import { signSession } from '@shanhai/functions/src/signing/session-token.ts';
import type { Caller, Role, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Reach } from '@shanhai/shared/contract/reach.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import type { World } from '../../support/world.ts';

export const sides = ['A', 'B'] as const;
export type SideName = (typeof sides)[number];

/** Two pairings of Shanghai that have nothing in common: no district, no prefecture, no county. */
export const places = {
  A: { district: '310113', prefecture: '530300', county: '530324', pairingId: 'baoshan-qujing', town: '富乐镇' },
  B: { district: '310117', prefecture: '530600', county: '530602', pairingId: 'songjiang-zhaotong', town: '北闸镇' },
} as const;

/** Somebody who calls: whose side they are on, and where their office stands. */
export interface Persona {
  name: string;
  role: Role;
  /** The city’s officers are on neither. */
  side?: SideName;
  office?: 'district' | 'county' | 'prefecture' | 'city';
  duty?: 'owner' | 'recruiter' | 'steward' | 'supervisor';
  workerId: WorkerId;
}

const offices = ['district', 'county', 'prefecture'] as const;
const idOf = (side: string, word: string): WorkerId => `m${side}-${word}`.padEnd(12, '0').slice(0, 12) as WorkerId;

const ofSide = (side: SideName): Persona[] => [
  { name: `worker ${side}`, role: 'worker', side, workerId: idOf(side, 'worker') },
  { name: `owner ${side}`, role: 'recruiter', duty: 'owner', side, workerId: idOf(side, 'owner') },
  { name: `colleague ${side}`, role: 'recruiter', duty: 'recruiter', side, workerId: idOf(side, 'colleague') },
  { name: `organizer ${side}`, role: 'organizer', side, workerId: idOf(side, 'host') },
  { name: `supervisor ${side}`, role: 'steward', duty: 'supervisor', side, workerId: idOf(side, 'super') },
  { name: `steward ${side}`, role: 'steward', duty: 'steward', side, workerId: idOf(side, 'steward') },
  ...offices.map((office) => ({ name: `${office} officer ${side}`, role: 'officer' as const, side, office, workerId: idOf(side, office) })),
];

export const personas: readonly Persona[] = [...sides.flatMap(ofSide), { name: 'city officer', role: 'officer', office: 'city', workerId: idOf('C', 'city') }];
export const persona = (name: string): Persona => personas.find((one) => one.name === name) as Persona;
/** People of a side who only have things done to them. */
export const others = (side: SideName) => ({
  newcomer: idOf(side, 'newcomer'),
  grantee: idOf(side, 'grantee'),
  spareColleague: idOf(side, 'spare-coll'),
  spareSteward: idOf(side, 'spare-stew'),
});

type Covers = (who: Persona, side: SideName) => boolean;
const isOn: Covers = (who, side) => who.side === side;
const isOffice =
  (...known: string[]): Covers =>
  ({ role, office = '' }) =>
    role === 'officer' && known.includes(office);
const isCity = isOffice('city');
const isOwner: Covers = (who, side) => isOn(who, side) && who.duty === 'owner';

/** Whose things are within whose reach: what the words of `reachWords` mean for these people, said once more and independently of the rules. */
const covers: Partial<Record<Reach, Covers>> = {
  // of the officers only those of the county and above registered somebody, each somebody else
  person: (who, side) => isOn(who, side) && (who.role !== 'officer' || isOffice('county', 'prefecture')(who, side)),
  employer: (who, side) => (who.role === 'recruiter' ? isOn(who, side) : isCity(who, side) || (isOn(who, side) && isOffice('district')(who, side))),
  owner: isOwner,
  host: isOn,
  door: isOn,
  supervisor: (who, side) => isOn(who, side) && who.duty === 'supervisor',
  concerned: (who, side) => isCity(who, side) || isOn(who, side),
  home: (who, side) => isOn(who, side) && (who.role !== 'officer' || isOffice('county', 'prefecture')(who, side)),
  office: (who, side) => isOn(who, side) && isOffice('county')(who, side),
  city: isCity,
};

/** Is a thing of this side the caller’s to ask about? Undefined where nobody’s thing is named. */
export const isWithinReach = (reach: Reach, who: Persona, side: SideName): boolean | undefined => covers[reach]?.(who, side);

export const scopeOf = ({ role, side, office }: Persona, ids: Record<SideName, { employerId: string; fairId: string }>): string | undefined => {
  if (!side) return '310000';
  if (role === 'recruiter') return ids[side].employerId;
  if (role === 'steward') return ids[side].fairId;
  if (role === 'worker') return undefined;
  return places[side][role === 'organizer' ? 'county' : (office as 'district')];
};

/** Every way a token can be worth nothing, and the one in which it is worth something. */
export function tokensOf(caller: Caller, { clock, deps }: Pick<World, 'clock' | 'deps'>) {
  const now = clock.now;
  const good = signSession(caller, afterMinutes(now, 29), deps.sessionKey);
  const [body = '', signature = ''] = good.split('.');
  const packed = (payload: object): string => Buffer.from(JSON.stringify(payload)).toString('base64url');
  const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const otherLetter = signature.startsWith('A') ? 'B' : 'A';
  const raisedRole = caller.role === 'officer' ? 'organizer' : 'officer';
  return {
    good: `Bearer ${good}`,
    worthless: {
      'that ended a second ago': signSession(caller, afterMinutes(now, -1 / 60), deps.sessionKey),
      'with another role': `${packed({ ...payload, r: raisedRole, s: '310000' })}.${signature}`,
      'of somebody else': `${packed({ ...payload, w: 'mX-stranger0' })}.${signature}`,
      'with a later end': `${packed({ ...payload, e: 4_102_444_800 })}.${signature}`,
      'with another signature': `${body}.${otherLetter}${signature.slice(1)}`,
      'without a signature': `${body}.`,
      'that says it needs none': `${packed({ alg: 'none' })}.${packed(payload)}.`,
      'that is one word': 'nonsense',
      'that is two words': 'a.b',
      'that is a dot': '.',
      'of another stage': signSession(caller, afterMinutes(now, 29), new Uint8Array(32).fill(7)),
    },
  };
}
