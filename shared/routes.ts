/** Every address of the system, grouped by area: the table of contents. Path, query and body are one flat input. */
export const routes = {
  'system.health': 'GET /health',
  'system.openApi': 'GET /openapi.json',

  'identity.signIn': 'POST /sessions',
  'identity.renew': 'POST /sessions/renew',
  'identity.act': 'POST /sessions/act',
  'identity.roles': 'GET /roles',
  'identity.grantRole': 'POST /roles',
  'identity.renewRole': 'POST /roles/{workerId}/renew',
  'identity.revokeRole': 'POST /roles/{workerId}/revoke',
  'identity.bindPhone': 'POST /me/phone',
  'identity.openDesk': 'POST /desks',
  'identity.pollDesk': 'POST /desks/{deskId}/poll',
  'identity.confirmDesk': 'POST /desks/{deskId}/confirm',

  'workers.me': 'GET /me',
  'workers.change': 'PUT /me',
  'workers.views': 'GET /me/views',
  'workers.tellResidentId': 'POST /me/resident-id',
  'workers.sayLooking': 'POST /me/looking',
  'workers.categories': 'GET /me/categories',
  'workers.sayCategory': 'POST /me/categories',
  'workers.claimable': 'GET /me/claimable',
  'workers.claim': 'POST /me/claims',
  'workers.proxies': 'GET /me/proxies',
  'workers.dropProxy': 'DELETE /me/proxies/{proxyId}',

  'proxies.register': 'POST /proxied',
  'proxies.list': 'GET /proxied',
  'proxies.get': 'GET /proxied/{workerId}',
  'proxies.change': 'PUT /proxied/{workerId}',
  'proxies.sayLooking': 'POST /proxied/{workerId}/looking',
  'proxies.sayElsewhere': 'POST /proxied/{workerId}/elsewhere',
  'proxies.claimCode': 'POST /proxied/{workerId}/claim-code',

  'people.skilled': 'GET /people/skilled',
  'people.reveal': 'POST /people/{workerId}/reveal',
  'people.revealId': 'POST /people/{workerId}/resident-id',
  'people.categories': 'GET /people/{workerId}/categories',
  'people.setCategory': 'POST /people/{workerId}/categories',
  'people.pairs': 'GET /duplicates',
  'people.comparePair': 'GET /duplicates/{pairId}',
  'people.merge': 'POST /duplicates/{pairId}/merge',
  'people.keepApart': 'POST /duplicates/{pairId}/apart',
  'people.merges': 'GET /merges',
  'people.undoMerge': 'POST /merges/{mergeId}/undo',

  'consents.mine': 'GET /me/consents',
  'consents.agree': 'POST /me/consents',
  'consents.withdraw': 'POST /me/consents/withdraw',

  'rights.held': 'GET /me/data',
  'rights.copy': 'POST /me/data/copy',
  'rights.erasure': 'GET /me/erasure',
  'rights.askErasure': 'POST /me/erasure',
  'rights.cancelErasure': 'DELETE /me/erasure',

  'employers.submit': 'POST /employers',
  'employers.change': 'PUT /employers/{employerId}',
  'employers.get': 'GET /employers/{employerId}',
  'employers.public': 'GET /employers/{employerId}/public',
  'employers.list': 'GET /employers',
  'employers.verify': 'POST /employers/{employerId}/verify',
  'employers.sendBack': 'POST /employers/{employerId}/send-back',
  'employers.suspend': 'POST /employers/{employerId}/suspend',
  'employers.lift': 'POST /employers/{employerId}/lift',

  'files.start': 'POST /files',
  'files.finish': 'POST /files/{fileId}/finish',
  'files.link': 'GET /files/{fileId}/link',

  'members.list': 'GET /employers/{employerId}/members',
  'members.invite': 'POST /employers/{employerId}/invitations',
  'members.invitation': 'GET /invitations/{invitationId}',
  'members.join': 'POST /invitations/{invitationId}/join',
  'members.change': 'PUT /employers/{employerId}/members/{workerId}',
  'members.remove': 'DELETE /employers/{employerId}/members/{workerId}',

  'tasks.list': 'GET /tasks',
  'tasks.get': 'GET /tasks/{taskId}',
  'tasks.settleOdd': 'POST /tasks/{taskId}/settle',

  'audit.list': 'GET /audit',
  'audit.check': 'GET /audit/check',

  'complaints.make': 'POST /jobs/{jobId}/complaints',
  'complaints.mine': 'GET /me/complaints',
  'complaints.ofJob': 'GET /jobs/{jobId}/complaints',
  'complaints.decide': 'POST /jobs/{jobId}/complaints/decision',

  'content.get': 'GET /content/{caseId}',
  'content.decide': 'POST /content/{caseId}/decision',
  'content.answerPush': 'GET /wechat/push',
  'content.takePush': 'POST /wechat/push',

  'jobs.create': 'POST /jobs',
  'jobs.change': 'PUT /jobs/{jobId}',
  'jobs.get': 'GET /jobs/{jobId}',
  'jobs.list': 'GET /jobs',
  'jobs.mine': 'GET /employers/{employerId}/jobs',
  'jobs.publish': 'POST /jobs/{jobId}/publish',
  'jobs.pause': 'POST /jobs/{jobId}/pause',
  'jobs.judgeEssential': 'POST /jobs/{jobId}/essential',
  'jobs.close': 'POST /jobs/{jobId}/close',

  'search.jobs': 'GET /search/jobs',
  'search.fit': 'GET /search/jobs/{jobId}/fit',
  'search.recommend': 'GET /me/recommendations',
  'search.workersFor': 'GET /jobs/{jobId}/people',
  'search.invite': 'POST /jobs/{jobId}/people/{workerId}/invitation',
  'search.override': 'POST /jobs/{jobId}/people/{workerId}/recommendation',

  'fairs.create': 'POST /fairs',
  'fairs.change': 'PUT /fairs/{fairId}',
  'fairs.get': 'GET /fairs/{fairId}',
  'fairs.list': 'GET /fairs',
  'fairs.mine': 'GET /me/fairs',
  'fairs.booths': 'GET /fairs/{fairId}/booths',
  'fairs.invite': 'POST /fairs/{fairId}/booths',
  'fairs.attach': 'PUT /fairs/{fairId}/booths/{boothNo}',
  'fairs.removeBooth': 'DELETE /fairs/{fairId}/booths/{boothNo}',
  'fairs.missing': 'GET /fairs/{fairId}/missing',
  'fairs.publish': 'POST /fairs/{fairId}/publish',
  'fairs.close': 'POST /fairs/{fairId}/close',
  'fairs.setPresence': 'PUT /fairs/{fairId}/presence',
  'fairs.screenKey': 'POST /fairs/{fairId}/screen-keys',
  'fairs.resolveCode': 'GET /codes/{code}',
  'fairs.printPack': 'POST /fairs/{fairId}/print-pack',

  'attendance.checkIn': 'POST /check-ins',
  'attendance.mine': 'GET /me/check-ins',
  'attendance.tellHome': 'POST /fairs/{fairId}/home',
  'attendance.companions': 'GET /fairs/{fairId}/companions',
  'attendance.companionsOf': 'POST /fairs/{fairId}/gate/companions',
  'attendance.scan': 'POST /fairs/{fairId}/gate/scan',
  'attendance.registerWalkIn': 'POST /fairs/{fairId}/gate/walk-ins',
  'attendance.search': 'POST /fairs/{fairId}/gate/people',
  'attendance.undo': 'POST /fairs/{fairId}/gate/undo',
  'attendance.refusals': 'GET /fairs/{fairId}/gate/refusals',
  'attendance.snapshot': 'GET /fairs/{fairId}/gate/snapshot',
  'attendance.upload': 'POST /fairs/{fairId}/gate/uploads',
  'attendance.held': 'GET /fairs/{fairId}/devices/{deviceId}/held',
  'attendance.settleHeld': 'POST /fairs/{fairId}/devices/{deviceId}/held',

  'devices.report': 'POST /fairs/{fairId}/devices/{deviceId}/report',
  'devices.reportBooth': 'POST /fairs/{fairId}/booths/{boothNo}/devices/{deviceId}/report',
  'devices.list': 'GET /fairs/{fairId}/devices',
  'devices.revoke': 'POST /fairs/{fairId}/devices/{deviceId}/revoke',
  'devices.restore': 'POST /fairs/{fairId}/devices/{deviceId}/restore',

  'stewards.list': 'GET /fairs/{fairId}/stewards',
  'stewards.add': 'POST /fairs/{fairId}/stewards',
  'stewards.change': 'PUT /fairs/{fairId}/stewards/{workerId}',
  'stewards.remove': 'DELETE /fairs/{fairId}/stewards/{workerId}',

  'cards.leave': 'POST /fairs/{fairId}/booths/{boothNo}/cards',
  'cards.mine': 'GET /me/cards',
  'cards.withdraw': 'POST /me/cards/{fairId}/{boothNo}/withdraw',
  'cards.reply': 'POST /me/cards/{fairId}/{boothNo}/reply',
  'cards.find': 'POST /fairs/{fairId}/booths/{boothNo}/find',
  'cards.leaveFor': 'POST /fairs/{fairId}/booths/{boothNo}/cards-for',
  'cards.answer': 'POST /fairs/{fairId}/booths/{boothNo}/answers',
  'cards.atBooth': 'GET /fairs/{fairId}/booths/{boothNo}/cards',
  'cards.snapshot': 'GET /fairs/{fairId}/booths/{boothNo}/snapshot',
  'cards.upload': 'POST /fairs/{fairId}/booths/{boothNo}/uploads',
  'cards.settleHeld': 'POST /fairs/{fairId}/devices/{deviceId}/held-at-booth',
  'cards.myBooths': 'GET /me/booths',

  'interviews.offer': 'POST /jobs/{jobId}/interviews',
  'interviews.ofJob': 'GET /jobs/{jobId}/interviews',
  'interviews.ofEmployer': 'GET /employers/{employerId}/interviews',
  'interviews.moveSlot': 'POST /jobs/{jobId}/interviews/{slotId}/move',
  'interviews.cancelSlot': 'POST /jobs/{jobId}/interviews/{slotId}/cancel',
  'interviews.offered': 'GET /jobs/{jobId}/interviews/offered',
  'interviews.mine': 'GET /me/interviews',
  'interviews.take': 'POST /jobs/{jobId}/interviews/{slotId}/take',
  'interviews.confirm': 'POST /me/interviews/{slotId}/confirm',
  'interviews.cancel': 'POST /me/interviews/{slotId}/cancel',

  'messages.mine': 'GET /me/messages',
  'messages.unread': 'GET /me/messages/unread',
  'messages.templates': 'GET /me/messages/templates',
  'messages.agree': 'POST /me/messages/agree',
  'messages.outbox': 'GET /messages/outbox',
  'messages.resend': 'POST /messages/outbox/resend',
  'messages.read': 'POST /me/messages/read',

  'applications.apply': 'POST /jobs/{jobId}/applications',
  'applications.mine': 'GET /me/applications',
  'applications.get': 'GET /me/applications/{jobId}',
  'applications.withdraw': 'POST /me/applications/{jobId}/withdraw',
  'applications.reply': 'POST /me/applications/{jobId}/reply',
  'applications.arrived': 'POST /me/applications/{jobId}/arrived',
  'applications.waiting': 'GET /employers/{employerId}/applications',
  'applications.ofJob': 'GET /jobs/{jobId}/applications',
  'applications.open': 'POST /jobs/{jobId}/applications/{workerId}/open',
  'applications.answer': 'POST /jobs/{jobId}/applications/{workerId}/answer',
  'applications.refuseMany': 'POST /jobs/{jobId}/applications/refuse',
  'applications.workerArrived': 'POST /jobs/{jobId}/applications/{workerId}/arrived',
  'applications.silent': 'GET /employers/{employerId}/silent',
  'applications.urge': 'POST /employers/{employerId}/silent',
  'applications.promise': 'PUT /employers/{employerId}/promise',
  'applications.record': 'GET /employers/{employerId}/promise',

  'pairings.list': 'GET /pairings',

  'imports.template': 'GET /imports/template',
  'imports.read': 'POST /imports',
  'imports.list': 'GET /imports',
  'imports.get': 'GET /imports/{importId}',
  'imports.rows': 'GET /imports/{importId}/rows',
  'imports.step': 'POST /imports/{importId}/steps',
  'imports.badRows': 'GET /imports/{importId}/bad-rows',
  'allocations.proposeForFair': 'POST /fairs/{fairId}/allocations',
  'allocations.proposeForPairing': 'POST /pairings/{pairingId}/allocations',
  'allocations.list': 'GET /allocations',
  'allocations.get': 'GET /allocations/{allocationId}',
  'allocations.rows': 'GET /allocations/{allocationId}/rows',
  'allocations.change': 'POST /allocations/{allocationId}/rows',
  'allocations.send': 'POST /allocations/{allocationId}/send',

  'imports.conflicts': 'GET /conflicts',
  'imports.conflict': 'GET /conflicts/{conflictId}',
  'imports.settle': 'POST /conflicts/{conflictId}/settle',

  'exports.openings': 'POST /exports/openings',
  'exports.people': 'POST /exports/people',
  'exports.list': 'GET /exports',

  'reports.board': 'GET /fairs/{fairId}/board',
  'reports.fairReport': 'GET /fairs/{fairId}/report',
} as const;

