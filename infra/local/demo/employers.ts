import { Employer } from '@shanhai/shared/contract/employers.ts';
import { FileId } from '@shanhai/shared/contract/files.ts';
import { atChinaTime, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { neededPapers } from '@shanhai/shared/rules/files.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { demoCreditCode, miscopied } from './credit-codes.ts';
import type { EmployerRow } from './employer-row.ts';
import { type ReviewRow, reviewRows } from './employers-in-review.ts';
import { luopingEmployers } from './employers-luoping.ts';
import { xuanweiEmployers } from './employers-xuanwei.ts';
import { zhaotongEmployers } from './employers-zhaotong.ts';
import { idOf, numberOf } from './keyed.ts';

/** Employers that are verified and hire; their openings are made from the same rows. */
export const hiringRows: readonly EmployerRow[] = [...luopingEmployers, ...zhaotongEmployers, ...xuanweiEmployers];

export const employerIdOf = (short: string): string => idOf(`employer/${short}`, 12);

/** Virtual numbers of Tencent: no real person can be reached by them. */
export const virtualPhone = (n: number): string => `120666000${String((n % 24) + 1).padStart(2, '0')}`;

/** Agents who are personas of the WeChat stand-in keep the phone they have there. */
const phonesOfPersonas: Record<string, string> = { 周敏: virtualPhone(5), 顾国强: virtualPhone(6), 钱芳: virtualPhone(7) };

const seats: Record<string, string> = { '530100': '昆明市', '530300': '曲靖市' };
const townOf = (region: string): string => (region.startsWith('31') ? `上海市${regionName(region)}` : (seats[region] ?? regionName(region)));
const shortSeat = (region: string): string => (region.startsWith('31') ? '上海' : townOf(region).replace(/[市县]$/, ''));
/** The bureau that verifies employers of a region. */
export const bureauOf = (region: string): string => `${regionName(region)}人社局`;

type Named = { short: string; region: string; at: string; industry: string; contact: string; agency?: true };

const fullName = ({ region, short }: Named): string => `${shortSeat(region)}${short}有限公司（演示）`;

function formOf(row: Named, n: number, todayOn: string) {
  const address = `${townOf(row.region)}${row.at}`;
  return {
    name: fullName(row),
    shortName: row.short,
    kind: row.agency ? 'agency' : 'own_hiring',
    creditCode: demoCreditCode(row.region, n),
    regionCode: row.region,
    address,
    industry: row.industry,
    licenceAddress: address,
    licenceUntilOn: n % 3 === 0 ? 'long_term' : dayAfter(todayOn, 900 + numberOf(`licence/${row.short}`, 4000)),
    ...(row.agency ? { serviceLicenceNo: `演示${row.region}${String(n).padStart(4, '0')}号`, serviceLicenceUntilOn: dayAfter(todayOn, 500 + n) } : {}),
    agentName: row.contact,
    agentPhone: phonesOfPersonas[row.contact] ?? virtualPhone(n),
    authorisedUntilOn: dayAfter(todayOn, 200 + numberOf(`proxy/${row.short}`, 160)),
    papers: neededPapers(row.agency ? 'agency' : 'own_hiring').map((purpose) => ({ purpose, fileId: FileId.parse(idOf(`file/${row.short}/${purpose}`, 16)) })),
  };
}

function hiringEmployer(row: EmployerRow, n: number, todayOn: string): Employer {
  const ago = row.verifiedDaysAgo ?? 12 + numberOf(`verified/${row.short}`, 130);
  return Employer.parse({
    ...formOf(row, n, todayOn),
    employerId: employerIdOf(row.short),
    status: 'verified',
    submittedAt: atChinaTime(dayAfter(todayOn, -ago - 1 - (n % 3)), `${9 + (n % 8)}:${10 + (n % 49)}`),
    verifiedOn: dayAfter(todayOn, -ago),
    verifiedBy: bureauOf(row.region),
    demo: true,
    version: 2,
  });
}

/** What is not as it should be with an employer in review. */
function flawsOf(row: ReviewRow, code: string, todayOn: string): Partial<Employer> {
  return {
    ...(row.wrongCode ? { creditCode: miscopied(code) } : {}),
    ...(row.licenceAt ? { licenceAddress: `${townOf(row.region)}${row.licenceAt}` } : {}),
    ...(row.licenceDays === undefined ? {} : { licenceUntilOn: dayAfter(todayOn, row.licenceDays) }),
    ...(row.serviceLicenceDays === undefined ? {} : { serviceLicenceUntilOn: dayAfter(todayOn, row.serviceLicenceDays) }),
    ...(row.authorisedDays === undefined ? {} : { authorisedUntilOn: dayAfter(todayOn, row.authorisedDays) }),
  };
}

function decisionOn(row: ReviewRow, todayOn: string): Partial<Employer> {
  return {
    ...(row.verifiedDaysAgo === undefined ? {} : { verifiedOn: dayAfter(todayOn, -row.verifiedDaysAgo), verifiedBy: bureauOf(row.region) }),
    ...(row.verifyNote ? { verifyNote: row.verifyNote } : {}),
    ...(row.sentBack ? { sendBackReasons: row.sentBack.reasons } : {}),
    ...(row.sentBack?.note ? { sendBackNote: row.sentBack.note } : {}),
  };
}

function reviewedEmployer(row: ReviewRow, n: number, todayOn: string): Employer {
  const form = formOf(row, n, todayOn);
  return Employer.parse({
    ...form,
    ...flawsOf(row, form.creditCode, todayOn),
    ...decisionOn(row, todayOn),
    employerId: employerIdOf(row.short),
    status: row.status,
    submittedAt: atChinaTime(dayAfter(todayOn, -row.daysAgo), row.time),
    demo: true,
    version: row.status === 'waiting' ? 1 : 2,
  });
}

/** For whom an agency of the demonstration hires: another demo employer of its place. */
export function clientOf(agency: EmployerRow): { unitName: string; creditCode: string } {
  const near = hiringRows.filter((row) => !row.agency && row.region === agency.region);
  const client = near[numberOf(`client/${agency.short}`, near.length)] as EmployerRow;
  return { unitName: fullName(client), creditCode: demoCreditCode(client.region, hiringRows.indexOf(client) + 1) };
}

/** Every demo employer as it stands on a China day: those that hire, then those before the officers. */
export function demoEmployers(todayOn: string): Employer[] {
  return [
    ...hiringRows.map((row, i) => hiringEmployer(row, i + 1, todayOn)),
    ...reviewRows.map((row, i) => reviewedEmployer(row, hiringRows.length + i + 1, todayOn)),
  ];
}
