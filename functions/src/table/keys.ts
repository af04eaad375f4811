import type { AllocationId } from '@shanhai/shared/contract/allocations.ts';
import type { EmployerId, FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { FileId } from '@shanhai/shared/contract/files.ts';
import { auditPartitions } from './layout.ts';

/** A primary key. Every kind of item is named here with the question it answers; docs/table.md shows them as a table. */
export interface Key {
  pk: string;
  sk: string;
}

const four = (n: number): string => String(n).padStart(4, '0');

export const keys = {
  /** Which person is this WeChat account, and which staff roles does it hold? */
  user: (openid: string): Key => ({ pk: `U#${openid}`, sk: 'USER' }),
  /** Which openid belongs to this person? */
  userOf: (workerId: WorkerId): Key => ({ pk: `W#${workerId}`, sk: 'USER' }),
  /** Who is this person, and what do they look for? gsi1: people by county and town; gsi2 (who is asked again): 还在找吗, by day. */
  worker: (workerId: WorkerId): Key => ({ pk: `W#${workerId}`, sk: 'P' }),
  /** Is this person checked in at this fair, since when, with what number? Prefix `C#` lists all fairs of a person. */
  checkIn: (workerId: WorkerId, fairId: FairId): Key => ({ pk: `W#${workerId}`, sk: `C#${fairId}` }),
  /** Has this person left a card at this booth, and what was answered? Prefix `K#` lists all cards of a person. */
  card: (workerId: WorkerId, fairId: FairId, boothNo: number): Key => ({ pk: `W#${workerId}`, sk: `K#${fairId}#${four(boothNo)}` }),

  /** Has this person applied for this opening, and how does it stand? Prefix `J#` lists all of a person. gsi1: applications of an opening; gsi2 (unanswered only): of an employer by deadline. */
  application: (workerId: WorkerId, jobId: JobId): Key => ({ pk: `W#${workerId}`, sk: `J#${jobId}` }),
  /** Does this person hold a place of this opening? Written and taken away with the opening's own count. */
  place: (workerId: WorkerId, jobId: JobId): Key => ({ pk: `W#${workerId}`, sk: `L#${jobId}` }),

  /** Which staff looked at this person's data? Prefix `A#`, newest last. */
  view: (workerId: WorkerId, at: string, id: string): Key => ({ pk: `W#${workerId}`, sk: `A#${at}#${id}` }),
  /** What of this person is sealed: the resident id and the categories of the papers? No reader of profiles comes by it. */
  sealedPerson: (workerId: WorkerId): Key => ({ pk: `W#${workerId}`, sk: 'Z' }),
  /** What did this person say yes to, for whom, when, and what did they take back? Prefix `Y#`, oldest first; lines are only added. gsi2 `DUE#consent` (it ends by itself): until what rests on it is forgotten. */
  consent: (workerId: WorkerId, at: string, subject: string, said: string): Key => ({ pk: `W#${workerId}`, sk: `Y#${at}#${subject}#${said}` }),
  /** Did this person ask to be erased, and when is it due? gsi2 `DUE#erasure`. */
  erasure: (workerId: WorkerId): Key => ({ pk: `W#${workerId}`, sk: 'ERASE' }),
  /** For whom may this person act? Prefix `O#` lists them all. */
  actsFor: (by: WorkerId, workerId: WorkerId): Key => ({ pk: `W#${by}`, sk: `O#${workerId}` }),
  /** Which other records are this person’s too? Prefix `M#`; what happened under them stays where it is. */
  alias: (workerId: WorkerId, other: WorkerId): Key => ({ pk: `W#${workerId}`, sk: `M#${other}` }),
  /** Whose record does this claim code open? Kept blind, for a few days. */
  claimCode: (blind: string): Key => ({ pk: `CLAIM#${blind}`, sk: 'META' }),
  /** Who has this phone, this resident id, this name in this place? Every value blind. */
  lookup: (kind: string, blind: string, workerId: WorkerId): Key => ({ pk: `LK#${kind}#${blind}`, sk: workerId }),
  /** Who can do this trade in this county? Prefix by certificate and level, the best last. */
  skilled: (regionCode: string, trade: string, rank: string, workerId: WorkerId): Key => ({ pk: `SK#${regionCode}#${trade}`, sk: `${rank}#${workerId}` }),
  /** Who with this trade lets employers ask? Who said last that they look, last. */
  findable: (trade: string, saidAt: string, workerId: WorkerId): Key => ({ pk: `FW#${trade}`, sk: `${saidAt}#${workerId}` }),
  /** Was this person asked to look at this opening? Prefix `I#` lists all. */
  invite: (jobId: JobId, workerId: WorkerId): Key => ({ pk: `JP#${jobId}`, sk: `I#${workerId}` }),
  /** Whom do officers recommend to this opening, and why? Prefix `R#` lists all. */
  override: (jobId: JobId, workerId: WorkerId): Key => ({ pk: `JP#${jobId}`, sk: `R#${workerId}` }),
  /** How many people did this employer ask on this day? */
  invitesOfDay: (employerId: EmployerId, day: string): Key => ({ pk: `E#${employerId}`, sk: `INVITES#${day}` }),
  /** Are these two records one person? gsi1 (open ones only): of a region, oldest first. */
  pair: (pairId: string): Key => ({ pk: `DP#${pairId}`, sk: 'META' }),
  /** Which records were made one, and what did they hold before? */
  merge: (mergeId: string): Key => ({ pk: `MG#${mergeId}`, sk: 'META' }),

  /** What is this employer, and is it verified? gsi1: employers by status and region, oldest first. */
  employer: (employerId: EmployerId): Key => ({ pk: `E#${employerId}`, sk: 'META' }),
  /** How does this employer answer, and what does it promise? */
  answers: (employerId: EmployerId): Key => ({ pk: `E#${employerId}`, sk: 'ANSWERS' }),
  /** How was this question counted: a card (`fair#booth`) or an application (the opening), asked at this moment? gsi2 (unanswered only): due by deadline. */
  asked: (employerId: EmployerId, about: string, workerId: WorkerId, at: string): Key => ({ pk: `Q#${employerId}`, sk: `${about}#${workerId}#${at}` }),
  /** Which employer holds this 统一社会信用代码? */
  creditCode: (code: string): Key => ({ pk: `EC#${code}`, sk: 'META' }),
  /** Who works for this employer, with what duty? Prefix `P#` is the whole list. */
  member: (employerId: EmployerId, workerId: WorkerId): Key => ({ pk: `E#${employerId}`, sk: `P#${workerId}` }),
  /** How many work for this employer, and how many of them are its owners? Moves with the member; never below one owner. */
  staff: (employerId: EmployerId): Key => ({ pk: `E#${employerId}`, sk: 'STAFF' }),
  /** Which employer does this invitation lead to, and has somebody used it? */
  invitation: (invitationId: string): Key => ({ pk: `N#${invitationId}`, sk: 'META' }),

  /** What has an officer to do by when? gsi1 (while it is to be done): tasks of a province by region and deadline. */
  task: (taskId: string): Key => ({ pk: `TASK#${taskId}`, sk: 'META' }),

  /** What did staff of this region do and see? Newest last. Only ever inserted: no function may change or delete it. */
  auditLine: (region: string, lineId: string): Key => ({ pk: `${auditPartitions.lines}${region}`, sk: lineId }),
  /** Which lines were written, in what order? Each block holds the hash of the one before. Only ever inserted. */
  auditBlock: (region: string, block: number): Key => ({ pk: `${auditPartitions.chain}${region}`, sk: String(block).padStart(10, '0') }),

  /** Which regions have a chain? Prefix query gives all. Written with the first block. */
  auditedRegion: (region: string): Key => ({ pk: `${auditPartitions.regions}ALL`, sk: region }),
  /** How far is the chain of this region copied out of the table? Only the copier writes it. */
  auditCopied: (region: string): Key => ({ pk: `${auditPartitions.copied}${region}`, sk: 'META' }),

  /** What did this person report about this opening, and what became of it? gsi1: reports about an opening, oldest first. Prefix `Q#`. */
  complaint: (workerId: WorkerId, jobId: JobId): Key => ({ pk: `W#${workerId}`, sk: `Q#${jobId}` }),

  /** Which words wait for an officer's look, whose are they, and what was decided? */
  contentCase: (caseId: string): Key => ({ pk: `CC#${caseId}`, sk: 'META' }),

  /** What is this opening? gsi1: openings of an employer; gsi2 (open ones only): newest openings. */
  job: (jobId: JobId): Key => ({ pk: `J#${jobId}`, sk: 'META' }),

  /** What is this fair? gsi1: fairs of a year by day; gsi2 (published ones only): fairs by day. */
  fair: (fairId: FairId): Key => ({ pk: `F#${fairId}`, sk: 'META' }),
  /** Who stands at this booth with which openings? Prefix `B#` is the whole booth list in one query. gsi1: booths of an employer. */
  booth: (fairId: FairId, boothNo: number): Key => ({ pk: `F#${fairId}`, sk: `B#${four(boothNo)}` }),
  /** How many heads of this opening are taken anywhere? Lies between booths and live figures, so that one query reads all three. */
  taken: (fairId: FairId, jobId: JobId): Key => ({ pk: `F#${fairId}`, sk: `H#${jobId}` }),
  /** Which numbers are still free at this fair? */
  numbers: (fairId: FairId): Key => ({ pk: `F#${fairId}`, sk: 'NUM' }),
  /** How many are here, from where, and what was answered? A few shards so that consumers do not collide; prefix `LIVE#` is one query. */
  live: (fairId: FairId, shard: number): Key => ({ pk: `F#${fairId}`, sk: `LIVE#${shard}` }),
  /** How far were the live figures from the items they count, when all were counted anew? Read together with them. */
  recount: (fairId: FairId): Key => ({ pk: `F#${fairId}`, sk: 'LIVE.RECOUNT' }),
  /** Who was refused at the gate, when and why? */
  refusal: (fairId: FairId, at: string, id: string): Key => ({ pk: `F#${fairId}`, sk: `X#${at}#${id}` }),
  /** Which devices serve this fair's gates, when was each heard of, what is left on it? Prefix `V#`. */
  device: (fairId: FairId, deviceId: string): Key => ({ pk: `F#${fairId}`, sk: `V#${deviceId}` }),
  /** Which check-ins were taken back? */
  undone: (fairId: FairId, at: string, number: number): Key => ({ pk: `F#${fairId}`, sk: `U#${at}#${four(number)}` }),

  /** Who works at the gates of this fair, with what duty? Prefix `S#` is the whole list. */
  steward: (fairId: FairId, workerId: WorkerId): Key => ({ pk: `F#${fairId}`, sk: `S#${workerId}` }),
  /** How many are inside at a fair with a capacity? Moves with each check-in and passage, never above the capacity but by an override. */
  room: (fairId: FairId): Key => ({ pk: `F#${fairId}`, sk: 'ROOM' }),
  /** Who was let in above the capacity, by whom and why? */
  aboveCapacity: (fairId: FairId, at: string, id: string): Key => ({ pk: `F#${fairId}`, sk: `OV#${at}#${id}` }),
  /** When did this person pass a gate of this fair after the check-in, and which way? Prefix by person; the whole is the fair's passages. */
  passage: (fairId: FairId, workerId: WorkerId, at: string, nonce: string): Key => ({ pk: `T#${fairId}`, sk: `${workerId}#${at}#${nonce}` }),

  /** What became of this action, done at a gate without network? The same nonce sent again is answered from here. */
  gateAction: (fairId: FairId, nonce: string): Key => ({ pk: `G#${fairId}`, sk: `A#${nonce}` }),

  /** The same for what was done at a booth. */
  boothAction: (fairId: FairId, boothNo: number, nonce: string): Key => ({ pk: `GB#${fairId}#${four(boothNo)}`, sk: `A#${nonce}` }),
  /** What did a device send after it was revoked? Prefix `H#`; closed, until somebody has looked at it. */
  heldAction: (fairId: FairId, deviceId: string, nonce: string): Key => ({ pk: `G#${fairId}`, sk: `H#${deviceId}#${nonce}` }),

  /** At which fairs did a revoked device send something that is still kept? All in one query; 30 days. */
  fairWithHeld: (fairId: FairId): Key => ({ pk: 'HELD', sk: fairId }),

  /** Who carries this number at this fair? Prefix `N#` is the attendance list. */
  roster: (fairId: FairId, number: number): Key => ({ pk: `R#${fairId}`, sk: `N#${four(number)}` }),
  /** Who at this fair is called so? Found by the beginning of the name. */
  rosterName: (fairId: FairId, name: string, number: number): Key => ({ pk: `R#${fairId}`, sk: `M#${name}#${four(number)}` }),
  /** Whose phone at this fair ends so? */
  rosterTail: (fairId: FairId, tail: string, number: number): Key => ({ pk: `R#${fairId}`, sk: `T#${tail}#${four(number)}` }),

  /** Who left a card at this booth, and how was it answered? */
  boothCard: (fairId: FairId, boothNo: number, workerId: WorkerId): Key => ({ pk: `V#${fairId}#${four(boothNo)}`, sk: `W#${workerId}` }),

  /** What was this person told? The same thing is told once. gsi1: what a person was told, by time. */
  message: (workerId: WorkerId, onceKey: string): Key => ({ pk: `W#${workerId}`, sk: `I#${onceKey}` }),
  /** How many WeChat messages of this template has the person said yes to? */
  messageGrant: (workerId: WorkerId, template: string): Key => ({ pk: `W#${workerId}`, sk: `G#${template}` }),
  /** At what times does an employer meet people for this opening? Prefix `S#`. gsi1: times of an employer. */
  slot: (jobId: JobId, slotId: string): Key => ({ pk: `IV#${jobId}`, sk: `S#${slotId}` }),
  /** Has this person taken this time? Prefix `H#` is the person's calendar. gsi1 (held only): who comes at this time; gsi2 `DUE#interview` until reminded. */
  interview: (workerId: WorkerId, slotId: string): Key => ({ pk: `W#${workerId}`, sk: `H#${slotId}` }),
  /** How often did this person's calendar change? Two times taken at once are told apart by it. */
  calendar: (workerId: WorkerId): Key => ({ pk: `W#${workerId}`, sk: 'CAL' }),
  /** Up to which moment has this person read what they were told? */
  messagesRead: (workerId: WorkerId): Key => ({ pk: `W#${workerId}`, sk: 'READ' }),
  /** When was this duty last done by the clock? */
  duty: (name: string): Key => ({ pk: 'DUTIES', sk: name }),

  /** What does this allocation say as a whole? gsi1: allocations of a fair or of a pairing, newest last. */
  allocation: (allocationId: AllocationId): Key => ({ pk: `L#${allocationId}`, sk: 'META' }),
  /** How many places has each of its openings, and how many are filled? */
  allocationOpenings: (allocationId: AllocationId, page: number): Key => ({ pk: `L#${allocationId}`, sk: `O#${four(page)}` }),
  /** Who is recommended where? A hundred people together. */
  allocationRows: (allocationId: AllocationId, page: number): Key => ({ pk: `L#${allocationId}`, sk: `R#${four(page)}` }),

  /** Which districts and counties work together? Prefix query gives all. */
  pairing: (pairingId: string): Key => ({ pk: 'PAIRINGS', sk: pairingId }),
  /** Which fairs of this year count for which pairing? */
  pairedFair: (year: number, pairingId: string, fairId: FairId): Key => ({ pk: `PAIRED#${year}`, sk: `${pairingId}#${fairId}` }),

  /** Which files has this employer or bureau brought in, and how far has each come? Newest last. 30 days. */
  import: (scope: string, importId: string): Key => ({ pk: `IM#${scope}`, sk: importId }),
  /** Which rows of the file are to come in, and what became of them? 30 days. */
  importPart: (importId: string, part: number): Key => ({ pk: `IC#${importId}`, sk: four(part) }),

  /** Which people of this county are there in two versions? Prefix `O#`; a person and what was said make it one. */
  conflict: (regionCode: string, workerId: string, said: string): Key => ({ pk: `CF#${regionCode}`, sk: `O#${workerId}#${said}` }),
  /** Which of two versions did a human take, field by field? Prefix `S#`, newest last. */
  settled: (regionCode: string, at: string, id: string): Key => ({ pk: `CF#${regionCode}`, sk: `S#${at}#${id}` }),
  /** Who took which list of this region's people or openings, when and for what? Newest last. 730 days. */
  export: (region: string, at: string, exportId: string): Key => ({ pk: `EX#${region}`, sk: at ? `${at}#${exportId}` : '' }),

  /** What is this file, who brought it, to whose papers does it belong? gsi2 (in no papers yet): files to be forgotten. */
  file: (fileId: FileId): Key => ({ pk: `FILE#${fileId}`, sk: 'META' }),
  /** Which photograph does WeChat mean when it says what it thinks? */
  pictureTrace: (traceId: string): Key => ({ pk: `MC#${traceId}`, sk: 'META' }),
  /** How many files did this person begin to send on this day? */
  filesOfDay: (workerId: WorkerId, day: string): Key => ({ pk: `W#${workerId}`, sk: `FILES#${day}` }),

  /** Which people used this phone in this hour, or checked in with it at this fair? */
  personOfPhone: (deviceId: string, where: string, workerId: WorkerId): Key => ({ pk: `DV#${deviceId}#${where}`, sk: workerId }),
  /** How often did this person or device do this in this stretch of time? Gone soon after it. */
  limit: (route: string, who: string, window: string): Key => ({ pk: `RL#${route}#${who}`, sk: window }),
  /** Who holds which role of staff in this province, until when, from whom? Prefix by region. gsi2 `DUE#role` until reminded. */
  grant: (scope: string, role: string, workerId: WorkerId): Key => ({ pk: `GR#${scope.slice(0, 2)}`, sk: `${scope}#${role}#${workerId}` }),

  /** Has somebody confirmed this desktop sign-in? */
  desk: (deskId: string): Key => ({ pk: `D#${deskId}`, sk: 'DESK' }),
  /** Is the demo world loaded? */
  mark: (name: string): Key => ({ pk: 'MARK', sk: name }),
} as const;

export const prefixes = {
  invite: 'I#',
  override: 'R#',
  slot: 'S#',
  interview: 'H#',
  checkIn: 'C#',
  card: 'K#',
  application: 'J#',
  actsFor: 'O#',
  alias: 'M#',
  view: 'A#',
  consent: 'Y#',
  booth: 'B#',
  member: 'P#',
  complaint: 'Q#',
  taken: 'H#',
  live: 'LIVE#',
  /** Live figures and the recount of them. */
  figures: 'LIVE',
  refusal: 'X#',
  steward: 'S#',
  aboveCapacity: 'OV#',
  gateAction: 'A#',
  heldAction: 'H#',
  device: 'V#',
  roster: 'N#',
  rosterName: 'M#',
  rosterTail: 'T#',
  allocationOpenings: 'O#',
  openConflict: 'O#',
  settledConflict: 'S#',
} as const;

/** Index entries: what a kind of item is found by besides its key. */
export const indexed = {
  workerOfCounty: (regionCode: string, town: string, workerId: WorkerId) => ({ gsi1pk: `WR#${regionCode}`, gsi1sk: `${town}#${workerId}` }),
  openPair: (regionCode: string, foundAt: string, pairId: string) => ({ gsi1pk: `DU#${regionCode}`, gsi1sk: `${foundAt}#${pairId}` }),
  mergeOfRegion: (regionCode: string, at: string) => ({ gsi1pk: `MR#${regionCode}`, gsi1sk: at }),
  employerByStatus: (status: string, regionCode: string, submittedAt: string) => ({ gsi1pk: `ES#${status}`, gsi1sk: `${regionCode}#${submittedAt}` }),
  complaintOf: (jobId: JobId, madeAt: string) => ({ gsi1pk: `Q#${jobId}`, gsi1sk: madeAt }),
  openTask: (regionCode: string, dueAt: string, taskId: string) => ({ gsi1pk: `T#${regionCode.slice(0, 2)}`, gsi1sk: `${regionCode}#${dueAt}#${taskId}` }),
  jobOfEmployer: (employerId: EmployerId, createdAt: string) => ({ gsi1pk: `JE#${employerId}`, gsi1sk: createdAt }),
  openJob: (createdAt: string, jobId: JobId) => ({ gsi2pk: 'JO', gsi2sk: `${createdAt}#${jobId}` }),
  slotOfEmployer: (employerId: EmployerId, startsAt: string, slotId: string) => ({ gsi1pk: `IE#${employerId}`, gsi1sk: `${startsAt}#${slotId}` }),
  interviewOfSlot: (slotId: string, workerId: WorkerId) => ({ gsi1pk: `IS#${slotId}`, gsi1sk: workerId }),
  messageOf: (workerId: WorkerId, at: string, onceKey: string) => ({ gsi1pk: `WI#${workerId}`, gsi1sk: `${at}#${onceKey}` }),
  /** Waits for its moment; what is due is found by the clock. */
  due: (kind: string, dueAt: string, id: string) => ({ gsi2pk: `DUE#${kind}`, gsi2sk: `${dueAt}#${id}` }),
  applicationOf: (jobId: JobId, isOpen: boolean, appliedAt: string, workerId: WorkerId) => ({
    gsi1pk: `AP#${jobId}`,
    gsi1sk: `${isOpen ? 1 : 0}#${appliedAt}#${workerId}`,
  }),
  unanswered: (employerId: EmployerId, answerBy: string, workerId: WorkerId) => ({ gsi2pk: `AW#${employerId}`, gsi2sk: `${answerBy}#${workerId}` }),
  fairOfYear: (opensAt: string) => ({ gsi1pk: `FH#${opensAt.slice(0, 4)}`, gsi1sk: opensAt }),
  publishedFair: (closesAt: string) => ({ gsi2pk: 'FP', gsi2sk: closesAt }),
  allocationOf: (fairOrPairing: string, madeAt: string) => ({ gsi1pk: `LF#${fairOrPairing}`, gsi1sk: madeAt }),
  boothOfEmployer: (employerId: EmployerId, fairId: FairId) => ({ gsi1pk: `BE#${employerId}`, gsi1sk: fairId }),
} as const;

/** How many shards the live figures of a fair are spread over. */
export const liveShards = 4;
