import type { Caller, FairId, JobId } from '@shanhai/shared/contract/basics.ts';
import type { Booth, Fair } from '@shanhai/shared/contract/fairs.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { fairCan } from '@shanhai/shared/rules/fairs.ts';
import { stepAt } from '@shanhai/shared/rules/rotating-code.ts';
import { isConcerned, isHost } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import {
  addBooth,
  attachOpenings,
  changeFair,
  closeFair,
  createFair,
  missingOf,
  publishFair,
  requireCountingKept,
  requireHost,
  requireOwnPairing,
  setPresence,
  withBooths,
} from './rules.ts';

const wantedJobs = ({ jobs }: Deps, jobIds: JobId[]) => (jobIds.length ? jobs.getMany(jobIds) : Promise.resolve([]));

async function missingAt(fair: Fair, deps: Deps) {
  const booths = await deps.fairs.booths(fair.fairId);
  const employers = await deps.employers.getMany(booths.map((b) => b.employerId));
  return missingOf(fair, booths, employers, deps.now(), chinaDay(deps.now()));
}

/** A fair anybody may see; a draft is its organizers' own. */
async function visibleFair(fairId: FairId, caller: Caller | undefined, { fairs }: Deps): Promise<Fair> {
  const fair = await fairs.live(fairId);
  if (fair.status === 'draft' && !(caller && isHost(fair, caller))) throw new Problem('not_found', { fairId });
  return fair;
}

/** A booth with unanswered cards: its employer is told at the end of the fair. */
async function tellWhoOwesAnswers({ fairId, title }: Fair, { fairs, cards, messages }: Deps): Promise<void> {
  const booths = await fairs.booths(fairId);
  await Promise.all(
    booths.map(async ({ boothNo, label, employerId }) => {
      const owed = (await cards.atBooth(fairId, boothNo)).filter((card) => !card.answer && !card.withdrawnAt).length;
      const values = { count: String(owed), fair: title, label, fairId, boothNo: String(boothNo) };
      if (owed) await messages.tellEmployer(employerId, { kind: 'fair.closed', values, onceKey: `fair.closed#${fairId}#${boothNo}` });
    }),
  );
}

/** How long after it was on the screen a code still opens the fair's page: by then it lets nobody in. */
const openableSteps = 20;

/** A photograph of a screen is told apart before anybody taps. What says it is of a fair that nobody has is forged like any other. */
async function requireShownNow({ code, fairId }: { code: string; fairId: FairId }, { fairs, codes, now }: Deps): Promise<void> {
  const step = codes.stepOf(code, (await fairs.known(fairId))?.presence?.screenKeyNo ?? 0, now());
  if (step === undefined) throw new Problem('code_forged');
  if (Math.abs(stepAt(now()) - step) > openableSteps) throw new Problem('code_expired');
}

/** A booth whose employer is suspended is for its host and the employer only. */
const isShown = (booth: Booth, fair: Fair, caller: Caller | undefined): boolean =>
  !booth.withheld || (caller !== undefined && (isHost(fair, caller) || caller.scope === booth.employerId));

