import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { monthHours } from '@shanhai/shared/rules/jobs.ts';

type Job = Output<'jobs.get'>;

/** The lines under 到手算账; what is nothing is left out. */
export function payLines(job: Job): (readonly [what: string, amount: string])[] {
  const base: readonly [string, string] =
    job.wagePeriod === 'month'
      ? ['基本工资', yuan(job.baseWageFen)]
      : [`每小时 ${yuan(job.baseWageFen)} 元，按 ${monthHours} 小时`, yuan(job.baseWageFen * monthHours)];
  const more: [what: string, fen: number, sign: string][] = [
    ['常见加班', job.overtimeFen, '+'],
    ['补贴', job.allowanceFen, '+'],
    ['要扣的（食宿、社保等）', job.deductionFen, '−'],
  ];
  return [base, ...more.filter(([, fen]) => fen > 0).map(([what, fen, sign]) => [what, `${sign} ${yuan(fen)}`] as const)];
}
