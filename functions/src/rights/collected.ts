import type { Role, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { stageOf, stageWords } from '@shanhai/shared/rules/applications.ts';
import { answerToWorker } from '@shanhai/shared/rules/cards.ts';
import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { maskedResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { type HeldKind, heldKinds } from '@shanhai/shared/rules/rights.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import type { Deps } from '../deps.ts';

/** A thing that is held, as pairs of words: it is read by its person, not by a machine. */
type Line = Record<string, string>;
export interface HeldOfKind {
  kind: HeldKind;
  rows: Line[];
  lastAt?: string | undefined;
}

type Profile = Awaited<ReturnType<Deps['workers']['get']>>;
const line = (pairs: Record<string, string | undefined>): Line =>
  Object.fromEntries(Object.entries(pairs).filter((pair): pair is [string, string] => !!pair[1]));

function profileLine({ name, phone, home, wish, skills = [], experience = [], registered, isRankingOff, isFindable, sharedWith }: Profile): Line {
  return line({
    姓名: name,
    电话: phone,
    哪里人: home && [regionName(home.regionCode), home.town, home.village].filter(Boolean).join(' '),
    想做什么: wish.trades.map((trade) => tradeWords[trade]).join('、'),
    想去哪里: wish.placeRegion && regionName(wish.placeRegion),
    会什么: skills.map((skill) => [tradeWords[skill.trade], skill.certificate].filter(Boolean).join(' ')).join('、'),
    做过什么: experience.map((one) => one.what).join('、'),
    谁登记的: registered && `${registered.at.slice(0, 10)} 由别人登记`,
    推荐: isRankingOff ? '关着' : '开着',
    单位可以找我: isFindable ? '开着' : '关着',
    外地人社局: sharedWith?.length ? `${sharedWith.map(regionName).join('、')}看得到` : '看不到',
  });
}

const roleTitles: Record<Role, string> = { worker: '找工作', recruiter: '单位招聘', organizer: '办招聘会', officer: '人社干部', steward: '招聘会门口' };

const latest = (rows: readonly Line[]): string | undefined =>
  rows
    .map((row) => row.时间 ?? '')
    .sort()
    .at(-1) || undefined;

/** What several records of a person hold, one after the other. */
async function ofAll<T>(selves: readonly WorkerId[], read: (id: WorkerId) => Promise<readonly T[]>): Promise<T[]> {
  return (await Promise.all(selves.map(read))).flat();
}

async function sealedLines(
  selves: readonly WorkerId[],
  { workers }: Deps,
  withSealed: boolean,
): Promise<Pick<Record<HeldKind, Line[]>, 'sealed_id' | 'categories'>> {
  const sealed = await Promise.all(selves.map((id) => workers.openSealed(id)));
  return {
    sealed_id: sealed.flatMap(({ residentId }) => (residentId ? [line({ 身份证号: withSealed ? residentId : maskedResidentId(residentId) })] : [])),
    categories: sealed.flatMap(({ categories = [] }) =>
      categories.map(({ category, source, on }) => line({ ...(withSealed ? { 类别: category } : {}), 谁说的: source, 哪天: on })),
    ),
  };
}

async function deedLines(
  selves: readonly WorkerId[],
  deps: Deps,
): Promise<Pick<Record<HeldKind, Line[]>, 'check_ins' | 'passages' | 'cards' | 'applications' | 'interviews'>> {
  const { attendance, passages, cards, applications, interviews, fairs } = deps;
  const checkIns = await ofAll(selves, attendance.ofWorker);
  const titles = new Map(await Promise.all([...new Set(checkIns.map((c) => c.fairId))].map(async (id) => [id, (await fairs.live(id)).title] as const)));
  const held = await ofAll(selves, async (id) => (await interviews.calendar(id)).interviews);
  const passed = await ofAll(selves, async (id) => {
    const own = checkIns.filter(({ workerId }) => workerId === id);
    return (await Promise.all(own.map(async ({ fairId }) => (await passages.ofPerson(fairId, id)).map((one) => ({ ...one, fairId }))))).flat();
  });
  return {
    check_ins: checkIns.map((c) => line({ 时间: c.at, 招聘会: titles.get(c.fairId), 号码: String(c.number), 门: c.gate })),
    passages: passed.map((one) => line({ 时间: one.at, 招聘会: titles.get(one.fairId), 门: one.gate, 方向: one.direction === 'out' ? '出' : '进' })),
    cards: (await ofAll(selves, cards.ofWorker)).map((c) =>
      line({
        时间: c.leftAt,
        单位: c.employerName,
        岗位: c.jobTitle,
        姓名: c.name,
        电话: c.phone,
        回音: answerToWorker[c.answer ?? 'waiting'],
        收回: c.withdrawnAt,
      }),
    ),
    applications: (await ofAll(selves, applications.ofWorker)).map((a) =>
      line({ 时间: a.appliedAt, 单位: a.employerName, 岗位: a.jobTitle, 姓名: a.name, 电话: a.phone, 到哪一步: stageWords[stageOf(a.state)] }),
    ),
    interviews: held.map((i) => line({ 时间: i.startsAt, 单位: i.employerName, 岗位: i.jobTitle, 在哪儿: i.place })),
  };
}

async function recordLines(selves: readonly WorkerId[], own: Profile, deps: Deps) {
  const { workers, consents, messages, complaints, identity } = deps;
  const told = await messages.ofPerson(selves);
  return {
    messages: told.items.map((m) => line({ 时间: m.at, 关于: Object.values(m.values).slice(0, 3).join(' ') })),
    views: (await ofAll(selves, workers.views)).map((v) => line({ 时间: v.at, 谁: v.byName, 做什么: v.what, 用途: v.purpose })),
    consents: (await consents.of(selves)).map((c) =>
      line({ 时间: c.at, 同意: consentTexts[c.purpose].title, 给谁: c.receiver, 版本: c.version, 到期: c.endsAt, 收回: c.withdrawnAt }),
    ),
    helpers: (own.proxies ?? []).map((p) => line({ 时间: p.since, 谁: p.byName })),
    helped: (await ofAll(selves, workers.proxiedBy)).map((p) => line({ 时间: p.since, 关系: p.relation })),
    roles: (await ofAll(selves, identity.rolesOf)).map((r) => line({ 身份: roleTitles[r.role], 哪里: r.scopeName, 到: r.untilOn })),
    complaints: (await ofAll(selves, complaints.ofWorker)).map((c) => line({ 时间: c.madeAt, 岗位: c.jobTitle, 说了什么: c.words, 结果: c.outcome })),
  };
}

/** Everything that is held about one person under all their ids. 〔个人信息保护法 §44、§45〕 */
export async function collected(workerId: WorkerId, deps: Deps, { withSealed }: { withSealed: boolean }): Promise<HeldOfKind[]> {
  const selves = await deps.workers.selvesOf(workerId);
  const own = await deps.workers.get(workerId);
  const [sealed, deeds, records] = await Promise.all([sealedLines(selves, deps, withSealed), deedLines(selves, deps), recordLines(selves, own, deps)]);
  const all: Record<HeldKind, Line[]> = { profile: [profileLine(own)], ...sealed, ...deeds, ...records };
  return heldKinds.map((kind) => ({ kind, rows: all[kind], lastAt: latest(all[kind]) }));
}
