import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Deps } from '@shanhai/functions/src/deps.ts';
import { WorkerId } from '@shanhai/shared/contract/basics.ts';
import type { Employer } from '@shanhai/shared/contract/employers.ts';
import { type FilePurpose, filePurposes, isShownToWechat } from '@shanhai/shared/rules/files.ts';
import { idOf } from './keyed.ts';

const pictureOf = (purpose: FilePurpose): Buffer => readFileSync(path.join(import.meta.dirname, 'pictures', `${purpose}.jpg`));
const keyOf = (purpose: FilePurpose): string => `files/demo/${purpose}`;

/** One drawn picture of each paper, marked 演示, stands for the photographs of all demo employers. */
export async function loadPhotographs(employers: readonly Employer[], { files, objects }: Deps): Promise<void> {
  const pictures = filePurposes.map((purpose) => ({ purpose, bytes: pictureOf(purpose) }));
  await Promise.all(pictures.map(({ purpose, bytes }) => objects.put(keyOf(purpose), bytes, 'image/jpeg')));
  const sizes = new Map(pictures.map(({ purpose, bytes }) => [purpose, bytes.length]));
  await files.putAll(
    employers.flatMap(({ employerId, papers = [], submittedAt }) =>
      papers.map(({ fileId, purpose }) => ({
        fileId,
        purpose,
        employerId,
        ownerId: WorkerId.parse(idOf(`agent/${employerId}`, 12)),
        contentType: 'image/jpeg' as const,
        size: sizes.get(purpose) ?? 0,
        startedAt: submittedAt,
        finishedAt: submittedAt,
        objectKey: keyOf(purpose),
        ...(isShownToWechat(purpose) ? { pictureCheck: 'pass' as const } : {}),
      })),
    ),
  );
}