export type RouteName = keyof typeof routes;

/** Routes that make a PDF, a spreadsheet or the interface document run in a function of their own, so that fonts and writers stay out of the API's start. */
export const paperRoutes = [
  'fairs.printPack',
  'reports.fairReport',
  'imports.template',
  'imports.read',
  'imports.badRows',
  'exports.openings',
  'exports.people',
  'rights.copy',
  'system.openApi',
] as const satisfies readonly RouteName[];
export type PaperRoute = (typeof paperRoutes)[number];

/** Routes that are answered from the index of openings run where it lies in memory. */
export const searchRoutes = ['search.jobs', 'search.fit', 'search.recommend'] as const satisfies readonly RouteName[];
export type SearchRoute = (typeof searchRoutes)[number];

/** What a gate waits for: signing in, checking in, the gate and its devices. Nothing else weighs on the start of this function. */
export const gateAreas = ['attendance', 'devices', 'identity', 'system'] as const;
type GateArea = (typeof gateAreas)[number];

/** Roles of staff are given and taken at a desk. */
export const roleRoutes = ['identity.roles', 'identity.grantRole', 'identity.renewRole', 'identity.revokeRole'] as const satisfies readonly RouteName[];
export type RoleRoute = (typeof roleRoutes)[number];

/** What is done before and after a fair, openings and interviews among it, runs in a function of its own. */
export const deskAreas = [
  'allocations',
  'audit',
  'complaints',
  'consents',
  'content',
  'employers',
  'exports',
  'imports',
  'interviews',
  'jobs',
  'members',
  'people',
  'proxies',
  'rights',
  'stewards',
  'tasks',
] as const;
type DeskArea = (typeof deskAreas)[number];
export type DeskRoute = Exclude<Extract<RouteName, `${DeskArea}.${string}`>, PaperRoute | SearchRoute> | RoleRoute;
export type GateRoute = Exclude<Extract<RouteName, `${GateArea}.${string}`>, PaperRoute | RoleRoute>;
/** All that is left: booths, cards, fairs, applications, what a person says of themselves. */
export type FairRoute = Exclude<RouteName, PaperRoute | SearchRoute | DeskRoute | GateRoute>;

/** The functions that answer HTTP; `api` is the one a gate waits for. */
export type Server = 'api' | 'desk' | 'fair' | 'paper' | 'search';

const isOf = (areas: readonly string[], name: RouteName): boolean => areas.some((area) => name.startsWith(`${area}.`));

/** Which function serves this address. */
export function serverOf(name: RouteName): Server {
  if ((paperRoutes as readonly RouteName[]).includes(name)) return 'paper';
  if ((searchRoutes as readonly RouteName[]).includes(name)) return 'search';
  if (isOf(deskAreas, name) || (roleRoutes as readonly RouteName[]).includes(name)) return 'desk';
  return isOf(gateAreas, name) ? 'api' : 'fair';
}
