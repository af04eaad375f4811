import type { Caller, EmployerId, FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Booth } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { requireRecruiterOf } from '@shanhai/shared/rules/scopes.ts';
import { isHazardousFor, isYoungOn } from '@shanhai/shared/rules/young-workers.ts';
import type { Deps } from '../deps.ts';

interface PersonWords {
  code?: string | undefined;
  number?: number | undefined;
}

interface PersonHere {
  workerId: WorkerId;
  number: number;
}

async function ownerOf(workerId: WorkerId, fairId: FairId, { attendance }: Deps): Promise<PersonHere> {
  const checkIn = await attendance.find(workerId, fairId);
  if (!checkIn) throw new Problem('not_checked_in');
  return checkIn;
}

async function carrierOf(number: number | undefined, fairId: FairId, { attendance }: Deps): Promise<PersonHere> {
  const carrier = number ? await attendance.carrierOf(fairId, number) : undefined;
  if (!carrier) throw new Problem('number_unknown', { number: number ? spokenNumber(number) : '' });
  return carrier;
}

/** Who stands at the booth: by the code on the phone, by a strip, or by the number they say. All must be checked in. */
export async function personAt(fairId: FairId, { code, number }: PersonWords, deps: Deps): Promise<PersonHere> {
  const scanned = code ? deps.codes.read(code) : undefined;
  if (scanned && 'fairId' in scanned && scanned.fairId !== fairId) throw new Problem('wrong_fair');
  if (scanned?.kind === 'person') return ownerOf(scanned.workerId, fairId, deps);
  return carrierOf(scanned?.kind === 'strip' ? scanned.index : number, fairId, deps);
}

export async function ownBooth(fairId: FairId, boothNo: number, caller: Caller, { fairs }: Deps): Promise<Booth> {
  const booth = (await fairs.booths(fairId)).find((b) => b.boothNo === boothNo);
  if (!booth) throw new Problem('not_found', { boothNo });
  requireRecruiterOf(booth.employerId, caller);
  return booth;
}

/** The caller's own booth where people may be read and answered now: not while its employer is suspended. 〔令50号：停止服务；个人信息保护法 §6〕 */
export async function workingBooth(fairId: FairId, boothNo: number, caller: Caller, deps: Deps): Promise<Booth> {
  const [booth, isSuspended] = await Promise.all([ownBooth(fairId, boothNo, caller, deps), deps.employers.isSuspended(caller.scope as EmployerId)]);
  if (isSuspended) throw new Problem('employer_suspended');
  return booth;
}

/** Nobody of 16 or 17 is led to, or takes, work that the law keeps from them; who named no opening is asked when they accept one. 〔劳动法 §64；未成年工特殊保护规定 §3〕 */
export async function requireNotKept(workerId: WorkerId, jobId: JobId | undefined, { workers, jobs, now }: Deps): Promise<void> {
  if (!jobId) return;
  const [person, today] = [await workers.get(workerId), chinaDay(now())];
  if (isYoungOn(person, today) && isHazardousFor(person, await jobs.get(jobId), today)) throw new Problem('work_kept_from_young', { jobId });
}
