import type { AllocatedOpening, Congestion } from '@shanhai/shared/contract/allocations.ts';
import type { JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { mostPlaced } from '@shanhai/shared/rules/allocations.ts';
import { fitOf, type Offered, type Wish } from '@shanhai/shared/rules/matching.ts';
import { congestionOfBest, congestionOfPlacement } from './congestion.ts';
import { placeFirstCome } from './first-come.ts';
import type { FitTable } from './fit-table.ts';
import { tableOf } from './fits.ts';
import { placePeople } from './placement.ts';

export interface Seeker {
  workerId: WorkerId;
  number?: number | undefined;
  wish: Wish;
  /** 16 or 17: hazardous work is kept from them. */
  isYoung?: boolean | undefined;
}
export interface Seat extends Offered, Omit<AllocatedOpening, 'places' | 'placed'> {
  isHazardous?: boolean | undefined;
}

/** What a person and the employer of an opening said to each other before. */
export interface Said {
  workerId: WorkerId;
  jobId?: JobId | undefined;
  /** The person goes there. */
  isYes: boolean;
  /** One of the two did not want. */
  isNo: boolean;
}

/** One person as the allocation is kept: no name, no phone. */
export interface KeptRow {
  workerId: WorkerId;
  number?: number | undefined;
  jobId?: JobId | undefined;
  fit: number;
  reasons: string[];
  changedWhy?: string | undefined;
}

export interface Proposal {
  rows: KeptRow[];
  openings: AllocatedOpening[];
  totalFit: number;
  firstComeFit: number;
  shown: Congestion;
  allocated: Congestion;
}

/** How many openings a person sees at a time on the phone. */
const shownToEach = 10;

/** Nobody is sent again where one of the two said no. */
function leaveOut({ openings, fits }: FitTable, people: readonly Seeker[], seats: readonly Seat[], said: readonly Said[]): void {
  const rows = new Map(people.map((seeker, row) => [seeker.workerId, row]));
  const columns = new Map(seats.map((seat, column) => [seat.jobId, column]));
  for (const { workerId, jobId, isNo } of said) {
    const [row, column] = [rows.get(workerId), jobId && columns.get(jobId)];
    if (isNo && row !== undefined && column !== undefined) fits[row * openings + Number(column)] = 0;
  }
}

/** Hazardous work is kept from those who are not 18 yet. 〔劳动法 §64；未成年工特殊保护规定 §3〕 */
function keepFromYoung({ openings, fits }: FitTable, people: readonly Seeker[], seats: readonly Seat[]): void {
  const kept = seats.flatMap(({ isHazardous }, column) => (isHazardous ? [column] : []));
  for (const [row, { isYoung }] of people.entries()) if (isYoung) for (const column of kept) fits[row * openings + column] = 0;
}

const fitAt = ({ openings, fits }: FitTable, openingOf: Int32Array): number =>
  openingOf.reduce((sum, opening, person) => sum + (opening < 0 ? 0 : (fits[person * openings + opening] as number)), 0);

/**
 * Who is recommended where, so that all together fit best and no opening is recommended to more people than it has
 * places. Who said yes somewhere is not asked again, and nobody is sent where one of the two said no. It recommends and
 * decides nothing: an officer looks it through first. 〔个人信息保护法 §24〕
 * @throws allocation_empty, allocation_too_big
 */
export function propose(seekers: readonly Seeker[], seats: readonly Seat[], said: readonly Said[], leastFit: number): Proposal {
  const going = new Set(said.flatMap((one) => (one.isYes ? [one.workerId] : [])));
  const people = seekers.filter((seeker) => !going.has(seeker.workerId));
  if (!people.length || !seats.length) throw new Problem('allocation_empty', { people: people.length, openings: seats.length });
  if (people.length > mostPlaced.people || seats.length > mostPlaced.openings) throw new Problem('allocation_too_big', mostPlaced);
  const table = tableOf(people, seats, leastFit);
  leaveOut(table, people, seats, said);
  keepFromYoung(table, people, seats);
  const places = seats.map((seat) => seat.remaining);
  const { openingOf, totalFit } = placePeople(table, places);
  const placed = new Map<number, number>();
  for (const opening of openingOf) placed.set(opening, (placed.get(opening) ?? 0) + 1);
  return {
    rows: people.map(({ workerId, number, wish }, person) => ({ workerId, number, ...recommended(wish, seats[openingOf[person] as number]) })),
    openings: seats.map(({ jobId, title, employerName, label, workRegion, takeHomeFen, remaining }, opening) => ({
      jobId,
      title,
      employerName,
      label,
      workRegion,
      takeHomeFen,
      places: remaining,
      placed: placed.get(opening) ?? 0,
    })),
    totalFit,
    firstComeFit: fitAt(table, placeFirstCome(table, places)),
    shown: congestionOfBest(table, places, shownToEach),
    allocated: congestionOfPlacement(openingOf, places),
  };
}

function recommended(wish: Wish, seat: Seat | undefined): Pick<KeptRow, 'jobId' | 'fit' | 'reasons'> {
  if (!seat) return { fit: 0, reasons: [] };
  const { score, reasons } = fitOf(wish, seat);
  return { jobId: seat.jobId, fit: score, reasons };
}
