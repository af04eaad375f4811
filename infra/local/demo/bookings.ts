import type { EmployerRow } from './employer-row.ts';
import { lapsedEmployer } from './employers-in-review.ts';
import { luopingEmployers } from './employers-luoping.ts';
import { baoshanInXuanwei, xuanweiEmployers } from './employers-xuanwei.ts';
import { zhaotongEmployers } from './employers-zhaotong.ts';
import { fairTowns } from './fair-rows.ts';

/** An employer at a booth, with the places of its openings in its own list. */
export interface Booking {
  short: string;
  boothNo: number;
  label: string;
  openings: readonly number[];
}

const labelOf = (i: number, perRow: number): string => `${'ABCD'[Math.floor(i / perRow)]}${String((i % perRow) + 1).padStart(2, '0')}`;
const everyOpening = (row: EmployerRow): number[] => row.openings.map((_, n) => n);

function luopingFirst(): Booking[] {
  return luopingEmployers.map((row, i) => ({ short: row.short, boothNo: i + 1, label: row.booth ?? labelOf(i, 13), openings: everyOpening(row) }));
}

/** Each opening goes to one county only, and each county sees one opening of each employer. */
function zhaotong(county: number): Booking[] {
  return zhaotongEmployers.map((row, i) => ({ short: row.short, boothNo: i + 1, label: labelOf(i, 10), openings: [(county + i) % row.openings.length] }));
}

function xuanwei(): Booking[] {
  const guests = luopingEmployers.filter((row) => baoshanInXuanwei.includes(row.short));
  return [...guests, ...xuanweiEmployers].map((row, i) => ({ short: row.short, boothNo: i + 1, label: labelOf(i, 16), openings: everyOpening(row) }));
}

function chosen(shorts: readonly string[]): Booking[] {
  return shorts.map((short, i) => {
    const row = luopingEmployers.find((r) => r.short === short);
    return { short, boothNo: i + 1, label: labelOf(i, 10), openings: row ? everyOpening(row) : [] };
  });
}

/** Who stands where at each fair, by the fair's key. 西盟 has none: its paper says 数十家 and no more. */
export const bookings: Record<string, Booking[]> = {
  'luoping-first': luopingFirst(),
  'luoping-banqiao': chosen(['月汀钢构', '淞岚物业', '宝汐养老', '吴汀食品', '杨汀电桩', '姜里人家', '岗上牧业', '花源建设']),
  'luoping-gig-market': chosen(['月汀钢构', lapsedEmployer, '街好电商']),
  xuanwei: xuanwei(),
  ximeng: [],
  ...Object.fromEntries(fairTowns.zhaotong.map((region, county) => [`zhaotong-${region}`, zhaotong(county)])),
};
