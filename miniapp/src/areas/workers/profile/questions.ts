import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import type { IconName } from '../../../ui/icon-names.ts';
import { dayWords, placeWords } from '../../../ui/place-words.ts';
import { skillWords } from '../../../ui/skill-words.ts';

export type Me = Output<'workers.me'>;
export type Change = Sent<'workers.change'>;

export const questionKeys = ['trades', 'place', 'skills', 'home', 'start', 'dorm', 'pay', 'name', 'phone', 'experience'] as const;
export type QuestionKey = (typeof questionKeys)[number];

interface Question {
  /** As it is asked, and as it is called among what was said. */
  ask: string;
  title: string;
  icon: IconName;
  /** What was said; empty when nothing was. */
  said: (me: Me) => string;
}

const homeWords = ({ home }: Me): string => (home ? [regionName(home.regionCode), home.town, home.village].filter(Boolean).join(' ') : '');

/** Everything that may be asked, in the order in which it helps most. None of it is needed. */
export const questions: Record<QuestionKey, Question> = {
  trades: { ask: '想做什么活？', title: '想做', icon: 'wrench', said: ({ wish }) => wish.trades.map((trade) => tradeWords[trade]).join('、') },
  place: { ask: '想去哪里做？', title: '想去', icon: 'map', said: ({ wish }) => (wish.placeRegion ? placeWords(wish.placeRegion) : '') },
  skills: { ask: '您会什么手艺？', title: '会什么', icon: 'cap', said: ({ skills = [] }) => skills.map(skillWords).join('；') },
  home: { ask: '您家在哪里？', title: '家在', icon: 'home', said: homeWords },
  start: { ask: '什么时候能去？', title: '能去的日子', icon: 'calendar', said: ({ wish }) => (wish.startOn ? `${dayWords(wish.startOn)}起` : '') },
  dorm: { ask: '要不要包住？', title: '住', icon: 'bed', said: ({ wish }) => (wish.needsDorm === undefined ? '' : wish.needsDorm ? '要包住' : '不用包住') },
  pay: {
    ask: '到手最少要多少？',
    title: '到手',
    icon: 'wallet',
    said: ({ wish }) => (wish.leastTakeHomeFen ? `${yuan(wish.leastTakeHomeFen)} 元以上` : ''),
  },
  name: { ask: '怎么称呼您？', title: '姓名', icon: 'user', said: ({ name = '' }) => name },
  phone: { ask: '电话是多少？', title: '电话', icon: 'phone', said: ({ phone }) => (phone ? spacedPhone(phone) : '') },
  experience: {
    ask: '以前做过什么？',
    title: '做过',
    icon: 'book',
    said: ({ experience = [] }) => experience.map(({ what, where, years }) => [what, where, years && `${years} 年`].filter(Boolean).join('，')).join('；'),
  },
};

/** The next thing worth asking; what was answered or put off on this phone is not asked again. */
export const nextQuestion = (me: Me, putOff: readonly string[]): QuestionKey | undefined =>
  questionKeys.find((key) => !questions[key].said(me) && !putOff.includes(key));
