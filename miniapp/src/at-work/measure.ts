import type { Measured } from '@shanhai/shared/rules/devices.ts';
import Taro from '@tarojs/taro';
import { hasKeptPages, keepPages } from '../api/offline-copy.ts';
import { asRefusal, type Refusal } from '../api/refusal.ts';

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

/** What only the place knows at which this device works. */
export interface Measuring {
  /** Loads the list anew, and says when it was taken. */
  load: () => Promise<string>;
  /** When the list that is kept was taken. */
  keptAt: () => string | undefined;
  /** By how much the clock is off. */
  report: () => Promise<number | undefined>;
  waiting: () => number;
}
export type FoundReady = Measured & { problem?: Refusal };

/** All that can be measured without a hand: loads the list anew, compares the clock, tries the storage, looks at battery and queue. */
export async function measureDevice({ load, keptAt, report, waiting }: Measuring, hasScanned: boolean): Promise<FoundReady> {
  let problem: Refusal | undefined;
  const told = (error: unknown): undefined => {
    problem = asRefusal(error);
    return undefined;
  };
  const hasRoom = hasRoomNow();
  keepPages();
  const rosterAt = (await load().catch(told)) ?? keptAt();
  const skewMs = await report().catch(told);
  const hasPages = await hasKeptPages();
  return {
    ...(rosterAt && { rosterAt }),
    ...(skewMs !== undefined && { skewMs }),
    hasRoom,
    hasScanned,
    ...(await batteryNow()),
    queue: waiting(),
    ...(hasPages !== undefined && { hasPages }),
    ...(problem && { problem }),
  };
}