export const fairsHandlers: HandlersOf<'fairs'> = {
  async 'fairs.create'({ input, caller }, { fairs, pairings, newId }) {
    const fair = createFair(input, newId(9) as FairId, caller);
    requireOwnPairing(fair, (await pairings.byId()).get(fair.pairingId ?? ''));
    await fairs.create(fair);
    return fair;
  },

  async 'fairs.change'({ input: { fairId, version, ...form }, caller }, { fairs, pairings, now }) {
    const standing = await fairs.get(fairId);
    const changed = changeFair(standing, form, version, caller);
    requireCountingKept(standing, changed, now());
    requireOwnPairing(changed, (await pairings.byId()).get(changed.pairingId ?? ''));
    return fairs.save(changed);
  },

  async 'fairs.get'({ input, caller }, deps) {
    return visibleFair(input.fairId, caller, deps);
  },

  async 'fairs.list'(_, { fairs, now }) {
    return { items: await fairs.published(now()) };
  },

  async 'fairs.mine'({ caller }, { fairs, pairings, now }) {
    const year = Number(now().slice(0, 4));
    const [all, paired] = await Promise.all([fairs.inYears([year - 1, year, year + 1]), pairings.byId()]);
    const concerned = all.filter((f) => isConcerned(f, paired.get(f.pairingId ?? ''), caller));
    return { items: caller.role === 'officer' ? concerned.filter((f) => f.status !== 'draft') : concerned };
  },

  async 'fairs.booths'({ input, caller }, deps) {
    const [fair, items] = await Promise.all([visibleFair(input.fairId, caller, deps), deps.fairs.booths(input.fairId)]);
    return { fair, items: items.filter((booth) => isShown(booth, fair, caller)) };
  },

  async 'fairs.invite'({ input, caller }, deps) {
    const { fairs, employers, now } = deps;
    const [fair, booths, employer, { promiseDays }, offered] = await Promise.all([
      fairs.get(input.fairId),
      fairs.booths(input.fairId),
      employers.get(input.employerId),
      deps.answers.of(input.employerId),
      wantedJobs(deps, input.jobIds),
    ]);
    const booth = { ...addBooth(fair, booths, employer, input.label, offered, caller, chinaDay(now())), promiseDays };
    await fairs.saveBooth(withBooths(fair, [...booths, booth]), booth, true);
    const values = { fair: fair.title, label: booth.label, opensAt: fair.opensAt, fairId: fair.fairId, boothNo: String(booth.boothNo) };
    await deps.messages.tellEmployer(employer.employerId, { kind: 'fair.invited', values, onceKey: `fair.invited#${fair.fairId}#${booth.boothNo}` });
    return booth;
  },

  async 'fairs.attach'({ input, caller }, deps) {
    const { fairs, now } = deps;
    const [fair, booths, booth, offered] = await Promise.all([
      fairs.get(input.fairId),
      fairs.booths(input.fairId),
      fairs.booth(input.fairId, input.boothNo),
      wantedJobs(deps, input.jobIds),
    ]);
    const changed = attachOpenings(fair, booth, offered, caller, chinaDay(now()));
    await fairs.saveBooth(
      withBooths(
        fair,
        booths.map((b) => (b.boothNo === booth.boothNo ? changed : b)),
      ),
      changed,
      false,
    );
    return changed;
  },

  async 'fairs.removeBooth'({ input, caller }, { fairs }) {
    const [fair, booths] = await Promise.all([fairs.get(input.fairId), fairs.booths(input.fairId)]);
    requireHost(fair, caller);
    if (fair.status !== 'draft') throw new Problem('fair_cannot_change', { status: fair.status });
    await fairs.removeBooth(
      withBooths(
        fair,
        booths.filter((b) => b.boothNo !== input.boothNo),
      ),
      input.boothNo,
    );
    return { removed: true as const };
  },

  async 'fairs.missing'({ input, caller }, deps) {
    const fair = await deps.fairs.get(input.fairId);
    requireHost(fair, caller);
    return { items: await missingAt(fair, deps) };
  },

  async 'fairs.publish'({ input, caller }, deps) {
    const fair = await deps.fairs.get(input.fairId);
    requireHost(fair, caller);
    return deps.fairs.save(publishFair(fair, await missingAt(fair, deps), caller, deps.now()));
  },

  async 'fairs.close'({ input, caller }, deps) {
    const { fairs, reports, pairings, devices, now } = deps;
    const fair = closeFair(await fairs.get(input.fairId), caller, now());
    const summary = async () => ({ ...(await reports.summaryOf(fair)), ...(await devices.mayAdd(fair)) });
    const counted = fair.pairingId ? [pairings.countFair(fair.pairingId, await summary())] : [];
    const closed = await fairs.saveWith(fair, counted);
    await tellWhoOwesAnswers(closed, deps);
    return closed;
  },

  async 'fairs.setPresence'({ input: { fairId, newScreenKey = false, ...form }, caller }, { fairs }) {
    return fairs.save(setPresence(await fairs.get(fairId), form, newScreenKey, caller));
  },

  async 'fairs.screenKey'({ input, caller }, { fairs, devices, codes, publicOrigin, now }) {
    const { fairId, deviceId, gate } = input;
    const fair = await fairs.get(fairId);
    requireHost(fair, caller);
    if (deviceId) await devices.report(fairId, deviceId, { kind: 'gate', gate: gate ?? fair.gates[0] ?? '', screenAt: now(), by: caller.workerId });
    if (!fairCan.change(fair)) throw new Problem('fair_closed');
    return { ...codes.screenKey(fair.fairId, fair.presence?.screenKeyNo ?? 0), link: `${publicOrigin.replace(/\/$/, '')}/c/`, now: now(), fair };
  },

  async 'fairs.resolveCode'({ input }, deps) {
    const scanned = deps.codes.read(input.code);
    if (scanned.kind === 'person') return { kind: 'person' as const };
    if (scanned.kind === 'desk' || scanned.kind === 'invitation') return scanned;
    if (scanned.kind === 'screen') await requireShownNow(scanned, deps);
    const fair = await visibleFair(scanned.fairId, undefined, deps);
    if (scanned.kind === 'gate' || scanned.kind === 'screen') return { kind: 'gate' as const, fair, gate: fair.gates[scanned.index] ?? '' };
    if (scanned.kind === 'booth') return { kind: 'booth' as const, fair, boothNo: scanned.index };
    return { kind: 'strip' as const, fair, number: scanned.index };
  },
};
