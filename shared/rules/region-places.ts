/** About where a region lies: degrees east and north of its seat, to a tenth or two. For an order by distance, not for a route. */
const seats: Record<string, readonly [east: number, north: number]> = {
  '310000': [121.47, 31.23],
  '310101': [121.49, 31.23],
  '310104': [121.44, 31.19],
  '310105': [121.42, 31.22],
  '310106': [121.45, 31.23],
  '310107': [121.4, 31.25],
  '310109': [121.5, 31.26],
  '310110': [121.53, 31.26],
  '310112': [121.38, 31.11],
  '310113': [121.49, 31.4],
  '310114': [121.27, 31.37],
  '310115': [121.54, 31.22],
  '310116': [121.34, 30.74],
  '310117': [121.23, 31.03],
  '310118': [121.12, 31.15],
  '310120': [121.47, 30.92],
  '310151': [121.4, 31.62],
  '330000': [120.15, 30.27],
  '330482': [121.02, 30.7],
  '430000': [112.98, 28.11],
  '430100': [112.94, 28.23],
  '430200': [113.13, 27.83],
  '430300': [112.94, 27.83],
  '430400': [112.57, 26.89],
  '430500': [111.47, 27.24],
  '430600': [113.13, 29.36],
  '430700': [111.7, 29.03],
  '430800': [110.48, 29.12],
  '430900': [112.36, 28.55],
  '431000': [113.01, 25.77],
  '431100': [111.61, 26.42],
  '431200': [110.0, 27.57],
  '431300': [112.0, 27.7],
  '433100': [109.74, 28.31],
  '530000': [102.71, 25.05],
  '530100': [102.83, 24.88],
  '530300': [103.8, 25.49],
  '530324': [104.31, 24.88],
  '530381': [104.1, 26.22],
  '530600': [103.72, 27.34],
  '530602': [103.71, 27.32],
  '530627': [104.87, 27.44],
  '530628': [104.05, 27.63],
  '530629': [105.05, 27.85],
  '530800': [100.97, 22.83],
  '530829': [99.59, 22.64],
  '530900': [100.09, 23.88],
  '532300': [101.53, 25.05],
  '532329': [102.4, 25.53],
  '532500': [103.38, 23.36],
  '532523': [103.69, 22.98],
  '532525': [102.5, 23.71],
  '532527': [103.77, 24.53],
  '532528': [102.84, 23.22],
  '532600': [104.22, 23.4],
  '532900': [100.27, 25.61],
  '532927': [100.31, 25.23],
  '533100': [98.59, 24.43],
  '533102': [97.85, 24.01],
  '533103': [98.59, 24.43],
  '533122': [98.3, 24.81],
  '533300': [98.86, 25.82],
  '533323': [98.87, 26.9],
  '630000': [101.78, 36.62],
  '632600': [100.24, 34.47],
  '632622': [100.74, 32.93],
  '650000': [87.63, 43.79],
  '653100': [75.99, 39.47],
};

/** About where a county's seat is, else that of its prefecture, else that of its province: degrees east and north. */
export const seatOf = (code: string): readonly [number, number] | undefined =>
  seats[code] ?? seats[`${code.slice(0, 4)}00`] ?? seats[`${code.slice(0, 2)}0000`];

const radians = Math.PI / 180;
const kmPerDegree = 111.2;
/** Farther than any two places of the country. */
const farAway = 9999;

/** Kilometres as the crow flies between two points, each in degrees east and north. */
export function kmBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const east = (a[0] - b[0]) * Math.cos(((a[1] + b[1]) / 2) * radians);
  return Math.hypot(east, a[1] - b[1]) * kmPerDegree;
}

/** Kilometres as the crow flies between two regions, from seat to seat; a place nobody knows lies behind all others. */
export function distanceKm(from: string, to: string): number {
  if (from === to) return 0;
  const [a, b] = [seatOf(from), seatOf(to)];
  if (!a || !b) return farAway;
  return Math.round(kmBetween(a, b));
}
