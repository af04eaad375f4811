import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { FileId } from '@shanhai/shared/contract/files.ts';
import { consentVersion } from '@shanhai/shared/rules/cards.ts';
import { residentIdCheckDigit } from '@shanhai/shared/rules/resident-id.ts';
import { aCreditCode, aFairForm, aJobForm, anEmployerForm, noon } from '../../support/builders.ts';
import { sheetOf } from '../../support/sheets.ts';
import type { World } from '../../support/world.ts';
import type { Door } from './door.ts';
import { persona as named, others, type Persona, personas, places, type SideName, scopeOf, tokensOf } from './people.ts';

interface Stage extends Door {
  world: World;
  side: SideName;
  n: number;
  ids: Record<SideName, { employerId: string; fairId: string }>;
}

/** What must never be read on the other side. */
export const secretsOf = (side: SideName) => {
  const n = side === 'A' ? 1 : 2;
  const first17 = `${places[side].county}19900307${String(n).padStart(3, '0')}`;
  return {
    name: side === 'A' ? '禄春燕' : '陇绍华',
    phone: `1206660001${n}`,
    residentId: first17 + residentIdCheckDigit(first17),
    agentPhone: `1206660002${n}`,
  };
};

const openingHeadings = ['岗位名称', '工种', '招聘人数', '招聘条件', '工作内容', '工作地点', '详细地址', '基本工资（元/月）', '发薪日', '住宿', '用餐'];
const openingRow = ['看看电工', '电工', '12', '有低压电工证', '厂房配电柜巡检', '上海市宝山区', '月浦镇 12 号', '5200', '15', '四人间，免费', '包两餐'];
const peopleHeadings = ['姓名', '身份证号', '手机', '乡镇', '想做的工', '至少到手', '要包住', '本人同意'];
const surveyRow = (side: SideName, n: number): string[] => {
  const first17 = `${places[side].county}19880101${String(n).padStart(3, '0')}`;
  return ['周小满', first17 + residentIdCheckDigit(first17), `1390000010${n}`, places[side].town, '电工', '5000', '要', '口头'];
};
/** The lists that somebody of this side would bring. */
export const listsOf = (side: SideName, n = 5) => ({
  openings: sheetOf([openingHeadings, openingRow, ['坏行', '没有这样的工']]).toString('base64'),
  people: sheetOf([peopleHeadings, surveyRow(side, n), ['坏行', '110']]).toString('base64'),
});

/** The token with which somebody of the stage calls, in their role or as the person they are. */
function tokenOf({ world, ids }: Stage, who: Persona, as: 'role' | 'worker' = 'role'): string {
  const { workerId, role } = who;
  return tokensOf(as === 'worker' ? { workerId, role: 'worker' } : { workerId, role, scope: scopeOf(who, ids) }, world).good;
}
const by = (stage: Stage, word: string, as: 'role' | 'worker' = 'role'): string =>
  tokenOf(stage, named(word.startsWith('city') ? word : `${word} ${stage.side}`), as);

/** Whose words go past WeChat is known to it; the others only have an account here. */
const knownToWechat: Record<string, string> = { [named('owner A').workerId]: 'recruiter01', [named('owner B').workerId]: 'recruiter02' };

