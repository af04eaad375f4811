/** What a file is uploaded for. The papers of an employer. 〔人力资源市场暂行条例 §26：招聘简章、营业执照、经办人身份证件、委托证明〕 */
export const filePurposes = ['licence', 'post', 'agent_id', 'authorisation', 'service_licence'] as const;
export type FilePurpose = (typeof filePurposes)[number];
export const filePurposeWords: Record<FilePurpose, string> = {
  licence: '营业执照',
  post: '招聘简章',
  agent_id: '经办人身份证',
  authorisation: '委托书',
  service_licence: '人力资源服务许可证',
};

/** Pictures that every phone and browser shows. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** A compressed photograph of a page has a tenth of it. */
export const largestFileBytes = 5 * 1024 * 1024;
/** Nothing smaller shows a paper that can be read. */
export const smallestFileBytes = 64;
/** Photographs one person may begin to send in a day. */
export const mostFilesADay = 100;

/** How many photographs of one purpose belong to an employer: an identity card has two sides. */
export const mostPhotos = 2;

const starts: readonly (readonly [PictureType, readonly (readonly [at: number, bytes: readonly number[]])[]])[] = [
  ['image/jpeg', [[0, [0xff, 0xd8, 0xff]]]],
  ['image/png', [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]]],
  [
    'image/webp',
    [
      [0, [0x52, 0x49, 0x46, 0x46]],
      [8, [0x57, 0x45, 0x42, 0x50]],
    ],
  ],
];

/** What kind of picture these bytes begin as, whatever the file is called; undefined when it is none. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  return starts.find(([, marks]) => marks.every(([at, mark]) => mark.every((byte, i) => bytes[at + i] === byte)))?.[0];
}

/** How WeChat's look at a photograph stands. */
export const pictureChecks = ['checking', 'pass', 'review', 'risky', 'unchecked'] as const;
export type PictureCheck = (typeof pictureChecks)[number];
export const pictureCheckWords: Record<Exclude<PictureCheck, 'pass'>, string> = {
  checking: '微信还在看这张图',
  review: '微信说这张图要看一眼',
  risky: '微信说这张图不行',
  unchecked: '微信没查成这张图，请看一眼',
};

/** Every picture is shown to WeChat, but for an identity card: it goes to no third party without need. 〔个人信息保护法 §6〕 */
export const isShownToWechat = (purpose: FilePurpose): boolean => purpose !== 'agent_id';

/** WeChat says what it thinks within half an hour; what it has not said by then it does not say. */
const verdictMs = 30 * 60_000;

/** How the look at a photograph stands by now; undefined where there is none. Without a verdict it was not looked at. */
export function pictureCheckBy(
  now: string,
  file: { purpose: FilePurpose; pictureCheck?: PictureCheck | undefined; finishedAt?: string | undefined },
): PictureCheck | undefined {
  if (!isShownToWechat(file.purpose)) return undefined;
  const { pictureCheck = 'unchecked', finishedAt } = file;
  const isOver = !finishedAt || Date.parse(now) - Date.parse(finishedAt) > verdictMs;
  return pictureCheck === 'checking' && isOver ? 'unchecked' : pictureCheck;
}

export interface Paper {
  purpose: FilePurpose;
  fileId: string;
  /** For officers: what WeChat thinks of it. */
  check?: PictureCheck | undefined;
}

/** The photographs an employer of this kind hands in. 〔人力资源市场暂行条例 §18、§26〕 */
export function neededPapers(kind: string): FilePurpose[] {
  return kind === 'agency' || kind === 'labour_broker' ? [...filePurposes] : filePurposes.filter((purpose) => purpose !== 'service_licence');
}

/** Which of them are not there. */
export function missingPapers(kind: string, papers: readonly Paper[] = []): FilePurpose[] {
  return neededPapers(kind).filter((purpose) => !papers.some((paper) => paper.purpose === purpose));
}
