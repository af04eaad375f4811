import { anyOf, begin, end, type WordRule } from './post-rule.ts';

const sexLaw = '妇女权益保障法第43条；人力资源市场暂行条例第24条';
const one = '(?:性|生|士|工|子|孩|同志|员工|的)';
const onlyWords = '(?:仅限?|限|只要|只招|只收|要求|招聘?|诚聘|聘|要)';
const noWords = '(?:不要|不招|不收|不录用?|谢绝|拒绝)';
const awayWords = '(?:勿扰|不要|别来|免谈|不招|不收|不能录?用?|不录用?|一律不\\S{0,2})';

const evenHanded = anyOf(
  '男女(?:性|工)?(?:老少)?(?:不限|均可|都|皆可|通用|同工同酬|平等|一样)',
  '(?:不限|不分|不论|不管)男女',
  '[男女](?:装|鞋|包|裤|衣|袜|厕|浴|更衣|职工|宾|童|款|帽|科|宿舍)',
  '[男女](?:生|工|士|员工)?(?:有|另|住|单独|都|也)',
  '大哥大姐|叔叔阿姨',
);
const sex = { key: 'sex', what: '不能限男女', article: sexLaw, innocent: evenHanded } as const;

const sexRules: WordRule[] = [
  {
    ...sex,
    pattern: anyOf(
      `性别\\s*[:：]?\\s*(?:要求)?[男女]性?`,
      `${onlyWords}?[男女]${one}*(?:优先|为主|更好)`,
      `(?:仅限?|限|只要|只招|只收|要求)[男女]${one}*`,
      `(?:不适合|${noWords})[男女]${one}*`,
      `[男女]${one}*${awayWords}`,
      '男女各[^，,。；;、]*',
      `${begin}[男女]${one}?${end}`,
    ),
    cut: 'words',
  },
  // a noun with its sex in it is said without: 招女工 → 招工人, 男保安 → 保安
  { ...sex, fields: ['title', 'requirements', 'duties'], pattern: /[男女]工(?![人友])/g, cut: 'words', mend: () => '工人' },
  {
    ...sex,
    fields: ['title', 'requirements', 'duties'],
    pattern: anyOf(`${begin}(?:急?招聘?|诚聘|聘)?[男女](?:性|士|生)?(?=[^女男，,。；;、）)\\s])`),
    cut: 'words',
  },
  { ...sex, fields: ['title', 'requirements'], pattern: /阿姨|大妈|小姐姐|小哥哥?|帅哥|美女|靓女|靓仔/g, cut: 'words' },
];

const age = '(?:\\d{2}|[二三四五六七]十[一二三四五六七八九]?)';
const years = '\\s*周?岁';
const ageRules: WordRule = {
  key: 'age',
  what: '不能限年龄',
  article: '人社部、网信办2024年8月29日通知',
  // nobody under 16 may be hired, nobody under 18 for nights and hazards: saying so protects minors; the age of those cared for is the work itself
  innocent: anyOf(
    `(?:年龄)?(?:必须|须|需|要求)?(?:年?满)?\\s*(?:1[68]|十[六八])${years}\\s*(?:及?以上)?(?!\\s*(?:[-—~～至到]|以下|以内|左右|之间))(?!\\s*\\d)(?!${age})`,
    `\\d{1,3}${years}\\s*(?:以上|以下|左右)?的?\\s*(?:老|孩|小孩|儿童|宝宝|婴|父母|学生|幼儿)`,
    '年龄(?:大小)?(?:不限|都要|都行|都可)',
  ),
  pattern: anyOf(
    `(?:年龄|要求|限)*[:：]?(?:年?满|在)?\\s*(${age})(?:${years})?\\s*[-—~～至到]\\s*${age}${years}(?:以下|以内|之间|左右)?(?:的|者)?(?:优先\\S{0,2})?`,
    `(?:年龄|年?满|限|要求|不超过|不大于|超过|在)*\\s*${age}${years}\\s*(?:及?以下|以内|之间|左右|以上|以前)*(?:的|者)?(?:优先(?:考虑)?|${awayWords})?(?:${age})?`,
    `年龄[^，,。；;、\\d]{0,6}(\\d{2})(?:\\s*[-—~～至到]\\s*\\d{2})?(?:以下|以内|之间|左右)?`,
    `(?:最大|年龄)*(?:不超过|不大于|超过|大于)\\s*${age}(?!\\s*[小元公斤人米天分名个%块月年千百万\\d])(?:的?${awayWords}|以内)?${end}`,
    '[5-9]0\\s*后(?:优先)?',
    '只?[要招]?年轻(?:人|力壮|有活力|化|的)?(?:优先)?',
    '年龄(?:不要|别|不能)太?[大老]\\S{0,2}',
    '青壮年(?:优先)?',
  ),
  cut: 'words',
  mend: ([words, from, other]) => {
    const least = from ?? other;
    return (least === '16' || least === '18') && /[-—~～至到]/.test(words) ? `年满${least}周岁` : '';
  },
};