/** Somebody with an account, under an id that the stage chose. */
async function meet({ wechatOrigin, deps }: World, workerId: WorkerId): Promise<void> {
  const user = knownToWechat[workerId];
  if (!user) return void (await deps.identity.meet(`openid-${workerId}`, workerId));
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${wechatOrigin}/__sim/login`, { method: 'POST', headers, body: JSON.stringify({ user }) });
  const { openid } = await deps.wechat.exchangeLogin(((await reply.json()) as { code: string }).code);
  await deps.identity.meet(openid, workerId);
}

async function meetEverybody({ world, side }: Pick<Stage, 'world' | 'side'>): Promise<void> {
  const { identity } = world.deps;
  const known = [...personas.filter((one) => one.side === side).map((one) => one.workerId), ...Object.values(others(side))];
  for (const workerId of known) await meet(world, workerId);
  const { county, district, prefecture } = places[side];
  const untilOn = '2026-12-31';
  const give = (word: string, role: 'organizer' | 'officer', scope: string) =>
    identity.grant(named(`${word} ${side}`).workerId, { role, scope, scopeName: scope, untilOn });
  await give('organizer', 'organizer', county);
  await give('district officer', 'officer', district);
  await give('county officer', 'officer', county);
  await give('prefecture officer', 'officer', prefecture);
  await identity.grant(others(side).grantee, { role: 'organizer', scope: county, scopeName: county, untilOn });
}

async function openEmployer(stage: Stage) {
  const { call, side, n, world } = stage;
  const { district } = places[side];
  const owner = named(`owner ${side}`);
  const form = anEmployerForm({
    ...{ creditCode: aCreditCode(700 + n), name: `月汀钢构第${n}公司`, shortName: `月汀${n}`, regionCode: district },
    ...{ agentName: '经办甲乙', agentPhone: secretsOf(side).agentPhone },
  });
  const { employerId } = await call('employers.submit', form, by(stage, 'owner', 'worker'));
  stage.ids[side].employerId = employerId;
  await call('employers.verify', { employerId, note: '看过原件' }, by(stage, 'district officer'));
  for (const workerId of [named(`colleague ${side}`).workerId, others(side).spareColleague]) {
    const { invitationId } = await call('members.invite', { employerId }, by(stage, 'owner'));
    await call('members.join', { invitationId, name: '同事' }, tokensOf({ workerId, role: 'worker' }, world).good);
  }
  const { invitationId } = await call('members.invite', { employerId }, by(stage, 'owner'));
  const { jobId } = await call('jobs.create', aJobForm({ workRegion: district }), by(stage, 'owner'));
  const job = await call('jobs.publish', { jobId }, by(stage, 'owner'));
  return { employerId, jobId, jobVersion: job.version, invitationId, form, ownerId: owner.workerId };
}

async function openFair(stage: Stage, { employerId, jobId }: Awaited<ReturnType<typeof openEmployer>>) {
  const { call, side, world } = stage;
  const { county, pairingId, town } = places[side];
  const form = aFairForm({ hostRegion: county, pairingId, homeTowns: [town] });
  const organizer = by(stage, 'organizer');
  const { fairId } = await call('fairs.create', form, organizer);
  stage.ids[side].fairId = fairId;
  const { boothNo } = await call('fairs.invite', { fairId, employerId, label: 'A03', jobIds: [jobId] }, organizer);
  await call('fairs.publish', { fairId }, organizer);
  const strips = await world.printedStrips(fairId, 20);
  const { spareSteward } = others(side);
  const atGate = [
    { workerId: named(`supervisor ${side}`).workerId, duty: 'supervisor' as const },
    { workerId: named(`steward ${side}`).workerId, duty: 'steward' as const },
    { workerId: spareSteward, duty: 'steward' as const },
  ];
  for (const { workerId, duty } of atGate) await call('stewards.add', { fairId, code: world.deps.codes.sign('P', workerId), name: '门口', duty }, organizer);
  const said = { deviceId: 'device-gate-1', gate: '东门', queue: 0, people: 0, appVersion: '0.1.0', isDone: false };
  await call('devices.report', { fairId, ...said, rosterVersion: '', rosterAt: noon, skewMs: 0 } as never, organizer);
  return { fairId, boothNo, fairForm: form, fairVersion: (await world.deps.fairs.get(fairId)).version, freeStrip: strips.from };
}

/** Somebody who told everything there is to tell, came, left a card, applied, complained and has a time to meet. */
async function bringWorker(stage: Stage, at: { employerId: string; jobId: string; fairId: string; boothNo: number }) {
  const { call, side, n, world } = stage;
  const { county, town } = places[side];
  const { name, phone, residentId } = secretsOf(side);
  const [worker, owner] = [by(stage, 'worker'), by(stage, 'owner')];
  const { employerId, jobId, fairId, boothNo } = at as { employerId: never; jobId: never; fairId: never; boothNo: number };
  const consent = { employerId, version: consentVersion };
  await call('workers.change', { name, phone, home: { regionCode: county, town }, wish: { trades: ['electrician'] }, isFindable: true }, worker);
  await call('workers.tellResidentId', { residentId }, worker);
  await call('workers.sayCategory', { category: 'rural', holds: true }, worker);
  const { number } = await call('attendance.checkIn', { code: world.deps.codes.signAt('S', fairId, 0), deviceId: `device-own-${n}` }, worker);
  await call('cards.leave', { fairId, boothNo, jobId, name, phone, trades: ['electrician'], consent }, worker);
  await call('applications.apply', { jobId, name, phone, trades: ['electrician'], consent }, worker);
  await call('complaints.make', { jobId, reasons: ['deposit'], words: '要交押金' }, worker);
  await call('applications.answer', { jobId, workerId: named(`worker ${side}`).workerId, answer: 'interview', interviewKind: 'phone' }, owner);
  const offer = { jobId, kind: 'phone' as const, minutes: 30, seats: 3, nonce: `offer-${side}-0000` };
  const { items } = await call('interviews.offer', { ...offer, startsAt: ['2026-02-09T01:00:00.000Z'] }, owner);
  const slotId = items[0]?.slotId ?? '';
  await call('interviews.take', { jobId, slotId }, worker);
  return { number, slotId, workerId: named(`worker ${side}`).workerId };
}

/** People somebody else registered: by each who may, and two pairs that may be one person, of which one was made one. */
async function registerOthers(stage: Stage) {
  const { call, side, world } = stage;
  const home = { regionCode: places[side].county, town: places[side].town };
  const proxied: Partial<Record<string, WorkerId>> = {};
  for (const who of ['worker', 'organizer', 'county officer', 'prefecture officer', 'district officer', 'city officer']) {
    if (who === 'district officer' || who === 'city officer') continue;
    const relation = who === 'worker' ? ('relative' as const) : ('officer' as const);
    const said = {
      name: '代办人',
      home,
      wish: { trades: [] },
      relation,
      consent: 'spoken' as const,
      agreed: true as const,
      nonce: `proxy-${side}-${who.slice(0, 4)}`,
    };
    proxied[who] = (await call('proxies.register', said, by(stage, who))).workerId;
  }
  const twins = async (word: string, n: number): Promise<[WorkerId, WorkerId]> => {
    const first17 = `${home.regionCode}19700101${String(n).padStart(3, '0')}`;
    const ids = ['x', 'y'].map((one) => `m${side}-${word}${one}`.padEnd(12, '0').slice(0, 12) as WorkerId) as [WorkerId, WorkerId];
    const onBehalf = {
      by: named(`county officer ${side}`).workerId,
      relation: 'officer' as const,
      consent: { how: 'spoken' as const, at: noon },
      via: 'survey' as const,
    };
    for (const id of ids) await world.deps.workers.createFor(id, { name: '双份人', residentId: first17 + residentIdCheckDigit(first17), home }, onBehalf);
    await world.settled(
      () => world.deps.workers.pair(ids.join('.')),
      (pair) => pair !== undefined,
    );
    return ids;
  };
  const open = await twins('twin', 11);
  const made = await twins('made', 12);
  const { mergeId } = await call('people.merge', { pairId: made.join('.'), keep: made[0], fromOther: [] }, by(stage, 'county officer'));
  return { proxied, pair: open, pairId: open.join('.'), mergeId };
}

/** What waits at desks: held words, odd use, lists that came in, an allocation, photographs, a code on a screen. */
async function fillDesks(stage: Stage, at: { employerId: string; jobId: string; fairId: string; workerId: WorkerId; slotId: string }) {
  const { call, side, n, world } = stage;
  const { deps } = world;
  const { county, town } = places[side];
  const employer = await deps.employers.get(at.employerId as never);
  const caseId = `note-case-${side}-0000`;
  await deps.content.hold(employer, { caseId, kind: 'note', about: '附言', texts: ['明天来'], verdict: 'review', to: [] });
  const taskId = `odd.mass_apply.${at.workerId}.2026-02-07`;
  await deps.tasks.open({ taskId, kind: 'odd_use', regionCode: county, subject: { caseId: taskId }, words: '一天投了很多份', openedAt: noon, dueAt: noon });
  const lists = listsOf(side, n);
  const read = (kind: 'openings' | 'people', who: string) => call('imports.read', { kind, fileName: '表.xlsx', fileBase64: lists[kind] }, by(stage, who));
  const imports = { recruiter: (await read('openings', 'owner')).importId, officer: (await read('people', 'county officer')).importId };
  const person = { name: '双份人', home: { regionCode: county, town }, wish: { trades: [] }, phone: '13900000999', consent: 'spoken' as const };
  await deps.conflicts.keep(county, at.workerId, person, { about: '双**', foundAt: noon, fileName: '表.xlsx' });
  const conflictId = (await deps.conflicts.ofRegion(county, 'open')).items[0]?.conflictId ?? '';
  const { allocationId } = await call('allocations.proposeForFair', { fairId: at.fairId as never, leastFit: 50 }, by(stage, 'organizer'));
  const file = { purpose: 'licence' as const, contentType: 'image/jpeg' as const, size: 10, startedAt: noon };
  const idOfFile = (word: string): FileId => `m${side}-${word}`.padEnd(16, '0') as FileId;
  const done = { finishedAt: noon, objectKey: 'files/none' };
  await deps.files.putAll([
    { ...file, fileId: idOfFile('licence'), ownerId: named(`owner ${side}`).workerId, ...done, employerId: at.employerId as never },
    { ...file, fileId: idOfFile('colleague'), ownerId: named(`colleague ${side}`).workerId, ...done },
    { ...file, fileId: idOfFile('own'), ownerId: at.workerId, ...done },
  ]);
  const files = { worker: idOfFile('own'), recruiter: idOfFile('licence'), colleague: idOfFile('colleague') };
  return { caseId, taskId, imports, conflictId, rev: (await deps.workers.get(at.workerId)).rev, allocationId, files };
}

/** One side of the cooperation with everything on it that somebody could ask about. */
async function openSide(stage: Stage) {
  await meetEverybody(stage);
  const employer = await openEmployer(stage);
  const fair = await openFair(stage, employer);
  const worker = await bringWorker(stage, { ...employer, ...fair });
  const registered = await registerOthers(stage);
  const desks = await fillDesks(stage, { ...employer, ...fair, ...worker });
  return { side: stage.side, n: stage.n, ...employer, ...fair, ...worker, ...registered, ...desks };
}
export type Side = Awaited<ReturnType<typeof openSide>>;

export async function openSides(world: World, door: Door): Promise<Record<SideName, Side>> {
  const ids = { A: { employerId: '', fairId: '' }, B: { employerId: '', fairId: '' } };
  const paired = { status: 'paired' as const, source: '结对关系表' };
  await world.deps.pairings.putAll(
    (['A', 'B'] as const).map((side, i) => ({
      ...{ pairingId: places[side].pairingId, annexNo: i + 1, shanghaiRegion: places[side].district, partnerRegion: places[side].prefecture },
      ...{ partnerCounties: [places[side].county], ...paired },
    })),
  );
  const city = named('city officer').workerId;
  await meet(world, city);
  await world.deps.identity.grant(city, { role: 'officer', scope: '310000', scopeName: '上海市', untilOn: '2026-12-31' });
  const A = await openSide({ ...door, world, side: 'A', n: 1, ids });
  const B = await openSide({ ...door, world, side: 'B', n: 2, ids });
  return { A, B };
}
