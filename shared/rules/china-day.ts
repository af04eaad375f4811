const hour = 3_600_000;
const inChina = (at: string): Date => new Date(Date.parse(at) + 8 * hour);
const two = (n: number): string => String(n).padStart(2, '0');

/** The China day (`2026-02-07`) of a UTC instant. China has one zone, UTC+8, and no summer time. */
export function chinaDay(at: string): string {
  return inChina(at).toISOString().slice(0, 10);
}

/** The clock time in China as people write it: `9:12`. */
export function chinaTime(at: string): string {
  const d = inChina(at);
  return `${d.getUTCHours()}:${two(d.getUTCMinutes())}`;
}

/** The half hour of the China day that an instant lies in: `09:00`, `09:30`. */
export function chinaHalfHour(at: string): string {
  const d = inChina(at);
  return `${two(d.getUTCHours())}:${d.getUTCMinutes() < 30 ? '00' : '30'}`;
}

/** `2月7日` */
export function monthDay(at: string): string {
  const d = inChina(at);
  return `${d.getUTCMonth() + 1}月${d.getUTCDate()}日`;
}

/** `周六` */
export function weekday(at: string): string {
  return `周${'日一二三四五六'[inChina(at).getUTCDay()]}`;
}

/** The UTC instant of a China day and clock time: `('2026-02-07', '09:00')` → `2026-02-07T01:00:00.000Z`. */
export function atChinaTime(day: string, time: string): string {
  return new Date(`${day}T${time.padStart(5, '0')}:00+08:00`).toISOString();
}

/** The China day n days after a China day; n may be negative. */
export function dayAfter(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 24 * hour).toISOString().slice(0, 10);
}

/** Whole days from one China day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * hour));
}
