import type { AuditLine } from '@shanhai/shared/contract/audit.ts';
import type { EmployerId, FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { maskedName } from '@shanhai/shared/rules/phone.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import type { Deps } from '../deps.ts';

type Doer = Pick<AuditLine, 'by' | 'role' | 'scope' | 'region'>;

/** Under which name somebody holds this role: as it was given, as a colleague joined, as the host wrote down. */
async function nameInRole({ by, role, scope }: Doer, { identity, members, stewards }: Deps): Promise<string | undefined> {
  if (!scope) return undefined;
  const workerId = by as WorkerId;
  if (role === 'officer' || role === 'organizer') return (await identity.findGrant(workerId, role, scope))?.name;
  if (role === 'recruiter') return (await members.find(scope as EmployerId, workerId))?.name;
  return role === 'steward' ? (await stewards.find(scope as FairId, workerId))?.name : undefined;
}

/** Two of an office without a name are still told apart. */
const unnamed = ({ by, region }: Doer): string => `${regionName(region)}工作人员（${by.slice(-4)}）`;
const sameDoer = ({ by, role, scope = '' }: Doer): string => `${by}|${role}|${scope}`;

/** The routes whose person is a colleague, not somebody who looks for work. */
const isOfStaff = (action: string): boolean => /^(identity|members|stewards)\./.test(action);

const idsOf = <T extends string>(lines: readonly AuditLine[], name: string): T[] => [
  ...new Set(lines.flatMap(({ subject }) => (subject[name] ? [subject[name] as T] : []))),
];

type Names = ReadonlyMap<string, string>;

/** What employers, fairs and openings are called. One that is gone has no name. */
async function namesOfThings(lines: readonly AuditLine[], { employers, fairs, jobs }: Deps): Promise<Names> {
  const [firms, held, openings] = await Promise.all([
    employers.getMany(idsOf<EmployerId>(lines, 'employerId')),
    Promise.all(idsOf<FairId>(lines, 'fairId').map((fairId) => fairs.known(fairId))),
    jobs.found(idsOf<JobId>(lines, 'jobId')),
  ]);
  return new Map<string, string>([
    ...[...firms.values()].map(({ employerId, shortName }) => [employerId, shortName] as const),
    ...held.flatMap((fair) => (fair ? [[fair.fairId, `${fair.title} ${fair.subtitle}`.trim()] as const] : [])),
    ...openings.map(({ jobId, title }) => [jobId, title] as const),
  ]);
}

/** Lines with names of staff in full and of everybody else masked. 〔个人信息保护法 §6〕 */
export async function withNames(lines: readonly AuditLine[], deps: Deps) {
  const doers = [...new Map(lines.map((line) => [sameDoer(line), line])).values()];
  const people = [...new Set([...lines.map(({ by }) => by), ...idsOf(lines, 'workerId'), ...lines.flatMap(({ persons }) => persons.slice(0, 1))])];
  const [inRole, profiles, things] = await Promise.all([
    Promise.all(doers.map(async (doer) => [sameDoer(doer), await nameInRole(doer, deps)] as const)),
    deps.workers.getMany(people as WorkerId[]),
    namesOfThings(lines, deps),
  ]);
  const roleNames = new Map(inRole);
  const called = ({ action, subject, persons }: AuditLine): Record<string, string> => {
    const personal = [subject['workerId'], ...persons.slice(0, 1)].flatMap((id) => {
      const name = id && profiles.get(id as WorkerId)?.name;
      return id && name ? [[id, isOfStaff(action) ? name : maskedName(name)] as const] : [];
    });
    const others = Object.values(subject).flatMap((id) => (things.has(id) ? [[id, things.get(id) ?? ''] as const] : []));
    return Object.fromEntries([...personal, ...others]);
  };
  return lines.map((line) => ({
    ...line,
    byName: roleNames.get(sameDoer(line)) ?? profiles.get(line.by as WorkerId)?.name ?? unnamed(line),
    called: called(line),
  }));
}
