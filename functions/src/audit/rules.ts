import type { ChainFault } from '@shanhai/shared/contract/audit.ts';
import type { Caller } from '@shanhai/shared/contract/basics.ts';
import { isWithinRegion, regionNames } from '@shanhai/shared/rules/regions.ts';

/** What a line of the audit is about: every id of the input, and nothing that somebody typed. */
export function subjectOf(input: unknown): Record<string, string> {
  const entries = Object.entries((input ?? {}) as Record<string, unknown>);
  const ids = entries.filter(
    ([name, value]) => /(^keep|Id|No|^number|^gate|^scope|^untilOn)$/.test(name) && name !== 'residentId' && ['string', 'number'].includes(typeof value),
  );
  return Object.fromEntries(ids.map(([name, value]) => [name, String(value).slice(0, 60)]));
}

/** Reasons that are typed there. */
const typedAt = ['devices.revoke', 'search.override', 'content.decide', 'attendance.undo'];

/** Why it was done, when the reason is one that is chosen from a list: free text may name somebody, also in small Latin letters. */
export function chosenReason(input: unknown, action = ''): string | undefined {
  const { reason: said, purpose, outcome, decision, role } = (input ?? {}) as Record<string, unknown>;
  const reason = typedAt.includes(action) ? undefined : said;
  const chosen = [reason, purpose, outcome, decision, role].filter((value): value is string => typeof value === 'string' && /^[a-z_]{2,30}$/.test(value));
  return chosen.length ? chosen.join(' ') : undefined;
}

/** Whose audit an officer reads: that of the own region and of those in it that we know. 〔个人信息保护法 §51〕 */
export function auditRegions({ scope = '' }: Caller): string[] {
  const below = Object.keys(regionNames).filter((region) => region !== scope && isWithinRegion(region, scope));
  return scope ? [scope, ...below] : [];
}

export interface Block {
  block: number;
  at: string;
  lines: { lineId: string; hash: string }[];
  /** Lines or blocks that somebody changed or deleted, as the stream saw it. */
  touched?: string[] | undefined;
  before: string;
  hash: string;
}

/** A block as it stands in the table. */
export const blockOf = ({ block, at, lines, touched, before, hash }: Record<string, unknown>): Block =>
  ({ block, at, lines, ...(touched ? { touched } : {}), before, hash }) as Block;

export interface Gap {
  block: number;
  fault: ChainFault;
  lineId?: string | undefined;
  at?: string | undefined;
}

interface Walk {
  hashOfBlock: (block: Omit<Block, 'hash'>) => string;
  /** The hash of a line as it stands now; undefined when it is gone. */
  hashNow: (lineId: string) => string | undefined;
  /** Lines and blocks older than this have been let go by the clock. */
  keptFrom: string;
}

/** Is this block itself whole, and does it follow the one before it? */
function faultOfBlock(block: Block, before: Block | undefined, { hashOfBlock, keptFrom }: Walk): ChainFault | undefined {
  const { hash, ...rest } = block;
  if (hashOfBlock(rest) !== hash) return 'block_changed';
  if (!before) return block.block === 1 || block.at < keptFrom ? undefined : 'block_missing';
  if (block.block !== before.block + 1) return 'block_missing';
  if (block.before !== before.hash) return 'order_changed';
  return undefined;
}

/** Does a line still say what it said when it was chained? One that the clock has let go says nothing any more. */
function faultOfLine({ lineId, hash }: Block['lines'][number], { hashNow, keptFrom }: Walk): ChainFault | undefined {
  const now = hashNow(lineId);
  if (now === undefined) return lineId < keptFrom ? undefined : 'line_missing';
  return now === hash ? undefined : 'line_changed';
}

function gapInLines({ block, at, lines, touched }: Block, walk: Walk): Gap | undefined {
  const faults = lines.map((line): Gap | undefined => {
    const fault = faultOfLine(line, walk);
    return fault && { block, at, lineId: line.lineId, fault };
  });
  const told = (touched ?? []).map((lineId): Gap => ({ block, at, lineId, fault: 'touched' }));
  return [...faults, ...told].find((gap) => gap !== undefined);
}

/** Walks the chain in its order and names the first place where it does not hold. `before` is the last block of the walk so far. */
export function firstGap(blocks: readonly Block[], walk: Walk, before?: Block): Gap | undefined {
  let last = before;
  for (const block of blocks) {
    const fault = faultOfBlock(block, last, walk);
    if (fault) return { block: block.block, at: block.at, fault };
    const gap = gapInLines(block, walk);
    if (gap) return gap;
    last = block;
  }
  return undefined;
}
