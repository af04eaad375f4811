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

/** Takes what was typed and hands on, one after another, what is to be judged. `later` runs something after `bounceMs`. */
export function scanQueue(judge: (text: string) => Promise<unknown>, later: (run: () => void) => void) {
  let waiting: Promise<unknown> = Promise.resolve();
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
      if (!isBounce) waiting = waiting.then(() => judge(text)).catch(() => undefined);
    }
  };
}
