import type { EmployerId, WorkerId } from '@shanhai/shared/contract/basics.ts';
import { FileId } from '@shanhai/shared/contract/files.ts';
import { Problem } from '@shanhai/shared/problems.ts';
import { mostFilesADay, type PictureCheck } from '@shanhai/shared/rules/files.ts';
import { afterDays } from '@shanhai/shared/rules/instants.ts';
import { indexed, keys } from '../table/keys.ts';
import type { Table, Write } from '../table/table.ts';
import { ttlAfter } from '../table/ttl.ts';
import { type FinishedFile, isFinished, KeptFile } from './rules.ts';

/** A photograph that went into no papers is forgotten after so many days. */
const keptDays = 30;
const dueKind = 'file';
/** WeChat says what it thinks within half an hour, and says it again for some seconds. */
const traceDays = 2;

/** Until it belongs to somebody's papers it waits for the day on which it is forgotten. */
const itemOf = (file: KeptFile) => ({
  ...file,
  ...(file.employerId ? {} : indexed.due(dueKind, afterDays(file.startedAt, file.finishedAt ? keptDays : 1), file.fileId)),
});

export function fileStore(table: Table) {
  /** Said once: what WeChat thought first stands, also when it comes after one stopped waiting. */
  const sayCheck = (fileId: FileId, pictureCheck: PictureCheck) =>
    table.change(keys.file(fileId), {
      set: { pictureCheck },
      condition: 'attribute_exists(pk) AND pictureCheck IN (:checking, :unchecked)',
      values: { ':checking': 'checking', ':unchecked': 'unchecked' },
    });

  return {
    sayCheck,

    /** WeChat looks at this photograph and will call it by this trace. */
    awaitVerdict: (traceId: string, fileId: FileId, at: string) => table.insert(keys.pictureTrace(traceId), { fileId, ttl: ttlAfter(at, traceDays) }),

    /** What WeChat thinks of the photograph with this trace; a trace that is none of ours is let be. */
    async takeVerdict(traceId: string, verdict: PictureCheck): Promise<void> {
      const found = await table.find(keys.pictureTrace(traceId), { strongly: true });
      if (found) await sayCheck(FileId.parse(found.fileId), verdict);
    },

    async get(fileId: FileId): Promise<KeptFile> {
      const item = await table.find(keys.file(fileId), { strongly: true });
      if (!item) throw new Problem('not_found', { fileId });
      return KeptFile.parse(item);
    },

    async getMany(fileIds: readonly string[]): Promise<Map<string, KeptFile>> {
      const items = await table.findMany([...new Set(fileIds)].map((fileId) => keys.file(fileId as FileId)));
      return new Map(items.map((item) => KeptFile.parse(item)).map((file) => [file.fileId, file]));
    },

    /** Counts one more file of this person's day; beyond the limit it is refused. */
    async countStart(ownerId: WorkerId, day: string, at: string): Promise<void> {
      const outcome = await table.change(keys.filesOfDay(ownerId, day), {
        add: { begun: 1 },
        set: { ttl: ttlAfter(at, 2) },
        condition: 'attribute_not_exists(begun) OR begun < :most',
        values: { ':most': mostFilesADay },
      });
      if ('standing' in outcome) throw new Problem('too_many_files', { most: mostFilesADay });
    },

    start: (file: KeptFile) => table.put(keys.file(file.fileId), itemOf(file)),

    /** Looked at once: of two that finish at the same time the first one's bytes count. */
    async finish(file: FinishedFile): Promise<FinishedFile> {
      const { finishedAt, objectKey } = file;
      const outcome = await table.change(keys.file(file.fileId), {
        set: { ...itemOf(file), finishedAt, objectKey },
        condition: 'attribute_exists(pk) AND attribute_not_exists(finishedAt)',
      });
      const kept = KeptFile.parse('item' in outcome ? outcome.item : outcome.standing);
      if (!isFinished(kept)) throw new Problem('not_found', { fileId: file.fileId });
      return kept;
    },

    /** The part of a transaction that makes these files belong to an employer. */
    belonging: (files: readonly KeptFile[], employerId: EmployerId): Write[] =>
      files
        .filter((file) => !file.employerId)
        .map(({ fileId }) =>
          table.write.change(keys.file(fileId), {
            set: { employerId },
            remove: ['gsi2pk', 'gsi2sk'],
            condition: 'attribute_exists(pk) AND attribute_not_exists(employerId)',
          }),
        ),

    /** Files that went into no papers until now, and the papers are not waited for any longer. */
    async forgottenBy(now: string): Promise<KeptFile[]> {
      const { gsi2pk: pk } = indexed.due(dueKind, '', '');
      const items = await table.queryAll({ pk, index: 'gsi2', between: ['0', now] });
      return items.map((item) => KeptFile.parse(item));
    },

    /** Files as they stand elsewhere: for moving a world in. */
    putAll: (files: readonly KeptFile[]) => table.putAll(files.map((file) => ({ ...itemOf(file), ...keys.file(file.fileId) }))),

    /** False when it was handed in at this very moment. */
    forget: async (fileId: FileId): Promise<boolean> => !(await table.transact([table.write.remove(keys.file(fileId), 'attribute_not_exists(employerId)')])),
  };
}
