/**
 * How a kind of item ends: by the table's own clock (`ttl`), by a duty, by the weekly look through the table (`look`), with its person's erasure,
 * by what replaces it, or not at all, because nobody is in it.
 */
export type Ending = 'ttl' | 'duty' | 'look' | 'erasure' | 'replaced' | 'stays';

export interface Retained {
  /** As docs/table.md calls it. */
  item: string;
  /** What of a person is in it. */
  holds: string;
  until: string;
  ending: Ending;
  law: string;
  /** At the latest so many days after the last of these moments of it; the look through the table sees to it. */
  end?: End;
}
export interface End {
  days: number;
  of: readonly string[];
}

const pipl19 = '个人信息保护法 §19';
const pipl47 = '个人信息保护法 §47';
const pipl56 = '个人信息保护法 §56';
const ledger = '人力资源市场暂行条例 §33';
const online = '网络招聘服务管理规定 §26';
const noPerson = '-';

/** The ledger of a service two years, what was done online three. 〔人力资源市场暂行条例 §33；网络招聘服务管理规定 §26〕 */
const [twoYears, threeYears] = [731, 1096];
const within = (days: number, ...of: string[]): End => ({ days, of });

const of = (item: string, holds: string, until: string, ending: Ending, law: string, end?: End): Retained => ({
  item,
  holds,
  until,
  ending,
  law,
  ...(end ? { end } : {}),
});
const ofPerson = (item: string, holds: string, law = pipl47): Retained => of(item, holds, 'the person is erased', 'erasure', law);
const ofNobody = (item: string): Retained => of(item, 'nothing of a person', 'as long as it is of use', 'stays', noPerson);
/** Ids alone, which lead to nobody once their person is erased. */
const byIdAlone = (item: string, end: End, law = ledger): Retained => of(item, 'ids', `${end.days > twoYears ? 3 : 2} years`, 'look', law, end);

