import type { Output } from '@shanhai/shared/contract/contract.ts';
import { daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { closeReasonWords, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import type { Tone } from '../../../ui/chip.tsx';
import { today } from '../edit/job-draft.ts';

export type MyJob = Output<'jobs.mine'>['items'][number];

/** An opening that ends within so many days is worth a look. */
const soonDays = 7;

/** `2026-12-01` → `12月1日` */
const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** Till when it stands, and how pressing that is. */
export function endOf(job: MyJob): { words: string; tone: Tone } {
  if (job.status === 'closed') return { words: job.closeReason ? closeReasonWords[job.closeReason] : '已关', tone: 'grey' };
  const left = daysBetween(today(), job.expiresOn);
  if (left < 0) return { words: '过期了，改有效期', tone: 'stop' };
  if (left === 0) return { words: '今天到期', tone: 'wait' };
  return left <= soonDays ? { words: `还有 ${left} 天到期`, tone: 'wait' } : { words: `招到 ${dayWords(job.expiresOn)}`, tone: 'grey' };
}

export function payWords(job: MyJob): string {
  return job.baseWageFen > 0 ? `到手约 ${yuan(Math.round(takeHomeFen(job) / 100) * 100)} 元` : '工资还没写';
}

/** How the words of a draft stand with those who look at them. */
export function contentOf(job: MyJob): { words: string; tone: Tone } | undefined {
  if ((job.status !== 'draft' && job.status !== 'paused') || !job.content) return undefined;
  if (job.content.state === 'waiting') return { words: '内容在等人看', tone: 'wait' };
  return job.content.state === 'refused' ? { words: `没通过：${job.content.reason ?? ''}`, tone: 'stop' } : undefined;
}
