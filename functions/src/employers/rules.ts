import type { Caller, EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer, EmployerForm } from '@shanhai/shared/contract/employers.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { employerChecks, isWaivable, mayBeVerified, type SendBackReason, type SuspendReason } from '@shanhai/shared/rules/employers.ts';
import { type FilePurpose, type Paper, type PictureCheck, pictureCheckBy } from '@shanhai/shared/rules/files.ts';
import { requireNoLead } from '@shanhai/shared/rules/lead-away.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { isOfficerOf, requireOfficerOf } from '@shanhai/shared/rules/scopes.ts';

/** A recruiter sees the own employer, an officer those of the region, an organizer the verified ones. */
export function requireSight(employer: Employer, caller: Caller): void {
  const own = caller.role === 'recruiter' && caller.scope === employer.employerId;
  const invitable = caller.role === 'organizer' && employer.status === 'verified';
  if (!own && !invitable && !isOfficerOf(employer.regionCode, caller)) throw new Problem('not_allowed');
}

/** What an officer wrote down about a suspension, and what WeChat thinks of the words, is the bureau's own. */
export function asSeenBy(employer: Employer, caller: Caller): Employer {
  if (isOfficerOf(employer.regionCode, caller)) return employer;
  const { textCheck: _, suspended, ...seen } = employer;
  return suspended ? { ...seen, suspended: { ...suspended, note: undefined } } : seen;
}

/** A new employer waits for its officer. 〔人力资源市场暂行条例 §26〕 */
export function submitEmployer(form: EmployerForm, employerId: EmployerId, submittedAt: string): Employer {
  const { name, shortName, address, industry, licenceAddress, serviceLicenceNo, clientName, agentName } = form;
  requireNoLead({ name, shortName, address, industry, licenceAddress, serviceLicenceNo, clientName, agentName });
  return { ...form, employerId, status: 'waiting', submittedAt, version: 0 };
}

/** Any change of what was verified sends the employer back into the queue: nothing unverified stays on show. */
export function changeEmployer(employer: Employer, form: EmployerForm, by: Caller, submittedAt: string): Employer {
  if (by.scope !== employer.employerId) throw new Problem('not_allowed');
  if (employer.status === 'suspended') throw new Problem('employer_suspended');
  const papers = form.papers ?? employer.papers;
  return { ...submitEmployer({ ...form, papers }, employer.employerId, submittedAt), version: employer.version, ...(employer.demo ? { demo: true } : {}) };
}

/** Verified again within the month before it ends, so that nothing has to be hidden meanwhile; verified when all checks are in order, or with the officer's written reason where a check allows one. 〔人力资源市场暂行条例 §26；令44号 §17〕 */
export function verifyEmployer(employer: Employer, by: Caller, note: string | undefined, today: string, papers = employer.papers): Employer {
  requireOfficerOf(employer.regionCode, by);
  if (!mayBeVerified(employer, today)) throw new Problem('employer_cannot_verify', { status: employer.status });
  const failed = employerChecks({ ...employer, papers }, today).filter((c) => !c.ok);
  const blocking = failed.filter((c) => !isWaivable(c) || !note);
  if (blocking.length) throw new Problem('employer_checks_failed', { count: blocking.length, checks: blocking.map((c) => c.key) });
  return {
    ...employer,
    status: 'verified',
    verifiedOn: today,
    verifiedBy: `${regionName(by.scope ?? '')}人社局`,
    ...(note ? { verifyNote: note } : {}),
    sendBackReasons: undefined,
    sendBackNote: undefined,
  };
}

/** Sent back with reasons the employer can act on. */
export function sendBackEmployer(employer: Employer, by: Caller, reasons: SendBackReason[], note: string | undefined): Employer {
  requireOfficerOf(employer.regionCode, by);
  if (employer.status !== 'waiting') throw new Problem('employer_cannot_verify', { status: employer.status });
  return { ...employer, status: 'sent_back', sendBackReasons: reasons, sendBackNote: note };
}

/** Stops an employer at once; what it was is kept. 〔人力资源服务机构管理规定（令50号）：停止服务、保存记录、报告〕 */
export function suspendEmployer(employer: Employer, by: Caller, reason: SuspendReason, note: string | undefined, at: string): Employer {
  requireOfficerOf(employer.regionCode, by);
  if (employer.status === 'suspended') throw new Problem('employer_suspended');
  const suspended = { at, by: `${regionName(by.scope ?? '')}人社局`, reason, ...(note ? { note } : {}), before: employer.status };
  return { ...employer, status: 'suspended', suspended };
}

/** It stands as before; whether it may hire is for its verification and its licences to say. */
export function liftEmployer(employer: Employer, by: Caller): Employer {
  requireOfficerOf(employer.regionCode, by);
  if (employer.status !== 'suspended' || !employer.suspended) throw new Problem('employer_cannot_verify', { status: employer.status });
  return { ...employer, status: employer.suspended.before, suspended: undefined };
}

/** What of an employer others read. */
export const shownTextsOf = ({ name, shortName, address, industry, clientName = '' }: Employer): string[] => [name, shortName, address, industry, clientName];

/** A file as far as an employer's papers ask about it. */
interface Photograph {
  fileId: string;
  purpose: FilePurpose;
  ownerId: WorkerId;
  finishedAt?: string | undefined;
  pictureCheck?: PictureCheck | undefined;
  employerId?: EmployerId | undefined;
}

/** The photographs an employer hands in: each looked at, of the purpose it is handed in for, the own one or in these papers already. */
export function requirePapers<P extends Photograph>(papers: readonly Paper[], files: ReadonlyMap<string, P>, employerId: EmployerId, by: Caller): P[] {
  return papers.map(({ fileId, purpose }) => {
    const file = files.get(fileId);
    const isOurs = file?.employerId ? file.employerId === employerId : file?.ownerId === by.workerId;
    if (!file?.finishedAt || !isOurs || file.purpose !== purpose) throw new Problem('file_not_here', { fileId });
    return file;
  });
}

/** The photographs with what WeChat thinks of each by now, for the officer. */
export function papersLookedAt<P extends Paper>(papers: readonly P[], files: ReadonlyMap<string, Photograph>, now: string) {
  return papers.map((paper) => {
    const file = files.get(paper.fileId);
    const check = file && pictureCheckBy(now, file);
    return check ? { ...paper, check } : paper;
  });
}
