import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import type { MergedField } from '@shanhai/shared/rules/people.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { dayWords, placeWords } from '../../../ui/place-words.ts';
import { skillWords } from '../../../ui/skill-words.ts';

export type Side = Output<'people.comparePair'>['sides'][number];

export const fieldWords: Record<MergedField, string> = { name: '名字', phone: '电话', home: '家在', wish: '想找的' };
const viaNames: Record<Side['via'], string> = { self: '自己登记的', walk_in: '门口登记的', proxy: '别人代办的', survey: '摸排来的' };

const homeOf = ({ home }: Side): string => (home ? [regionName(home.regionCode), home.town, home.village].filter(Boolean).join('') : '');
const wishOf = ({ wish }: Side): string =>
  [...wish.trades.map((trade) => tradeWords[trade]), wish.placeRegion && placeWords(wish.placeRegion), wish.needsDorm && '要包住'].filter(Boolean).join('，');

/** What one record says in a field; empty when it says nothing. */
export function saidWords(side: Side, field: MergedField): string {
  if (field === 'name') return side.name ?? '';
  if (field === 'phone') return side.phoneEnds ?? '';
  return field === 'home' ? homeOf(side) : wishOf(side);
}

export const viaWords = ({ via, since }: Side): string => `${viaNames[via]}${since ? `，${dayWords(chinaDay(since))}` : ''}`;

/** What else hangs on a record and comes along. */
export function restWords({ hasAccount, checkIns, cards, skills = [] }: Side): string {
  const said = [hasAccount && '有微信', checkIns && `签到 ${checkIns} 次`, cards && `名片 ${cards} 张`, ...skills.map(skillWords)];
  return said.filter(Boolean).join('，') || '没有别的';
}
