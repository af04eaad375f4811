import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { Worker } from '@shanhai/shared/contract/workers.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { type Trade, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { skillLevels } from '@shanhai/shared/rules/workers.ts';
import type * as z from 'zod';
import { bureauOf, employerIdOf, virtualPhone } from './employers.ts';
import { waitingEmployer } from './employers-in-review.ts';
import { idOf, numberOf, pickOf } from './keyed.ts';

/** Roles that a persona of the WeChat stand-in holds besides being a person who may look for work. */
export interface DemoRole {
  persona: string;
  held: HeldRole[];
}

/** Without `code`: only the functions can sign that. */
const ProfileSchema = Worker.omit({ code: true });
export type DemoWorker = z.infer<typeof ProfileSchema> & {
  /** Whose WeChat it is; absent for people made up to fill the fair. */
  persona?: string;
  /** Came without a phone and was given this strip. */
  strip?: number;
  demo: true;
};

const recruiterOf = (persona: string, short: string): DemoRole => ({ persona, held: [{ role: 'recruiter', scope: employerIdOf(short), scopeName: short }] });
const staffOf = (persona: string, role: 'organizer' | 'officer', region: string): DemoRole => ({
  persona,
  held: [{ role, scope: region, scopeName: bureauOf(region) }],
});

/** Who holds which role over what. */
export const demoRoles: readonly DemoRole[] = [
  recruiterOf('recruiter01', '月汀钢构'),
  recruiterOf('recruiter02', '淞岚物业'),
  recruiterOf('recruiter03', waitingEmployer),
  staffOf('organizer01', 'organizer', '530324'),
  staffOf('organizer02', 'organizer', '530602'),
  staffOf('officer01', 'officer', '310113'),
  staffOf('officer02', 'officer', '310117'),
  staffOf('officer03', 'officer', '310000'),
  staffOf('officer04', 'officer', '530324'),
];

const workerIdOf = (key: string): string => idOf(`worker/${key}`, 12);
const ofPersona = (persona: string, profile: object): DemoWorker => ({
  ...ProfileSchema.parse({ workerId: workerIdOf(persona), ...profile }),
  persona,
  demo: true,
});
const fromLuoping = (town: string) => ({ regionCode: '530324', town });

/** The persona whose cards are answered already, so that 回音 has something to show. */
export const answeredPersona = 'worker05';

/** worker03 is new: nothing is known of that person yet. */
const personas: readonly DemoWorker[] = [
  ofPersona('worker01', {
    name: '杨桂兰',
    phone: virtualPhone(0),
    home: fromLuoping('富乐镇'),
    wish: { trades: ['electrician', 'assembly'], placeRegion: '310000', needsDorm: true, leastTakeHomeFen: 500_000 },
    skills: [{ trade: 'electrician', level: 'middle', certificate: '低压电工证', years: 6 }],
  }),
  ofPersona('worker02', { name: '岩罕', phone: virtualPhone(1), home: fromLuoping('鲁布革乡'), wish: { trades: ['guard', 'logistics'], needsDorm: true } }),
  ofPersona('worker03', { wish: { trades: [] } }),
  ofPersona('worker04', {
    name: '陶文军',
    phone: virtualPhone(3),
    home: fromLuoping('板桥镇'),
    wish: { trades: ['welder', 'carpenter'], placeRegion: '310113', leastTakeHomeFen: 600_000 },
    skills: [
      { trade: 'welder', level: 'senior', certificate: '焊工证', years: 9 },
      { trade: 'carpenter', years: 3 },
    ],
  }),
  ofPersona(answeredPersona, {
    name: '普小花',
    phone: virtualPhone(4),
    home: fromLuoping('阿岗镇'),
    wish: { trades: ['electrician', 'food', 'farm'], placeRegion: '530324' },
  }),
];

