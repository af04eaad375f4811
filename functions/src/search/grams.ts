/** Text as it is compared: one width, one case, and everything but letters and digits is a gap. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Two characters beside each other as one number; 0 stands for the end of a word. */
export const gram = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** Adds every two neighbours of every word, and every last character with the end. */
export function eachGram(text: string, take: (gram: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    const first = text.charCodeAt(i);
    if (first === 32) continue;
    const second = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
    take(gram(first, second === 32 ? 0 : second));
  }
}
