interface WordRule {
  pattern: RegExp;
  /** Words that look like a breach and are none. */
  allowed?: RegExp;
  what: string;
  article: string;
}

const sexAndAge = '妇女权益保障法第43条；人社部、网信办2024年8月29日通知';
/** A clause ends here. Old phones know no look-behind, so a clause begins inside the hit. */
const end = '(?=[，,。；;、\\s]|$)';

const wordRules: WordRule[] = [
  {
    pattern: new RegExp(
      `(限|只要|只招|仅限|要求|要|招)?(男|女)(性|生|士|工)*(优先|为主)|(限|只要|只招|仅限|要求|招)(男|女)(?![男女])(性|生|士|工|的)?|(^|[，,。；;、\\s])(男|女)(性|生|士|工|的)?${end}`,
      'g',
    ),
    what: '不能限男女',
    article: sexAndAge,
  },
  {
    pattern: /(年龄|年?满|限|要求|不超过|在)*\s*(\d{2}\s*[-—~至到]\s*)?\d{2}\s*(周)?岁\s*(以下|以内|之间|左右|以上)?|年龄\s*\d{2}\s*[-—~至到]\s*\d{2}/g,
    // nobody under 16 may be hired, and no minor for heavy work: saying so is no discrimination
    allowed: /^(年龄)?(年?满|要求)*\s*1[68]\s*周?岁(以上)?$/,
    what: '不能限年龄',
    article: sexAndAge,
  },
  { pattern: /(未婚|已婚已育|已婚|已育|未育|不备孕|无生育计划)(者)?(优先)?/g, what: '不能问婚育', article: '妇女权益保障法第43条' },
  {
    pattern: /(不要|不招|谢绝|限|只要|仅限|拒绝).{0,6}(族|户籍|户口|本地人|外地人|省人|县人|籍)|(本地|沪籍)(户籍|户口)?优先/g,
    what: '不能限民族、户籍、地方',
    article: '人力资源市场暂行条例第24条；就业促进法第28条、第31条',
  },
  {
    pattern: /(检查|体检|查|无|没有)?\s*(乙肝|两对半|HIV|艾滋)|无纹身|无疾病史|(查|做)?孕检/g,
    what: '不能查乙肝、孕检这些',
    article: '就业促进法第30条；妇女权益保障法第43条',
  },
  {
    pattern: /(交|收|缴|扣)?\s*(押金|保证金|风险金|服装费|工装费|培训费|报名费|介绍费|中介费|体检费自(付|理|费))\s*\d*\s*(元|块)?[^，,。；;]*/g,
    allowed: /(单位|公司|厂里|企业)(全)?(出|付|承担|报销)|免/,
    what: '不能收押金或别的钱',
    article: '劳动合同法第9条、第84条；就业促进法第41条',
  },
  { pattern: /(扣|押|保管|收取|上交)(留|下)?\s*(身份证|证件|原件)+/g, what: '不能扣身份证', article: '劳动合同法第9条、第84条' },
  {
    pattern: /日赚\s*\d*元?|日结\s*\d{3,}元?|轻松(月入过万|月入|过万|赚钱)|月入过万|包过|保录|躺赚|高薪诚聘/g,
    what: '不能用这样的话招人',
    article: '五部门2025年12月25日通知',
  },
];

/** An honest employer says 不收押金: what is denied is no breach. */
const isDenied = (before: string): boolean => /(不|免|勿|无需|不用|不必|无须)(会|能|得|再|收取|收|扣|押|交|缴|查|要|问|看|任何)*\s*$/.test(before);

export interface WordHit {
  what: string;
  /** The words that break the rule. */
  words: string;
  /** The text as it could stand without them. */
  instead: string;
  article: string;
}

const tidy = (text: string): string => text.replace(/[，,、；;\s]*([，,。；;])[，,、；;\s]*/g, '$1').replace(/^[，,、。；;\s]+|[，,、；;\s]+$/g, '');

interface Span {
  from: number;
  words: string;
}

const spanOf = ({ 0: hit, index }: RegExpExecArray): Span => {
  const words = hit.replace(/^[，,。；;、\s]+/, '');
  return { from: index + hit.length - words.length, words };
};

function firstHit({ pattern, allowed }: WordRule, text: string): Span | undefined {
  return [...text.matchAll(pattern)].map(spanOf).find(({ from, words }) => !isDenied(text.slice(0, from)) && !allowed?.test(words.trim()));
}

/** The first words of each kind that discriminate, take money, keep papers or bait. 〔就业促进法 §26–31、§41；劳动合同法 §9；妇女权益保障法 §43〕 */
export function wordHits(text: string): WordHit[] {
  return wordRules.flatMap((rule) => {
    const hit = firstHit(rule, text);
    if (!hit) return [];
    const instead = tidy(`${text.slice(0, hit.from)}，${text.slice(hit.from + hit.words.length)}`);
    return [{ what: rule.what, words: hit.words.trim(), instead, article: rule.article }];
  });
}
