import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { creditCodeCheckDigit, isCreditCode } from '@shanhai/shared/rules/credit-code.ts';
import { type EmployerKind, hiresForOthers } from '@shanhai/shared/rules/employers.ts';
import { leadAwayProblem } from '@shanhai/shared/rules/lead-away.ts';
import { isPhone } from '@shanhai/shared/rules/phone.ts';
import { emptyPhotos, missingPhotos, type PhotoDraft, papersOf, photosOf } from './photo-slots.ts';

type Employer = Output<'employers.get'>;
type EmployerForm = Sent<'employers.submit'>;

/** An employer as it stands on the form: what is typed, as typed. */
export interface EmployerDraft extends PhotoDraft {
  name: string;
  shortName: string;
  kind: EmployerKind;
  creditCode: string;
  regionCode: string;
  address: string;
  industry: string;
  licenceAddress: string;
  isLongTerm: boolean;
  licenceUntilOn: string;
  serviceLicenceNo: string;
  serviceLicenceUntilOn: string;
  clientName: string;
  clientCode: string;
  agentName: string;
  agentPhone: string;
  authorisedUntilOn: string;
}
export type EmployerField = keyof EmployerDraft;

export const today = (): string => chinaDay(new Date().toISOString());

export const emptyEmployer: EmployerDraft = {
  name: '',
  shortName: '',
  kind: 'own_hiring',
  creditCode: '',
  regionCode: '',
  address: '',
  industry: '',
  licenceAddress: '',
  isLongTerm: false,
  licenceUntilOn: '',
  serviceLicenceNo: '',
  serviceLicenceUntilOn: '',
  clientName: '',
  clientCode: '',
  agentName: '',
  agentPhone: '',
  authorisedUntilOn: '',
  ...emptyPhotos,
};

export function draftOf(employer: Employer): EmployerDraft {
  const { name, shortName, kind, creditCode, regionCode, address, industry, licenceAddress, agentName, agentPhone, authorisedUntilOn } = employer;
  const isLongTerm = employer.licenceUntilOn === 'long_term';
  return {
    name,
    shortName,
    kind,
    creditCode,
    regionCode,
    address,
    industry,
    licenceAddress,
    agentName,
    agentPhone,
    authorisedUntilOn,
    isLongTerm,
    licenceUntilOn: isLongTerm ? '' : employer.licenceUntilOn,
    serviceLicenceNo: employer.serviceLicenceNo ?? '',
    serviceLicenceUntilOn: employer.serviceLicenceUntilOn ?? '',
    clientName: employer.clientName ?? '',
    clientCode: employer.clientCode ?? '',
    ...photosOf(employer.papers),
  };
}

/** What is sent: a licence only of those who hire for others, a client only of brokers. */
export function formOf(draft: EmployerDraft): EmployerForm {
  const { name, shortName, kind, regionCode, address, industry, licenceAddress, agentName, agentPhone, authorisedUntilOn } = draft;
  const { isLongTerm, licenceUntilOn, serviceLicenceNo, serviceLicenceUntilOn } = draft;
  return {
    ...{ name, shortName, kind, regionCode, address, industry, licenceAddress, agentName, agentPhone, authorisedUntilOn },
    papers: papersOf(draft),
    creditCode: plainCode(draft.creditCode),
    licenceUntilOn: isLongTerm ? 'long_term' : licenceUntilOn,
    ...(hiresForOthers(draft.kind) && { serviceLicenceNo, serviceLicenceUntilOn }),
    ...(draft.kind === 'labour_broker' && { clientName: draft.clientName, clientCode: plainCode(draft.clientCode) }),
  };
}

/** As it is stored: without spaces, in capitals. */
export const plainCode = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

const codeLength = 18;

/** What is wrong with a credit code while it is being typed; nothing until it is as long as it must be. 〔GB 32100-2015〕 */
export function codeProblem(typed: string): string | undefined {
  const code = plainCode(typed);
  const strange = /[^0-9A-HJ-NPQRTUWXY]/.exec(code)?.[0];
  if (strange) return `“${strange}”不会出现在信用代码里，看看是不是${strange === 'O' ? '数字 0' : strange === 'I' ? '数字 1' : '抄错了'}`;
  if (code.length > codeLength) return `多了 ${code.length - codeLength} 位，应是 18 位`;
  if (code.length < codeLength || isCreditCode(code)) return undefined;
  return `校验位不对：按前 17 位，末位该是 ${creditCodeCheckDigit(code.slice(0, 17))}。请对着执照再看一遍`;
}

