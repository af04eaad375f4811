import type { Work } from './work.ts';

/** Work that asks for a craft, or teaches one. */
export const skilledWork = {
  electrician: {
    trade: 'electrician', titles: ['电工', '厂房电工'],
    requirements: ['要有低压电工证，要爬 3 米高的梯子', '有低压电工作业证，做过两年以上'],
    duties: ['厂房配电柜巡检、换线、修电机', '车间照明和插座维修，每天抄一次表，换季查漏电'],
    training: '安全课一天，证到期复审单位出钱', shift: '白班 8:00–17:00',
  },
  maintenance: {
    trade: 'electrician', titles: ['维修电工', '设备维修电工'],
    requirements: ['有低压电工证，看得懂电气图', '会查 PLC 报警，不会编程也行'],
    duties: ['生产线停了先到，查传感器、换接触器', '管十二台设备的日常点检，每月换一次滤网和皮带'],
    training: '送去学 PLC 基础两周', shift: '四班三倒，做六休二',
  },
  cabler: {
    trade: 'electrician', titles: ['电缆敷设工', '船厂电装工'],
    requirements: ['有电工证，能钻舱室', '不怕高，三五个人一起拉电缆'],
    duties: ['拉电缆、绑扎、接线、装支架', '机电安装，给岸边吊车布线，师傅带三四人一组'],
    training: '技校出来的按实习算，满三月转正', shift: '白班，赶船期加班',
  },
  apprentice: {
    trade: 'electrician', titles: ['学徒电工', '电工学徒'],
    requirements: ['没证也收，半年内考出来', '肯学，会用手机查资料'],
    duties: ['跟师傅装农村电表、换线、修水泵', '递工具、理线、学接线，满半年独立出门'],
    training: '考低压电工证的钱由单位出', shift: '白班，天天回家',
  },
  welder: {
    trade: 'welder', titles: ['电焊工', '二保焊工'],
    requirements: ['要焊工证，会二氧化碳保护焊', '有焊工操作证，试焊一块板看手艺'],
    duties: ['钢构焊接，按图点焊、满焊，自检焊缝', '焊集装箱门和栏杆，仰焊少，平焊多'],
    training: '可考高级焊工，考过每月加钱', shift: '白班 8:00–17:00，常加到 19:00',
  },
  argon: {
    trade: 'welder', titles: ['氩弧焊工', '管道焊工'],
    requirements: ['会氩弧焊，薄板不穿', '有压力管道焊接证的工资另谈'],
    duties: ['焊不锈钢水箱和管件，要求单面成形', '焊换热器管口，拍片合格率写在班组墙上'],
    training: '每季技能比武一次，前三名有奖', shift: '白班，做六休一',
  },
  robotWelder: {
    trade: 'welder', titles: ['焊接机器人操作工', '机器人上下料工'],
    requirements: ['做过焊接更好，没做过送去学', '会按步骤点屏幕'],
    duties: ['给机器人装夹工件、按启动、补焊漏的地方', '换焊丝和导电嘴，看报警，记数量'],
    training: '厂家来教十天，学完签合同定岗', shift: '两班倒，一周一换',
  },
  carpenter: {
    trade: 'carpenter', titles: ['木工', '家具木工'],
    requirements: ['会开榫、会用推台锯', '有底子最好，没底子有师傅带'],
    duties: ['做实木桌椅，开料、拼板、打磨', '在车间装橱柜门板，装好试开二十次'],
    training: '有师傅带，三月考证', shift: '白班 8:00–17:30',
  },
  formwork: {
    trade: 'carpenter', titles: ['支模木工', '建筑木工'],
    requirements: ['支过模板，看得懂标高', '能在脚手架上干活，体检过关'],
    duties: ['支梁板模板、加固、拆模', '按图放线、锯板、钉模，班组八个人'],
    training: '进场三级教育，考过发工牌', shift: '白班，雨天歇',
  },
  woodFinish: {
    trade: 'carpenter', titles: ['木器油漆工', '家具安装工'],
    requirements: ['会刮腻子、喷漆，戴防毒面具', '会用电钻和水平尺，跟车上门'],
    duties: ['给柜门打底、喷面漆，在水帘房里做', '上门装衣柜橱柜，一天两三家'],
    training: '职业健康检查每年一次，单位出钱', shift: '白班，周一休',
  },
  steelFixer: {
    trade: 'construction', titles: ['钢筋工', '预制构件工'],
    requirements: ['会看配筋图，会绑扎', '不限经验，肯出力'],
    duties: ['在厂里绑钢筋笼，不爬高', '预制楼板布筋、放预埋件、浇筑、养护'],
    training: '三级安全教育，持实名卡进出', shift: '白班 6:30–17:00，中午歇两个钟头',
  },
  greenery: {
    trade: 'construction', titles: ['园林绿化工', '养护工'],
    requirements: ['做过农活就会', '会用打草机的优先面谈'],
    duties: ['修剪、浇水、补种，春天种树', '管一段河边绿地，打草、清沟、收枯枝'],
    training: '农药使用课一天', shift: '早班 6:00–15:00，夏天避开中午',
  },
  mason: {
    trade: 'construction', titles: ['泥瓦工', '市政小工'],
    requirements: ['会砌墙、抹灰，拿瓦刀来试', '能挖沟、铺砖，听班长安排'],
    duties: ['老小区翻修，砌窨井、铺人行道', '乡村公路挡墙砌筑，天天回家'],
    training: '开工前安全交底', shift: '白班，按天记工、按月发钱',
  },
  forklift: {
    trade: 'driver', titles: ['叉车司机', '叉车工'],
    requirements: ['要叉车证，一年以上', '有 N1 证，开车稳'],
    duties: ['装卸货、上货架，每班查胎和刹车', '给产线送料，电动叉车，下班充电'],
    training: '证到期复审单位出钱', shift: '两班倒',
  },
  truck: {
    trade: 'driver', titles: ['货车司机', '配送司机'],
    requirements: ['C1 驾照，三年没大事故', 'B2 驾照，会看导航'],
    duties: ['城里送冷链货，跟一个装卸工，一天两趟', '县里到曲靖拉货，当天来回'],
    training: '跟车三天熟路线', shift: '早班 4:00–12:00 或白班',
  },
  bus: {
    trade: 'driver', titles: ['厂区班车司机', '接送车司机'],
    requirements: ['A1 驾照，三年以上', 'B1 驾照，脾气好'],
    duties: ['早晚接送工人，中间洗车、做检查', '来回宿舍和厂区，一天八趟'],
    training: '每月安全例会', shift: '早 6:00–9:00，晚 16:30–20:30',
  },
} as const satisfies Record<string, Work>;
