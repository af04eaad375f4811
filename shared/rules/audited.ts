import { type RouteName, routes } from '../routes.ts';

/**
 * What of a route done by staff is written into the audit. 〔个人信息保护法 §51、§54；网络安全法（2025 年修正）§23〕
 * `looks`: somebody’s data were read; the same look again within five minutes is the same line.
 * `decides`: written **before** it is done, each time; a refusal is a second line.
 * `none`: nobody’s data, nothing decided for others, or kept elsewhere with who did it; the words say which.
 */
export type AuditKind = 'looks' | 'decides' | 'none';

const openToAll = ['none', 'open to everybody, signed in or not'] as const;

const lines = {
  'system.health': openToAll,
  'system.openApi': openToAll,
  'identity.signIn': ['none', 'one’s own session'],
  'identity.openDesk': ['none', 'a screen on which nobody is signed in'],
  'identity.pollDesk': ['none', 'a screen on which nobody is signed in'],
  'employers.public': openToAll,
  'applications.record': openToAll,
  'content.answerPush': ['none', 'WeChat itself'],
  'content.takePush': ['none', 'WeChat itself'],
  'jobs.get': openToAll,
  'jobs.list': openToAll,
  'search.jobs': openToAll,
  'fairs.get': openToAll,
  'fairs.list': openToAll,
  'fairs.booths': openToAll,
  'fairs.resolveCode': openToAll,

  'identity.renew': ['none', 'one’s own session'],
  'identity.act': ['none', 'one’s own session'],
  'identity.bindPhone': ['none', 'one’s own phone'],
  'identity.roles': ['looks', '看谁有什么权限'],
  'identity.grantRole': ['decides', '给人权限'],
  'identity.renewRole': ['decides', '续权限'],
  'identity.revokeRole': ['decides', '收回权限'],
  'identity.confirmDesk': ['decides', '让一台电脑用自己的身份登录'],

  'proxies.register': ['decides', '代办登记'],
  'proxies.list': ['looks', '看代办的人'],
  'proxies.get': ['looks', '看代办的一位'],
  'proxies.change': ['decides', '改代办的资料'],
  'proxies.sayLooking': ['decides', '代答还在找吗'],
  'proxies.sayElsewhere': ['decides', '代记给不给上海人社局看'],
  'proxies.claimCode': ['decides', '出认领码'],

  'people.skilled': ['looks', '看技能人才（不含姓名）'],
  'people.reveal': ['decides', '看姓名和手机号'],
  'people.revealId': ['decides', '看身份证号'],
  'people.categories': ['looks', '看人员类别'],
  'people.setCategory': ['decides', '改人员类别'],
  'people.pairs': ['looks', '看可能重复的登记'],
  'people.comparePair': ['looks', '对比两份登记'],
  'people.merge': ['decides', '合并两份登记'],
  'people.keepApart': ['decides', '认定不是同一个人'],
  'people.merges': ['looks', '看合并记录'],
  'people.undoMerge': ['decides', '撤回合并'],

  'employers.submit': ['decides', '登记单位'],
  'employers.change': ['decides', '改单位资料'],
  'employers.get': ['looks', '看单位和经办人'],
  'employers.list': ['looks', '看单位名单'],
  'employers.verify': ['decides', '核验通过'],
  'employers.sendBack': ['decides', '核验退回'],
  'employers.suspend': ['decides', '停用单位'],
  'employers.lift': ['decides', '恢复单位'],

  'files.start': ['none', 'one’s own photograph; counted by day'],
  'files.finish': ['none', 'one’s own photograph'],
  'files.link': ['looks', '打开证照'],

  'members.list': ['looks', '看同事名单'],
  'members.invite': ['decides', '邀请同事'],
  'members.invitation': ['none', 'the employer’s name only'],
  'members.join': ['decides', '加入单位'],
  'members.change': ['decides', '改同事的身份'],
  'members.remove': ['decides', '移走同事'],

  'tasks.list': ['none', 'the words name no worker'],
  'tasks.get': ['none', 'the words name no worker'],
  'tasks.settleOdd': ['decides', '办结不寻常的使用'],
  'complaints.ofJob': ['looks', '看举报'],
  'complaints.decide': ['decides', '处理举报'],
  'content.get': ['looks', '看待审内容'],
  'content.decide': ['decides', '审内容'],

  'jobs.create': ['decides', '写岗位'],
  'jobs.change': ['decides', '改岗位'],
  'jobs.mine': ['none', 'openings, nobody’s data'],
  'jobs.publish': ['decides', '发岗位'],
  'jobs.pause': ['decides', '停岗位'],
  'jobs.judgeEssential': ['decides', '审特殊条件'],
  'jobs.close': ['decides', '关岗位'],

  'search.workersFor': ['looks', '看谁合适（不含姓名）'],
  'search.invite': ['decides', '邀人看岗位'],
  'search.override': ['decides', '破格推荐'],

  'fairs.create': ['decides', '建招聘会'],
  'fairs.change': ['decides', '改招聘会'],
  'fairs.mine': ['none', 'fairs, nobody’s data'],
  'fairs.invite': ['decides', '邀单位进场'],
  'fairs.attach': ['decides', '改展位岗位'],
  'fairs.removeBooth': ['decides', '撤展位'],
  'fairs.missing': ['none', 'nobody’s data'],
  'fairs.publish': ['decides', '发招聘会'],
  'fairs.close': ['decides', '关招聘会'],
  'fairs.setPresence': ['decides', '改到场怎么算'],
  'fairs.screenKey': ['looks', '给门口的屏幕装会换的码'],
  'fairs.printPack': ['decides', '打印号码条和海报'],

  'attendance.scan': ['none', 'the check-in itself says gate, device and time; no name goes back'],
  'attendance.registerWalkIn': ['none', 'the person’s record says who registered it'],
  'attendance.companionsOf': ['looks', '在门口看一起来的人'],
  'attendance.search': ['looks', '在门口按姓名找人'],
  'attendance.undo': ['decides', '撤销签到'],
  'attendance.refusals': ['none', 'reasons and times, nobody’s name'],
  'attendance.snapshot': ['looks', '把签到名单装进设备'],
  'attendance.upload': ['none', 'each action stays with its nonce, gate and device'],
  'attendance.held': ['none', 'kinds, times and numbers, nobody’s name'],
  'attendance.settleHeld': ['decides', '处理停用设备传来的'],

  'devices.report': ['none', 'the device says how it stands, nobody’s data'],
  'devices.reportBooth': ['none', 'the device says how it stands, nobody’s data'],
  'devices.list': ['none', 'devices; who works there is a colleague, masked'],
  'devices.revoke': ['decides', '停用设备'],
  'devices.restore': ['decides', '恢复设备'],

  'stewards.list': ['none', 'the host’s own people, under the name the host gave'],
  'stewards.add': ['decides', '请人在门口帮忙'],
  'stewards.change': ['decides', '改门口帮忙的身份'],
  'stewards.remove': ['decides', '收回门口的权限'],

  'cards.find': ['looks', '看名片'],
  'cards.leaveFor': ['decides', '替人留名片'],
  'cards.answer': ['decides', '答复名片'],
  'cards.atBooth': ['looks', '看展位名片'],
  'cards.snapshot': ['looks', '把展位名片装进设备'],
  'cards.upload': ['decides', '补传没网时的答复'],
  'cards.settleHeld': ['decides', '处理停用设备传来的'],
  'cards.myBooths': ['none', 'booths, nobody’s data'],

  'interviews.offer': ['decides', '放见面时间'],
  'interviews.ofJob': ['looks', '看谁来见面'],
  'interviews.ofEmployer': ['looks', '看谁来见面'],
  'interviews.moveSlot': ['decides', '改见面时间'],
  'interviews.cancelSlot': ['decides', '撤见面时间'],

  'messages.mine': ['none', 'one’s own messages'],
  'messages.unread': ['none', 'one’s own messages'],
  'messages.templates': ['none', 'one’s own messages'],
  'messages.agree': ['none', 'one’s own messages'],
  'messages.read': ['none', 'one’s own messages'],
  'messages.outbox': ['looks', '看没发出的消息'],
  'messages.resend': ['decides', '重发消息'],

  'applications.waiting': ['looks', '看等回音的人'],
  'applications.ofJob': ['looks', '看岗位的申请'],
  'applications.open': ['looks', '打开申请'],
  'applications.answer': ['decides', '答复申请'],
  'applications.refuseMany': ['decides', '一次谢绝多人'],
  'applications.workerArrived': ['decides', '说人到岗没有'],
  'applications.silent': ['looks', '看过期没回音的单位'],
  'applications.urge': ['decides', '催单位回音'],
  'applications.promise': ['decides', '改回音天数'],

  'pairings.list': ['none', 'counts only'],
  'imports.template': ['none', 'an empty form'],
  'imports.read': ['decides', '导入表格'],
  'imports.list': ['none', 'file names and counts'],
  'imports.get': ['none', 'counts only'],
  'imports.rows': ['looks', '看导入的行'],
  'imports.step': ['decides', '导入一批'],
  'imports.badRows': ['looks', '下载没导入的行'],
  'imports.conflicts': ['looks', '看两个版本的登记'],
  'imports.conflict': ['looks', '对比两个版本'],
  'imports.settle': ['decides', '定下用哪个版本'],

  'allocations.proposeForFair': ['decides', '给招聘会配岗'],
  'allocations.proposeForPairing': ['decides', '给结对配岗'],
  'allocations.list': ['none', 'counts only'],
  'allocations.get': ['none', 'counts only'],
  'allocations.rows': ['looks', '看配岗名单（姓名遮住）'],
  'allocations.change': ['decides', '改配岗'],
  'allocations.send': ['decides', '发出配岗推荐'],

  'exports.openings': ['decides', '导出岗位清单'],
  'exports.people': ['decides', '导出劳动力清单'],
  'exports.list': ['none', 'lists without a row of them'],

  'audit.list': ['looks', '看查看记录'],
  'audit.check': ['none', 'counts and hashes'],

  'reports.board': ['none', 'counts only'],
  'reports.fairReport': ['decides', '下载招聘会报告'],
} as const satisfies Partial<Record<RouteName, readonly [AuditKind, string]>>;

const known: Partial<Record<RouteName, readonly [AuditKind, string]>> = lines;

/** A route that nobody thought of: whatever staff do there is written down. */
export function auditKindOf(name: RouteName): AuditKind {
  return known[name]?.[0] ?? (routes[name]?.startsWith('GET ') ? 'looks' : 'decides');
}

export const isAuditKnown = (name: RouteName): boolean => Object.hasOwn(lines, name);

/** What a handler writes down itself, beside the line of its route. */
const ofHandlers = { 'attendance.override': '人满了还放行' };

/** What an officer reads: the words of a route, or what a handler said it did. Looks at what is open to all were written down for a time. */
export function auditWords(action: string): string {
  if (Object.hasOwn(ofHandlers, action)) return ofHandlers[action as keyof typeof ofHandlers];
  const [kind, words] = (Object.hasOwn(lines, action) && known[action as RouteName]) || ['looks' as const, action];
  return kind === 'none' ? '看公开的页面' : words;
}
