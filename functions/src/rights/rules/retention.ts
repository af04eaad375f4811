/** How a kind of item ends: by the table's own clock (`ttl`), by a duty, with its person's erasure, by what replaces it, or not at all, because nobody is in it. */
export type Ending = 'ttl' | 'duty' | 'erasure' | 'replaced' | 'stays';

export interface Retained {
  /** As docs/table.md calls it. */
  item: string;
  /** What of a person is in it. */
  holds: string;
  until: string;
  ending: Ending;
  law: string;
}

const pipl19 = '个人信息保护法 §19';
const pipl47 = '个人信息保护法 §47';
const pipl56 = '个人信息保护法 §56';
const ledger = '人力资源市场暂行条例 §33';
const online = '网络招聘服务管理规定 §26';
const noPerson = '-';

const of = (item: string, holds: string, until: string, ending: Ending, law: string): Retained => ({ item, holds, until, ending, law });
const ofPerson = (item: string, holds: string, law = pipl47): Retained => of(item, holds, 'the person is erased', 'erasure', law);
const ofNobody = (item: string): Retained => of(item, 'nothing of a person', 'as long as it is of use', 'stays', noPerson);
/** Ids alone, which lead to nobody once their person is erased. */
const byIdAlone = (item: string, law = ledger): Retained => of(item, 'ids', 'as the record of the service', 'stays', law);

/** Who works here: people in their office, as long as they hold it. */
const people = {
  user: ofPerson('user', 'WeChat account'),
  userOf: ofPerson('roles', 'WeChat account, staff roles'),
  worker: of(
    'worker',
    'name, phone, home, wish',
    'the person is erased; 180 days after a gate, 730 after a village list, when not heard of again',
    'duty',
    `${pipl19}、§47`,
  ),
  sealedPerson: ofPerson('sealed', 'resident id, categories (sealed)', '个人信息保护法 §28、§47'),
  consent: of('consent', 'receiver, purpose, version', '3 years after it ended or the person was erased', 'ttl', pipl56),
  erasure: of('erasure', 'that it was asked', '7 days, then it is done', 'duty', pipl47),
  actsFor: ofPerson('acts for', 'who acts for whom'),
  alias: ofPerson('alias', 'ids of one person'),
  claimCode: of('claim code', 'id', '7 days', 'ttl', pipl19),
  lookup: of('lookup', 'blind values', 'the record changes or is erased', 'replaced', pipl19),
  skilled: of('skilled', 'family name, county, skills', 'the record changes or is erased', 'replaced', pipl19),
  findable: of('findable', 'county, skills', 'the yes is taken back, or erasure', 'replaced', '个人信息保护法 §15'),
  pair: byIdAlone('pair', pipl19),
  merge: of('merge', 'both records before', '180 days, or erasure', 'ttl', pipl19),
} as const satisfies Record<string, Retained>;

const deeds = {
  checkIn: of('check-in', 'home, device', 'name none; village and device go with erasure; the rest 2 years and more, without a name', 'erasure', ledger),
  card: of('card', 'name, phone, township', '90 days: name and phone go; to whom and what was answered 3 years', 'duty', `${pipl19}；${online}`),
  application: of('application', 'name, phone, township', '90 days: name and phone go; to whom and what was answered 3 years', 'duty', `${pipl19}；${online}`),
  place: byIdAlone('place', online),
  view: of('view', 'which staff looked', '730 days', 'ttl', ledger),
  complaint: of('report (举报)', 'own words', 'words until erasure; the case 3 years', 'erasure', '人力资源市场暂行条例 §29'),
  interview: of('interview', 'masked name', 'erasure', 'erasure', pipl47),
  calendar: ofPerson('calendar', 'a counter'),
  message: of('message', 'what was told', '365 days, or erasure', 'ttl', pipl19),
  messageGrant: ofPerson('yes to WeChat messages', 'a counter'),
  messagesRead: ofPerson('read mark', 'a moment'),
  invite: byIdAlone('asked to an opening'),
  override: byIdAlone('recommended to an opening'),
  filesOfDay: of('files of a day', 'a counter', '2 days', 'ttl', pipl19),
} as const satisfies Record<string, Retained>;

