import { isWithinRegion, regionName } from '@shanhai/shared/rules/regions.ts';

const shanghai = '310000';

/** A place of work as people say it: `上海宝山区`, `罗平县`. */
export function placeWords(regionCode: string): string {
  const isInside = regionCode !== shanghai && isWithinRegion(regionCode, shanghai);
  return isInside ? `上海${regionName(regionCode)}` : regionName(regionCode);
}

/** A China day without its year: `2026-02-07` → `2月7日`. */
export function dayWords(day: string): string {
  const [, month = '', date = ''] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}