const isPast = (day: string): boolean => day !== '' && day < today();

interface Missing {
  field: EmployerField;
  words: string;
  /** Nothing is filled in yet: told only when one wants to send it. */
  isEmpty: boolean;
}

const needed: readonly (readonly [EmployerField, string])[] = [
  ['name', '要写单位全名'],
  ['shortName', '要写简称'],
  ['creditCode', '要写信用代码'],
  ['regionCode', '要选在哪个区县'],
  ['address', '要写现在的地址'],
  ['industry', '要写做哪一行'],
  ['licenceAddress', '要照执照写住所'],
  ['agentName', '要写经办人名字'],
  ['agentPhone', '要写经办人手机'],
  ['authorisedUntilOn', '要写委托书到哪天'],
];
const neededOfAgency: readonly (readonly [EmployerField, string])[] = [
  ['serviceLicenceNo', '替别的单位招，要写许可证号'],
  ['serviceLicenceUntilOn', '要写许可证到哪天'],
];

const neededOfBroker: readonly (readonly [EmployerField, string])[] = [
  ['clientName', '要写替哪家单位招'],
  ['clientCode', '要写那家单位的信用代码'],
];

/** What everybody fills in, and what each kind adds. */
function neededBy(kind: EmployerKind): (readonly [EmployerField, string])[] {
  return [...needed, ...(hiresForOthers(kind) ? neededOfAgency : []), ...(kind === 'labour_broker' ? neededOfBroker : [])];
}

/** A broker's client is another one, with a code that can be right. */
function clientProblem({ kind, clientCode, creditCode }: EmployerDraft): string | undefined {
  const code = plainCode(clientCode);
  if (kind !== 'labour_broker' || code === '') return undefined;
  if (code.length < codeLength) return `还差 ${codeLength - code.length} 位`;
  return code === plainCode(creditCode) ? '这是您自己的代码，要写那家单位的' : codeProblem(code);
}

function emptyFields(draft: EmployerDraft): Missing[] {
  const empty: Missing[] = neededBy(draft.kind)
    .filter(([field]) => String(draft[field]).trim() === '')
    .map(([field, words]) => ({ field, words, isEmpty: true }));
  if (!draft.isLongTerm && !draft.licenceUntilOn) empty.push({ field: 'licenceUntilOn', words: '要写营业期限，没有期限就选长期', isEmpty: true });
  return empty;
}

/** Written freely, read by people. */
const freeFields = ['name', 'shortName', 'address', 'industry', 'licenceAddress', 'clientName'] as const;

/** Everything that would come back from the officer, or not even get there. 〔人力资源市场暂行条例 §18、§26；令44号 §17〕 */
export function employerProblems(draft: EmployerDraft): Missing[] {
  const wrong: Missing[] = [];
  const add = (field: EmployerField, words: string | undefined | false): void => {
    if (words) wrong.push({ field, words, isEmpty: false });
  };
  const code = plainCode(draft.creditCode);
  add('creditCode', codeProblem(draft.creditCode));
  if (code && code.length < codeLength) wrong.push({ field: 'creditCode', words: `还差 ${codeLength - code.length} 位`, isEmpty: true });
  if (draft.agentPhone && !isPhone(draft.agentPhone)) wrong.push({ field: 'agentPhone', words: '手机号不对，再看一眼', isEmpty: draft.agentPhone.length < 11 });
  add('licenceUntilOn', !draft.isLongTerm && isPast(draft.licenceUntilOn) && '执照过期了，换了新照再来');
  add('authorisedUntilOn', isPast(draft.authorisedUntilOn) && '委托书过期了，请单位再开一张');
  for (const field of freeFields) add(field, leadAwayProblem(draft[field]));
  add('clientCode', clientProblem(draft));
  add('serviceLicenceUntilOn', hiresForOthers(draft.kind) && isPast(draft.serviceLicenceUntilOn) && '许可证过期了，换了新证再来');
  return [...emptyFields(draft), ...wrong, ...missingPhotos(draft).map((missing) => ({ ...missing, isEmpty: true }))];
}
