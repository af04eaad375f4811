import type { Duty } from '../deps.ts';

/** Photographs that went into no papers are forgotten, with all that is in them. 〔个人信息保护法 §19〕 */
export const forgetFiles: Duty = {
  name: 'forget-files',
  everyMinutes: 60,
  async run({ files, objects, now }) {
    for (const file of await files.forgottenBy(now())) {
      if ((await files.forget(file.fileId)) && file.objectKey) await objects.remove(file.objectKey);
    }
  },
};
