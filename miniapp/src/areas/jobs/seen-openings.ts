import Taro from '@tarojs/taro';
import { keepIfRoom } from '../../api/kept.ts';

const key = 'openings-seen';
const mostKept = 12;

/** The openings this phone looked at last, newest first. Nobody else knows. */
export function seenOpenings(): string[] {
  const kept = Taro.getStorageSync<unknown>(key);
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
}

export function rememberOpening(jobId: string): void {
  const [newest] = seenOpenings();
  if (newest !== jobId) keepIfRoom(key, [jobId, ...seenOpenings().filter((one) => one !== jobId)].slice(0, mostKept));
}
