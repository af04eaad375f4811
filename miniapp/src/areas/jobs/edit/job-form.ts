import { isCreditCode } from '@shanhai/shared/rules/credit-code.ts';
import { fenFromYuan } from '@shanhai/shared/rules/fen.ts';
import { fiveInsurances, type Insurance } from '@shanhai/shared/rules/job-terms.ts';
import type { EssentialKey } from '@shanhai/shared/rules/post-essential.ts';
import { type AnyJob, type CoverChoice, freshDays, type JobDraft, type JobForm } from './job-draft.ts';

const typedFen = (fen: number | undefined): string => (fen ? String(fen / 100) : '');
const typedCount = (count: number | undefined): string => (count ? String(count) : '');

function coverOf(given: readonly Insurance[] | undefined): CoverChoice {
  if (!given) return 'unsaid';
  if (fiveInsurances.every((one) => given.includes(one))) return given.includes('accident') ? 'both' : 'five';
  return given.includes('injury') ? 'injury' : 'accident';
}
const insured: Record<CoverChoice, Insurance[] | undefined> = {
  five: [...fiveInsurances],
  both: [...fiveInsurances, 'accident'],
  injury: ['injury'],
  accident: ['accident'],
  unsaid: undefined,
};

const whyOf = (job: AnyJob, key: EssentialKey): string => job.essentials.find((one) => one.key === key)?.why ?? '';

function payOf(job: AnyJob) {
  const { piece, deductions, allowances, allowanceFen } = job;
  const old = allowanceFen ? [{ words: '补贴', amount: typedFen(allowanceFen) }] : [];
  return {
    baseWage: typedFen(job.baseWageFen),
    pieceUnit: piece?.unit ?? '件',
    pieceRate: typedFen(piece?.rateFen),
    pieces: typedCount(piece?.pieces),
    usualDays: typedCount(job.usualDays),
    overtimeHours: typedCount(job.overtimeHours),
    overtime: typedFen(job.overtimeFen),
    allowances: allowances.length ? allowances.map(({ words, fen }) => ({ words, amount: typedFen(fen) })) : old,
    dormFee: typedFen(deductions?.dormFen),
    mealFee: typedFen(deductions?.mealsFen),
    insuranceFee: typedFen(deductions?.insuranceFen),
    deduction: deductions ? '' : typedFen(job.deductionFen),
    payDay: String(job.payDay),
  };
}

function termsOf({ shifts, contract, probation, insurances }: AnyJob) {
  return {
    shiftPattern: shifts?.pattern ?? ('' as const),
    shiftHours: String(shifts?.hours ?? 8),
    restDays: String(shifts?.restDays ?? 1),
    contractKind: contract?.kind ?? ('' as const),
    contractMonths: typedCount(contract?.months),
    signer: contract?.signer ?? ('employer' as const),
    signerName: contract?.signerName ?? '',
    cover: coverOf(insurances),
    probationMonths: typedCount(probation?.months),
    probationWage: typedFen(probation?.wageFen),
  };
}

/** A stored opening on the form again. */
export function draftOf(job: AnyJob): JobDraft {
  const { title, kind, trade, duties, workRegion, workTown, workAddress, requirements, wagePeriod, payRhythm, shift } = job;
  const { hasDorm, dorm, meals, taste, training, promotion, benefits, expiresOn, jobId, version } = job;
  return {
    ...{ title, kind, trade, duties, workRegion, workTown, workAddress, requirements, wagePeriod, payRhythm, shift },
    ...{ hasDorm, dorm, meals, taste, training, promotion, benefits, expiresOn, jobId, version },
    ...payOf(job),
    ...termsOf(job),
    headcount: typedCount(job.headcount),
    certificates: job.certificates.join('、'),
    demands: [...job.demands],
    hazards: [...job.hazards],
    whyAge: whyOf(job, 'age'),
    whyEducation: whyOf(job, 'education'),
    startOn: job.startOn ?? '',
    ...(job.onBehalfOf && { clientName: job.onBehalfOf.unitName, clientCode: job.onBehalfOf.creditCode, clientUntilOn: job.onBehalfOf.authorisedUntilOn }),
    nonce: freshDays().nonce,
  };
}

/** A new opening with the words of an old one; only the days are set afresh. */
export function copyOf(job: AnyJob): JobDraft {
  const { jobId: _old, version: _then, ...words } = draftOf(job);
  return { ...words, ...freshDays() };
}

