import type { Work } from './work.ts';

/** Work in factories: by hand, at machines, on lines. */
export const workshopWork = {
  lineWorker: {
    trade: 'general', titles: ['车间普工', '生产线操作工'],
    requirements: ['不限经验，能适应两班倒', '看得懂简单的作业图，手脚利索'],
    duties: ['按作业单上料、看机器、下料，下班前把工位擦干净', '在流水线上做装夹和搬转，坏件挑出来放红筐'],
    training: '头三天跟班学，师傅签字后单独上岗', shift: '两班倒，8:00–20:00 或 20:00–8:00，中间吃饭休息',
  },
  dayHand: {
    trade: 'general', titles: ['白班普工', '包装打包工'],
    requirements: ['不限，愿意干就行', '能久站，认得数字'],
    duties: ['把成品装盒、封箱、贴标签，码到托盘上', '按单数件、套袋、封口，每小时有人来收'],
    training: '半天就会，班长在旁边看着', shift: '白班 8:00–17:30',
  },
  grinder: {
    trade: 'general', titles: ['打磨普工', '打磨抛光工'],
    requirements: ['不用经验，有师傅带', '能戴口罩和耳塞干活'],
    duties: ['用角磨机把焊缝和毛边打平，做完自己先摸一遍', '给铸件去毛刺、抛光，防尘口罩和手套每周发'],
    training: '师傅带两周，安全课一天', shift: '白班 8:00–17:00，忙时加两小时',
  },
  puncher: {
    trade: 'general', titles: ['冲压工', '冲床操作工'],
    requirements: ['做过冲床的先面谈，没做过可以学', '眼睛好，肯守规矩'],
    duties: ['开双手按钮的冲床，上料、取件、量尺寸', '冲小五金件，机器有光栅，手进去就停'],
    training: '安全课两天，考过才开机器', shift: '白班和小夜班轮，一周一换',
  },
  lathe: {
    trade: 'general', titles: ['数控车床操作工', '机床学徒'],
    requirements: ['会看图纸，会用卡尺', '初中文化就行，想学手艺的'],
    duties: ['装夹、对刀、看程序，每十件量一次', '跟师傅上下料、量尺寸，半年后自己管一台'],
    training: '带教六个月，厂里出钱考数控车工初级', shift: '两班倒，每班 11 小时，做五休二',
  },
  moulder: {
    trade: 'general', titles: ['注塑工', '注塑机看机工'],
    requirements: ['不限，能上夜班', '耐得住热，肯走动'],
    duties: ['看两台注塑机，取件、剪水口、装箱', '按时取样量重，机器叫了就喊调机师傅'],
    training: '跟班五天', shift: '三班倒，每班 8 小时',
  },
  assembler: {
    trade: 'assembly', titles: ['电子装配工', '线路板插件工'],
    requirements: ['眼睛看得清小零件，坐得住', '会用电批更好，不会也教'],
    duties: ['坐着插件、打螺丝、贴标，车间有空调', '装充电桩的接线盒，照样板一步步来'],
    training: '两天学会一个工位，满一个月换学第二个', shift: '白班 8:00–17:00，周末看订单',
  },
  harness: {
    trade: 'assembly', titles: ['线束工', '汽车线束装配工'],
    requirements: ['分得清颜色，手巧', '不限经验，能坐能站'],
    duties: ['按板图布线、缠胶布、插端子', '给车门线束打端子、做导通测试'],
    training: '新人班一周，按件算钱前先拿保底', shift: '白班为主，每月最多一周夜班',
  },
  inspector: {
    trade: 'assembly', titles: ['质检员', '外观检验工'],
    requirements: ['细心，会用手机记数', '看得懂尺子，写字清楚'],
    duties: ['按样件看外观、量尺寸，不好的写清楚哪里不好', '抽检来料，填检验单，有问题拍照发群里'],
    training: '跟检一周，学会三种量具', shift: '跟生产班次走，白班多',
  },
  fitter: {
    trade: 'assembly', titles: ['机械装配钳工', '电梯部件装配工'],
    requirements: ['有钳工底子，或者愿意学', '力气够，看得懂装配图'],
    duties: ['装导轨、轿门和限速器，用扭力扳手上紧', '按图装减速机，调间隙，试转半小时'],
    training: '师徒结对三个月，可考装配钳工', shift: '白班 8:00–16:30',
  },
  seamstress: {
    trade: 'sewing', titles: ['缝纫工', '平车工'],
    requirements: ['会踩平车，快慢都要', '会锁边、钉扣的也要'],
    duties: ['做工作服的领子、袖子，按件算钱', '缝汽车座套，布料裁好送到手边'],
    training: '不会的先进学习班十天，学习班有工钱', shift: '白班 8:00–18:00，中午歇一个半钟头',
  },
  ironer: {
    trade: 'sewing', titles: ['整烫包装工', '后道手工'],
    requirements: ['不限，能站着干', '手轻，干净'],
    duties: ['熨平、叠好、装袋，挑出线头', '剪线头、钉吊牌、验一遍再装箱'],
    training: '跟一天就会', shift: '白班 8:30–17:30',
  },
  foodLine: {
    trade: 'food', titles: ['食品车间操作工', '糕点包装工'],
    requirements: ['要有健康证，没有的单位出钱办', '爱干净，手上没有伤口'],
    duties: ['看和面机、上烤盘、出炉晾凉', '净菜清洗、分切、装盒，车间十二三度，发棉衣'],
    training: '食品卫生课半天，跟班三天', shift: '早班 5:30–14:00 或中班 13:30–22:00',
  },
  coldStore: {
    trade: 'food', titles: ['冷库分拣工', '冷链装卸工'],
    requirements: ['受得了冷，每 40 分钟出来暖一次', '能搬 20 公斤的箱子'],
    duties: ['在零下十八度库里按单拣货，发整套棉衣', '冻品卸车、过磅、入库，叉车送到门口'],
    training: '叉车证单位出钱考，一个月内拿到', shift: '夜班 22:00–6:00，另有冷库补贴',
  },
  oilPress: {
    trade: 'food', titles: ['车间普工', '榨油工'],
    requirements: ['不限，要上夜班', '力气活，能扛 50 斤'],
    duties: ['炒籽、上榨、滤油，看火候', '灌装菜籽油，压盖、贴标、装箱'],
    training: '老师傅带一个月', shift: '两班倒，榨季夜班多',
  },
  gingerWash: {
    trade: 'food', titles: ['小黄姜清洗分级工', '果蔬加工工'],
    requirements: ['不限，镇上的人都能来', '能坐小凳子干半天'],
    duties: ['小黄姜过水、去泥、按大小分三级', '给蔬菜去叶、称重、装筐进冷库'],
    training: '现场教', shift: '白班 7:30–16:30，雨天不耽误',
  },
} as const satisfies Record<string, Work>;
