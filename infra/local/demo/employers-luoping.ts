import type { EmployerRow } from './employer-row.ts';

/** Demo employers of the first fair of 罗平: 17 to Shanghai, 9 near home. Some names and figures are those of the look. */
export const luopingEmployers: readonly EmployerRow[] = [
  { short: '罗汐冷链', region: '310113', at: '罗店镇 61 号', industry: '冷链仓储', contact: '潘师傅', booth: 'A01', openings: [['coldStore', 20, 4600], ['forklift', 6, 5000], ['foodLine', 14, 3600, { wording: 1 }]] },
  { short: '江樟箱业', region: '310113', at: '罗泾镇 27 号', industry: '集装箱制造', contact: '倪工', booth: 'A02', openings: [['welder', 24, 5600, { wording: 1 }], ['woodFinish', 8, 5000, { wording: 0 }], ['lineWorker', 20, 3900]] },
  {
    short: '月汀钢构', region: '310113', at: '月浦镇 118 号', industry: '金属结构', contact: '周敏', booth: 'A03', pay: [300, 1019], canteen: ['two', '有云南口味，每天一样酸汤菜'],
    dorm: '4 人间，有空调和热水，走路 8 分钟到厂', benefits: '入职当月签合同 2 年，五险齐全，体检单位付，头一个月来时带 1,200 元生活费够用',
    openings: [['electrician', 12, 5200, { wording: 0, overtimeYuan: 1494 }], ['welder', 8, 6200, { wording: 0, overtimeYuan: 1639 }], ['grinder', 14, 4700, { wording: 0, overtimeYuan: 1329 }]],
  },
  { short: '宝汐养老', region: '310113', at: '杨行镇 203 号', industry: '养老服务', contact: '顾院长', booth: 'A04', openings: [['care', 26, 4300, { wording: 0 }], ['kitchenHand', 4, 3300], ['cleaner', 6, 3000]] },
  { short: '泊舟仓配', region: '310113', at: '顾村镇 88 号', industry: '仓储物流', contact: '邱经理', booth: 'A05', openings: [['sorter', 24, 3800, { wording: 1 }], ['loader', 14, 4200], ['stockKeeper', 4, 4400]] },
  { short: '吴汀食品', region: '310113', at: '吴淞街道 15 号', industry: '食品制造', contact: '沈主任', booth: 'A06', openings: [['foodLine', 24, 3500, { wording: 0 }], ['noodle', 5, 5200, { wording: 0 }], ['dayHand', 12, 3200]] },
  { short: '杨汀电桩', region: '310113', at: '大场镇 140 号', industry: '充电设备制造', contact: '范工', booth: 'A07', openings: [['assembler', 24, 3800, { wording: 1 }], ['inspector', 6, 4100], ['lineWorker', 10, 3700]] },
  { short: '沪澜机电', region: '310117', at: '新桥镇 9 号', industry: '通用设备制造', contact: '蒋工', booth: 'A08', openings: [['fitter', 10, 5000, { wording: 1 }], ['lathe', 9, 4900], ['robotWelder', 4, 5600]] },
  { short: '滨禾团膳', region: '310113', at: '友谊路街道 52 号', industry: '餐饮配送', contact: '罗师傅', booth: 'A09', openings: [['cook', 6, 6200], ['kitchenHand', 16, 3400], ['truck', 4, 5400, { wording: 0 }]] },
  { short: '蕰禾快运', region: '310113', at: '淞南镇 36 号', industry: '快递', contact: '苗站长', booth: 'A10', openings: [['courier', 22, 4000], ['sorter', 20, 26, { wording: 0, paidByHour: true, overtimeYuan: 0 }]] },
  {
    short: '顾楠木作', region: '310113', at: '顾村镇 310 号', industry: '家具制造', contact: '木工张师傅', booth: 'A11', pay: [300, 983], dorm: '6 人间，下铺先紧着年纪大的',
    openings: [['carpenter', 6, 5600, { wording: 0, overtimeYuan: 1323 }], ['woodFinish', 4, 5300, { wording: 1 }], ['dayHand', 6, 3500]],
  },
  { short: '浦棠园林', region: '310115', at: '川沙新镇 77 号', industry: '园林绿化', contact: '高队长', booth: 'A12', openings: [['greenery', 22, 3900], ['truck', 2, 5200, { title: '洒水车司机', duties: '早晚各洒一趟水，白天拉苗木和土' }]] },
  { short: '大樾酒店', region: '310107', at: '长寿路街道 4 号', industry: '住宿', contact: '丁经理', booth: 'A13', openings: [['hotelRoom', 16, 3600], ['waiter', 14, 3700], ['guard', 4, 3800]] },
  { short: '淞汐船装', region: '310151', at: '长兴镇 20 号', industry: '船舶配套', contact: '付组长', booth: 'B01', openings: [['cabler', 20, 5000], ['welder', 12, 6000, { wording: 0 }], ['steelFixer', 6, 5200, { wording: 1 }]] },
  {
    short: '滇禾油坊', region: '530324', at: '富乐镇 12 号', industry: '植物油加工', contact: '李大姐', booth: 'B02', pay: [200, 430], canteen: ['one', '酸菜红豆汤天天有'], dorm: '',
    openings: [['oilPress', 9, 2900, { wording: 0, overtimeYuan: 780 }], ['dayHand', 6, 2500], ['truck', 2, 3800, { wording: 1 }]],
  },
  { short: '滇岚电气', region: '530324', at: '罗雄街道 45 号', industry: '电力安装', contact: '陆工', booth: 'B03', pay: [200, 430], openings: [['apprentice', 8, 3800, { wording: 0, overtimeYuan: 990 }], ['electrician', 4, 3600, { wording: 1 }]] },
  { short: '姜里人家', region: '530324', at: '板桥镇 3 号', industry: '农产品加工', contact: '赵会计', booth: 'B04', openings: [['gingerWash', 24, 2400], ['coldStore', 6, 3000], ['rapeField', 20, 2300, { wording: 1 }]] },
  { short: '九汐酒店', region: '530324', at: '九龙街道 18 号', industry: '住宿餐饮', contact: '王经理', booth: 'B05', openings: [['hotelRoom', 8, 2500], ['waiter', 10, 2600], ['cook', 2, 4200]] },
  { short: '岗上牧业', region: '530324', at: '阿岗镇 60 号', industry: '畜禽养殖', contact: '钱场长', booth: 'B06', openings: [['breeder', 12, 3200], ['truck', 2, 4000, { wording: 1 }]] },
  {
    short: '淞岚物业', region: '310113', at: '高境镇 66 号', industry: '物业管理', contact: '顾国强', booth: 'B07', pay: [300, 783], canteen: ['three', '四个窗口，一个是川滇窗口'], dorm: '8 人间，住宿不要钱，有洗衣机',
    openings: [['guard', 15, 3900, { wording: 0, overtimeYuan: 1263 }], ['patrol', 8, 3800, { wording: 0 }], ['cleaner', 18, 3000, { wording: 0 }], ['monitor', 2, 4800]],
  },
  { short: '街好电商', region: '530324', at: '马街镇 7 号', industry: '电子商务', contact: '小代', booth: 'B08', openings: [['liveSeller', 6, 3000], ['dayHand', 10, 15, { wording: 1, paidByHour: true, overtimeYuan: 0 }]] },
  { short: '雄禾超市', region: '530324', at: '罗雄街道 110 号', industry: '零售', contact: '何店长', booth: 'B09', openings: [['cashier', 10, 2400], ['loader', 4, 2900]] },
  { short: '厂坪家具', region: '530324', at: '老厂乡 5 号', industry: '家具制造', contact: '顾老板', booth: 'B10', openings: [['carpenter', 6, 4200, { wording: 1 }], ['grinder', 4, 3000]] },
  { short: '花源建设', region: '530324', at: '腊山街道 21 号', industry: '建筑施工', contact: '施工长', booth: 'B11', openings: [['mason', 18, 4300, { wording: 1 }], ['formwork', 8, 5000], ['steelFixer', 6, 4500]] },
  {
    short: '禾岚部件', region: '310114', at: '外冈镇 230 号', industry: '汽车零部件', contact: '严主管', booth: 'B12', pay: [300, 983],
    openings: [['maintenance', 6, 5500, { wording: 0, overtimeYuan: 1593 }], ['harness', 18, 3800], ['puncher', 12, 4000]],
  },
  { short: '高岚医护', region: '310113', at: '高境镇 9 号', industry: '医院后勤', contact: '护工长老许', booth: 'B13', verifiedDaysAgo: 173, openings: [['wardCleaner', 16, 3500], ['care', 12, 4200, { wording: 1 }]] },
];
