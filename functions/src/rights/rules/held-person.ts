import { codeIn, codePlace } from '@shanhai/shared/rules/gate.ts';

/** By what a person is known in an action that a device sent: every id they have, their number at that fair, their phones. */
export interface Traces {
  ids: readonly string[];
  numbers: readonly number[];
  phones: readonly string[];
}

const personIn = (code: unknown): string | undefined => {
  const text = typeof code === 'string' ? codeIn(code) : undefined;
  return text && codePlace(text)?.kind === 'person' ? text.slice(2, 14) : undefined;
};

/**
 * Is this action about the person? A name alone is nobody’s: it would take somebody of the same name out of the gate’s hands. What a
 * revoked device sent about them is not kept for a human any more. 〔个人信息保护法 §47〕
 */
export function isAboutPerson({ code, number, phone }: Record<string, unknown>, { ids, numbers, phones }: Traces): boolean {
  const id = personIn(code);
  return (id !== undefined && ids.includes(id)) || numbers.includes(number as number) || phones.includes(phone as string);
}
