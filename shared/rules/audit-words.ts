import type { RouteName } from '../routes.ts';
import { isAuditKnown, type WrittenRoute } from './audited.ts';

const wordsOfRoutes: Record<WrittenRoute, string> = {
  'identity.roles': '看谁有什么权限',
  'identity.grantRole': '给人权限',
  'identity.renewRole': '续权限',
  'identity.revokeRole': '收回权限',
  'identity.confirmDesk': '让一台电脑用自己的身份登录',

  'proxies.register': '代办登记',
  'proxies.list': '看代办的人',
  'proxies.get': '看代办的一位',
  'proxies.change': '改代办的资料',
  'proxies.sayLooking': '代答还在找吗',
  'proxies.sayElsewhere': '代记给不给上海人社局看',
  'proxies.claimCode': '出认领码',

  'people.skilled': '看技能人才（不含姓名）',
  'people.reveal': '看姓名和手机号',
  'people.revealId': '看身份证号',
  'people.categories': '看人员类别',
  'people.setCategory': '改人员类别',
  'people.pairs': '看可能重复的登记',
  'people.comparePair': '对比两份登记',
  'people.merge': '合并两份登记',
  'people.keepApart': '认定不是同一个人',
  'people.merges': '看合并记录',
  'people.undoMerge': '撤回合并',

  'employers.submit': '登记单位',
  'employers.change': '改单位资料',
  'employers.get': '看单位和经办人',
  'employers.list': '看单位名单',
  'employers.verify': '核验通过',
  'employers.sendBack': '核验退回',
  'employers.suspend': '停用单位',
  'employers.lift': '恢复单位',

  'files.link': '打开证照',

  'members.list': '看同事名单',
  'members.invite': '邀请同事',
  'members.join': '加入单位',
  'members.change': '改同事的身份',
  'members.remove': '移走同事',

  'tasks.settleOdd': '办结不寻常的使用',
  'complaints.ofJob': '看举报',
  'complaints.decide': '处理举报',
  'content.get': '看待审内容',
  'content.decide': '审内容',

  'jobs.create': '写岗位',
  'jobs.change': '改岗位',
  'jobs.publish': '发岗位',
  'jobs.pause': '停岗位',
  'jobs.judgeEssential': '审特殊条件',
  'jobs.close': '关岗位',

  'search.workersFor': '看谁合适（不含姓名）',
  'search.invite': '邀人看岗位',
  'search.override': '破格推荐',

  'fairs.create': '建招聘会',
  'fairs.change': '改招聘会',
  'fairs.invite': '邀单位进场',
  'fairs.attach': '改展位岗位',
  'fairs.removeBooth': '撤展位',
  'fairs.publish': '发招聘会',
  'fairs.close': '关招聘会',
  'fairs.setPresence': '改到场怎么算',
  'fairs.screenKey': '给门口的屏幕装会换的码',
  'fairs.printPack': '打印号码条和海报',

  'attendance.companionsOf': '在门口看一起来的人',
  'attendance.search': '在门口按姓名找人',
  'attendance.undo': '撤销签到',
  'attendance.snapshot': '把签到名单装进设备',
  'attendance.settleHeld': '处理停用设备传来的',

  'devices.revoke': '停用设备',
  'devices.restore': '恢复设备',

  'stewards.add': '请人在门口帮忙',
  'stewards.change': '改门口帮忙的身份',
  'stewards.remove': '收回门口的权限',

  'cards.find': '看名片',
  'cards.leaveFor': '替人留名片',
  'cards.answer': '答复名片',
  'cards.atBooth': '看展位名片',
  'cards.snapshot': '把展位名片装进设备',
  'cards.upload': '补传没网时的答复',
  'cards.settleHeld': '处理停用设备传来的',

  'interviews.offer': '放见面时间',
  'interviews.ofJob': '看谁来见面',
  'interviews.ofEmployer': '看谁来见面',
  'interviews.moveSlot': '改见面时间',
  'interviews.cancelSlot': '撤见面时间',

  'messages.outbox': '看没发出的消息',
  'messages.resend': '重发消息',

  'applications.waiting': '看等回音的人',
  'applications.ofJob': '看岗位的申请',
  'applications.open': '打开申请',
  'applications.answer': '答复申请',
  'applications.refuseMany': '一次谢绝多人',
  'applications.workerArrived': '说人到岗没有',
  'applications.silent': '看过期没回音的单位',
  'applications.urge': '催单位回音',
  'applications.promise': '改回音天数',

  'imports.read': '导入表格',
  'imports.rows': '看导入的行',
  'imports.step': '导入一批',
  'imports.badRows': '下载没导入的行',
  'imports.conflicts': '看两个版本的登记',
  'imports.conflict': '对比两个版本',
  'imports.settle': '定下用哪个版本',

  'allocations.proposeForFair': '给招聘会配岗',
  'allocations.proposeForPairing': '给结对配岗',
  'allocations.rows': '看配岗名单（姓名遮住）',
  'allocations.change': '改配岗',
  'allocations.send': '发出配岗推荐',

  'exports.openings': '导出岗位清单',
  'exports.people': '导出劳动力清单',

  'audit.list': '看查看记录',

  'reports.fairReport': '下载招聘会报告',
};

/** What a handler writes down itself, beside the line of its route. */
const wordsOfHandlers = { 'attendance.override': '人满了还放行' };
const words: Readonly<Record<string, string>> = { ...wordsOfRoutes, ...wordsOfHandlers };

/** What an officer reads: the words of a route, or what a handler said it did. Looks at what is open to all were written down for a time. */
export function auditWords(action: string): string {
  if (Object.hasOwn(words, action)) return words[action] ?? action;
  return isAuditKnown(action as RouteName) ? '看公开的页面' : action;
}
