import type { Work } from './work.ts';

/** Work for people, in houses, kitchens, stores and fields. */
export const serviceWork = {
  guard: {
    trade: 'guard', titles: ['门岗保安', '厂区保安'],
    requirements: ['能上夜班，能连续站岗 2 小时', '没有犯罪记录，保安员证单位带着考'],
    duties: ['查进出车辆和人，登记访客，夜里巡两圈', '看大门、收快递、指挥停车，遇事打对讲'],
    training: '集中训练五天，考保安员证', shift: '做一休一，每班 12 小时',
  },
  patrol: {
    trade: 'guard', titles: ['巡逻保安', '小区秩序员'],
    requirements: ['腿脚好，说话和气', '会骑电瓶车，会用对讲机'],
    duties: ['小区白天巡逻，帮老人提东西，管好车位', '地铁出口引导、夜间巡查，两人一组'],
    training: '消防课两天，学会用灭火器', shift: '早中晚三班，每班 8 小时',
  },
  monitor: {
    trade: 'guard', titles: ['消防监控值班员', '中控室值班员'],
    requirements: ['要消防设施操作员证', '有证的来，没证的先做门岗再考'],
    duties: ['看消防主机，报警先核实再通知', '每班填记录，月底和维保一起测一次'],
    training: '考证班单位出钱，考过换岗', shift: '四班三倒',
  },
  cleaner: {
    trade: 'cleaner', titles: ['保洁员', '楼道保洁'],
    requirements: ['不限，勤快就行', '能弯腰，会用拖地机更好'],
    duties: ['管两栋楼的楼道、电梯和垃圾房', '打扫办公室和卫生间，工具放在一层'],
    training: '药水怎么配，教半天', shift: '早班 6:30–11:00，下午 13:00–16:30',
  },
  wardCleaner: {
    trade: 'cleaner', titles: ['医院保洁运送工', '病区保洁'],
    requirements: ['不怕脏，肯戴口罩', '走得动路，认得科室名字'],
    duties: ['病房地面和台面消毒，医废分开装', '送标本、推平车，一天走一万多步'],
    training: '院感课两天，考过上岗', shift: '早班、中班轮',
  },
  hotelRoom: {
    trade: 'service', titles: ['客房服务员', '酒店铺床工'],
    requirements: ['手快，爱干净', '不用经验，老乡多'],
    duties: ['一天做 14 间房，多做多算', '换床单、擦卫生间、补东西，推车上楼'],
    training: '跟老员工十天', shift: '白班 8:30–17:30',
  },
  waiter: {
    trade: 'service', titles: ['餐厅服务员', '传菜员'],
    requirements: ['会说普通话，笑着说话', '端得稳，记得住台号'],
    duties: ['点单、上菜、收台，包间另有提成', '从厨房端到桌边，收盘子，摆台'],
    training: '岗前三天，菜名背熟', shift: '10:00–14:00，16:30–21:00，下午歇',
  },
  cashier: {
    trade: 'service', titles: ['超市理货员', '超市收银员'],
    requirements: ['会用收银机，算账清楚', '能搬箱，分得清日期'],
    duties: ['上货、看日期、换价签', '收银、装袋、交班对账'],
    training: '带教一周', shift: '早班 7:00–15:00，晚班 14:30–22:00',
  },
  liveSeller: {
    trade: 'service', titles: ['直播带货助播', '电商客服'],
    requirements: ['打字快，会说普通话和家乡话', '喜欢说话，镜头前不怯'],
    duties: ['给主播递样品、改价、回弹幕', '在线答顾客，问尺码、催发货、退换'],
    training: '电商课十天，有结业证', shift: '13:00–22:00，做五休二',
  },
  cook: {
    trade: 'cook', titles: ['食堂厨师', '大锅菜厨师'],
    requirements: ['会炒大锅菜，有健康证', '做过食堂，会做云南菜的先谈'],
    duties: ['管三百人的午饭和晚饭，一荤两素一汤', '炒菜、定菜单，每周一顿米线'],
    training: '食品安全员课一天', shift: '6:00–13:00，15:30–18:30',
  },
  kitchenHand: {
    trade: 'cook', titles: ['帮厨', '切配洗碗工'],
    requirements: ['不限，能早起', '手脚快，有健康证或愿意办'],
    duties: ['洗菜、切配、打饭、刷锅', '开洗碗机、收盘、拖地'],
    training: '现场教', shift: '7:00–14:30，晚上轮一天',
  },
  noodle: {
    trade: 'cook', titles: ['面点师傅', '米线店厨工'],
    requirements: ['会做包子馒头，会发面', '会烫米线、调料，站得住'],
    duties: ['早上四点和面，六点半出笼', '煮米线、炸酱、备帽子，一天三百碗'],
    training: '配方手把手教', shift: '4:00–11:30',
  },
  care: {
    trade: 'care', titles: ['养老护理员', '养老院护工'],
    requirements: ['有耐心，没证的先培训再上岗', '有养老护理员证的工资加一档'],
    duties: ['照料八位老人，喂饭、翻身、洗澡，夜里看两遍', '陪老人散步做操，记体温和吃饭'],
    training: '护理员课 120 学时，考证补贴照领', shift: '做二休一，夜班可以睡',
  },
  homeCare: {
    trade: 'care', titles: ['家政保姆', '住家家政员'],
    requirements: ['会做家常菜，身体好', '带过小孩，说话轻'],
    duties: ['做饭、打扫、接送小孩', '照顾一位老人，做三顿饭，不用夜里起'],
    training: '家政班十五天，学完再派单', shift: '住家，每月休四天',
  },
  courier: {
    trade: 'logistics', titles: ['快递员', '派件员'],
    requirements: ['会骑电动三轮，认路', '会用手机接单，爬得动楼'],
    duties: ['管三个小区的派件和收件，多劳多得', '早上分件，上午派、下午收，快递柜也用'],
    training: '老师傅带七天，带的时候发保底', shift: '7:00–18:00，每月休四天',
  },
  sorter: {
    trade: 'logistics', titles: ['快递分拣员', '仓库分拣工'],
    requirements: ['能上夜班，认得字母数字', '不限，能走能搬'],
    duties: ['扫码、放格口，流水线旁站着干', '按单拣货、复核、打包，手上有扫码枪'],
    training: '两小时上手', shift: '夜班 20:00–5:00 或白班 9:00–18:00',
  },
  loader: {
    trade: 'logistics', titles: ['装卸工', '搬运工'],
    requirements: ['力气好，能搬 30 公斤', '会用液压车，听调度'],
    duties: ['卸整车、码托盘、缠膜', '装车按先远后近，一天五六车'],
    training: '怎么搬不伤腰，教一上午', shift: '两班倒，计件',
  },
  stockKeeper: {
    trade: 'logistics', titles: ['仓库管理员', '收发货员'],
    requirements: ['会用表格，数得清', '写字清楚，守得住时间'],
    duties: ['收货点数、入账、贴位置码', '按单发料，月底盘点'],
    training: '系统怎么点，教三天', shift: '白班 8:30–17:30，做五休二',
  },
  greenhouse: {
    trade: 'farm', titles: ['大棚蔬菜工', '花卉种植工'],
    requirements: ['种过地就行', '会打杈、会嫁接的工钱高些'],
    duties: ['育苗、移栽、采收，记棚号', '剪花、打包、进冷库，花期加人'],
    training: '农技员每周来讲一次', shift: '白班 7:00–17:00，夏天中午歇三个钟头',
  },
  breeder: {
    trade: 'farm', titles: ['养殖场饲养员', '生猪饲养工'],
    requirements: ['肯住场，爱牲口', '养过猪牛的先来'],
    duties: ['喂料、清栏、看母猪产仔', '管一万只蛋鸡，捡蛋、消毒、记数'],
    training: '防疫课两天', shift: '住场，做二十六天休四天',
  },
  rapeField: {
    trade: 'farm', titles: ['油菜基地农工', '生姜基地管护工'],
    requirements: ['镇上的人来，天天回家', '会开微耕机的多给'],
    duties: ['看苗、除草、收割，跟机手走', '理墒、下种、盖膜，收姜的时候加班'],
    training: '跟着干', shift: '白班，农忙早出晚归',
  },
} as const satisfies Record<string, Work>;
