import { go } from '../nav.ts';
import { scan } from '../ui/scan.ts';
import { call } from './call.ts';

/** 扫一扫: asks for a code, asks the server what it stands for, and opens that page. Returns a sentence when there is nothing to open. */
export async function scanAndOpen(): Promise<string | undefined> {
  const scanned = await scan({ title: '扫一扫', hint: '门口海报、展位牌、电脑登录的码都行' });
  if (!scanned) return undefined;
  if (scanned.code === undefined) return '号码请到展位报，不用在这里输';
  const found = await call('fairs.resolveCode', { code: scanned.code });
  if (found.kind === 'gate') go('/areas/fairs/landing/index', { scene: scanned.code });
  else if (found.kind === 'booth') go('/areas/fairs/booth/index', { fairId: found.fair.fairId, boothNo: found.boothNo });
  else if (found.kind === 'desk') go('/areas/desk/confirm/index', { deskId: found.deskId });
  else return '这是别人的号码，不用扫';
  return undefined;
}
