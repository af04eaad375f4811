/** What a scanner that types like a keyboard sends, told apart. */

const codeLetters = 32;
/** The trigger of a scanner bounces: the same code again so soon is the same scan. */
export const bounceMs = 1200;

/** Two scans may run into each other when the scanner sends no Enter, or the field was slow: one text each. */
export function separated(typed: string): string[] {
  const text = typed.trim();
  const links = text.split(/(?=https?:\/\/)/).filter(Boolean);
  if (links.length > 1) return links.map((link) => link.trim());
  const isBareCodes = /^[\w-]+$/.test(text) && text.length > codeLetters && text.length % codeLetters === 0;
  return isBareCodes ? (text.match(new RegExp(`.{${codeLetters}}`, 'g')) ?? []) : text ? [text] : [];
}

/** Takes what was typed and hands on each scan once. `later` runs something after `bounceMs`. */
export function scansOf(handOn: (text: string) => void, later: (run: () => void) => void) {
  const justNow = new Map<string, object>();
  /** Each scan begins the time anew, so a trigger that is held down stays one scan. */
  function remember(text: string): void {
    const mark = {};
    justNow.set(text, mark);
    later(() => void (justNow.get(text) === mark && justNow.delete(text)));
  }
  return (typed: string): void => {
    for (const text of separated(typed)) {
      const isBounce = justNow.has(text);
      remember(text);
      if (!isBounce) handOn(text);
    }
  };
}
