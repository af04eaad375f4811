import type { Gate, Ridge } from './ridge.ts';

/** The drawing is this large inside and stretched to its place; lines keep their width. */
const size = 1000;
/** Room above the highest peak for its number. */
const skyShare = 0.16;
const goldAt = 0.68;

/** How far down from the top a count stands, 0 to 1. */
export const heightOf = (count: number, highest: number): number => 1 - (1 - skyShare) * (count / highest);

const line = (points: readonly (readonly [x: number, y: number])[]): string => points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');

/** One layer of the mountain: from the sea up over its points and down again. */
function layer(ridge: Ridge, counts: readonly number[], colour: string, edge: string): string {
  const step = size / ridge.slots;
  const foot = (x: number): [number, number] => [x, size];
  const crest = counts.map((count, i): [number, number] => [(i + 0.5) * step, heightOf(count, ridge.highest) * size]);
  const gold = counts.map((count, i): [number, number] => [(i + 0.5) * step, heightOf(count * goldAt, ridge.highest) * size]);
  const shape = `<path d="M${line([foot(0), ...crest, foot(counts.length * step)])}Z" fill="${colour}"/>`;
  const contour = `<path d="M${line(gold)}" fill="none" stroke="#E9D39A" stroke-width="1.5" vector-effect="non-scaling-stroke"/>`;
  const outline = edge
    ? `<path d="M${line(crest)}" fill="none" stroke="${edge}" stroke-width="3" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>`
    : '';
  return shape + contour + outline;
}

/** The mountain, gate upon gate, as an address for a background picture; WXML has no drawing of its own. */
export function mountain(ridge: Ridge, gates: readonly Gate[]): string {
  const layers = gates.map(({ colour }, from) => {
    const counts = ridge.points.map((point) => point.parts.slice(from).reduce((sum, part) => sum + part, 0));
    return layer(ridge, counts, colour, from === 0 ? '#12553F' : '');
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" preserveAspectRatio="none">${layers.join('')}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
