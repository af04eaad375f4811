import { Problem } from '../problems.ts';

/**
 * Words of an employer lead nobody away from what was verified: no address, no account to add, no number to call, no code to scan.
 * 〔五部门2025年12月25日通知；反电信网络诈骗法 §31〕 The employer's own telephone is a field of its own, shown after the person's yes.
 */

/** What may stand between the signs of a number or a name: `138 0013-8000`, `微 信`. */
const gap = '[\\s\\-—_·.*]{0,2}';
const dot = '(?:\\.|。|．|点|\\(dot\\))';
const endings = '(?:com|cn|net|org|top|xyz|cc|vip|me|io|info|ltd|club|site|shop|online|work|fun|link|ink|icu|tk|co|app)';
const account = '[a-zA-Z][\\w-]{4,19}|\\d{5,12}';
/** The name or number that follows goes with it. */
const named = `(?:\\s?(?:号|id)?\\s?[:：是为]?\\s?(?:${account}))?`;
const adding = '(?:加一?下?个?|\\+|添加|扫|搜|关注)(?:我们?|咱们?|老板|组长|人事|下面|下方|以下|招聘|本人|公司|企业|工作|客服|的)*';

const kinds: readonly { what: string; pattern: string }[] = [
  { what: '链接', pattern: '(?:[a-z]+:)?//\\S+|#小程序:\\S*|www\\.\\S+' },
  { what: '邮箱', pattern: `[\\w.+-]+\\s?@\\s?[\\w-]+${dot}\\w+` },
  { what: '网址', pattern: `[a-zA-Z0-9][a-zA-Z0-9-]*${dot}${endings}(?![a-zA-Z0-9])(?:/\\S*)?` },
  {
    what: '微信号',
    pattern: `${adding}(?:vx|v信|v(?![a-z0-9带型形槽口])|wx|wechat|weixin|[微威薇维徽][${'信星心芯x'}]|薇(?!娅)|卫星(?!电视|工厂)|绿泡泡)${named}|(?:vx|v信|wx|微信|薇信|威信|wechat|weixin)\\s?(?:号|id|同号)?\\s?(?:[:：是为]|\\s)\\s?(?:${account})|(?:微信|电话|手机)同号|(?:进|加|入|拉你进)(?:微信)?群`,
  },
  { what: 'QQ 号', pattern: `${adding}(?:qq|扣扣|企鹅)${named}|(?:qq|扣扣|群)\\s?(?:号|群)?\\s?(?:[:：是为]|\\s)?\\s?\\d{5,12}` },
  {
    what: '公众号',
    pattern: '(?:关注|搜索?|上|进)[^，,。；;]{0,6}(?:公众号|视频号|抖音|快手|小红书|小程序)|(?:公众号|视频号|抖音号?|快手号?|小红书号?)\\s?[:：]',
  },
  { what: '二维码', pattern: '(?:扫|识别|长按)[^，,。；;]{0,6}(?:二维码|下方|下面|图中)|扫码(?:进群|报名|加|联系|咨询|关注|添加|下载|填)' },
  {
    what: '电话',
    pattern: `(?:\\+?86${gap})?1[3-9]\\d(?:${gap}\\d){8}(?!\\d)|(?:^|[^\\d.])0\\d{2,3}${gap}[2-9]\\d{6,7}(?!\\d)|[48]00${gap}\\d{3}${gap}\\d{4}(?!\\d)`,
  },
  { what: '下载', pattern: '下载[^，,。；;]{0,8}(?:app|软件|应用)' },
];

const pattern = new RegExp(kinds.map((kind) => `(${kind.pattern})`).join('|'), 'gi');

/** Words of a trade that only look like one. */
const innocent =
  /\b(?:asp|ado|vb)?\.net\b|\b(?:node|vue|next|nuxt|react)\.js\b|(?:不|勿|别|无需|不用|谨防|不会让(?:您|你))(?:要|得|能)?(?:加|扫|点)[^，,。；;]*/gi;

/** Letters, digits and signs of full width are read as plain ones; every sign keeps its place. */
const plain = (text: string): string => text.replace(/[０-９Ａ-Ｚａ-ｚ．＠／＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

export interface LeadAway {
  what: string;
  /** As they stand in the text. */
  words: string;
  at: number;
}

/** Everything in a text that leads away. */
export function leadsAwayIn(text: string): LeadAway[] {
  const read = plain(text).replace(innocent, (words) => '〇'.repeat(words.length));
  const found: LeadAway[] = [];
  read.replace(pattern, (hit: string, ...groups: (string | number)[]) => {
    const kind = kinds[groups.slice(0, kinds.length).findIndex((group) => group !== undefined)];
    const at = groups[kinds.length] as number;
    found.push({ what: kind?.what ?? '', words: text.slice(at, at + hit.length).trim(), at });
    return hit;
  });
  return found;
}

export const leadsAway = (text: string | undefined): boolean => !!text && leadsAwayIn(text).length > 0;

/** For the field: what to take out. Undefined where all is well. */
export function leadAwayProblem(text: string | undefined): string | undefined {
  const [first] = text ? leadsAwayIn(text) : [];
  return first && `请去掉“${first.words}”：这里不放${first.what}`;
}

/** An older text as it is shown: what leads away is left out. */
export function withoutLeads(text: string, put = '〔已隐去〕'): string {
  let [shown, from] = ['', 0];
  for (const { words, at } of leadsAwayIn(text)) {
    const start = text.indexOf(words, at);
    shown += `${text.slice(from, start)}${put}`;
    from = start + words.length;
  }
  return shown + text.slice(from);
}

/** Refuses the first of some fields whose words lead away, by its name. */
export function requireNoLead(fields: Readonly<Record<string, string | undefined>>): void {
  for (const [field, text] of Object.entries(fields)) {
    const [first] = text ? leadsAwayIn(text) : [];
    if (first) throw new Problem('words_lead_away', { field, what: first.what });
  }
}
