import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { ContentVerdict } from '@shanhai/shared/rules/content.ts';

/** What WeChat takes at once. */
const mostLetters = 2500;

export interface Checker {
  checkText: (openid: string, content: string) => Promise<'pass' | 'review' | 'risky'>;
  checkPicture: (openid: string, link: string) => Promise<string>;
}
export interface People {
  userOf: (workerId: WorkerId) => Promise<{ openid: string }>;
}

function piecesOf(texts: readonly string[]): string[] {
  const letters = [...texts.filter((t) => t.trim()).join('\n')];
  return Array.from({ length: Math.ceil(letters.length / mostLetters) }, (_, i) => letters.slice(i * mostLetters, (i + 1) * mostLetters).join(''));
}

/** The worst that was said of any piece. */
function worst(verdicts: readonly ('pass' | ContentVerdict)[]): 'pass' | ContentVerdict {
  return (['risky', 'review', 'unchecked'] as const).find((v) => verdicts.includes(v)) ?? 'pass';
}

/** Only the kind of trouble: neither words nor addresses. */
function noteUnchecked(error: unknown): void {
  console.warn(JSON.stringify({ content: 'unchecked', error: error instanceof Error ? error.message.slice(0, 60) : 'unknown' }));
}

/** Has WeChat look at a picture: the trace by which it will say what it thinks; undefined when it could not be asked. */
export function pictureReview(wechat: Checker, people: People) {
  return async (owner: WorkerId, link: string): Promise<string | undefined> => {
    try {
      const { openid } = await people.userOf(owner);
      return await wechat.checkPicture(openid, link);
    } catch (error) {
      noteUnchecked(error);
      return undefined;
    }
  };
}

/**
 * Whether others may read these words at once. Only a clear yes of WeChat is one: when it is down, when the writer was not in
 * the mini-program for two hours, or when anything else goes wrong, an officer looks.
 */
export function contentReview(wechat: Checker, people: People) {
  async function asked(openid: string, content: string): Promise<'pass' | ContentVerdict> {
    try {
      return await wechat.checkText(openid, content);
    } catch (error) {
      noteUnchecked(error);
      return 'unchecked';
    }
  }

  return async (writer: WorkerId, texts: readonly string[]): Promise<'pass' | ContentVerdict> => {
    const pieces = piecesOf(texts);
    if (!pieces.length) return 'pass';
    const { openid } = await people.userOf(writer);
    return worst(await Promise.all(pieces.map((piece) => asked(openid, piece))));
  };
}
