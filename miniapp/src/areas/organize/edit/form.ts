import type { Sent } from '@shanhai/shared/contract/contract.ts';
import { atChinaTime, chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { type Campaign, type FairKind, type FairPlan, fairPlans, fairPlanWords, isOnline, licensedFrom } from '@shanhai/shared/rules/fairs.ts';
import type { Fair } from '../own-fairs.ts';

/** A fair as it is being typed: everything text until it is sent. */
export interface Draft {
  title: string;
  subtitle: string;
  kind: FairKind;
  campaign: Campaign;
  pairingId: string;
  place: string;
  day: string;
  /** The same as `day` for a fair of one day. */
  lastDay: string;
  from: string;
  to: string;
  /** Names one below another, or with 、 between. */
  gates: string;
  homeTowns: string;
  helpDesks: string;
  expected: string;
  permitNo: string;
  countsExits: boolean;
  /** How many may be inside at once; empty: nobody is stopped. */
  capacity: string;
  plans: Record<FairPlan, { title: string; body: string }>;
}
export type Field = Exclude<keyof Draft, 'plans'> | `plan_${FairPlan}`;
export type Problems = Partial<Record<Field, string>>;

/** `东门、西门` → two names. */
export const namesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、，,；;\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

const noPlan = { title: '', body: '' };
const clock = (at: string): string => chinaTime(at).padStart(5, '0');

/** A new fair; gates, towns and help desks are as last time. */
export function blankDraft(last: Fair | undefined): Draft {
  return {
    title: '',
    subtitle: '',
    kind: 'onsite',
    campaign: 'none',
    pairingId: last?.pairingId ?? '',
    place: '',
    day: '',
    lastDay: '',
    from: '09:00',
    to: '15:00',
    gates: last?.gates.join('、') ?? '正门',
    homeTowns: last?.homeTowns.join('、') ?? '',
    helpDesks: last?.helpDesks.join('、') ?? '',
    expected: '',
    permitNo: '',
    countsExits: last?.countsExits ?? false,
    capacity: '',
    plans: { organisation: noPlan, emergency: noPlan, security: noPlan },
  };
}

export function draftOf(fair: Fair): Draft {
  const { title, subtitle, kind, campaign, place, opensAt, closesAt, plans } = fair;
  const plan = (key: FairPlan) => plans[key] ?? noPlan;
  return {
    title,
    subtitle,
    kind,
    campaign,
    place,
    pairingId: fair.pairingId ?? '',
    day: chinaDay(opensAt),
    lastDay: chinaDay(closesAt),
    from: clock(opensAt),
    to: clock(closesAt),
    gates: fair.gates.join('、'),
    homeTowns: fair.homeTowns.join('、'),
    helpDesks: fair.helpDesks.join('、'),
    expected: String(fair.expectedAttendance),
    permitNo: fair.policePermitNo,
    countsExits: fair.countsExits ?? false,
    capacity: fair.capacity ? String(fair.capacity) : '',
    plans: { organisation: plan('organisation'), emergency: plan('emergency'), security: plan('security') },
  };
}

function plansOf({ plans }: Draft): Fair['plans'] {
  const written = fairPlans.filter((key) => plans[key].body.trim());
  return Object.fromEntries(written.map((key) => [key, { title: plans[key].title.trim() || fairPlanWords[key], body: plans[key].body.trim() }]));
}

/** The draft as the server takes it; only once it has no problems. */
export function formOf(draft: Draft, hostRegion: string): Sent<'fairs.create'> {
  const { title, subtitle, kind, campaign, pairingId, place } = draft;
  return {
    title: title.trim(),
    subtitle: subtitle.trim(),
    kind,
    campaign,
    hostRegion,
    place: place.trim(),
    ...(pairingId && { pairingId }),
    opensAt: atChinaTime(draft.day, draft.from),
    closesAt: atChinaTime(draft.lastDay || draft.day, draft.to),
    expectedAttendance: Number(draft.expected),
    policePermitNo: draft.permitNo.trim(),
    countsExits: draft.countsExits,
    capacity: Number(draft.capacity) || 0,
    plans: plansOf(draft),
    gates: namesOf(draft.gates),
    homeTowns: namesOf(draft.homeTowns),
    helpDesks: namesOf(draft.helpDesks),
  };
}

/** Must the police license it? 〔大型群众性活动安全管理条例 §2(5)、§11〕 */
export const needsPermit = (fair: { expected: number; kind: FairKind }): boolean => fair.expected >= licensedFrom && !isOnline(fair.kind);

/** Was it published under a licence, so that time, place and scale stand? 〔大型群众性活动安全管理条例 §15〕 */
export const isFixed = (fair: Fair | undefined): boolean => fair?.status === 'published' && needsPermit({ expected: fair.expectedAttendance, kind: fair.kind });
