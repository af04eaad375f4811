import type { EmployerRow } from './employer-row.ts';

/**
 * Demo employers of the four fairs of 昭通: 20 of them, most of 松江, some of 平湖. Each brings one opening to each
 * county in the order of the fairs, so that the four together hold the 2000多个岗位 of the paper once.
 */
export const zhaotongEmployers: readonly EmployerRow[] = [
  { short: '泗禾机电', region: '310117', at: '泗泾镇 70 号', industry: '电机制造', contact: '杜工', openings: [['electrician', 26, 5100], ['fitter', 22, 4900, { wording: 1 }], ['grinder', 30, 4300], ['inspector', 14, 4200]] },
  { short: '九亭木语', region: '310117', at: '九亭镇 33 号', industry: '家具制造', contact: '木师傅', openings: [['carpenter', 28, 5400], ['woodFinish', 18, 5000], ['dayHand', 34, 3600], ['forklift', 8, 5000]] },
  { short: '云廊安保', region: '310117', at: '中山街道 6 号', industry: '保安服务', contact: '石队长', openings: [['guard', 45, 3800], ['guard', 40, 3900, { title: '园区门岗保安' }], ['patrol', 36, 3700], ['monitor', 8, 4900]] },
  { short: '车墩汇智', region: '310117', at: '车墩镇 125 号', industry: '电子元件', contact: '莫主管', openings: [['assembler', 50, 3700, { wording: 0 }], ['harness', 40, 3800], ['inspector', 18, 4000], ['lineWorker', 36, 3600]] },
  { short: '佘山云栖酒店', region: '310117', at: '佘山镇 11 号', industry: '住宿', contact: '俞经理', openings: [['hotelRoom', 22, 3500], ['waiter', 20, 3600], ['kitchenHand', 14, 3300], ['greenery', 10, 3700]] },
  { short: '石荡精密', region: '310117', at: '石湖荡镇 42 号', industry: '精密零件', contact: '柏工', verifiedDaysAgo: 168, openings: [['lathe', 24, 5000], ['puncher', 30, 4100], ['maintenance', 10, 5700], ['stockKeeper', 8, 4300]] },
  { short: '新浜鲜菌', region: '310117', at: '新浜镇 19 号', industry: '食用菌种植', contact: '盛场长', openings: [['greenhouse', 30, 3500, { title: '蘑菇采收工', duties: '进菇房采菇、修脚、按大小装盘，房里湿，发胶鞋' }], ['coldStore', 12, 4200], ['foodLine', 28, 3400, { wording: 1 }], ['truck', 6, 5200, { wording: 0 }]] },
  { short: '洞泾无纺', region: '310117', at: '洞泾镇 58 号', industry: '纺织', contact: '费大姐', openings: [['seamstress', 40, 3800, { wording: 0 }], ['ironer', 24, 3400], ['lineWorker', 26, 3700], ['maintenance', 6, 5400]] },
  { short: '叶榭软糕', region: '310117', at: '叶榭镇 8 号', industry: '糕点制造', contact: '金师傅', openings: [['foodLine', 36, 3400, { wording: 0 }], ['noodle', 10, 5000, { wording: 0 }], ['dayHand', 30, 3200], ['liveSeller', 6, 4200]] },
  { short: '茸城快件', region: '310117', at: '方松街道 90 号', industry: '快递', contact: '喻站长', openings: [['courier', 40, 4100], ['sorter', 60, 26, { paidByHour: true, overtimeYuan: 0 }], ['loader', 30, 4300], ['bus', 4, 5600]] },
  { short: '小昆电梯', region: '310117', at: '小昆山镇 77 号', industry: '电梯制造', contact: '樊工', openings: [['fitter', 34, 5200, { wording: 0 }], ['welder', 20, 5800, { wording: 0 }], ['electrician', 14, 5400], ['forklift', 10, 4900]] },
  { short: '泖港田园', region: '310117', at: '泖港镇 5 号', industry: '蔬菜种植', contact: '朱社长', openings: [['greenhouse', 36, 3300, { wording: 0 }], ['breeder', 14, 4000], ['truck', 8, 5000, { wording: 0 }], ['gingerWash', 30, 3000, { title: '净菜清洗工', duties: '给青菜、萝卜去泥去叶，称重装筐进冷库' }]] },
  { short: '广富养护', region: '310117', at: '广富林街道 26 号', industry: '养老服务', contact: '温院长', openings: [['care', 30, 4200], ['homeCare', 20, 5200], ['cook', 6, 5800], ['cleaner', 18, 3000]] },
  { short: '永丰构件', region: '310117', at: '永丰街道 101 号', industry: '预制构件', contact: '项班长', openings: [['steelFixer', 44, 5000], ['formwork', 36, 5600], ['welder', 18, 5900, { wording: 0 }], ['mason', 20, 5200, { wording: 0 }]] },
  { short: '九里光学', region: '310117', at: '九里亭街道 14 号', industry: '光学仪器', contact: '凌主管', openings: [['inspector', 24, 4200], ['assembler', 44, 3900, { wording: 0, duties: '坐着装镜片、打螺丝、擦镜面，净化车间里干，发连体服' }], ['dayHand', 20, 3300], ['lathe', 10, 5100]] },
  { short: '松帆劳务', region: '310117', at: '岳阳街道 3 号', industry: '劳务派遣', contact: '汤专员', agency: true, openings: [['lineWorker', 70, 3800], ['dayHand', 60, 3500], ['sorter', 50, 3800], ['guard', 30, 3700]] },
  { short: '茸汇人才', region: '310117', at: '中山街道 48 号', industry: '人力资源服务', contact: '姚专员', agency: true, openings: [['moulder', 50, 3900], ['assembler', 46, 3800, { wording: 0 }], ['loader', 24, 4200], ['hotelRoom', 20, 3500]] },
  { short: '乍浦箱包', region: '330482', at: '新埭镇 30 号', industry: '箱包制造', contact: '计厂长', openings: [['seamstress', 40, 3200, { title: '箱包车工', duties: '缝箱包里布和拉链，布料裁好送到手边' }], ['ironer', 20, 3000], ['dayHand', 30, 2900], ['stockKeeper', 6, 3600]] },
  { short: '当湖汽配', region: '330482', at: '钟埭街道 72 号', industry: '汽车零部件', contact: '陶主管', openings: [['robotWelder', 12, 4600], ['puncher', 26, 3500], ['harness', 40, 3300], ['electrician', 8, 4300]] },
  { short: '东湖纸制', region: '330482', at: '曹桥街道 16 号', industry: '纸制品', contact: '陆组长', openings: [['lineWorker', 36, 3300], ['forklift', 10, 4000], ['dayHand', 34, 2900], ['inspector', 10, 3400]] },
];
