import { type Trade, tradeWords } from './trades.ts';

/** What people and posts call a trade besides its own name. A name may stand for several trades. */
const otherNames: Record<Trade, readonly string[]> = {
  electrician: ['电工', '维修电工', '水电工', '弱电工', '强电', '电气工', '机修电工', '低压电工', '高压电工', '水电安装'],
  carpenter: ['木工', '木匠', '装修木工', '家具木工', '模板工', '细木工'],
  guard: ['保安', '门卫', '门岗', '保安员', '秩序员', '安保', '巡逻', '看门', '值班保安'],
  general: ['普工', '操作工', '操作员', '流水线', '生产工', '学徒', '小工', '杂工', '包装工', '车间工人', '厂工', '打包工'],
  welder: ['焊工', '电焊工', '电焊', '氩弧焊', '二保焊', '气保焊', '焊接', '焊接工', '铆焊', '冷作工'],
  sewing: ['缝纫', '缝纫工', '车工', '平车', '平车工', '针车', '针车工', '裁缝', '制衣', '服装工', '缝盘', '车位工', '锁边', '样衣工'],
  cook: ['厨师', '厨工', '帮厨', '炒菜', '厨房', '切配', '面点', '白案', '红案', '配菜', '烧菜', '食堂'],
  cleaner: ['保洁', '保洁员', '清洁工', '打扫', '环卫', '清洁', '扫地', '环卫工'],
  care: ['护理', '家政', '月嫂', '保姆', '护工', '育儿嫂', '养老护理', '护理员', '阿姨', '钟点工', '住家', '陪护', '养老'],
  logistics: ['分拣', '快递', '分拣员', '快递员', '仓库', '仓管', '理货', '装卸', '装卸工', '搬运', '搬运工', '拣货', '叉车', '叉车工', '物流', '外卖', '骑手'],
  driver: ['司机', '驾驶员', '开车', '货车', '大货车', '班车', '货运司机', '送货'],
  construction: ['建筑', '建筑工', '瓦工', '泥工', '钢筋工', '架子工', '油漆工', '工地', '泥水工', '水泥工', '砌墙', '抹灰', '粉刷', '塔吊'],
  farm: ['种植', '养殖', '农场', '采摘', '大棚', '种菜', '饲养', '养猪', '养鸡', '农工', '摘菜', '摘果'],
  service: ['餐厅', '客房', '服务员', '传菜', '洗碗', '洗碗工', '前台', '客房服务员', '酒店', '收银', '店员', '营业员', '导购'],
  food: ['食品', '食品厂', '食品加工', '屠宰', '烘焙', '面包', '肉类加工', '中央厨房'],
  assembly: ['电子厂', '电子装配', '组装', '装配', '装配工', '组装工', '插件', '贴片', '电子', '质检', '测试员'],
};

const tradesByName = new Map<string, Trade[]>();
for (const [trade, names] of Object.entries(otherNames) as [Trade, readonly string[]][])
  for (const name of new Set([tradeWords[trade], ...names])) tradesByName.set(name, [...(tradesByName.get(name) ?? []), trade]);

/** The trades somebody means who writes this word: 电焊工 is a welder, 车工 sews, 月嫂 cares. */
export const tradesCalled = (name: string): readonly Trade[] => tradesByName.get(name) ?? [];

/** Every name of a trade that we know. */
export const tradeNames: readonly string[] = [...tradesByName.keys()];
