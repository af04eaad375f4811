import type { Trade } from '@shanhai/shared/rules/trades.ts';
import type { IconName } from './icon-names.ts';

/** Each trade has its own picture. */
export const tradeIcons: Record<Trade, IconName> = {
  electrician: 'bolt',
  carpenter: 'saw',
  guard: 'guard',
  general: 'wrench',
  welder: 'spark',
  sewing: 'gear',
  cook: 'wok',
  cleaner: 'star',
  care: 'care',
  logistics: 'box',
  driver: 'nav',
  construction: 'building',
  farm: 'leaf',
  service: 'bell',
  food: 'bowl',
  assembly: 'battery',
};
