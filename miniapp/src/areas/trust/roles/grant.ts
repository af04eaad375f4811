import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';

export type Grant = Output<'identity.roles'>['items'][number];

/** A year, as it is given when nobody says otherwise. */
export const usualEnd = (): string => dayAfter(chinaDay(new Date().toISOString()), 365);
