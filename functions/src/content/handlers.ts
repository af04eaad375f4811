import type { HeldCase, NoteTo } from '@shanhai/shared/contract/content.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { requireOfficerOf } from '@shanhai/shared/rules/scopes.ts';
import type { Deps } from '../deps.ts';
import type { HandlersOf } from '../http/handler.ts';
import { decideCase, jobAfter, pictureVerdictIn } from './rules.ts';

/** Lets an opening out, or leaves it as a draft with the reason; its recruiters are told. */
async function settleJob(held: HeldCase, { jobs, employers, messages, now }: Deps): Promise<void> {
  if (!held.jobId) return;
  const [job, employer] = await Promise.all([jobs.get(held.jobId), employers.get(held.employerId)]);
  const after = jobAfter(job, held, employer, chinaDay(now()));
  if (!after) return;
  await jobs.save(after);
  const onceKey = `content#${held.caseId}`;
  if (held.decision === 'refused')
    await messages.tellEmployer(held.employerId, { kind: 'content.refused', values: { title: held.about, reason: held.reason, jobId: held.jobId }, onceKey });
  else
    await messages.tellEmployer(held.employerId, {
      kind: 'content.passed',
      values: { title: held.about, now: after.status === 'open' ? '已经发出去了' : '可以发了' },
      onceKey,
    });
}

/** A note goes beside the answer it was written with, where none stands and the answer still does. */
async function deliver({ workerId, fairId, boothNo, jobId }: NoteTo, note: string, { cards, applications }: Deps): Promise<void> {
  if (fairId && boothNo) {
    const card = await cards.find(workerId, fairId, boothNo);
    if (card?.answer && !card.withdrawnAt && !card.note) await cards.save({ ...card, note }, card);
  } else if (jobId) {
    const application = await applications.find(workerId, jobId);
    if (application?.answeredAt && application.state !== 'withdrawn' && !application.note) await applications.save({ ...application, note }, application);
  }
}

async function settleNote({ to = [], texts, decision }: HeldCase, deps: Deps): Promise<void> {
  if (decision === 'passed') await Promise.all(to.map((one) => deliver(one, texts[0] ?? '', deps)));
}

export const contentHandlers: HandlersOf<'content'> = {
  async 'content.get'({ input, caller }, { content }) {
    const held = await content.get(input.caseId);
    requireOfficerOf(held.regionCode, caller);
    return held;
  },

  async 'content.decide'({ input, caller }, deps) {
    const decided = decideCase(await deps.content.get(input.caseId), caller, input.decision, input.reason, deps.now());
    await (decided.kind === 'job' ? settleJob(decided, deps) : settleNote(decided, deps));
    await deps.content.decide(decided, caller.workerId);
    await deps.tasks.settle(decided.caseId, deps.now());
    return decided;
  },

  async 'content.answerPush'({ input }, { push }) {
    if (!push.isGenuine(input.signature, [input.timestamp, input.nonce])) throw new Problem('not_allowed');
    return input.echostr;
  },

  async 'content.takePush'({ input }, { push, files }) {
    const { msg_signature, timestamp, nonce, Encrypt } = input;
    if (!push.isGenuine(msg_signature, [timestamp, nonce, Encrypt])) throw new Problem('not_allowed');
    const said = push.open(Encrypt);
    // sealed with another key: the console and the secrets do not agree, which has to be seen
    if (said === undefined) throw new Problem('not_allowed');
    const found = pictureVerdictIn(said);
    if (found) await files.takeVerdict(found.traceId, found.verdict);
    return 'success' as const;
  },
};
