import type { RouteName } from '../routes.ts';
import type { Role } from './basics.ts';
import type { contract } from './contract.ts';

/**
 * Whose a thing must be for somebody of a named role to read or change it. 〔个人信息保护法 §6、§51：最小范围、合理确定操作权限〕
 * tests/contract/matrix.test.ts makes its cells from these lines: each route, each role, own and another's.
 */
export const reachWords = {
  anyone: 'it is everybody’s, or begins something of one’s own',
  session: 'nothing is named: what is answered and changed is the caller’s own by the session, and another’s is never in it',
  key: 'a code or a secret that was handed over decides',
  wechat: 'WeChat itself has to say so, by a code of its own or its signature',
  person: 'one’s own record, or that of somebody one acts for',
  employer: 'a recruiter’s own employer; for an officer one registered in the own region',
  owner: 'the same, by an owner of the employer',
  host: 'a fair whose host lies in the organizer’s region',
  door: 'the fair whose gates one was asked to serve',
  supervisor: 'the same, by a supervisor',
  concerned: 'a fair, a pairing or an opening with the own region at either end',
  home: 'a person, a role or a plan of the own region',
  office: 'what this very office brought in',
  city: 'the bureau that keeps the whole system',
} as const;
export type Reach = keyof typeof reachWords;

type RolesOf<N extends RouteName> = (typeof contract)[N]['by'] extends readonly (infer R extends Role)[] ? R : never;
/** One word for every role that may call, or one for each of them. */
type Declared<N extends RouteName> = (typeof contract)[N]['by'] extends 'anyone' ? Reach : Reach | { readonly [R in RolesOf<N>]: Reach };