const whole = (typed: string, otherwise: number): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : otherwise);
const fen = (typed: string): number => fenFromYuan(typed) ?? 0;

/** Names one after the other, however they are parted. */
const namesIn = (typed: string): string[] =>
  typed
    .split(/[、，,;；\s]+/)
    .filter(Boolean)
    .map((name) => name.slice(0, 20))
    .slice(0, 6);

function paid(draft: JobDraft) {
  const { wagePeriod, pieceUnit, deduction } = draft;
  const parts = { dormFen: fen(draft.dormFee), mealsFen: fen(draft.mealFee), insuranceFen: fen(draft.insuranceFee) };
  const hasParts = Object.values(parts).some((one) => one > 0);
  const days = whole(draft.usualDays, 0);
  const allowances = draft.allowances.map(({ words, amount }) => ({ words: words.trim(), fen: fen(amount) })).filter((one) => one.words && one.fen > 0);
  return {
    wagePeriod,
    baseWageFen: fen(draft.baseWage),
    overtimeFen: fen(draft.overtime),
    overtimeHours: Math.min(300, whole(draft.overtimeHours, 0)),
    allowanceFen: allowances.reduce((sum, one) => sum + one.fen, 0),
    allowances,
    deductionFen: hasParts ? Object.values(parts).reduce((sum, one) => sum + one, 0) : fen(deduction),
    ...(hasParts && { deductions: parts }),
    ...(wagePeriod === 'piece' && { piece: { unit: pieceUnit.trim() || '件', rateFen: fen(draft.pieceRate), pieces: whole(draft.pieces, 0) } }),
    ...((wagePeriod === 'day' || wagePeriod === 'hour') && days >= 1 && days <= 31 && { usualDays: days }),
    payRhythm: draft.payRhythm,
    payDay: Math.min(31, Math.max(1, whole(draft.payDay, 15))),
  };
}

const hasTerm = (kind: JobDraft['contractKind']): boolean => kind === 'fixed' || kind === 'agreement';

function terms(draft: JobDraft) {
  const { shiftPattern: pattern, contractKind: kind, signer, cover } = draft;
  const months = whole(draft.probationMonths, 0);
  const covered = insured[cover];
  return {
    ...(pattern && { shifts: { pattern, hours: Math.min(24, Math.max(1, whole(draft.shiftHours, 8))), restDays: Math.min(6, whole(draft.restDays, 0)) } }),
    ...(kind && {
      contract: {
        kind,
        months: hasTerm(kind) ? Math.min(120, whole(draft.contractMonths, 0)) : 0,
        signer,
        signerName: signer === 'dispatch' ? draft.signerName.trim() : '',
      },
    }),
    ...(covered && { insurances: covered }),
    ...(months > 0 && { probation: { months: Math.min(24, months), wageFen: fen(draft.probationWage) || fen(draft.baseWage) } }),
  };
}

function essentials({ whyAge, whyEducation }: JobDraft) {
  const all: { key: EssentialKey; why: string }[] = [
    { key: 'age', why: whyAge.trim() },
    { key: 'education', why: whyEducation.trim() },
  ];
  return all.filter((one) => one.why !== '');
}

/** Sent once it is whole: a half one is no client. */
function clientOf({ clientName = '', clientCode = '', clientUntilOn = '' }: JobDraft): Pick<JobForm, 'onBehalfOf'> {
  const [unitName, creditCode] = [clientName.trim(), clientCode.trim().toUpperCase()];
  return unitName && isCreditCode(creditCode) && clientUntilOn ? { onBehalfOf: { unitName, creditCode, authorisedUntilOn: clientUntilOn } } : {};
}

/** What is sent. Trade falls to 普工 until one is chosen; saving asks for it first. */
export function formOf(draft: JobDraft): JobForm {
  const { title, kind, trade, duties, workRegion, workTown, workAddress, requirements, shift, startOn } = draft;
  const { hasDorm, meals, taste, training, promotion, benefits, expiresOn, demands, hazards } = draft;
  return {
    ...{ title, kind, duties, workRegion, workTown, workAddress, requirements, shift },
    ...{ hasDorm, meals, taste, training, promotion, benefits, expiresOn, demands, hazards },
    ...paid(draft),
    ...terms(draft),
    trade: trade || 'general',
    headcount: Math.min(9999, whole(draft.headcount, 0)),
    certificates: namesIn(draft.certificates),
    essentials: essentials(draft),
    dorm: hasDorm ? draft.dorm : '',
    ...(startOn && { startOn }),
    ...clientOf(draft),
  };
}
