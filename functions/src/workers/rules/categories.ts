import type { HeldCategory } from '@shanhai/shared/contract/workers.ts';

/**
 * A person is held to be something, or no longer, on somebody's word with its source and day; the newer word replaces the
 * older one, and the person may correct any. 〔个人信息保护法 §8、§46〕
 */
export function sayCategory(held: readonly HeldCategory[], said: HeldCategory, holds: boolean): HeldCategory[] {
  const others = held.filter((h) => h.category !== said.category);
  return holds ? [...others, said] : others;
}
