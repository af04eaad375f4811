import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';

/** What words must hold to be of a trade, the narrower before the wider. */
const tradeSigns: readonly (readonly [Trade, RegExp])[] = [
  ['welder', /焊/],
  ['electrician', /电工|水电|电气/],
  ['carpenter', /木工|木匠/],
  ['sewing', /缝纫|平车|车位|裁剪|服装/],
  ['guard', /保安|门岗|门卫|安保|秩序/],
  ['cleaner', /保洁|清洁|环卫/],
  ['care', /护理|护工|家政|保姆|月嫂|养老|育婴/],
  ['driver', /司机|驾驶|叉车/],
  ['logistics', /分拣|快递|物流|仓|配送|装卸|搬运|外卖/],
  ['construction', /建筑|钢筋|瓦工|泥工|抹灰|架子工|混凝土|装修/],
  ['farm', /种植|养殖|采摘|园艺|绿化|农/],
  ['cook', /厨|面点|切配/],
  ['service', /服务员|客房|餐厅|迎宾|传菜|酒店/],
  ['food', /食品|屠宰|烘焙|包装/],
  ['assembly', /装配|组装|电子|质检|流水线/],
  ['general', /普工|操作工|工人|杂工|学徒/],
];

/** The trade that somebody means, by our own word for it or by what their words hold. */
export function namedTrade(words: string): Trade | undefined {
  return trades.find((t) => tradeWords[t] === words) ?? tradeSigns.find(([, sign]) => sign.test(words))?.[0];
}