/** A route that is not here, or a role that is not, does not compile. */
export const reaches: { readonly [N in RouteName]: Declared<N> } = {
  'system.health': 'anyone',
  'system.openApi': 'anyone',

  'identity.signIn': 'wechat',
  'identity.renew': 'session',
  'identity.act': 'session',
  'identity.roles': 'session',
  'identity.grantRole': 'home',
  'identity.renewRole': 'home',
  'identity.revokeRole': 'home',
  'identity.bindPhone': 'session',
  'identity.openDesk': 'anyone',
  'identity.pollDesk': 'key',
  'identity.confirmDesk': 'key',

  'workers.me': 'session',
  'workers.change': 'session',
  'workers.views': 'session',
  'workers.tellResidentId': 'session',
  'workers.sayLooking': 'session',
  'workers.categories': 'session',
  'workers.sayCategory': 'session',
  'workers.claimable': 'session',
  'workers.claim': 'key',
  'workers.proxies': 'session',
  'workers.dropProxy': 'session',

  'proxies.register': { worker: 'anyone', organizer: 'home', officer: 'home' },
  'proxies.list': 'session',
  'proxies.get': 'person',
  'proxies.change': 'person',
  'proxies.sayLooking': 'person',
  'proxies.sayElsewhere': 'person',
  'proxies.claimCode': 'person',

  'people.skilled': 'session',
  'people.reveal': 'home',
  'people.revealId': 'home',
  'people.categories': 'home',
  'people.setCategory': 'home',
  'people.pairs': 'session',
  'people.comparePair': 'home',
  'people.merge': 'home',
  'people.keepApart': 'home',
  'people.merges': 'session',
  'people.undoMerge': 'home',

  'consents.mine': 'session',
  'consents.agree': 'session',
  'consents.withdraw': 'session',

  'rights.held': 'session',
  'rights.copy': 'session',
  'rights.erasure': 'session',
  'rights.askErasure': 'session',
  'rights.cancelErasure': 'session',

  'employers.submit': 'anyone',
  'employers.change': 'employer',
  'employers.get': { recruiter: 'employer', organizer: 'anyone', officer: 'employer' },
  'employers.public': 'anyone',
  'employers.list': { organizer: 'anyone', officer: 'session' },
  'employers.verify': 'employer',
  'employers.sendBack': 'employer',
  'employers.suspend': 'employer',
  'employers.lift': 'employer',

  'files.start': 'anyone',
  'files.finish': 'person',
  'files.link': { worker: 'person', recruiter: 'employer', officer: 'employer' },

  'members.list': 'employer',
  'members.invite': 'owner',
  'members.invitation': 'key',
  'members.join': 'key',
  'members.change': 'owner',
  'members.remove': 'owner',

  'tasks.list': 'session',
  'tasks.get': 'home',
  'tasks.settleOdd': 'home',

  'audit.list': 'session',
  'audit.check': 'session',

  'complaints.make': 'anyone',
  'complaints.mine': 'session',
  'complaints.ofJob': 'employer',
  'complaints.decide': 'employer',

  'content.get': 'employer',
  'content.decide': 'employer',
  'content.answerPush': 'wechat',
  'content.takePush': 'wechat',

  'jobs.create': 'session',
  'jobs.change': 'employer',
  'jobs.get': 'anyone',
  'jobs.list': 'anyone',
  'jobs.mine': { recruiter: 'employer', organizer: 'anyone', officer: 'anyone' },
  'jobs.publish': 'employer',
  'jobs.pause': 'employer',
  'jobs.judgeEssential': 'employer',
  'jobs.close': 'employer',

  'search.jobs': 'anyone',
  'search.fit': 'anyone',
  'search.recommend': 'session',
  'search.workersFor': { recruiter: 'employer', officer: 'session' },
  'search.invite': 'employer',
  'search.override': 'concerned',

  'fairs.create': 'host',
  'fairs.change': 'host',
  'fairs.get': 'anyone',
  'fairs.list': 'anyone',
  'fairs.mine': 'session',
  'fairs.booths': 'anyone',
  'fairs.invite': 'host',
  'fairs.attach': { organizer: 'host', recruiter: 'employer' },
  'fairs.removeBooth': 'host',
  'fairs.missing': 'host',
  'fairs.publish': 'host',
  'fairs.close': 'host',
  'fairs.setPresence': 'host',
  'fairs.screenKey': 'host',
  'fairs.resolveCode': 'key',
  'fairs.printPack': 'host',

  'attendance.checkIn': 'anyone',
  'attendance.mine': 'session',
  'attendance.tellHome': 'session',
  'attendance.companions': 'session',
  'attendance.companionsOf': { organizer: 'host', steward: 'door' },
  'attendance.scan': { organizer: 'host', steward: 'door' },
  'attendance.registerWalkIn': { organizer: 'host', steward: 'door' },
  'attendance.search': { organizer: 'host', steward: 'supervisor' },
  'attendance.undo': { organizer: 'host', steward: 'door' },
  'attendance.refusals': { organizer: 'concerned', officer: 'concerned', steward: 'supervisor' },
  'attendance.snapshot': { organizer: 'host', steward: 'door' },
  'attendance.upload': { organizer: 'host', steward: 'door' },
  'attendance.held': 'host',
  'attendance.settleHeld': 'host',

  'devices.report': { organizer: 'host', steward: 'door' },
  'devices.reportBooth': 'employer',
  'devices.list': 'host',
  'devices.revoke': 'host',
  'devices.restore': 'host',

  'stewards.list': 'host',
  'stewards.add': 'host',
  'stewards.change': 'host',
  'stewards.remove': 'host',

  'cards.leave': 'anyone',
  'cards.mine': 'session',
  'cards.withdraw': 'person',
  'cards.reply': 'person',
  'cards.find': 'employer',
  'cards.leaveFor': 'employer',
  'cards.answer': 'employer',
  'cards.atBooth': 'employer',
  'cards.snapshot': 'employer',
  'cards.upload': 'employer',
  'cards.settleHeld': 'host',
  'cards.myBooths': 'session',

  'interviews.offer': 'employer',
  'interviews.ofJob': 'employer',
  'interviews.ofEmployer': 'employer',
  'interviews.moveSlot': 'employer',
  'interviews.cancelSlot': 'employer',
  'interviews.offered': 'session',
  'interviews.mine': 'session',
  'interviews.take': 'session',
  'interviews.confirm': 'person',
  'interviews.cancel': 'person',

  'messages.mine': 'session',
  'messages.unread': 'session',
  'messages.templates': 'session',
  'messages.agree': 'session',
  'messages.outbox': 'city',
  'messages.resend': 'city',
  'messages.read': 'session',

  'applications.apply': 'person',
  'applications.mine': 'person',
  'applications.get': 'person',
  'applications.withdraw': 'person',
  'applications.reply': 'person',
  'applications.arrived': 'person',
  'applications.waiting': 'employer',
  'applications.ofJob': 'employer',
  'applications.open': 'employer',
  'applications.answer': 'employer',
  'applications.refuseMany': 'employer',
  'applications.workerArrived': 'employer',
  'applications.silent': 'employer',
  'applications.urge': 'employer',
  'applications.promise': 'employer',
  'applications.record': 'anyone',

  'pairings.list': 'anyone',

  'imports.template': 'anyone',
  'imports.read': 'session',
  'imports.list': 'session',
  'imports.get': { recruiter: 'employer', officer: 'office' },
  'imports.rows': { recruiter: 'employer', officer: 'office' },
  'imports.step': { recruiter: 'employer', officer: 'office' },
  'imports.badRows': { recruiter: 'employer', officer: 'office' },
  'imports.conflicts': 'session',
  'imports.conflict': 'home',
  'imports.settle': 'home',

  'allocations.proposeForFair': 'concerned',
  'allocations.proposeForPairing': 'concerned',
  'allocations.list': 'session',
  'allocations.get': 'home',
  'allocations.rows': 'home',
  'allocations.change': 'home',
  'allocations.send': 'home',

  'exports.openings': 'session',
  'exports.people': 'session',
  'exports.list': 'session',

  'reports.board': { organizer: 'concerned', officer: 'concerned', steward: 'door' },
  'reports.fairReport': 'concerned',
};

/** Whose it must be for this role; nobody is signed in without one. */
export function reachOf(name: RouteName, role?: Role): Reach {
  const declared: Reach | Partial<Record<Role, Reach>> = reaches[name];
  if (typeof declared === 'string') return declared;
  const reach = role && declared[role];
  if (!reach) throw new Error(`${name} says nothing of ${role}`);
  return reach;
}
