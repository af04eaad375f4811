import type { Sent } from '@shanhai/shared/contract/contract.ts';
import type { EmployerKind } from '@shanhai/shared/rules/employers.ts';
import { type FilePurpose, neededPapers } from '@shanhai/shared/rules/files.ts';

/** Ids of the photographs as they stand on the form; empty where there is none yet. */
export interface PhotoDraft {
  licencePhoto: string;
  serviceLicencePhoto: string;
  postPhoto: string;
  authorisationPhoto: string;
  agentIdPhoto: string;
  agentIdBackPhoto: string;
}
export type PhotoSlot = keyof PhotoDraft;

interface Slot {
  field: PhotoSlot;
  purpose: FilePurpose;
  label: string;
  hint?: string;
  /** The second photograph of one purpose. */
  isExtra?: true;
}

const slots: readonly Slot[] = [
  { field: 'licencePhoto', purpose: 'licence', label: '营业执照' },
  { field: 'serviceLicencePhoto', purpose: 'service_licence', label: '人力资源服务许可证' },
  { field: 'postPhoto', purpose: 'post', label: '招聘简章', hint: '盖章的招聘简章，写着岗位、人数、工资' },
  { field: 'authorisationPhoto', purpose: 'authorisation', label: '委托书', hint: '盖单位公章，写着经办人名字和期限' },
  { field: 'agentIdPhoto', purpose: 'agent_id', label: '经办人身份证（有照片的一面）', hint: '谁看过，在“谁看过我”里查得到' },
  { field: 'agentIdBackPhoto', purpose: 'agent_id', label: '经办人身份证（国徽那一面）', isExtra: true },
];

export const emptyPhotos: PhotoDraft = {
  licencePhoto: '',
  serviceLicencePhoto: '',
  postPhoto: '',
  authorisationPhoto: '',
  agentIdPhoto: '',
  agentIdBackPhoto: '',
};

/** What is asked of an employer of this kind. */
export function slotsOf(kind: EmployerKind): Slot[] {
  const needed = neededPapers(kind);
  return slots.filter(({ purpose }) => needed.includes(purpose));
}

type Papers = NonNullable<Sent<'employers.submit'>['papers']>;

export function papersOf(draft: PhotoDraft & { kind: EmployerKind }): Papers {
  return slotsOf(draft.kind).flatMap(({ field, purpose }) => (draft[field] ? [{ purpose, fileId: draft[field] }] : []));
}

export function photosOf(papers: Papers = []): PhotoDraft {
  const left = [...papers];
  const taken = slots.map(({ field, purpose }) => {
    const at = left.findIndex((paper) => paper.purpose === purpose);
    return [field, at < 0 ? '' : (left.splice(at, 1)[0]?.fileId ?? '')] as const;
  });
  return { ...emptyPhotos, ...Object.fromEntries(taken) };
}

/** What is still to be photographed, in the order of the form. */
export function missingPhotos(draft: PhotoDraft & { kind: EmployerKind }): { field: PhotoSlot; words: string }[] {
  return slotsOf(draft.kind)
    .filter(({ field, isExtra }) => !isExtra && !draft[field])
    .map(({ field, label }) => ({ field, words: `要拍${label}` }));
}
