import { type RouteName, routes } from '../routes.ts';

/**
 * What of a route done by staff is written into the audit. 〔个人信息保护法 §51、§54；网络安全法（2025 年修正）§23〕
 * `looks`: somebody’s data were read; the same look again within five minutes is the same line.
 * `decides`: written **before** it is done, each time; a refusal is a second line.
 * `none`: nobody’s data, nothing decided for others, or kept elsewhere with who did it; a comment says which.
 * The words that officers read are in audit-words.ts: a function needs none of them.
 */
export type AuditKind = 'looks' | 'decides' | 'none';

/** Open to everybody, signed in or not. */
const openToAll = 'none';

const kinds = {
  'system.health': openToAll,
  'system.openApi': openToAll,
  // one’s own session
  'identity.signIn': 'none',
  // a screen on which nobody is signed in
  'identity.openDesk': 'none',
  'identity.pollDesk': 'none',
  'employers.public': openToAll,
  'applications.record': openToAll,
  // WeChat itself
  'content.answerPush': 'none',
  'content.takePush': 'none',
  'jobs.get': openToAll,
  'jobs.list': openToAll,
  'search.jobs': openToAll,
  'fairs.get': openToAll,
  'fairs.list': openToAll,
  'fairs.booths': openToAll,
  'fairs.resolveCode': openToAll,

  // one’s own session
  'identity.renew': 'none',
  'identity.act': 'none',
  // one’s own phone
  'identity.bindPhone': 'none',
  'identity.roles': 'looks',
  'identity.grantRole': 'decides',
  'identity.renewRole': 'decides',
  'identity.revokeRole': 'decides',
  'identity.confirmDesk': 'decides',

  'proxies.register': 'decides',
  'proxies.list': 'looks',
  'proxies.get': 'looks',
  'proxies.change': 'decides',
  'proxies.sayLooking': 'decides',
  'proxies.sayElsewhere': 'decides',
  'proxies.claimCode': 'decides',

  'people.skilled': 'looks',
  'people.reveal': 'decides',
  'people.revealId': 'decides',
  'people.categories': 'looks',
  'people.setCategory': 'decides',
  'people.pairs': 'looks',
  'people.comparePair': 'looks',
  'people.merge': 'decides',
  'people.keepApart': 'decides',
  'people.merges': 'looks',
  'people.undoMerge': 'decides',

  'employers.submit': 'decides',
  'employers.change': 'decides',
  'employers.get': 'looks',
  'employers.list': 'looks',
  'employers.verify': 'decides',
  'employers.sendBack': 'decides',
  'employers.suspend': 'decides',
  'employers.lift': 'decides',

  // one’s own photograph; counted by day
  'files.start': 'none',
  // one’s own photograph
  'files.finish': 'none',
  'files.link': 'looks',

  'members.list': 'looks',
  'members.invite': 'decides',
  // the employer’s name only
  'members.invitation': 'none',
  'members.join': 'decides',
  'members.change': 'decides',
  'members.remove': 'decides',

  // the words name no worker
  'tasks.list': 'none',
  'tasks.get': 'none',
  'tasks.settleOdd': 'decides',
  'complaints.ofJob': 'looks',
  'complaints.decide': 'decides',
  'content.get': 'looks',
  'content.decide': 'decides',

  'jobs.create': 'decides',
  'jobs.change': 'decides',
  // openings, nobody’s data
  'jobs.mine': 'none',
  'jobs.publish': 'decides',
  'jobs.pause': 'decides',
  'jobs.judgeEssential': 'decides',
  'jobs.close': 'decides',

  'search.workersFor': 'looks',
  'search.invite': 'decides',
  'search.override': 'decides',

  'fairs.create': 'decides',
  'fairs.change': 'decides',
  // fairs, nobody’s data
  'fairs.mine': 'none',
  'fairs.invite': 'decides',
  'fairs.attach': 'decides',
  'fairs.removeBooth': 'decides',
  // nobody’s data
  'fairs.missing': 'none',
  'fairs.publish': 'decides',
  'fairs.close': 'decides',
  'fairs.setPresence': 'decides',
  'fairs.screenKey': 'looks',
  'fairs.printPack': 'decides',

  // the check-in itself says gate, device and time; no name goes back
  'attendance.scan': 'none',
  // the person’s record says who registered it
  'attendance.registerWalkIn': 'none',
  'attendance.companionsOf': 'looks',
  'attendance.search': 'looks',
  'attendance.undo': 'decides',
  // reasons and times, nobody’s name
  'attendance.refusals': 'none',
  'attendance.snapshot': 'looks',
  // each action stays with its nonce, gate and device
  'attendance.upload': 'none',
  // kinds, times and numbers, nobody’s name
  'attendance.held': 'none',
  'attendance.settleHeld': 'decides',

  // the device says how it stands, nobody’s data
  'devices.report': 'none',
  'devices.reportBooth': 'none',
  // devices; who works there is a colleague, masked
  'devices.list': 'none',
  'devices.revoke': 'decides',
  'devices.restore': 'decides',

  // the host’s own people, under the name the host gave
  'stewards.list': 'none',
  'stewards.add': 'decides',
  'stewards.change': 'decides',
  'stewards.remove': 'decides',

  'cards.find': 'looks',
  'cards.leaveFor': 'decides',
  'cards.answer': 'decides',
  'cards.atBooth': 'looks',
  'cards.snapshot': 'looks',
  'cards.upload': 'decides',
  'cards.settleHeld': 'decides',
  // booths, nobody’s data
  'cards.myBooths': 'none',

  'interviews.offer': 'decides',
  'interviews.ofJob': 'looks',
  'interviews.ofEmployer': 'looks',
  'interviews.moveSlot': 'decides',
  'interviews.cancelSlot': 'decides',

  // one’s own messages
  'messages.mine': 'none',
  'messages.unread': 'none',
  'messages.templates': 'none',
  'messages.agree': 'none',
  'messages.read': 'none',
  'messages.outbox': 'looks',
  'messages.resend': 'decides',

  'applications.waiting': 'looks',
  'applications.ofJob': 'looks',
  'applications.open': 'looks',
  'applications.answer': 'decides',
  'applications.refuseMany': 'decides',
  'applications.workerArrived': 'decides',
  'applications.silent': 'looks',
  'applications.urge': 'decides',
  'applications.promise': 'decides',

  // counts only
  'pairings.list': 'none',
  // an empty form
  'imports.template': 'none',
  'imports.read': 'decides',
  // file names and counts
  'imports.list': 'none',
  // counts only
  'imports.get': 'none',
  'imports.rows': 'looks',
  'imports.step': 'decides',
  'imports.badRows': 'looks',
  'imports.conflicts': 'looks',
  'imports.conflict': 'looks',
  'imports.settle': 'decides',

  'allocations.proposeForFair': 'decides',
  'allocations.proposeForPairing': 'decides',
  // counts only
  'allocations.list': 'none',
  'allocations.get': 'none',
  'allocations.rows': 'looks',
  'allocations.change': 'decides',
  'allocations.send': 'decides',

  'exports.openings': 'decides',
  'exports.people': 'decides',
  // lists without a row of them
  'exports.list': 'none',

  'audit.list': 'looks',
  // counts and hashes
  'audit.check': 'none',

  // counts only
  'reports.board': 'none',
  'reports.fairReport': 'decides',
} as const satisfies Partial<Record<RouteName, AuditKind>>;

const known: Partial<Record<RouteName, AuditKind>> = kinds;

/** Routes that leave lines. */
export type WrittenRoute = { [N in keyof typeof kinds]: (typeof kinds)[N] extends 'none' ? never : N }[keyof typeof kinds];

/** A route that nobody thought of: whatever staff do there is written down. */
export function auditKindOf(name: RouteName): AuditKind {
  return known[name] ?? (routes[name]?.startsWith('GET ') ? 'looks' : 'decides');
}

export const isAuditKnown = (name: RouteName): boolean => Object.hasOwn(kinds, name);
