import { Arrival } from '@shanhai/shared/contract/applications.ts';
import { EmployerId, Instant, JobId, Trade, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { applicationStates, interviewKinds, refusalReasons } from '@shanhai/shared/rules/applications.ts';
import * as z from 'zod';
import { indexed, keys, prefixes } from '../table/keys.ts';
import { itemOf as storedItem } from '../table/stream-item.ts';
import type { Item, Refusals, Table, Write } from '../table/table.ts';
import { type Application, isWaiting, placeOf } from './rules.ts';

const ApplicationItem = z.object({
  workerId: WorkerId,
  jobId: JobId,
  employerId: EmployerId,
  employerName: z.string(),
  jobTitle: z.string(),
  takeHomeFen: z.number(),
  name: z.string(),
  phone: z.string(),
  trades: z.array(Trade),
  town: z.string().optional(),
  consent: z.object({ employerId: EmployerId, version: z.string(), at: Instant, by: WorkerId.optional() }),
  state: z.enum(applicationStates),
  appliedAt: Instant,
  answerBy: Instant,
  endsAt: Instant,
  answeredAt: Instant.optional(),
  interviewKind: z.enum(interviewKinds).optional(),
  reason: z.enum(refusalReasons).optional(),
  note: z.string().optional(),
  arrival: Arrival.optional(),
  demo: z.boolean().optional(),
  version: z.number(),
});
const parse = (item: Item): Application => ApplicationItem.parse(item);
const keyOf = (a: Pick<Application, 'workerId' | 'jobId'>) => keys.application(a.workerId, a.jobId);

/** One taken back is in no list of the employer's. */
function itemOf(a: Application): Item & { version: number } {
  if (a.state === 'withdrawn') return { ...a };
  return {
    ...a,
    ...indexed.applicationOf(a.jobId, isWaiting(a), a.appliedAt, a.workerId),
    ...(isWaiting(a) ? indexed.unanswered(a.employerId, a.answerBy, a.workerId) : {}),
  };
}

interface Places {
  moved(workerId: WorkerId, before: JobId | undefined, after: JobId | undefined, at: string): Promise<Write[]>;
  refusalOf(reasons: Refusals, jobId: JobId | undefined): Problem | undefined;
}
const linesAtOnce = 50;

/** Where a person's yes is written down, in the transaction of what it permits. */
interface Ledger {
  given(
    workerId: WorkerId,
    given: {
      purpose: 'application';
      about: string;
      receiver: string;
      version: string;
      how: 'tapped' | 'spoken';
      at: string;
      endsAt: string;
      by?: WorkerId | undefined;
    },
  ): Write[];
  withdrawn(workerId: WorkerId, withdrawn: { purpose: 'application'; about: string; at: string }): Write;
}

export function applicationStore(table: Table, places: Places, consents: Ledger, now: () => string) {
  const givenWrites = ({ workerId, jobId, employerName, jobTitle, consent, endsAt }: Application): Write[] =>
    consents.given(workerId, {
      purpose: 'application',
      about: jobId,
      receiver: `${employerName}（${jobTitle}）`,
      version: consent.version,
      how: consent.by ? 'spoken' : 'tapped',
      by: consent.by,
      at: consent.at,
      endsAt,
    });

  /** What the ledger says of a move: a yes said anew, or taken back. */
  function ledgerWrites(before: Application, application: Application): Write[] {
    const { workerId, jobId: about, state, consent } = application;
    if (state === 'withdrawn' && before.state !== 'withdrawn') return [consents.withdrawn(workerId, { purpose: 'application', about, at: now() })];
    return state === 'applied' && (before.state === 'withdrawn' || consent.at !== before.consent.at) ? givenWrites(application) : [];
  }

  async function find(workerId: WorkerId, jobId: JobId): Promise<Application | undefined> {
    const item = await table.find(keys.application(workerId, jobId), { strongly: true });
    return item && parse(item);
  }

  async function lines(pk: string, index: 'gsi1' | 'gsi2', cursor: string | undefined, newestFirst: boolean) {
    const page = await table.query({ pk, index, newestFirst, limit: linesAtOnce, cursor });
    return { items: page.items.map(parse), cursor: page.cursor };
  }

  return {
    find,

    async get(workerId: WorkerId, jobId: JobId): Promise<Application> {
      const application = await find(workerId, jobId);
      if (!application) throw new Problem('application_missing');
      return application;
    },

    /** The application with the yes it rests on; what already stands comes back on a repeat. */
    async send(application: Application): Promise<{ application: Application; repeated: boolean }> {
      const refused = await table.transact([table.write.insert(keyOf(application), itemOf(application)), ...givenWrites(application)]);
      if (!refused) return { application, repeated: false };
      if (refused[0]?.Code !== 'ConditionalCheckFailed') throw new Problem('person_erased');
      return { application: parse(storedItem(refused[0].Item ?? {})), repeated: true };
    },

    /** Saves a decided move and the place it takes or frees, unless it moved since it was read. `others` is what must not be without it. */
    async save(application: Application, before: Application, others: readonly Write[] = []): Promise<Application> {
      const [held, holds] = [placeOf(before), placeOf(application)];
      const moved = await places.moved(application.workerId, held, holds, now());
      const refused = await table.transact([
        table.write.save(keyOf(application), itemOf(application)),
        ...moved,
        ...ledgerWrites(before, application),
        ...others,
      ]);
      if (!refused) return { ...application, version: application.version + 1 };
      const isOlder = refused[0]?.Code === 'ConditionalCheckFailed';
      throw (isOlder ? undefined : places.refusalOf(refused.slice(1, 1 + moved.length), holds)) ?? new Problem('changed_meanwhile');
    },

    /** The copy of name and phone that lay with an employer goes when the consent has ended; what was answered stays. 〔个人信息保护法 §19〕 */
    async forget(workerId: WorkerId, jobId: string, at: string): Promise<void> {
      await table.change(keys.application(workerId, JobId.parse(jobId)), {
        set: { name: '已到期', phone: '', trades: [] },
        remove: ['town', 'note', 'gsi2pk', 'gsi2sk'],
        add: { version: 1 },
        condition: 'attribute_exists(pk) AND endsAt <= :at',
        values: { ':at': at },
      });
    },

    ofWorker: async (workerId: WorkerId): Promise<Application[]> =>
      (await table.queryAll({ pk: keys.worker(workerId).pk, prefix: prefixes.application })).map(parse),

    /** Of one opening: those who wait first, then the newest. */
    ofJob: (jobId: JobId, cursor?: string) => lines(`AP#${jobId}`, 'gsi1', cursor, true),

    /** Of an employer: who waits for an answer, the nearest deadline first. */
    waitingFor: (employerId: EmployerId, cursor?: string) => lines(`AW#${employerId}`, 'gsi2', cursor, false),
  };
}
