import { type Trade, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { skillLevelWords } from '@shanhai/shared/rules/workers.ts';

interface Skill {
  trade: Trade;
  level?: keyof typeof skillLevelWords | undefined;
  certificate?: string | undefined;
  years?: number | undefined;
}

/** `电工 中级工，低压电工证，6 年` */
export function skillWords({ trade, level, certificate, years }: Skill): string {
  const name = [tradeWords[trade], level && skillLevelWords[level]].filter(Boolean).join(' ');
  return [name, certificate, years && `${years} 年`].filter(Boolean).join('，');
}
