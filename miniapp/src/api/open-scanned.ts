import type { Output } from '@shanhai/shared/contract/contract.ts';
import { codePlace } from '@shanhai/shared/rules/gate.ts';
import { jobIdIn } from '@shanhai/shared/rules/jobs.ts';
import { go } from '../nav.ts';
import { scan } from '../ui/scan.ts';
import { call } from './call.ts';
import { asRefusal, isPassing } from './refusal.ts';

type Found = Output<'fairs.resolveCode'>;

/** Without network a code still says by its own text what it is for: a gate's opens its page, which goes on from there. */
async function resolved(code: string): Promise<Found | { kind: 'gate' }> {
  try {
    return await call('fairs.resolveCode', { code });
  } catch (error) {
    if (isPassing(asRefusal(error)) && codePlace(code)?.kind === 'gate') return { kind: 'gate' };
    throw error;
  }
}

/** 扫一扫: asks for a code, asks the server what it stands for, and opens that page. Returns a sentence when there is nothing to open. */
export async function scanAndOpen(): Promise<string | undefined> {
  const scanned = await scan({ title: '扫一扫', hint: '门口海报、展位牌、岗位海报、电脑登录的码都行' });
  if (!scanned) return undefined;
  if (scanned.code === undefined) return '号码请到展位报，不用在这里输';
  const jobId = jobIdIn(scanned.code);
  if (jobId) {
    go('/areas/jobs/detail/index', { jobId });
    return undefined;
  }
  const found = await resolved(scanned.code);
  if (found.kind === 'gate') go('/areas/fairs/landing/index', { scene: scanned.code });
  else if (found.kind === 'booth') go('/areas/fairs/booth/index', { fairId: found.fair.fairId, boothNo: found.boothNo });
  else if (found.kind === 'invitation') go('/areas/employers/join/index', { invitationId: found.invitationId });
  else if (found.kind === 'desk') go('/areas/desk/confirm/index', { deskId: found.deskId });
  else return '这是别人的号码，不用扫';
  return undefined;
}
