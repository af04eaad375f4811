import { createHash } from 'node:crypto';
import type { EmployerId, JobId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { NoteTo } from '@shanhai/shared/contract/content.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import type { Job } from '@shanhai/shared/contract/jobs.ts';
import type { Task } from '@shanhai/shared/contract/tasks.ts';
import { type ContentVerdict, contentDays, contentVerdictWords } from '@shanhai/shared/rules/content.ts';
import { leadsAway } from '@shanhai/shared/rules/lead-away.ts';
import { dueInWorkingDays } from '@shanhai/shared/rules/tasks.ts';
import type { Table } from '../table/table.ts';
import { type Checker, contentReview, type People, pictureReview } from './review.ts';
import { contentStore } from './store.ts';
import { keyOf, textsOf } from './words.ts';

interface Needs {
  wechat: Checker;
  identity: People;
  employers: { get: (employerId: EmployerId) => Promise<Employer> };
  tasks: { open: (task: Task) => Promise<unknown> };
  now: () => string;
}

interface Held {
  /** The same words held again have the same id. */
  caseId: string;
  kind: 'job' | 'note';
  about: string;
  texts: string[];
  verdict: ContentVerdict;
  jobId?: JobId;
  to?: NoteTo[];
}

/** Where words go before others read them: WeChat first, an officer where WeChat gives no clear yes. */
export function contentDesk(table: Table, { wechat, identity, employers, tasks, now }: Needs) {
  const store = contentStore(table);
  const review = contentReview(wechat, identity);

  /** Holds words back and makes them an officer's task. */
  async function hold(employer: Employer, held: Held): Promise<void> {
    const { employerId, shortName: employerShortName, regionCode } = employer;
    const heldAt = now();
    const dueAt = dueInWorkingDays(heldAt, contentDays);
    await store.hold({ ...held, caseId: held.caseId as never, employerId, employerShortName, regionCode, heldAt, dueAt });
    const words = `${employerShortName}：${held.about}，${contentVerdictWords[held.verdict]}`.slice(0, 80);
    await tasks.open({ taskId: held.caseId, kind: 'content', regionCode, subject: { caseId: held.caseId, employerId }, words, openedAt: heldAt, dueAt });
  }

  return {
    ...store,
    review,
    askAboutPicture: pictureReview(wechat, identity),

    /** What of an opening is looked at, and what stands for it. */
    wordsOf(job: Job) {
      const texts = textsOf(job);
      return { texts, key: keyOf(texts) };
    },

    hold,

    /** The note, if the person may read it at once; otherwise it waits, and follows once an officer has passed it. */
    async sayable(
      by: { writer: WorkerId; employerId: EmployerId },
      note: string | undefined,
      about: string,
      to: NoteTo[],
      once: string,
    ): Promise<string | undefined> {
      if (!note) return undefined;
      // a device without network, or an older one, did not ask first
      const verdict = leadsAway(note) ? 'review' : await review(by.writer, [note]);
      if (verdict === 'pass') return note;
      const caseId = `note-${createHash('sha256').update(`${by.writer}|${once}|${note}`).digest('base64url').slice(0, 22)}`;
      await hold(await employers.get(by.employerId), { caseId, kind: 'note', about, texts: [note], verdict, to });
      return undefined;
    },
  };
}