/** Who works here: people in their office, as long as they hold it. */
const people = {
  user: ofPerson('user', 'WeChat account'),
  userOf: ofPerson('roles', 'WeChat account, staff roles'),
  worker: of(
    'worker',
    'name, phone, home, wish',
    'the person is erased; 180 days after a gate, 730 after a village list, when not heard of again; that somebody was erased 3 years',
    'duty',
    `${pipl19}、§47`,
    within(threeYears, 'erasedAt'),
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
  pair: byIdAlone('pair', within(threeYears, 'foundAt'), pipl19),
  merge: of('merge', 'both records before', '180 days, or erasure', 'ttl', pipl19),
} as const satisfies Record<string, Retained>;

const deeds = {
  checkIn: of('check-in', 'home, device', 'name none; village and device go with erasure; the rest 2 years', 'look', ledger, within(twoYears, 'at')),
  card: of(
    'card',
    'name, phone, township',
    '90 days: name and phone go; to whom and what was answered 3 years',
    'duty',
    `${pipl19}；${online}`,
    within(threeYears, 'leftAt'),
  ),
  application: of(
    'application',
    'name, phone, township',
    '90 days: name and phone go; to whom and what was answered 3 years',
    'duty',
    `${pipl19}；${online}`,
    within(threeYears, 'appliedAt'),
  ),
  place: byIdAlone('place', within(threeYears, 'takenAt'), online),
  view: of('view', 'which staff looked', '730 days', 'ttl', ledger),
  complaint: of(
    'report (举报)',
    'own words',
    'words until erasure; the case 3 years',
    'look',
    '人力资源市场暂行条例 §29',
    within(threeYears, 'madeAt', 'decidedAt'),
  ),
  interview: of('interview', 'masked name', 'name until erasure; the rest 3 years', 'look', `${pipl47}；${online}`, within(threeYears, 'startsAt')),
  calendar: ofPerson('calendar', 'a counter'),
  message: of('message', 'what was told', '365 days, or erasure', 'ttl', pipl19),
  messageGrant: ofPerson('yes to WeChat messages', 'a counter'),
  messagesRead: ofPerson('read mark', 'a moment'),
  invite: byIdAlone('asked to an opening', within(threeYears, 'invitedAt'), online),
  override: of('recommended to an opening', 'ids, an officer’s reason', 'reason until erasure; the rest 3 years', 'look', online, within(threeYears, 'at')),
  filesOfDay: of('files of a day', 'a counter', '2 days', 'ttl', pipl19),
} as const satisfies Record<string, Retained>;

const fairs = {
  fair: of('fair', 'nothing of a person', 'as the record of the fair', 'look', ledger, within(twoYears, 'closesAt')),
  booth: of('booth', 'contact of the employer', 'the contact 2 years after the fair', 'look', ledger),
  taken: ofNobody('taken'),
  numbers: ofNobody('numbers'),
  live: ofNobody('live figures'),
  recount: ofNobody('recount'),
  refusal: ofNobody('refusal'),
  undone: byIdAlone('undone', within(twoYears, 'undoneAt')),
  gateAction: of('gate action', 'id, number', '30 days; a strip of nobody stays', 'ttl', pipl19),
  boothAction: of('booth action', 'ids', '30 days', 'ttl', pipl19),
  heldAction: of('action held', 'what a device sent (sealed)', '30 days, or erasure', 'ttl', pipl19),
  fairWithHeld: of('fair with actions held', 'nothing of a person', '30 days', 'ttl', pipl19),
  roster: of('roster', 'name, end of phone', 'closing and 30 days: names go; numbers 2 years', 'duty', pipl19, within(twoYears, 'at')),
  rosterName: of('roster by name, by phone end', 'name', 'closing and 30 days', 'duty', pipl19),
  rosterTail: of('roster by name, by phone end', 'end of phone', 'closing and 30 days', 'duty', pipl19),
  boothCard: byIdAlone('card at booth', within(threeYears, 'leftAt'), online),
  device: byIdAlone('device', within(twoYears, 'seenAt')),
  steward: of(
    'steward',
    'name given with the duty',
    'the host takes the duty back, which is before erasure; or 2 years',
    'look',
    pipl19,
    within(twoYears, 'addedAt'),
  ),
  room: ofNobody('room'),
  aboveCapacity: of('above capacity', 'ids, a supervisor’s reason', '2 years', 'look', ledger, within(twoYears, 'at')),
  passage: of('passage', 'ids, when somebody passed', '180 days, or erasure', 'ttl', pipl19),
  allocation: of('allocation', 'nothing of a person', '3 years, with its openings and people', 'look', online, within(threeYears, 'madeAt')),
  allocationOpenings: ofNobody('openings of an allocation'),
  allocationRows: of('people of an allocation', 'ids, an officer’s reason', 'number and reason until erasure; the rest with its allocation', 'look', online),
  pairing: ofNobody('pairing'),
  pairedFair: ofNobody('paired fair'),
} as const satisfies Record<string, Retained>;

const work = {
  employer: of(
    'employer',
    'agent’s name and phone',
    'name, phone and papers 3 years after its authorisation ended',
    'look',
    online,
    within(threeYears, 'authorisedUntilOn', 'submittedAt'),
  ),
  answers: ofNobody('answers'),
  asked: of('question', 'ids', '730 days', 'ttl', ledger),
  creditCode: ofNobody('credit code'),
  member: of('colleague', 'name given at joining', 'the colleague leaves', 'replaced', pipl19),
  staff: ofNobody('staff count'),
  invitation: of('invitation', 'id of who invited', '15 minutes of use', 'replaced', pipl19),
  invitesOfDay: of('asked on a day', 'a counter', '2 days', 'ttl', pipl19),
  task: byIdAlone('task', within(threeYears, 'openedAt', 'dueAt')),
  contentCase: of('held words', 'words of an employer', '730 days; a note until erasure', 'ttl', ledger),
  job: ofNobody('opening'),
  slot: ofNobody('time to meet'),
  file: of(
    'file',
    'photograph of papers',
    '30 days in no papers; else with the employer; replaced ones 3 years',
    'duty',
    pipl19,
    within(threeYears, 'finishedAt', 'startedAt'),
  ),
  pictureTrace: of('verdict on a picture', 'id', '2 days', 'ttl', pipl19),
  import: of('import', 'file name', '30 days', 'ttl', pipl19),
  importPart: of('part of an import', 'rows of a list (sealed)', '30 days', 'ttl', pipl19),
  conflict: of('two versions', 'name, home, phone a list said', 'it is settled, erasure, or 2 years', 'look', pipl19, within(twoYears, 'foundAt')),
  settled: of('settled version', 'masked name', 'erasure, or 2 years', 'look', `${pipl19}、§47`, within(twoYears, 'foundAt')),
  export: of('list taken', 'who took it; no row of it', '730 days', 'ttl', ledger),
  auditLine: of('audit line', 'ids', '3 years', 'ttl', pipl56),
  auditBlock: of('audit block', 'hashes', '1,100 days', 'ttl', pipl56),
  auditedRegion: ofNobody('audited region'),
  auditCopied: ofNobody('audit copied'),
  desk: of('desk', 'id', '3 minutes', 'ttl', pipl19),
  grant: of(
    'role given',
    'name given with the role, who gave it',
    'it is taken back; or 3 years after it ended',
    'look',
    pipl56,
    within(threeYears, 'untilOn'),
  ),
  limit: of('limit', 'a counter', 'an hour after its stretch of time', 'ttl', pipl19),
  personOfPhone: of('person of a phone', 'ids', '2 days', 'ttl', pipl19),
  duty: ofNobody('duty'),
  mark: ofNobody('mark'),
} as const satisfies Record<string, Retained>;

/** How long every kind of item is kept, what happens then, and by which article; by the name of its key. 〔D2；个人信息保护法 §19、§47〕 */
export const retention: Readonly<Record<string, Retained>> = { ...people, ...deeds, ...fairs, ...work };

const endingWords: Record<Ending, string> = {
  ttl: 'the table’s clock',
  duty: 'a duty',
  look: 'the weekly look through the table',
  erasure: 'erasure',
  replaced: 'what replaces it',
  stays: '-',
};

/** The lines of docs/privacy.md. */
export const retentionLines = (): string[] =>
  Object.values(retention)
    .map(({ item, holds, until, ending, law }) => `| ${item} | ${holds} | ${until} | ${endingWords[ending]} | ${law} |`)
    .filter((line, i, all) => all.indexOf(line) === i);
