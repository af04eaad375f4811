import type { Fair } from '@shanhai/shared/contract/fairs.ts';

/** The three plans of a fair, written for its place and gates. 〔人力资源市场暂行条例 §28〕 */
export function plansFor(fair: {
  title: string;
  subtitle: string;
  place: string;
  hostName: string;
  gates: readonly string[];
  expected: number;
}): Fair['plans'] {
  const gates = fair.gates.join('、');
  return {
    organisation: {
      title: '组织实施办法（演示）',
      body: `一、主办：${fair.hostName}。地点：${fair.place}。预计 ${fair.expected} 人。\n二、参会单位由所在区县人社部门核验，简章逐条看过，会前三天在山海就业上公布。\n三、进场走${gates}，扫码或凭号码条签到；没有手机的到服务台登记。\n四、每十个展位有一名工作人员，另设政策咨询和投诉台。\n五、散场后七天内报统计，十五天内回访留过名片的人。`,
    },
    emergency: {
      title: '应急预案（演示）',
      body: `一、总指挥由${fair.hostName}值班负责人担任，对讲机一频道。\n二、人多时先停${fair.gates[0] ?? '正门'}进场，场内人数降到八成再放行。\n三、有人不舒服，送服务台旁医疗点，同时打 120。\n四、下雨、停电，签到改用号码条，展位往棚下靠。\n五、走散的老人孩子带到广播台。`,
    },
    security: {
      title: '安全保卫工作方案（演示）',
      body: `一、${gates}各两名保安，展区每二十个展位一名，佩戴袖标。\n二、灭火器每五个展位一具，消防通道画线，不摆桌椅。\n三、电线由持证电工架设，开场前一小时查一遍。\n四、收钱介绍工作、扣证件的，当场请出并报派出所。\n五、个人信息只在签到设备上，纸条散场收回碎掉。`,
    },
  };
}
