import { mealWords } from '@shanhai/shared/rules/jobs.ts';

const isKind = (meals: string): meals is keyof typeof mealWords => meals in mealWords;

/** What there is to eat: `包两餐，有云南口味`; empty when one feeds oneself. */
export function mealsShown(meals: string, taste: string): string {
  if (meals === 'none' || !isKind(meals)) return '';
  return [mealWords[meals], taste].filter(Boolean).join('，');
}
