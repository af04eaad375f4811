import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { attendanceContract } from '@shanhai/shared/contract/attendance.ts';
import type { HubOutcome } from '@shanhai/shared/contract/hub.ts';
import { listGraceMs } from '@shanhai/shared/rules/gate.ts';
import type * as z from 'zod';
import { writeWhole } from './files.ts';
import { openJournal } from './journal.ts';
import { judgeTold, type Said } from './judge.ts';
import { figuresOf, type Heard, hear, nothingHeard, type Sent, type Told, waitingIn } from './told.ts';

const List = attendanceContract['attendance.snapshot'].output;
export type List = z.infer<typeof List>;

const withoutGone = (list: List, { gone }: Heard): List => ({ ...list, taken: list.taken.filter((one) => !gone.has(one.number)) });

/** The list as gates may go on with when the hub falls: the server's, and the strips that were handed out since. */
function listFor(list: List, heard: Heard, now: string): List {
  const known = withoutGone(list, heard);
  const numbers = new Set(known.taken.map((one) => one.number));
  const here = heard.seen.flatMap(({ number, at, gate }) => (number && !numbers.has(number) ? [{ number, at, gate }] : []));
  const once = [...new Map(here.map((one) => [one.number, one])).values()];
  return { ...known, version: `${known.version}+${heard.told.size}`, takenAt: now, taken: [...known.taken, ...once] };
}

/** The server's list. Nothing of it was promised by us, so a newer one takes its place. */
function openList(file: string) {
  let list = existsSync(file) ? List.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  return {
    now: (): List | undefined => list,
    keep(next: List): void {
      writeWhole(file, JSON.stringify(next));
      list = next;
    },
  };
}

/** What is known of one fair: the server's list, and each action of its gates with what was answered, as they stand in the files. */
export function openBook(folder: string, fairId: string) {
  const [listFile, journalFile] = [path.join(folder, `${fairId}.list.json`), path.join(folder, `${fairId}.jsonl`)];
  const list = openList(listFile);
  const journal = openJournal<Told | Sent>(journalFile);
  const heard = nothingHeard();
  for (const line of journal.lines) hear(heard, line);
  const put = (line: Told | Sent): void => {
    journal.append(line);
    hear(heard, line);
  };

  /** Answers one action. What is promised is on the disk when this returns. */
  function answer(one: { nonce?: unknown }, said: Said, request: string): HubOutcome {
    const before = heard.told.get(String(one.nonce));
    if (before) return before.answer;
    const known = list.now();
    if (!known) throw new Error('There is no list yet');
    const { answer: own, kept } = judgeTold(one, said, { snapshot: withoutGone(known, heard), seen: heard.seen });
    if (kept) put({ line: 'told', from: said.from, action: kept, answer: own, heardAt: said.now, request, ...(said.isSent ? { isSent: true } : {}) });
    return own;
  }

  const closesAt = (): string | undefined => list.now()?.fair.closesAt;
  return {
    fairId,
    list: list.now,
    keepList: list.keep,
    answer,
    waiting: (): Told[] => waitingIn(heard),
    figures: () => figuresOf(heard),
    requests: (): string[] => [...heard.told.values()].map((one) => one.request),
    snapshot(now: string): List | undefined {
      const known = list.now();
      return known && listFor(known, heard, now);
    },
    noteSent: (items: Sent['items']): void => put({ line: 'sent', items }),
    /** Two hours after the fair, when the server has everything. */
    isOver: (now: string): boolean => Date.parse(closesAt() ?? '') + listGraceMs < Date.parse(now) && waitingIn(heard).length === 0,
    close: journal.close,
    forget(): void {
      journal.close();
      for (const file of [listFile, journalFile]) rmSync(file, { force: true });
    },
  };
}
export type Book = ReturnType<typeof openBook>;
