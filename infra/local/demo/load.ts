import { answeredMessage } from '@shanhai/functions/src/cards/messages.ts';
import type { Card } from '@shanhai/functions/src/cards/rules.ts';
import type { Deps } from '@shanhai/functions/src/deps.ts';
import { EmployerId, type FairId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import type { HeldRole } from '@shanhai/shared/contract/identity.ts';
import { answerWithinDays, consentDays } from '@shanhai/shared/rules/cards.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { othersOf } from '@shanhai/shared/rules/scopes.ts';
import { openidOf, personaById } from '../wechat/personas.ts';
import { loadApplications } from './applications.ts';
import type { DemoCard, DemoCheckIn } from './fair-day.ts';
import { demoRegistered } from './people.ts';
import { loadPhotographs } from './photographs.ts';
import { type DemoWorld, demoWorld } from './world.ts';

/** Runs over a list a few at a time: one after the other would take the engine on disk minutes. */
async function each<T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> {
  const atOnce = 16;
  for (let i = 0; i < items.length; i += atOnce) await Promise.all(items.slice(i, i + atOnce).map(write));
}

function cardOf(card: DemoCard, booth: Booth): Card {
  const { consentVersion, spokenConsent, ...left } = card;
  return {
    ...left,
    workerId: WorkerId.parse(card.workerId),
    label: booth.label,
    employerName: booth.employerShortName,
    takeHomeFen: booth.openings.find((o) => o.jobId === card.jobId)?.takeHomeFen,
    endsAt: afterDays(card.leftAt, consentDays),
    answerBy: afterDays(card.leftAt, answerWithinDays),
    consent: { employerId: card.employerId, version: consentVersion, at: card.leftAt, spoken: spokenConsent },
  };
}

async function loadFairs(world: DemoWorld, { fairs, pairings }: Deps): Promise<void> {
  const boothsOf = Map.groupBy(world.booths, (b) => b.fairId);
  await each(world.fairs, (fair) => fairs.putWhole(fair, boothsOf.get(fair.fairId) ?? []));
  const counts = world.fairFacts.flatMap((f) => f.counts);
  const past = world.fairs.filter((f) => f.status === 'closed' && f.pairingId);
  await pairings.countAll(
    past.map((fair) =>
      pastFair(
        fair,
        counts.find((c) => c.fairId === fair.fairId),
      ),
    ),
  );
}

type Count = DemoWorld['fairFacts'][number]['counts'][number];

/** A fair of the papers as its pairing counts it: the papers' figures where they give them. */
function pastFair(fair: Fair, given: Count | undefined) {
  const { fairId, title, kind, pairingId = '', closedAt = fair.closesAt } = fair;
  const { companies = fair.boothCount, posts = fair.headcount, attendance, intents } = given ?? {};
  return { fairId, title, kind, pairingId, closedAt, companies, posts, attendance, intents };
}

/** A recruiter's role goes with working for the employer. */
async function giveRole(workerId: WorkerId, persona: string, role: HeldRole, { identity, members, now }: Deps): Promise<void> {
  if (role.role !== 'recruiter' || !role.scope) return identity.grant(workerId, role);
  const name = personaById(persona)?.name ?? '招聘的人';
  await members.add(
    EmployerId.parse(role.scope),
    { workerId, duty: 'owner', name, addedAt: now() },
    await identity.granting(workerId, { ...role, duty: 'owner' }),
  );
}

async function loadPeople(world: DemoWorld, deps: Deps, appId: string): Promise<void> {
  const { identity, workers, newId, now } = deps;
  await each(world.workers, async ({ workerId, persona, name, phone, home, wish, skills }) => {
    await workers.change(WorkerId.parse(workerId), { name, phone, home, wish, skills });
    const others = home ? othersOf(home.regionCode, world.pairings) : [];
    // the people of the demo said yes where they were asked, all but one
    if (others.length && persona !== 'worker02')
      await workers.shareWith(WorkerId.parse(workerId), others, { receiver: others.map((region) => `${regionName(region)}人社局`).join('、') });
    if (persona) await identity.meet(openidOf(appId, persona), WorkerId.parse(workerId));
  });
  await each(demoRegistered, ({ workerId, by, person, ...behalf }) =>
    workers.createFor(WorkerId.parse(workerId), person, { ...behalf, by: WorkerId.parse(by), consent: { how: 'spoken', at: now() } }),
  );
  await each(world.roles, async ({ persona, held }) => {
    const user = await identity.meet(openidOf(appId, persona), WorkerId.parse(newId(12)));
    for (const role of held) await giveRole(user.workerId, persona, role, deps);
  });
}

/** Numbers on strips and on phones are taken; the next ones follow after them. */
async function takeNumbers(world: DemoWorld, { fairs }: Deps): Promise<void> {
  const used = new Map<FairId, number>();
  const use = (fairId: FairId, number: number): void => void used.set(fairId, Math.max(used.get(fairId) ?? 0, number));
  for (const fair of world.fairs) for (const { to } of fair.strips) use(fair.fairId, to);
  for (const { fairId, number } of world.checkIns) use(fairId, number);
  await each([...used], ([fairId, count]) => fairs.lease(fairId, count));
}

const viaOf = ({ by }: DemoCheckIn['evidence']) => (by === 'walk_in' ? 'walk_in' : by === 'gate_scan' ? 'staff_scan' : 'own_scan');

async function loadFairDay(world: DemoWorld, deps: Deps): Promise<void> {
  await takeNumbers(world, deps);
  await each(world.checkIns, ({ workerId, ...checkIn }: DemoCheckIn) =>
    deps.attendance.checkIn({ ...checkIn, workerId: WorkerId.parse(workerId), via: viaOf(checkIn.evidence) }),
  );
  const personas = new Set(world.workers.filter((w) => w.persona).map((w) => w.workerId));
  await each(world.cards, async (card) => {
    const booth = world.booths.find((b) => b.fairId === card.fairId && b.boothNo === card.boothNo);
    if (!booth) return;
    const left = cardOf(card, booth);
    await deps.cards.leave(left);
    if (left.answer && personas.has(card.workerId)) await deps.messages.tell(left.workerId, answeredMessage(left, 'demo'));
    if (card.reply === 'accepted' && card.jobId) await deps.places.hold(WorkerId.parse(card.workerId), JobId.parse(card.jobId), card.leftAt);
  });
}

/** Writes the demo world of today through the stores; what happened at today's fair is then counted by the stream like anything else. */
export async function loadDemoWorld(deps: Deps, appId: string): Promise<void> {
  const world = demoWorld(chinaDay(deps.now()), deps.now());
  await deps.pairings.putAll(world.pairings);
  await each(world.employers, (e) => deps.employers.create(e));
  await loadPhotographs(world.employers, deps);
  await each(world.jobs, (j) => deps.jobs.create(j));
  await loadFairs(world, deps);
  await loadPeople(world, deps, appId);
  await loadFairDay(world, deps);
  await loadApplications(world, deps);
}
