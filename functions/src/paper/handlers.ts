import { isProblemCode, Problem, sentenceOf } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { isHost } from '@shanhai/shared/rules/scopes.ts';
import type { PaperHandlers } from '../http/handler.ts';
import { makePrintPack } from '../print/pack.ts';
import { concernedFair } from '../reports/board.ts';
import { makeFairReport } from '../spreadsheet/fair-report.ts';
import { exportPapers } from './exports.ts';
import { importPapers } from './imports.ts';
import { openApi } from './open-api.ts';
import { ownCopyPapers } from './own-copy.ts';

const byReason = (refusals: readonly { code: string }[]) =>
  [...Map.groupBy(refusals, (r) => r.code)].map(([code, same]) => ({ words: isProblemCode(code) ? sentenceOf(code) : code, count: same.length }));

/** What is made of paper: these bring fonts and writers with them and are kept out of the API function. */
export const paperHandlers: PaperHandlers = {
  async 'fairs.printPack'({ input, caller }, { fairs, codes, pairings, publicOrigin, fontDir, now }) {
    const fair = await fairs.get(input.fairId);
    if (!isHost(fair, caller)) throw new Problem('not_allowed');
    if (fair.status === 'draft') throw new Problem('fair_not_published');
    const [booths, paired] = await Promise.all([fairs.booths(fair.fairId), pairings.byId()]);
    const strips = input.strips ? await fairs.lease(fair.fairId, input.strips) : undefined;
    if (strips) await fairs.save({ ...fair, strips: [...fair.strips, strips] });
    const numbers = strips ? Array.from({ length: input.strips }, (_, i) => strips.from + i) : [];
    const pdf = await makePrintPack({
      fair,
      pairing: pairings.wordsOf(paired.get(fair.pairingId ?? '')),
      publicOrigin,
      fontDir,
      printedAt: now(),
      gates: fair.gates.map((gate, i) => ({ gate, code: codes.signAt('S', fair.fairId, i) })),
      booths: booths.map((booth) => ({ booth, code: codes.signAt('B', fair.fairId, booth.boothNo) })),
      strips: numbers.map((n) => ({ number: spokenNumber(n), code: codes.signAt('N', fair.fairId, n) })),
    });
    return { fileName: `${fair.title}-打印包-${chinaDay(now())}.pdf`, pdfBase64: Buffer.from(pdf).toString('base64'), ...(strips ? { strips } : {}) };
  },

  async 'reports.fairReport'({ input, caller }, deps) {
    const fair = await concernedFair(input.fairId, caller, deps);
    if (fair.status !== 'closed') throw new Problem('fair_not_closed');
    const { attendance, cards, devices, fairs, now } = deps;
    const [roster, refusals, strips, booths, mayAdd, above] = await Promise.all([
      attendance.roster(fair.fairId),
      attendance.refusals(fair.fairId),
      attendance.unknownStrips(fair.fairId),
      fairs.booths(fair.fairId),
      devices.mayAdd(fair),
      deps.passages.aboveCapacity(fair.fairId),
    ]);
    const left = (await Promise.all(booths.map((b) => cards.atBooth(fair.fairId, b.boothNo)))).flat();
    const xlsx = await makeFairReport({
      fair,
      readAt: now(),
      booths,
      refusals: byReason(refusals),
      strips,
      ...mayAdd,
      above,
      arrivals: roster.map((r) => ({ ...r, home: r.town ?? '', phone: r.phoneTail && `*******${r.phoneTail}` })),
      cards: left.map((c) => ({ ...c, boothLabel: c.label })),
    });
    return { fileName: `${fair.title}-散场报告-${chinaDay(fair.closesAt)}.xlsx`, xlsxBase64: Buffer.from(xlsx).toString('base64') };
  },

  ...importPapers,
  ...exportPapers,
  ...ownCopyPapers,

  'system.openApi': async () => openApi(),
};