const marriage: WordRule = {
  key: 'marriage',
  what: '不能问婚育',
  article: '妇女权益保障法第43条',
  innocent: anyOf('(?:婚育|婚姻)(?:情况|状况)?不[问限]', '婚否不限', '不[问限看]婚[否育姻]', '[已未]婚[、和]?[已未]婚(?:均可|都)', '单身(?:宿舍|公寓|间)'),
  pattern: anyOf(
    '已婚|未婚|已育|未育|单身|宝妈|备孕|生育计划|婚育',
    '(?:不|没|无)(?:打算|准备|计划)(?:生|怀|要)(?:孩子|小孩|二胎|孕)',
    '(?:不得|不能|不许|不准|禁止|不可)(?:怀孕|生育|结婚|生孩子)',
    `怀孕的?(?:者|女性)?${awayWords}`,
    '孕检|验孕|查孕|妊娠(?:检测|检查)',
    '(?:无|没有|没)(?:小孩|孩子|家庭)(?:拖累|负担|要带)',
  ),
  cut: 'piece',
};

const peoples = '(?:少数民|[汉彝回苗壮傣藏白满土]|哈尼|布依|维吾尔|蒙古|土家|纳西|傈僳|拉祜|景颇|布朗|佤|瑶|侗)族';
const ethnicity = { key: 'ethnicity', what: '不能限民族、信仰', article: '人力资源市场暂行条例第24条；就业促进法第28条' } as const;
const ethnicityRules: WordRule[] = [
  {
    ...ethnicity,
    innocent: /少数民族(?:特色|餐|风味|地区|服装|歌舞|村|乡)/g,
    pattern: anyOf(
      `(?:仅限?|限|只要|只招|只收|${noWords})[^，,。；;、]{0,4}${peoples}`,
      `${peoples}(?:人|的|员工|工人)*(?:优先|${awayWords})`,
      `(?:不|无|没有|不能)(?:信教|宗教信仰|信仰宗教)`,
      `信[教仰][^，,。；;、]{0,3}${awayWords}`,
      `(?:仅限?|限|只要|只招|${noWords})[^，,。；;、]{0,2}(?:信教|教徒|穆斯林|基督|佛教)`,
    ),
    cut: 'piece',
  },
  { ...ethnicity, fields: ['title', 'requirements'], pattern: anyOf(`${begin}${peoples}(?=[^，,。；;、\\s特风餐])`), cut: 'words' },
];

const provinces =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|东北';
const place = `(?:${provinces}|外地|本地|外省|本省|省外|外来|农村|城镇|城市|非农|本[县市区村镇]|[^，,。；;、\\s]{1,3}[省县市州])`;
const belongs = '(?:人(?![员士])|户籍|户口|籍)';
const origin: WordRule = {
  key: 'origin',
  what: '不能限户籍、地方',
  article: '人力资源市场暂行条例第11条；就业促进法第31条',
  innocent: anyOf('(?:户籍|户口|籍贯|地域)不限', '不限(?:户籍|户口|籍贯|地域)', '国籍|书籍', '户籍(?:窗口|科|室|大厅)'),
  pattern: anyOf(
    `(?:仅限?|限|只要|只招|只收|${noWords})[^，,。；;、]{0,2}${place}(?:${belongs}|的)`,
    `(?:仅限?|限|只要|只招|需|须|要求|${noWords})[^，,。；;、]{0,6}(?:户籍|户口|籍)`,
    `${place}(?:${belongs}|的)*(?:优先|${awayWords})`,
    `(?:户籍|户口|[^，,。；;、\\s]籍)(?:优先|要求|${awayWords})`,
    `籍贯`,
    `${begin}[^，,。；;、\\s]{0,4}(?:户籍|户口|籍)${end}`,
  ),
  cut: 'piece',
};

export const peopleRules: WordRule[] = [...sexRules, ageRules, marriage, ...ethnicityRules, origin];