const fairs = {
  fair: of('fair', 'organizer’s telephone', 'as the record of the fair', 'stays', ledger),
  booth: of('booth', 'contact of the employer', 'as the record of the fair', 'stays', ledger),
  taken: ofNobody('taken'),
  numbers: ofNobody('numbers'),
  live: ofNobody('live figures'),
  recount: ofNobody('recount'),
  refusal: ofNobody('refusal'),
  undone: byIdAlone('undone'),
  gateAction: of('gate action', 'id, number', '30 days; a strip of nobody stays', 'ttl', pipl19),
  boothAction: of('booth action', 'ids', '30 days', 'ttl', pipl19),
  heldAction: of('action held', 'what a device sent (sealed)', '30 days, or erasure', 'ttl', pipl19),
  fairWithHeld: of('fair with actions held', 'nothing of a person', '30 days', 'ttl', pipl19),
  roster: of('roster', 'name, end of phone', 'closing and 30 days: names go; numbers stay', 'duty', pipl19),
  rosterName: of('roster by name, by phone end', 'name', 'closing and 30 days', 'duty', pipl19),
  rosterTail: of('roster by name, by phone end', 'end of phone', 'closing and 30 days', 'duty', pipl19),
  boothCard: byIdAlone('card at booth'),
  device: byIdAlone('device'),
  steward: of('steward', 'name given with the duty', 'the host takes the duty back, which is before erasure', 'replaced', pipl19),
  room: ofNobody('room'),
  aboveCapacity: byIdAlone('above capacity'),
  passage: of('passage', 'ids, when somebody passed', '180 days, or erasure', 'ttl', pipl19),
  allocation: ofNobody('allocation'),
  allocationOpenings: ofNobody('openings of an allocation'),
  allocationRows: byIdAlone('people of an allocation'),
  pairing: ofNobody('pairing'),
  pairedFair: ofNobody('paired fair'),
} as const satisfies Record<string, Retained>;

const work = {
  employer: of('employer', 'agent’s name and phone', '3 years after it hires no more', 'stays', online),
  answers: ofNobody('answers'),
  asked: byIdAlone('question', online),
  creditCode: ofNobody('credit code'),
  member: of('colleague', 'name given at joining', 'the colleague leaves', 'replaced', pipl19),
  staff: ofNobody('staff count'),
  invitation: of('invitation', 'id of who invited', '15 minutes of use', 'replaced', pipl19),
  invitesOfDay: of('asked on a day', 'a counter', '2 days', 'ttl', pipl19),
  task: byIdAlone('task'),
  contentCase: of('held words', 'words of an employer', '730 days', 'ttl', ledger),
  job: ofNobody('opening'),
  slot: ofNobody('time to meet'),
  file: of('file', 'photograph of papers', '30 days in no papers; else with the employer', 'duty', pipl19),
  pictureTrace: of('verdict on a picture', 'id', '2 days', 'ttl', pipl19),
  import: of('import', 'file name', '30 days', 'ttl', pipl19),
  importPart: of('part of an import', 'rows of a list (sealed)', '30 days', 'ttl', pipl19),
  conflict: of('two versions', 'name, home, phone a list said', 'it is settled, or erasure', 'replaced', pipl19),
  settled: of('settled version', 'masked name', 'erasure', 'erasure', pipl47),
  export: of('list taken', 'who took it; no row of it', '730 days', 'ttl', ledger),
  auditLine: of('audit line', 'ids', '3 years', 'ttl', pipl56),
  auditBlock: of('audit block', 'hashes', '1,100 days', 'ttl', pipl56),
  auditedRegion: ofNobody('audited region'),
  auditCopied: ofNobody('audit copied'),
  desk: of('desk', 'id', '3 minutes', 'ttl', pipl19),
  grant: of('role given', 'name given with the role, who gave it', 'the role is taken back or ends', 'stays', pipl56),
  limit: of('limit', 'a counter', 'an hour after its stretch of time', 'ttl', pipl19),
  personOfPhone: of('person of a phone', 'ids', '2 days', 'ttl', pipl19),
  duty: ofNobody('duty'),
  mark: ofNobody('mark'),
} as const satisfies Record<string, Retained>;

/** How long every kind of item is kept, what happens then, and by which article; by the name of its key. 〔D2；个人信息保护法 §19、§47〕 */
export const retention: Readonly<Record<string, Retained>> = { ...people, ...deeds, ...fairs, ...work };

const endingWords: Record<Ending, string> = { ttl: 'the table’s clock', duty: 'a duty', erasure: 'erasure', replaced: 'what replaces it', stays: '-' };

/** The lines of docs/privacy.md. */
export const retentionLines = (): string[] =>
  Object.values(retention)
    .map(({ item, holds, until, ending, law }) => `| ${item} | ${holds} | ${until} | ${endingWords[ending]} | ${law} |`)
    .filter((line, i, all) => all.indexOf(line) === i);
