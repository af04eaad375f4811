import type { Booth, BoothOpening } from '@shanhai/shared/contract/fairs.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { mealWords } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { addBoothCard, type BoothOnPaper, type OpeningOnPaper } from './booth-card.ts';
import type { FairOnPaper } from './fair-on-paper.ts';
import { loadFonts } from './fonts.ts';
import { addPoster } from './poster.ts';
import { finished, openDocument } from './sheet.ts';
import { addStripSheets, type StripOnPaper } from './strips.ts';

export interface PrintPack {
  fair: FairOnPaper;
  /** Both sides of the pairing as a reader knows them. */
  pairing?: string | undefined;
  /** Every code is its 32 characters. */
  gates: readonly { gate: string; code: string }[];
  booths: readonly { booth: BoothToPrint; code: string }[];
  strips: readonly StripOnPaper[];
  /** Origin of the plain links inside the codes. */
  publicOrigin: string;
  /** Folder of the two font files; the installed package when absent. */
  fontDir?: string | undefined;
  /** Written into the file; now when absent. */
  printedAt?: string | undefined;
}

type BoothToPrint = Pick<Booth, 'label' | 'employerName' | 'employerShortName' | 'employerVerifiedBy' | 'employerVerifiedOn' | 'demo'> & {
  openings: readonly OpeningToPrint[];
};
type OpeningToPrint = Pick<BoothOpening, 'title' | 'takeHomeFen' | 'headcount' | 'workRegion' | 'hasDorm' | 'meals' | 'taste'>;

/** `two` → `包两餐`; words that are no kind stay as they are. */
const mealsAsRead = (meals: string): string => (meals in mealWords ? mealWords[meals as keyof typeof mealWords] : meals);

function openingOnPaper({ title, takeHomeFen, headcount, workRegion, hasDorm, meals, taste }: OpeningToPrint): OpeningOnPaper {
  return { title, takeHomeFen, headcount, hasDorm, meals: mealsAsRead(meals), about: [regionName(workRegion), taste] };
}

function boothOnPaper(booth: BoothToPrint, code: string, fair: FairOnPaper): BoothOnPaper {
  const { label, employerName, employerShortName, employerVerifiedBy: by, employerVerifiedOn: on, demo } = booth;
  const verifiedWords = by && on ? `${by} ${monthDay(on)}核验` : '';
  return { label, employerName, employerShortName, verifiedWords, openings: booth.openings.map(openingOnPaper), code, demo: demo || fair.demo };
}

/** One PDF for the print shop: a poster per gate, a card per booth, sheets of number strips. */
export async function makePrintPack(pack: PrintPack): Promise<Uint8Array> {
  const { fair, publicOrigin } = pack;
  const doc = openDocument(await loadFonts(pack.fontDir), { title: `${fair.title} 打印包`, author: fair.hostName, printedAt: pack.printedAt });
  for (const { gate, code } of pack.gates) addPoster(doc, fair, { name: gate, code, pairing: pack.pairing ?? '' }, publicOrigin);
  for (const { booth, code } of pack.booths) addBoothCard(doc, fair, boothOnPaper(booth, code, fair), publicOrigin);
  addStripSheets(doc, fair, pack.strips, publicOrigin);
  return finished(doc);
}
