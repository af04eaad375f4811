import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import type { Refusal } from '../../../api/refusal.ts';

export type MyBooth = Output<'cards.myBooths'>['items'][number];
export type Seen = Output<'cards.atBooth'>['items'][number];

interface Told {
  title: string;
  words: string;
}

/** What went wrong at the booth, to somebody with the next person already waiting: what it is, and what to do now. */
const tellings: Partial<Record<Refusal['code'], Told>> = {
  not_checked_in: { title: '这个人今天还没签到', words: '请先到门口签到，再来找您' },
  wrong_fair: { title: '这张码不是今天这场的', words: '请对方打开今天的号码，或报四位数' },
  code_forged: { title: '这张码不对', words: '请对方报四位号码，您来输' },
  card_missing: { title: '这个人还没把名片给您', words: '请对方在手机上给，或当面问一句' },
  card_withdrawn: { title: '本人已经把名片收回', words: '这一位不用答了，请下一位' },
  opening_full: { title: '这个岗位刚招满', words: '换一个岗位，或点“再谈”' },
  opening_not_here: { title: '这个岗位不在展位上了', words: '换一个岗位再点' },
  consent_missing: { title: '门口没登记名字', words: '请对方到门口登记名字，或在手机上给名片' },
  consent_other_employer: { title: '您现在代表的不是这家', words: '到“我的”换成这个展位的单位' },
  not_allowed: { title: '这个展位不是您单位的', words: '到“我的”换成这个展位的单位' },
  answered_since: { title: '同事后来又答过了', words: '按后来的算，要改就再点一次' },
  clock_off: { title: '这台的时间不对', words: '调准时间，再答一次' },
  device_revoked: { title: '这台设备停用了', words: '请换一台，或找主办方恢复' },
  storage: { title: '手机存满了，没记下', words: '腾点地方再点，或先记在纸上' },
  network: { title: '网不通，这一下没成', words: '换个地方，再点一次，不会记重' },
};

export function tellingOf({ code, detail, sentence }: Refusal): Told {
  if (code === 'number_unknown')
    return typeof detail['number'] === 'string' && detail['number']
      ? { title: `没有 ${detail['number']} 这个号`, words: '再看一眼号码，没签到的先到门口' }
      : { title: '这不是个人的码', words: '请扫对方手机上的码，或号码条上的码' };
  return tellings[code] ?? { title: sentence, words: '再试一次，或请对方报号码' };
}

const dayOf = (at: string): string => chinaDay(at);

/** Is this booth's fair held today? */
export function isOnToday(booth: MyBooth, now: string): boolean {
  return booth.fairStatus === 'published' && dayOf(booth.opensAt) <= dayOf(now) && dayOf(now) <= dayOf(booth.closesAt);
}

/** Today's first, then what comes soonest, then what is over, latest first. */
export function inOrder(booths: readonly MyBooth[], now: string): MyBooth[] {
  const rank = (booth: MyBooth): number => {
    if (isOnToday(booth, now)) return 0;
    return booth.fairStatus === 'published' && booth.closesAt > now ? 1 : 2;
  };
  const soonest = (a: MyBooth, b: MyBooth): number => (rank(a) === 2 ? -1 : 1) * (a.opensAt < b.opensAt ? -1 : 1);
  return [...booths].sort((a, b) => rank(a) - rank(b) || soonest(a, b));
}

/** `2月7日 周六 9:00–16:00` */
export function whenWords({ opensAt, closesAt }: MyBooth): string {
  return `${monthDay(opensAt)} ${weekday(opensAt)} ${chinaTime(opensAt)}–${chinaTime(closesAt)}`;
}
