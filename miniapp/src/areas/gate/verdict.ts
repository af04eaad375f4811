import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import type { Direction } from '@shanhai/shared/rules/passages.ts';
import type { Refusal, RefusalCode } from '../../api/refusal.ts';

/** What was held up at the gate. The nonce stays the same when one tries again. */
export type Asked = { code?: string; number?: number; nonce: string; direction?: Direction; override?: string };

type Outcome = Output<'attendance.scan'>;

/** What the gate shows after a scan: large word, small sentence, and what may be done about it. */
export type Verdict =
  /** `isBack`: came in again, so there is no check-in of now to take back. */
  | { kind: 'in'; number: number; words: string; isBack?: true }
  | { kind: 'already'; number?: number; words: string }
  /** Kept on this device, the number comes with the network. */
  | { kind: 'kept'; nonce: string; words: string; isAtHub?: boolean }
  | { kind: 'out'; number?: number; words: string }
  /** As many are inside as may be; a supervisor may say otherwise. */
  | { kind: 'full'; asked: Asked }
  | { kind: 'undone'; number?: number }
  | { kind: 'refused'; title: string; words: string }
  | { kind: 'unsure'; asked: Asked };

/** The sentences of the API speak to the person; these speak to whoever stands at the gate. */
const gateWords: Partial<Record<RefusalCode, readonly [title: string, words: string]>> = {
  code_forged: ['这张码不对', '不是这里印的。请他到服务台换一张'],
  code_not_here: ['这不是人的码', '要扫号码条，或他手机上的码'],
  wrong_fair: ['不是今天这场的', '给他一张今天的号码条，登记一下'],
  number_unknown: ['没有这个号', '再看一眼，或按名字查'],
  fair_not_published: ['这场还没发布', '先去发布，再开门'],
  fair_closed: ['这场已经散了', '不能再进人'],
  not_checked_in: ['还没进过场', '他没签到，不用扫出'],
  capacity_reached: ['人满了', '有人出来再进'],
  no_longer_steward: ['您不在门口名单上了', '请找主办方的人'],
  device_revoked: ['这台设备停用了', '没传的还在，请找主办方，或交给同事'],
  clock_off: ['这台的时间不对', '到设置里打开“自动设置时间”，再扫他一次。人走了，就按号码条补登记'],
  number_taken: ['这个号给过别人了', '找到他，换一张号码条，重新登记'],
  strip_not_printed: ['这张不是这场印的', '找到他，换一张号码条，重新登记'],
  undo_too_late: ['过了 15 分钟，撤不了', '他还算进过场，请主办方的人看看'],
  undo_other_device: ['是别的门记的', '到那台上撤，或请管门口的人撤'],
  not_allowed: ['这场不归您这里办', '请换主办方的人来扫'],
};

/** The same reasons in a word or two, for counting them. */
const reasonWords: Partial<Record<string, string>> = { ...mapTitles(), fair_not_open_yet: '还没到开场时间', fair_over: '过了散场时间' };

function mapTitles(): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(gateWords).map(([code, words]) => [code, words[0]]));
}

/** What whoever stands at the gate does about it. */
export const stepOf = (code: RefusalCode): string => gateWords[code]?.[1] ?? '请主办方的人看看';

export const reasonOf = (code: string, words: string): string => reasonWords[code] ?? words;

/** Passed the same way twice: let through, and noted. */
export function markedWords(flags: readonly string[]): string | undefined {
  if (flags.includes('no_exit')) return '没见他出去，又进来了。让他进，已记下';
  return flags.includes('no_entry') ? '没见他进来，又出去了。让他走，已记下' : undefined;
}

export function verdictOf({ outcome, number, person, confirmed, flags = [] }: Outcome): Verdict {
  if (outcome === 'went_out') return { kind: 'out', number, words: '出去了，号码留着，回来再扫' };
  if (outcome === 'back_in') return { kind: 'in', number, words: '回来了，再次进场', isBack: true };
  const seen = person ? `${chinaTime(person.at)} ${person.gate}` : '';
  if (outcome === 'already') return { kind: 'already', number, words: markedWords(flags) ?? `${seen}已经进过了` };
  if (confirmed) return { kind: 'in', number, words: `门口确认了，${seen}自己签的` };
  return { kind: 'in', number, words: `${seen}进场` };
}

/** The last check-in this device made, as a verdict. */
export const lastOf = ({ number, at, gate }: { number: number; at: string; gate: string }): Verdict => ({
  kind: 'in',
  number,
  words: `${chinaTime(at)} ${gate}进场`,
});

/** The number of whose check-in the gate shows, where it may be taken back. */
export function undoableNumber(verdict: Verdict | undefined): number | undefined {
  if (verdict?.kind === 'already') return verdict.number;
  return verdict?.kind === 'in' && !verdict.isBack ? verdict.number : undefined;
}

export function verdictOfRefusal(refusal: Refusal, asked: Asked): Verdict {
  const { code, detail, sentence } = refusal;
  if (code === 'storage') return { kind: 'refused', title: sentence, words: '腾点地方再扫，或先记在纸上' };
  if (code === 'capacity_reached') return { kind: 'full', asked };
  if (code === 'network') return { kind: 'unsure', asked };
  if (code === 'fair_not_open_yet') return { kind: 'refused', title: '还没开场', words: `${String(detail.opens)} 开始进场` };
  if (code === 'fair_over') return { kind: 'refused', title: '过了散场时间', words: `${String(detail.closes)} 散的场` };
  const [title, words] = gateWords[code] ?? [sentence, '再扫一次，不行就按名字查'];
  return { kind: 'refused', title: code === 'number_unknown' ? `没有 ${String(detail.number)} 这个号` : title, words };
}
