import type { Home } from '@shanhai/shared/contract/basics.ts';
import type { Skill, Wish } from '@shanhai/shared/contract/workers.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { type PersonField, personFields } from '@shanhai/shared/rules/imports.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';

/** What can differ between two versions of one person. */
export interface Version {
  name?: string | undefined;
  phone?: string | undefined;
  home?: Home | undefined;
  wish: Wish;
  skills?: Skill[] | undefined;
}
interface Standing extends Version {
  /** WeChat confirmed the phone: no list knows it better. */
  confirmedPhone?: string | undefined;
}

export interface DifferingField {
  field: PersonField;
  standing: string;
  said: string;
}

const yesNo = (is: boolean | undefined): string => (is === undefined ? '' : is ? '要' : '不要');
const skillWords = ({ trade, certificate }: Skill): string => [tradeWords[trade], certificate].filter(Boolean).join(' ');

const wordsOf: Record<PersonField, (version: Version) => string> = {
  name: ({ name = '' }) => name,
  phone: ({ phone = '' }) => spacedPhone(phone),
  home: ({ home }) => (home ? `${regionName(home.regionCode)}${home.town ?? ''}` : ''),
  trades: ({ wish }) =>
    wish.trades
      .map((t) => tradeWords[t])
      .sort()
      .join('、'),
  placeRegion: ({ wish }) => (wish.placeRegion ? regionName(wish.placeRegion) : ''),
  needsDorm: ({ wish }) => yesNo(wish.needsDorm),
  leastTakeHomeFen: ({ wish }) => (wish.leastTakeHomeFen ? `${yuan(wish.leastTakeHomeFen)} 元` : ''),
  skills: ({ skills = [] }) => skills.map(skillWords).sort().join('；'),
};

/** Fields of which the list says something else than stands there. What a list leaves out says nothing. */
export function differingFields(standing: Standing, said: Version): DifferingField[] {
  return personFields
    .map((field) => ({ field, standing: wordsOf[field](standing), said: wordsOf[field](said) }))
    .filter((one) => one.said !== '' && one.said !== one.standing)
    .filter((one) => !(one.field === 'phone' && standing.confirmedPhone && standing.phone));
}

/** What changes when these fields are taken from what the list says; the rest stays. */
export function takenFrom(standing: Version, said: Version, fields: readonly PersonField[]): Partial<Version> {
  const has = (field: PersonField): boolean => fields.includes(field);
  const wish = Object.fromEntries((['trades', 'placeRegion', 'needsDorm', 'leastTakeHomeFen'] as const).filter(has).map((field) => [field, said.wish[field]]));
  return {
    ...(has('name') ? { name: said.name } : {}),
    ...(has('phone') ? { phone: said.phone } : {}),
    ...(has('home') ? { home: said.home } : {}),
    ...(has('skills') ? { skills: said.skills } : {}),
    ...(Object.keys(wish).length ? { wish: { ...standing.wish, ...wish } } : {}),
  };
}
