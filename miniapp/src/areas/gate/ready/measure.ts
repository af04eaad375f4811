import type { Measured } from '@shanhai/shared/rules/devices.ts';
import Taro from '@tarojs/taro';
import { gateDeedsNow } from '../../../api/gate-queue.ts';
import { hasKeptPages, keepPages } from '../../../api/offline-copy.ts';
import { asRefusal } from '../../../api/refusal.ts';
import { reportDevice } from '../device-report.ts';
import { fetchSnapshot, snapshotNow } from '../snapshot.ts';

const trialKey = 'gate-room-trial';
/** A day's queue and list: as much as is tried to be written. */
const trialLetters = 400_000;

/** Is there room? What a phone says of its storage is not to be relied on, so it is tried. */
function hasRoomNow(): boolean {
  try {
    Taro.setStorageSync(trialKey, 'x'.repeat(trialLetters));
    return true;
  } catch {
    return false;
  } finally {
    Taro.removeStorageSync(trialKey);
  }
}

interface Battery {
  battery?: number;
  isCharging?: boolean;
}
type WithBattery = Navigator & { getBattery?: () => Promise<{ level: number; charging: boolean }> };

async function batteryNow(): Promise<Battery> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const { level, isCharging } = await Taro.getBatteryInfo();
      return { battery: Math.round(Number(level)), isCharging };
    }
    const found = await (navigator as WithBattery).getBattery?.();
    return found ? { battery: Math.round(found.level * 100), isCharging: found.charging } : {};
  } catch {
    return {};
  }
}

/** All that can be measured without a hand: loads the list anew, compares the clock, tries the storage, looks at battery and queue. */
export async function measureDevice(fairId: string, gate: string, hasScanned: boolean): Promise<Measured & { problem?: string }> {
  let problem: string | undefined;
  const told = (error: unknown): undefined => {
    problem = asRefusal(error).sentence;
    return undefined;
  };
  const hasRoom = hasRoomNow();
  keepPages();
  const snapshot = await fetchSnapshot(fairId).catch(told);
  const skewMs = await reportDevice(fairId, gate).catch(told);
  const rosterAt = (snapshot ?? snapshotNow(fairId))?.takenAt;
  const queue = gateDeedsNow(fairId).filter((deed) => deed.state === 'waiting' && !deed.handedAt).length;
  const hasPages = await hasKeptPages();
  return {
    ...(rosterAt && { rosterAt }),
    ...(skewMs !== undefined && { skewMs }),
    hasRoom,
    hasScanned,
    ...(await batteryNow()),
    queue,
    ...(hasPages !== undefined && { hasPages }),
    ...(problem && { problem }),
  };
}
