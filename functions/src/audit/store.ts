import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditLine } from '@shanhai/shared/contract/audit.ts';
import type { Caller, EmployerId, FairId } from '@shanhai/shared/contract/basics.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { type AuditKind, auditKindOf } from '@shanhai/shared/rules/audited.ts';
import { keys } from '../table/keys.ts';
import { auditKeptDays } from '../table/layout.ts';
import type { Table } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { hashOf } from './hashing.ts';
import { chosenReason, subjectOf } from './rules.ts';

/** The same look again within this time is the same line: a list that renews itself every few seconds is one look. */
const lookMinutes = 5;
const mostPersons = 100;
const nowhere = '000000';

/** What a handler wants written beyond what its route says. */
export interface Said {
  at: string;
  by: string;
  role: Caller['role'];
  scope?: string | undefined;
  action: string;
  subject: Record<string, string>;
  words?: string | undefined;
}

interface Asked {
  name: RouteName;
  caller: Caller | undefined;
  input: unknown;
}
/** Whose data a call has shown so far, and why. */
interface Call {
  persons: Set<string>;
  reasons: Set<string>;
}

interface Around {
  now: () => string;
  newId: (length: number) => string;
  /** Where the fair of a steward is held. */
  hostOf: (fairId: FairId) => Promise<string | undefined>;
  /** Where an employer belongs. */
  regionOf: (employerId: EmployerId) => Promise<string | undefined>;
}

const ttlOf = (at: string): number => ttlAfter(at, auditKeptDays);
const isStaff = (caller: Caller | undefined): caller is Caller => caller !== undefined && caller.role !== 'worker';

/** The audit: lines that are only ever put where none stands. See docs/decisions/0019-audit.md. */
export function auditStore(table: Table, { now, newId, hostOf, regionOf }: Around) {
  const calls = new AsyncLocalStorage<Call>();
  const regions = new Map<string, string>();

  async function regionFor({ role, scope }: Pick<Said, 'role' | 'scope'>): Promise<string> {
    if (!scope) return nowhere;
    if (role !== 'recruiter' && role !== 'steward') return scope;
    const known = regions.get(scope) ?? (await (role === 'steward' ? hostOf(scope as FairId) : regionOf(scope as EmployerId))) ?? nowhere;
    if (known !== nowhere) regions.set(scope, known);
    return known;
  }

  const put = (line: AuditLine) => table.insert(keys.auditLine(line.region, line.lineId), { ...line, ttl: ttlOf(line.at) });

  async function record(said: Said): Promise<void> {
    await put({ ...said, region: await regionFor(said), lineId: `${said.at}#${newId(10)}`, persons: [] });
  }

  /** A look: its line is named by what was seen, so that the same look again meets it. */
  async function writeLook({ name, caller, input }: Asked & { caller: Caller }, { persons, reasons }: Call): Promise<void> {
    const span = lookMinutes * 60_000;
    const since = new Date(Math.floor(Date.parse(now()) / span) * span).toISOString();
    const seen = [...persons].sort().slice(0, mostPersons);
    const words = [...reasons].join('、') || undefined;
    const what = { by: caller.workerId, role: caller.role, scope: caller.scope, action: name, subject: subjectOf(input), persons: seen, words };
    await put({ ...what, at: since, region: await regionFor(caller), lineId: `${since}#${hashOf(what).slice(0, 10)}` });
  }

  /** Before it is done; gives back what says that it was refused after all. */
  async function writeAhead({ name, caller, input }: Asked & { caller: Caller }): Promise<{ refused: (code: string) => Promise<unknown> }> {
    const [at, region] = [now(), await regionFor(caller)];
    const { workerId: by, role, scope } = caller;
    const what = { action: name, subject: subjectOf(input), words: chosenReason(input, name), persons: [] };
    const line: AuditLine = { at, region, lineId: `${at}#${newId(10)}`, by, role, scope, ...what };
    await put(line);
    return { refused: (code) => put({ ...line, lineId: `${line.lineId}#no`, refused: code }) };
  }

  async function decided<T>(asked: Asked & { caller: Caller }, call: Call, run: () => Promise<T>): Promise<T> {
    const { refused } = await writeAhead(asked);
    try {
      const result = await calls.run(call, run);
      if (call.persons.size && !('workerId' in (asked.input as object))) await writeLook(asked, call);
      return result;
    } catch (error) {
      // the refusal that the caller is told comes first
      if (error instanceof Problem) await refused(error.code).catch(() => undefined);
      throw error;
    }
  }

  return {
    record,

    /** A handler shows somebody's data: named in the line of the call. */
    seen(workerId: string, reason?: string): void {
      const call = calls.getStore();
      call?.persons.add(workerId);
      if (reason) call?.reasons.add(reason);
    },

    /** Does what is asked, and leaves the line that its route is to leave. An answer that could not be written down is not given. */
    async during<T>({ name, caller, input }: Asked, run: () => Promise<T>): Promise<T> {
      const kind: AuditKind = isStaff(caller) ? auditKindOf(name) : 'none';
      if (kind === 'none' || !isStaff(caller)) return run();
      const call: Call = { persons: new Set(), reasons: new Set() };
      if (kind === 'decides') return decided({ name, caller, input }, call, run);
      const result = await calls.run(call, run);
      await writeLook({ name, caller, input }, call);
      return result;
    },
  };
}