const familyNames = ['杨', '李', '张', '王', '陆', '罗', '陈', '赵', '刘', '黄', '岑', '念', '尹', '窦', '朱', '普', '田', '侬'];
const givenNames = [
  '桂英',
  '小满',
  '建国',
  '秀芬',
  '文斌',
  '石保',
  '春梅',
  '德才',
  '红艳',
  '国富',
  '丽仙',
  '正祥',
  '金凤',
  '加林',
  '琼芬',
  '永平',
  '燕',
  '学兵',
  '兰芬',
  '志强',
  '美仙',
  '云川',
  '顺',
  '会萍',
  '老四',
  '发旺',
];
/** The more often a place stands here, the more people come from it. */
const homes: readonly string[] = [
  '富乐镇',
  '富乐镇',
  '富乐镇',
  '富乐镇',
  '富乐镇',
  '富乐镇',
  '板桥镇',
  '板桥镇',
  '板桥镇',
  '阿岗镇',
  '阿岗镇',
  '马街镇',
  '马街镇',
  '罗雄街道',
  '罗雄街道',
  '老厂乡',
  '大水井乡',
  '钟山乡',
  '长底乡',
  '旧屋基乡',
  '腊山街道',
  '九龙街道',
];
const neighbours = ['530381', '530300', '530600'];
const wished: readonly (readonly Trade[])[] = [
  ['general', 'assembly'],
  ['electrician'],
  ['welder', 'general'],
  ['guard', 'cleaner'],
  ['care'],
  ['food', 'general'],
  ['logistics', 'driver'],
  ['carpenter', 'construction'],
  ['service', 'cook'],
  ['farm', 'food'],
  ['guard'],
  ['cook', 'cleaner'],
  ['construction'],
  ['assembly'],
  ['logistics'],
];

/** Trades for which there are certificates. */
const certified: readonly Trade[] = ['electrician', 'welder', 'cook', 'driver', 'care', 'sewing', 'construction', 'guard', 'carpenter'];
/** Two of three people of the crowd can do what they look for; every fourth of them has it on paper. */
const skillsOf = (i: number, trades: readonly Trade[]) =>
  i % 3 === 2
    ? {}
    : {
        skills: trades.slice(0, 1).map((trade) => ({
          trade,
          years: 1 + (i % 12),
          ...(i % 4 === 0 && certified.includes(trade) ? { level: skillLevels[i % 3], certificate: `${tradeWords[trade]}证` } : {}),
        })),
      };

/** How many people beside the personas are at today's fair. */
const crowdSize = 42;

function crowdMember(i: number): DemoWorker {
  const key = `crowd/${i}`;
  const isWalkIn = i % 7 === 3;
  const isNeighbour = i % 14 === 9;
  const neighbour = pickOf(neighbours, `${key}/region`);
  const trades = pickOf(wished, `${key}/wish`);
  const profile = ProfileSchema.parse({
    workerId: workerIdOf(key),
    name: `${familyNames[i % familyNames.length]}${givenNames[(i * 7) % givenNames.length]}`,
    ...(isWalkIn ? {} : { phone: virtualPhone(12 + (i % 12)) }),
    home: isNeighbour ? { regionCode: neighbour, town: regionName(neighbour) } : fromLuoping(pickOf(homes, `${key}/home`)),
    wish: { trades, ...(numberOf(`${key}/away`, 3) ? { placeRegion: '310000', needsDorm: true } : { placeRegion: '530324' }) },
  });
  return { ...profile, ...skillsOf(i, trades), ...(isWalkIn ? { strip: (i - 3) / 7 + 2 } : {}), demo: true };
}

/** The personas who look for work, then the crowd. */
export function demoWorkers(): DemoWorker[] {
  return [...personas, ...Array.from({ length: crowdSize }, (_, i) => crowdMember(i))];
}

/** People whom others registered: one whom the first persona acts for, and one of a village survey who may be that persona. */
export const demoRegistered = [
  {
    workerId: workerIdOf('registered/proxied'),
    by: workerIdOf('worker01'),
    byName: '杨桂兰',
    relation: 'relative' as const,
    via: 'proxy' as const,
    person: { name: '杨石保', home: fromLuoping('富乐镇'), wish: { trades: ['farm' as const] }, skills: [{ trade: 'farm' as const, years: 20 }] },
  },
  {
    workerId: workerIdOf('registered/surveyed'),
    by: workerIdOf('officer04'),
    byName: '',
    relation: 'officer' as const,
    via: 'survey' as const,
    person: { name: '杨桂兰', home: { ...fromLuoping('富乐镇'), village: '桃源村' }, wish: { trades: ['assembly' as const] } },
  },
];
