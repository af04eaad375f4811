import type { EmployerRow } from './employer-row.ts';

/** Short names of the 宝山 employers of 罗平 that also came to 宣威. */
export const baoshanInXuanwei: readonly string[] = ['罗汐冷链', '江樟箱业', '月汀钢构', '宝汐养老', '泊舟仓配', '吴汀食品', '杨汀电桩', '淞岚物业'];

/** Demo employers that came to 宣威 besides those: of Shanghai, of 昆明, of 曲靖 and of the place itself. */
export const xuanweiEmployers: readonly EmployerRow[] = [
  {
    short: '庙行装饰',
    region: '310113',
    at: '庙行镇 40 号',
    industry: '建筑装饰',
    contact: '洪工',
    openings: [
      ['carpenter', 30, 5500],
      ['electrician', 16, 5300],
      ['mason', 24, 5000, { wording: 0 }],
    ],
  },
  {
    short: '张庙净洁',
    region: '310113',
    at: '张庙街道 22 号',
    industry: '保洁服务',
    contact: '庞班长',
    openings: [
      ['cleaner', 50, 3000],
      ['wardCleaner', 20, 3300],
    ],
  },
  {
    short: '江湾智造',
    region: '310110',
    at: '长海路街道 18 号',
    industry: '仪器制造',
    contact: '葛主管',
    openings: [
      ['assembler', 46, 3900, { wording: 0 }],
      ['inspector', 14, 4200],
      ['lathe', 12, 5000],
    ],
  },
  {
    short: '浦江建工',
    region: '310112',
    at: '浦江镇 160 号',
    industry: '建筑施工',
    contact: '武队长',
    openings: [
      ['formwork', 40, 5800],
      ['steelFixer', 36, 5400, { wording: 0 }],
    ],
  },
  {
    short: '南翔点心',
    region: '310114',
    at: '南翔镇 12 号',
    industry: '食品制造',
    contact: '尹师傅',
    openings: [
      ['noodle', 14, 5200, { wording: 0 }],
      ['foodLine', 40, 3400, { wording: 0 }],
    ],
  },
  {
    short: '华亭温室',
    region: '310114',
    at: '华亭镇 6 号',
    industry: '花卉种植',
    contact: '孔农艺师',
    openings: [
      ['greenhouse', 36, 3500, { wording: 1 }],
      ['greenery', 14, 3600],
    ],
  },
  {
    short: '斗南花拍',
    region: '530100',
    at: '斗南街道 28 号',
    industry: '花卉流通',
    contact: '白经理',
    openings: [
      ['greenhouse', 40, 2900, { wording: 1 }],
      ['sorter', 30, 3000],
      ['truck', 10, 4300, { title: '鲜花车司机', duties: '夜里把鲜花从市场送到机场，一晚两趟' }],
    ],
  },
  {
    short: '滇池里酒店',
    region: '530100',
    at: '海埂街道 9 号',
    industry: '住宿',
    contact: '文经理',
    openings: [
      ['hotelRoom', 24, 2600],
      ['waiter', 20, 2700],
    ],
  },
  {
    short: '呈贡云仓',
    region: '530100',
    at: '洛羊街道 55 号',
    industry: '仓储物流',
    contact: '瞿组长',
    openings: [
      ['sorter', 44, 16, { paidByHour: true, overtimeYuan: 0 }],
      ['stockKeeper', 10, 3300],
      ['loader', 20, 3400],
    ],
  },
  {
    short: '官渡电缆',
    region: '530100',
    at: '大板桥街道 31 号',
    industry: '电线电缆',
    contact: '段工',
    openings: [
      ['lineWorker', 40, 3000],
      ['electrician', 10, 3900],
    ],
  },
  {
    short: '春城家政',
    region: '530100',
    at: '华山街道 2 号',
    industry: '家政服务',
    contact: '方老师',
    openings: [
      ['homeCare', 36, 3800],
      ['care', 24, 3100],
    ],
  },
  {
    short: '西山米线',
    region: '530100',
    at: '碧鸡街道 13 号',
    industry: '食品制造',
    contact: '毕厂长',
    openings: [
      ['foodLine', 30, 2700, { title: '米线车间操作工', duties: '看米浆机、蒸片、切丝，称重装袋' }],
      ['noodle', 16, 3600, { wording: 1 }],
      ['courier', 8, 3200, { title: '米线配送员', duties: '早上四点半装车，送到二十家米线店，九点前回' }],
    ],
  },
  {
    short: '麒麟硅材',
    region: '530300',
    at: '南宁街道 64 号',
    industry: '光伏材料',
    contact: '唐主管',
    openings: [
      ['lineWorker', 70, 3600],
      ['maintenance', 14, 4600],
    ],
  },
  {
    short: '沾益煤机',
    region: '530300',
    at: '西平街道 20 号',
    industry: '矿山机械',
    contact: '缪工',
    openings: [
      ['welder', 24, 4500, { wording: 0 }],
      ['lathe', 16, 4000],
      ['fitter', 14, 4000, { wording: 1 }],
    ],
  },
  {
    short: '珠源保安',
    region: '530300',
    at: '建宁街道 39 号',
    industry: '保安服务',
    contact: '晏队长',
    openings: [
      ['guard', 50, 2500],
      ['monitor', 8, 3400],
    ],
  },
  {
    short: '马龙果蔬',
    region: '530300',
    at: '通泉街道 8 号',
    industry: '果蔬加工',
    contact: '戚会计',
    openings: [
      ['gingerWash', 36, 2400, { title: '苹果分级工', duties: '苹果过水、擦干，按大小和颜色分级装箱' }],
      ['coldStore', 10, 3200],
    ],
  },
  {
    short: '曲靖车桥',
    region: '530300',
    at: '益宁街道 51 号',
    industry: '汽车零部件',
    contact: '岳主管',
    openings: [
      ['puncher', 30, 3300],
      ['grinder', 20, 3200],
      ['forklift', 8, 3500],
    ],
  },
  {
    short: '榕城火腿',
    region: '530381',
    at: '宛水街道 7 号',
    industry: '肉制品加工',
    contact: '浦师傅',
    openings: [
      ['foodLine', 40, 2600, { title: '火腿车间修割工', duties: '修边、揉盐、上架翻晾，库里凉，发围裙胶鞋' }],
      ['dayHand', 16, 2500],
    ],
  },
  {
    short: '复兴鞋服',
    region: '530381',
    at: '复兴街道 90 号',
    industry: '服装加工',
    contact: '施主任',
    openings: [
      ['seamstress', 44, 2800, { wording: 0 }],
      ['ironer', 16, 2400],
    ],
  },
  {
    short: '宣和薯业',
    region: '530381',
    at: '来宾街道 33 号',
    industry: '马铃薯加工',
    contact: '孙站长',
    openings: [
      ['rapeField', 30, 2300, { title: '马铃薯基地农工', duties: '理墒、下种、盖膜，收薯时跟着机器捡' }],
      ['breeder', 6, 3000],
    ],
  },
  {
    short: '双龙建材',
    region: '530381',
    at: '双龙街道 5 号',
    industry: '建材',
    contact: '肖班长',
    openings: [
      ['mason', 30, 4000, { wording: 1 }],
      ['truck', 8, 4200, { wording: 1 }],
    ],
  },
  {
    short: '西宁康养',
    region: '530381',
    at: '西宁街道 17 号',
    industry: '养老服务',
    contact: '耿院长',
    openings: [
      ['care', 20, 2700],
      ['cook', 4, 3600],
    ],
  },
  {
    short: '虹桥电商',
    region: '530381',
    at: '虹桥街道 29 号',
    industry: '电商物流',
    contact: '饶组长',
    openings: [
      ['liveSeller', 12, 2900],
      ['sorter', 24, 2600],
      ['courier', 14, 3000],
    ],
  },
  {
    short: '丰华餐饮',
    region: '530381',
    at: '丰华街道 10 号',
    industry: '餐饮',
    contact: '查店长',
    openings: [
      ['waiter', 16, 2500],
      ['kitchenHand', 12, 2400],
      ['noodle', 6, 3300, { wording: 1 }],
    ],
  },
];
