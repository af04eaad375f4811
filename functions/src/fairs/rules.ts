import type { Caller, EmployerId, FairId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Booth, BoothOpening, Fair, FairForm, Missing } from '@shanhai/shared/contract/fairs.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Pairing } from '@shanhai/shared/contract/pairings.ts';
import type { PresenceForm } from '@shanhai/shared/contract/presence.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { isVerifiedOn } from '@shanhai/shared/rules/employers.ts';
import { lastBooth } from '@shanhai/shared/rules/fair-numbers.ts';
import { fairCan, fairPlans, fairPlanWords, isOnline, licensedFrom } from '@shanhai/shared/rules/fairs.ts';
import { remainingOf, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { isHost, isOwnPairing } from '@shanhai/shared/rules/scopes.ts';

/** Only the host decides about a fair. */
export function requireHost(fair: { hostRegion: string }, by: Caller): void {
  if (!isHost(fair, by)) throw new Problem('not_allowed');
}

/** A fair counts for a pairing of its own region only: the other side reads the figures of what it has a part in. */
export function requireOwnPairing({ hostRegion }: { hostRegion: string }, pairing: Pairing | undefined): void {
  if (pairing && !isOwnPairing(pairing, { role: 'organizer', scope: hostRegion })) {
    throw new Problem('invalid_input', { field: 'pairingId', rule: 'not_of_host' });
  }
}

/** A draft of the host’s region, within what its permit will allow; nothing of it is seen by others yet. */
export function createFair(form: FairForm, fairId: FairId, by: Caller): Fair {
  requireHost(form, by);
  requireTimes(form);
  requireWithinPermit(form);
  return {
    ...form,
    fairId,
    status: 'draft',
    hostName: `${regionName(form.hostRegion)}人社局`,
    strips: [],
    boothCount: 0,
    openingCount: 0,
    headcount: 0,
    version: 0,
  };
}

function requireTimes(form: { opensAt: string; closesAt: string }): void {
  if (form.closesAt <= form.opensAt) throw new Problem('invalid_input', { field: 'closesAt', rule: 'after_opening' });
}

const isLicensed = (f: { expectedAttendance: number; kind: Fair['kind'] }): boolean => f.expectedAttendance >= licensedFrom && !isOnline(f.kind);
const licensedFields = ['opensAt', 'closesAt', 'place', 'expectedAttendance'] as const;

/** A licensed fair never holds more than it is licensed for. 〔大型群众性活动安全管理条例 §11、§15〕 */
function requireWithinPermit(fair: { expectedAttendance: number; kind: Fair['kind']; capacity?: number | undefined }): void {
  if (isLicensed(fair) && (fair.capacity ?? 0) > fair.expectedAttendance) throw new Problem('invalid_input', { field: 'capacity', rule: 'above_permit' });
}

/** Whether people inside are counted at all is said before the gate opens: whoever is in by then was not. The number itself may change. */
export function requireCountingKept(fair: Fair, changed: Fair, now: string): void {
  const isBegun = fair.status === 'published' && now >= fair.opensAt;
  if (isBegun && !fair.capacity !== !changed.capacity) throw new Problem('fair_cannot_change', { field: 'capacity' });
}

/** After publishing, a licensed fair keeps its time, place and scale, and every fair its papers. 〔大型群众性活动安全管理条例 §15〕 */
export function changeFair(fair: Fair, form: FairForm, version: number, by: Caller): Fair {
  requireHost(fair, by);
  requireHost(form, by);
  requireTimes(form);
  if (!fairCan.change(fair)) throw new Problem('fair_cannot_change', { status: fair.status });
  if (version !== fair.version) throw new Problem('changed_meanwhile');
  const moved = licensedFields.find((field) => fair[field] !== form[field]);
  if (fair.status === 'published' && isLicensed(fair) && moved)
    throw new Problem('fair_cannot_change', { field: moved, article: '大型群众性活动安全管理条例第15条' });
  const changed = { ...fair, ...form, pairingId: form.pairingId };
  requireWithinPermit(changed);
  if (fair.status === 'published') requireReady(papersMissing(changed));
  return changed;
}

/** What hangs above the booth is its own at the fair, and so is its place in the order. */
export function addBooth(fair: Fair, booths: readonly Booth[], employer: Employer, label: string, jobs: Job[], by: Caller, today: string): Booth {
  requireHost(fair, by);
  if (!fairCan.change(fair)) throw new Problem('fair_cannot_change', { status: fair.status });
  if (!isVerifiedOn(employer, today)) throw new Problem('employer_not_verified', { employerId: employer.employerId });
  if (booths.some((b) => b.label === label || b.employerId === employer.employerId)) throw new Problem('booth_taken', { label });
  const boothNo = Math.max(0, ...booths.map((b) => b.boothNo)) + 1;
  if (boothNo > lastBooth) throw new Problem('booths_full');
  return boothOf(fair.fairId, boothNo, label, employer, openingsOf(jobs, employer.employerId, today));
}

/** A booth with what it shows of its employer. */
export function boothOf(fairId: FairId, boothNo: number, label: string, employer: Employer, openings: BoothOpening[]): Booth {
  return {
    fairId,
    boothNo,
    label,
    employerId: employer.employerId,
    employerName: employer.name,
    employerShortName: employer.shortName,
    employerVerifiedBy: employer.verifiedBy ?? '',
    employerVerifiedOn: employer.verifiedOn ?? '',
    employerRegion: employer.regionCode,
    contactName: employer.agentName,
    openings,
    ...(employer.demo ? { demo: true } : {}),
  };
}

/** The organizer or the booth's own employer says what is on offer there. */
export function attachOpenings(fair: Fair, booth: Booth, jobs: Job[], by: Caller, today: string): Booth {
  if (by.role === 'organizer') requireHost(fair, by);
  else if (by.scope !== booth.employerId) throw new Problem('not_allowed');
  if (!fairCan.change(fair)) throw new Problem('fair_cannot_change', { status: fair.status });
  return { ...booth, openings: openingsOf(jobs, booth.employerId, today) };
}

/** An opening as it hangs at a booth: what is left of it when it is brought there. */
export function openingAtBooth(job: Job): BoothOpening {
  const { jobId, title, trade, headcount, workRegion, hasDorm, meals, taste } = job;
  const clientName = job.onBehalfOf?.unitName;
  const shown = { jobId, title, trade, headcount, remaining: remainingOf(job), takeHomeFen: takeHomeFen(job), workRegion, hasDorm, meals, taste };
  return clientName ? { ...shown, clientName } : shown;
}

function openingsOf(jobs: Job[], employerId: EmployerId, today: string): BoothOpening[] {
  const absent = jobs.find((job) => job.employerId !== employerId || job.status !== 'open' || job.expiresOn < today);
  if (absent) throw new Problem('opening_not_here', { jobId: absent.jobId });
  return jobs.map(openingAtBooth);
}

/** The papers of an on-site fair: three plans, and from 1000 people on the permit. 〔人力资源市场暂行条例 §28；大型群众性活动安全管理条例 §2(5)、§11〕 */
function papersMissing(fair: Fair): Missing[] {
  if (isOnline(fair.kind)) return [];
  const plans = fairPlans.filter((plan) => !fair.plans[plan]);
  const missing: Missing[] = plans.map((plan) => ({ key: `plan_${plan}`, words: `附上${fairPlanWords[plan]}`, article: '人力资源市场暂行条例第28条' }));
  if (!isLicensed(fair) || fair.policePermitNo) return missing;
  const words = `预计 ${fair.expectedAttendance} 人，要先办公安许可，填许可证号（提前 20 天申请）`;
  return [...missing, { key: 'police_permit', words, article: '大型群众性活动安全管理条例第2条、第11条、第13条' }];
}

/** A booth is for an employer that is verified today, and shows at least one opening. 〔人力资源市场暂行条例 §24、§28〕 */
function boothMissing(booth: Booth, employer: Employer | undefined, today: string): Missing[] {
  const who = `${booth.label} ${booth.employerShortName}`;
  const missing: Missing[] = [];
  if (!employer || !isVerifiedOn(employer, today))
    missing.push({ key: `booth_${booth.boothNo}`, words: `${who}还没核验`, article: '人力资源市场暂行条例第28条' });
  if (!booth.openings.length) missing.push({ key: `openings_${booth.boothNo}`, words: `${who}还没放岗位`, article: '人力资源市场暂行条例第24条' });
  return missing;
}

/** All that keeps a fair from being published. 〔人力资源市场暂行条例 §28：三项方案、核实单位、事先公布〕 */
export function missingOf(fair: Fair, booths: readonly Booth[], employers: ReadonlyMap<EmployerId, Employer>, now: string, today: string): Missing[] {
  return [
    ...(fair.closesAt > now ? [] : [{ key: 'time', words: '散场时间已经过了，改一下时间' }]),
    ...papersMissing(fair),
    ...(booths.length ? [] : [{ key: 'booths', words: '至少请一家单位' }]),
    ...booths.flatMap((booth) => boothMissing(booth, employers.get(booth.employerId), today)),
  ];
}

function requireReady(missing: Missing[]): void {
  if (missing.length) throw new Problem('fair_not_ready', { count: missing.length, missing });
}

/** How presence is proven, while the fair is still to be held. A new key for the screens counts on from the last one. */
export function setPresence(fair: Fair, form: PresenceForm, isNewKey: boolean, by: Caller): Fair {
  requireHost(fair, by);
  if (!fairCan.change(fair)) throw new Problem('fair_cannot_change', { status: fair.status });
  const screenKeyNo = (fair.presence?.screenKeyNo ?? 0) + (isNewKey ? 1 : 0);
  return { ...fair, presence: { ...form, screenKeyNo } };
}

/** Published when nothing is missing; what is missing is said whole. 〔人力资源市场暂行条例 §28〕 */
export function publishFair(fair: Fair, missing: Missing[], by: Caller, publishedAt: string): Fair {
  requireHost(fair, by);
  if (!fairCan.publish(fair)) throw new Problem('fair_cannot_publish', { status: fair.status });
  requireReady(missing);
  return { ...fair, status: 'published', publishedAt };
}

/** Closed once; the moment is the one from which nobody comes in and answers are owed. */
export function closeFair(fair: Fair, by: Caller, closedAt: string): Fair {
  requireHost(fair, by);
  if (!fairCan.close(fair)) throw new Problem('fair_cannot_close', { status: fair.status });
  return { ...fair, status: 'closed', closedAt };
}

/** The counts a fair shows of its booths. */
export function withBooths(fair: Fair, booths: readonly Booth[]): Fair {
  const openings = booths.flatMap((b) => b.openings);
  return { ...fair, boothCount: booths.length, openingCount: openings.length, headcount: openings.reduce((sum, o) => sum + o.headcount, 0) };
}
