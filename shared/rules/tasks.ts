/** What officers have to do by a day. Each area adds its rows: the words of the kind and the page where it is done. */
export const taskKinds = {
  report: { words: '举报', page: '/areas/complaints/decide/index', params: ['jobId'] },
  content: { words: '内容要看', page: '/areas/content/decide/index', params: ['caseId'] },
} as const satisfies Record<string, TaskWords>;

export interface TaskWords {
  words: string;
  page: string;
  /** Which ids of the subject the page is opened with. */
  params: readonly string[];
}
export type TaskKind = keyof typeof taskKinds;

export const isTaskKind = (kind: string): kind is TaskKind => Object.hasOwn(taskKinds, kind);
