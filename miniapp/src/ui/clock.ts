import { chinaDay } from '@shanhai/shared/rules/china-day.ts';

/** Today in China. */
export const today = (): string => chinaDay(new Date().toISOString());
