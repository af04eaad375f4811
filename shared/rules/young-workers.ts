import type { Demand } from './job-terms.ts';

/**
 * Work that nobody of 16 or 17 may be given, as an opening can be marked with it. 〔未成年工特殊保护规定 §3，序号为该条各项〕
 * What an opening marks is kept from the young; everybody else sees it as a fact of the work.
 */
export const hazards = [
  'dust',
  'poison',
  'height',
  'cold_or_heat',
  'heavy',
  'underground',
  'logging',
  'radiation',
  'burning',
  'exploration',
  'diving_or_altitude',
  'lifting',
  'vibration',
  'forced_posture',
  'boiler',
] as const;
export type Hazard = (typeof hazards)[number];
export const hazardWords: Record<Hazard, { words: string; article: string }> = {
  dust: { words: '接触生产性粉尘', article: '第三条（一）' },
  poison: { words: '接触有毒物质', article: '第三条（二）' },
  height: { words: '5 米以上高处作业', article: '第三条（三）' },
  cold_or_heat: { words: '冷水、高温、低温作业', article: '第三条（四）（五）（六）' },
  heavy: { words: '四级体力劳动', article: '第三条（七）' },
  underground: { words: '矿山井下、地面采石', article: '第三条（八）' },
  logging: { words: '伐木、流放、守林', article: '第三条（九）' },
  radiation: { words: '接触放射性物质', article: '第三条（十）' },
  burning: { words: '易燃易爆、化学烧伤、热烧伤', article: '第三条（十一）' },
  exploration: { words: '野外勘探', article: '第三条（十二）' },
  diving_or_altitude: { words: '潜水、涵洞、海拔 3000 米以上', article: '第三条（十三）' },
  lifting: { words: '常搬 20 公斤以上', article: '第三条（十四）' },
  vibration: { words: '凿岩机、气镐、电锤', article: '第三条（十五）' },
  forced_posture: { words: '长时间弯腰、下蹲、每分钟 50 次以上的流水线', article: '第三条（十六）' },
  boiler: { words: '锅炉司炉', article: '第三条（十七）' },
};

/** Is somebody still 未成年工 on this China day? `youngUntilOn` is the day they turn 18. */
export function isYoungOn(person: { youngUntilOn?: string | undefined }, day: string): boolean {
  return !!person.youngUntilOn && day < person.youngUntilOn;
}

/** What the body has to bear that is also kept from the young. Taken strictly: the post says neither metres nor kilograms. */
const hazardOfDemand: Partial<Record<Demand, Hazard>> = {
  lifting: 'lifting',
  height: 'height',
  heat: 'cold_or_heat',
  cold: 'cold_or_heat',
  dust: 'dust',
  squatting: 'forced_posture',
};
/** Hazards that no word of the demands tells: asked by themselves. */
export const ownHazards = hazards.filter((hazard) => !Object.values(hazardOfDemand).includes(hazard));

interface Work {
  demands: readonly Demand[];
  hazards: readonly Hazard[];
  title?: string | undefined;
  duties?: string | undefined;
}

/** Places of entertainment, as posts name them. */
const venue = /酒吧|夜总会|夜场|歌厅|歌舞厅|舞厅|KTV|迪厅|量贩|网吧|网咖|电竞馆|洗浴|桑拿|足浴|游戏厅|游艺厅|棋牌室/i;
/** Does the work lie in a place that may employ nobody under 18 and take no interns? 〔未成年人保护法 §61；职业学校学生实习管理规定 §16(5)〕 */
export const isVenue = ({ title = '', duties = '' }: Pick<Work, 'title' | 'duties'>): boolean => venue.test(title) || venue.test(duties);

/** Everything about this work that is hazardous for those under 18. 〔未成年工特殊保护规定 §3〕 */
export function hazardsOf({ demands, hazards: own }: Work): Hazard[] {
  const told = demands.map((demand) => hazardOfDemand[demand]).filter((hazard) => hazard !== undefined);
  return [...new Set([...told, ...own])];
}

/** Is this work kept from everybody who is 16 or 17? 〔劳动法 §64；未成年工特殊保护规定 §3；未成年人保护法 §61〕 */
export const isKeptFromYoung = (work: Work): boolean => hazardsOf(work).length > 0 || isVenue(work);

/** Is this opening kept from this person, because they are 16 or 17? */
export function isHazardousFor(person: { youngUntilOn?: string | undefined }, work: Work, day: string): boolean {
  return isYoungOn(person, day) && isKeptFromYoung(work);
}
