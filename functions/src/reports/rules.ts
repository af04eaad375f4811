import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { Board } from '@shanhai/shared/contract/reports.ts';
import { answers } from '@shanhai/shared/rules/cards.ts';
import { evidenceMarks } from '@shanhai/shared/rules/evidence.ts';
import { type Figures, figure } from '../table/live.ts';

const by = (figures: Figures, prefix: string): [string, number][] =>
  Object.entries(figures)
    .filter(([name, n]) => name.startsWith(prefix) && n !== 0)
    .map(([name, n]) => [name.slice(prefix.length), n]);

function halfHours(figures: Figures, gates: readonly string[]): Board['byHalfHour'] {
  const froms = [...new Set(by(figures, 'h:').map(([name]) => name.slice(0, 5)))].sort();
  return froms.map((from) => {
    const byGate = gates.map((gate) => figures[figure.halfHour(from, gate)] ?? 0);
    return { from, byGate, count: byGate.reduce((a, b) => a + b, 0) };
  });
}

function boothFigures(booth: Booth, figures: Figures): Board['booths'][number] {
  const [want = 0, talk = 0, no = 0] = answers.map((a) => figures[figure.answered(booth.boothNo, a)] ?? 0);
  const filled = booth.openings.reduce((sum, o) => sum + (figures[figure.filled(o.jobId)] ?? 0), 0);
  return {
    boothNo: booth.boothNo,
    label: booth.label,
    name: booth.employerShortName,
    want,
    talk,
    no,
    filled,
    cards: figures[figure.cards(booth.boothNo)] ?? 0,
    accepted: figures[figure.accepted(booth.boothNo)] ?? 0,
    headcount: booth.openings.reduce((sum, o) => sum + o.headcount, 0),
  };
}

/** The live board: counted rows put into the order a wall shows them in. Every figure is a sum of what the rows prove. */
export function boardOf(fair: Fair, booths: readonly Booth[], figures: Figures, countedAt: string | undefined, readAt: string): Board {
  const rows = booths.map((b) => boothFigures(b, figures));
  const sum = (pick: (row: Board['booths'][number]) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const [want, talk, no] = [sum((r) => r.want), sum((r) => r.talk), sum((r) => r.no)];
  const { fairId, title, subtitle, place, opensAt, closesAt, status, demo, boothCount, openingCount, headcount } = fair;
  return {
    fairId,
    title,
    subtitle,
    place,
    opensAt,
    closesAt,
    status,
    ...(demo ? { demo } : {}),
    readAt,
    ...(countedAt ? { countedAt } : {}),
    present: figures[figure.present] ?? 0,
    ...(fair.countsExits ? { inside: (figures[figure.present] ?? 0) - (figures[figure.out] ?? 0) } : {}),
    ...(fair.capacity ? { capacity: fair.capacity } : {}),
    refused: figures[figure.refused] ?? 0,
    byGate: fair.gates.map((gate) => ({ gate, count: figures[figure.gate(gate)] ?? 0 })),
    byHalfHour: halfHours(figures, fair.gates),
    byHome: by(figures, 'o:')
      .map(([home, count]) => ({ home, count }))
      .sort((a, b) => b.count - a.count),
    byEvidence: evidenceMarks.map((mark) => ({ mark, count: figures[figure.evidence(mark)] ?? 0 })).filter(({ count }) => count > 0),
    cards: sum((r) => r.cards),
    answered: want + talk + no,
    want,
    talk,
    no,
    accepted: sum((r) => r.accepted),
    filled: sum((r) => r.filled),
    boothCount,
    openingCount,
    headcount,
    booths: rows.sort((a, b) => b.cards - a.cards || (a.label < b.label ? -1 : 1)),
    filledByOpening: by(figures, 'j:').map(([jobId, filled]) => ({ jobId: jobId as Booth['openings'][number]['jobId'], filled })),
  };
}

/** 初步意向: people to whom at least one employer at the fair said 要你 or 再谈. The papers count people, not cards. */
export function initialIntents(cards: readonly { workerId: string; answer?: string | undefined }[]): number {
  return new Set(cards.filter((c) => c.answer === 'want' || c.answer === 'talk').map((c) => c.workerId)).size;
}
