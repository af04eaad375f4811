import { plain } from '@shanhai/functions/src/search/grams.ts';
import { dayNumber, type KnownEmployer, type KnownOpening } from '@shanhai/functions/src/search/opening.ts';
import type { EmployerId, JobId } from '@shanhai/shared/contract/basics.ts';
import { mealKinds } from '@shanhai/shared/rules/jobs.ts';
import { regionName, regionNames } from '@shanhai/shared/rules/regions.ts';
import { type Trade, trades } from '@shanhai/shared/rules/trades.ts';
import { chance } from './chance.ts';

/** Titles as posts have them, by trade. */
const titles: Record<Trade, readonly string[]> = {
  electrician: ['电工', '维修电工', '机修电工', '厂房电工', '弱电安装工', '低压电工', '水电工', '设备维护电工'],
  carpenter: ['木工', '家具木工', '模板木工', '装修木工', '精细木工', '木门安装工'],
  guard: ['保安', '门岗保安', '厂区保安员', '夜班门卫', '小区秩序员', '监控值班员'],
  general: ['普工', '流水线操作工', '注塑操作工', '包装普工', '冲压操作工', '数控学徒', '车间普工', '印刷普工'],
  welder: ['焊工', '电焊工', '氩弧焊工', '二保焊工', '钢结构焊工', '管道焊工', '机器人焊接操作工'],
  sewing: ['缝纫工', '平车工', '服装缝纫工', '锁边工', '样衣工', '针车工', '箱包缝纫工', '沙发缝纫工'],
  cook: ['厨师', '食堂厨师', '帮厨', '面点师', '切配工', '炒菜师傅', '学校食堂帮厨'],
  cleaner: ['保洁员', '写字楼保洁', '医院保洁', '商场清洁工', '道路清扫工', '酒店公区保洁'],
  care: ['护理员', '养老护理员', '月嫂', '育儿嫂', '医院护工', '住家保姆', '钟点工', '康复陪护'],
  logistics: ['分拣员', '快递员', '仓库管理员', '叉车工', '装卸工', '理货员', '冷链拣货员', '电商打包员'],
  driver: ['货车司机', '班车司机', '渣土车司机', '送货司机', '叉车司机', '冷链司机'],
  construction: ['瓦工', '钢筋工', '架子工', '泥水工', '油漆工', '外墙抹灰工', '防水工', '塔吊司机'],
  farm: ['大棚种植工', '蔬菜采摘工', '养猪饲养员', '果园工', '花卉养护工', '养鸡场饲养员'],
  service: ['餐厅服务员', '客房服务员', '传菜员', '洗碗工', '酒店前台', '收银员', '超市理货员'],
  food: ['食品包装工', '烘焙工', '肉类分割工', '中央厨房操作工', '饮料灌装工', '水产加工工'],
  assembly: ['电子装配工', '手机组装工', '贴片操作员', '插件工', '电池装配工', '质检员', '线束工'],
};
const before = ['', '', '', '', '长期招', '急招', '诚聘', '白班', '两班倒', '熟练', '初级', '高级'];
const after = ['', '', '', '', '（包住）', '（可学徒）', '（月浦）', '（长白班）', '（双休）'];
const tasks =
  '按图纸下料 检查设备 清点货物 打扫车间 搬运材料 装配零件 换模具 登记台账 看护机器 维修线路 打磨焊缝 裁剪布料 缝合衣片 熨烫成衣 贴标签 装箱封口 上下料 巡查厂区 登记来访 接待客人 铺床换被 洗碗消毒 切菜配菜 炒大锅菜 照看老人 喂饭翻身 给宝宝洗澡 接送孩子 分拣包裹 扫码入库 开叉车 送货上门 浇水施肥 采摘番茄 喂料清圈 绑扎钢筋 砌砖抹灰 搭拆脚手架 刷漆补墙 测量尺寸 校准仪表 更换刀具 记录温度 检验外观 配合电工布线 协助师傅 保养设备 处理废料'.split(
    ' ',
  );
const wants =
  '能吃苦 做事仔细 会用手机 能上夜班 有经验优先 没经验可教 能看懂图纸 身体能搬三十斤 听从安排 有低压电工证 有焊工证 有健康证 有驾驶证 会说普通话 能长期做 视力好 手脚快 有叉车证'.split(
    ' ',
  );
const first =
  '月汀 云汐 禾岚 海岳 青屿 江临 松原 金桥 锦川 瑞禾 恒岭 远帆 晨曦 星汇 德润 华锋 万和 宏泰 嘉木 同济 盛川 永盈 百川 广源 安澜 天衡 博远 新禾 联创 申达'.split(
    ' ',
  );
const second = '钢构 机电 部件 服饰 食品 物流 家政 建设 酒店 电子 农业 物业 餐饮 包装 仓储 医护'.split(' ');
const roads = '月浦镇 外冈镇 石湖荡镇 川沙镇 泗泾镇 安亭镇 颛桥镇 华新镇 奉城镇 堡镇 罗店镇 张江镇 板桥镇 富乐镇 阿岗镇 振兴街道'.split(' ');
/** Counties and districts only, and Shanghai three times as often. */
const counties = Object.keys(regionNames).filter((code) => !code.endsWith('00'));
const workRegions = [...counties, ...counties.filter((code) => code.startsWith('31')), ...counties.filter((code) => code.startsWith('31'))];

const today = dayNumber('2026-02-07');
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789_-';

/** Openings as they might stand in the table, the same for the same seed; some have run out, some employers are not verified. */
export function manyOpenings(count: number, seed = 1): KnownOpening[] {
  const { below, oneIn } = chance(seed);
  const one = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const some = (all: readonly string[], n: number): string => Array.from({ length: n }, () => one(all)).join('，');
  const drawn = (length: number): string => Array.from({ length }, () => letters[below(letters.length)]).join('');
  const employers: KnownEmployer[] = Array.from({ length: Math.max(1, Math.ceil(count / 25)) }, () => ({
    employerId: drawn(12) as EmployerId,
    shortName: `${one(first)}${one(second)}`,
    untilDay: oneIn(20) ? today - 1 : today + 90,
    isDemo: false,
  }));
  return Array.from({ length: count }, () => {
    const trade = one(trades);
    const employer = one(employers);
    const workRegion = one(workRegions);
    const rest = `${some(wants, 2)} ${some(tasks, 3)} ${employer.shortName}（上海）有限公司 ${regionName(`${workRegion.slice(0, 2)}0000`)} ${regionName(workRegion)} ${one(roads)}${below(300)}号 ${employer.shortName}`;
    return {
      jobId: drawn(12) as JobId,
      employer,
      title: `${one(before)}${one(titles[trade])}${one(after)}`,
      trade,
      kind: oneIn(8) ? 'gig' : 'full_time',
      workRegion,
      hasDorm: oneIn(2),
      meals: one(mealKinds),
      needsCertificate: oneIn(6),
      takeHomeFen: 300_000 + below(60) * 10_000,
      remaining: 1 + below(40),
      isDemo: false,
      createdAt: 1_770_000_000 - below(90 * 86_400),
      untilDay: oneIn(30) ? today - below(5) - 1 : today + below(80),
      startDay: oneIn(3) ? today + below(40) : 0,
      rest: plain(rest),
    };
  });
}

export const searchedOn = today;
