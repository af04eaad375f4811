import Taro, { useRouter } from '@tarojs/taro';
import type { IconName } from './ui/icon-names.ts';

/**
 * Every page and what it is opened with; all values travel as text.
 * To add a page: make `areas/<area>/<page>/index.tsx` (and `index.config.ts`), add `'<page>/index'` to `areas/<area>/pages.ts`, and its address here.
 */
interface Pages {
  '/tabs/home/index': object;
  '/tabs/jobs/index': object;
  '/tabs/messages/index': object;
  '/tabs/me/index': object;

  /** `scene` from our own codes, `q` from a plain link that WeChat opened, or a fair to look at. */
  '/areas/fairs/landing/index': { scene?: string; q?: string; fairId?: string };
  '/areas/fairs/list/index': object;
  /** `again` when the person had been checked in before. */
  '/areas/fairs/checked-in/index': { fairId: string; again?: string; along?: string; left?: string };
  '/areas/fairs/booths/index': { fairId: string };
  '/areas/fairs/booth/index': { fairId: string; boothNo: string };
  '/areas/cards/consent/index': { fairId: string; boothNo: string; jobId?: string };
  '/areas/cards/given/index': object;
  /** `q` from the plain link of a poster that WeChat opened. */
  '/areas/jobs/detail/index': { jobId?: string; fairId?: string; boothNo?: string; q?: string };
  '/areas/applications/apply/index': { jobId: string };
  '/areas/applications/mine/index': object;
  /** `forWorkerId` is somebody one acts for. */
  '/areas/applications/detail/index': { jobId: string; forWorkerId?: string };
  /** Without an opening: everybody who waits for an answer. */
  '/areas/applications/list/index': { jobId?: string };
  /** For officers: an employer whose promised days have passed. */
  '/areas/applications/silent/index': { employerId: string };
  '/areas/applications/person/index': { jobId: string; workerId: string };
  '/areas/employers/public/index': { employerId: string };
  '/areas/complaints/make/index': { jobId: string };
  '/areas/complaints/mine/index': object;
  '/areas/workers/profile/index': object;
  '/areas/workers/views/index': object;
  '/areas/workers/categories/index': object;
  '/areas/workers/looking/index': object;
  '/areas/workers/records/index': object;
  '/areas/workers/resident-id/index': object;
  '/areas/rights/held/index': object;
  '/areas/rights/consents/index': object;
  '/areas/rights/elsewhere/index': object;
  '/areas/rights/erase/index': object;
  '/areas/rights/guide/index': object;
  '/areas/rights/terms/index': object;
  '/areas/messages/list/index': object;
  '/areas/interviews/take/index': { jobId: string };
  '/areas/interviews/mine/index': object;
  /** Without an opening: the next times of the employer. */
  '/areas/interviews/slots/index': { jobId?: string };
  '/areas/interviews/offer/index': { jobId: string };
  '/areas/messages/outbox/index': object;
  '/areas/proxies/list/index': object;
  '/areas/proxies/register/index': object;
  '/areas/proxies/person/index': { workerId: string };

  '/areas/employers/mine/index': object;
  '/areas/employers/form/index': { employerId?: string };
  '/areas/employers/colleagues/index': object;
  '/areas/employers/join/index': { invitationId: string };
  '/areas/jobs/mine/index': object;
  /** An officer looks at what an opening is said to need. */
  '/areas/jobs/essential/index': { jobId: string };
  '/areas/jobs/reckon/index': { jobId: string };
  '/areas/jobs/poster/index': { jobId: string };
  /** Who fits this opening, of those who let employers ask. */
  '/areas/jobs/people/index': { jobId: string };
  '/areas/jobs/edit/index': { jobId?: string; copyOf?: string };
  /** Without an import: choosing a file. */
  '/areas/imports/openings/index': { importId?: string };
  '/areas/imports/people/index': { importId?: string };
  /** Without a conflict: the list of them. */
  '/areas/imports/conflicts/index': { conflictId?: string };
  /** Without a booth: the list of one's own booths. */
  '/areas/cards/booth/index': { fairId?: string; boothNo?: string };
  '/areas/cards/seen/index': { fairId: string; boothNo: string };
  '/areas/cards/ready/index': { fairId: string; boothNo: string };
  '/areas/cards/hand-over/index': { fairId: string; boothNo: string };

  '/areas/organize/fairs/index': object;
  /** `step` 1 to 4: where to begin. */
  '/areas/organize/edit/index': { fairId?: string; step?: string };
  '/areas/organize/booths/index': { fairId: string };
  '/areas/organize/invite/index': { fairId: string };
  /** The openings of a booth that stands, or of an employer about to be invited. */
  '/areas/organize/openings/index': { fairId: string; boothNo?: string; employerId?: string };
  '/areas/organize/publish/index': { fairId: string };
  '/areas/organize/devices/index': { fairId: string };
  '/areas/organize/stewards/index': { fairId: string };
  '/areas/organize/presence/index': { fairId: string };
  '/areas/gate/door/index': { fairId?: string };
  '/areas/gate/screen/index': { fairId: string };
  '/areas/gate/walk-in/index': { fairId: string; number?: string; gate?: string };
  '/areas/gate/family/index': { fairId: string; code?: string; way?: 'out' };
  '/areas/gate/people/index': { fairId: string };
  '/areas/gate/refusals/index': { fairId: string };
  '/areas/gate/ready/index': { fairId: string };
  '/areas/gate/hand-over/index': { fairId: string };
  '/areas/gate/hub/index': { fairId: string };
  '/areas/board/live/index': { fairId: string };
  /** Of a fair or of a pairing. */
  '/areas/allocations/list/index': { fairId?: string; pairingId?: string };
  '/areas/allocations/review/index': { allocationId: string };

  '/areas/desk/today/index': object;
  '/areas/trust/log/index': object;
  '/areas/trust/roles/index': object;
  /** What a person or a phone did too much of. */
  '/areas/trust/odd/index': { caseId: string };
  '/areas/complaints/decide/index': { jobId: string };
  '/areas/content/decide/index': { caseId: string };
  '/areas/employers/verify/index': { employerId?: string; status?: string };
  '/areas/pairings/list/index': object;
  '/areas/people/skilled/index': object;
  /** To which opening an officer recommends this person. */
  '/areas/people/recommend/index': { workerId: string; who?: string };
  '/areas/people/duplicates/index': object;
  '/areas/people/categories/index': { workerId: string; who?: string };
  '/areas/exports/lists/index': object;
  '/areas/desk/fairs/index': object;
  /** `back` is where one was going. */
  '/areas/desk/sign-in/index': { back?: string };
  '/areas/desk/confirm/index': { deskId: string };
}
export type Address = keyof Pages;
export type Role = 'worker' | 'recruiter' | 'organizer' | 'officer' | 'steward';

type Params<A extends Address> = { [K in keyof Pages[A]]: Pages[A][K] extends string ? string | number : string | number | undefined };
type Rest<A extends Address> = Record<string, never> extends Pages[A] ? [params?: Params<A>] : [params: Params<A>];

/** WeChat keeps ten pages at most; beyond this many the page in front is replaced. */
const deepest = 9;
const tabs: readonly string[] = ['/tabs/home/index', '/tabs/jobs/index', '/tabs/messages/index', '/tabs/me/index'];

/** The address with its parameters, as text. */
export function linkTo<A extends Address>(address: A, ...[params]: Rest<A>): string {
  const query = Object.entries(params ?? {})
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return query.length ? `${address}?${query.join('&')}` : address;
}

/** Opens a page: `go('/areas/jobs/detail/index', { jobId })`. */
export function go<A extends Address>(address: A, ...rest: Rest<A>): void {
  const url = linkTo(address, ...rest);
  if (tabs.includes(address)) void Taro.switchTab({ url: address });
  else if (Taro.getCurrentPages().length >= deepest) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** Opens a page in place of this one. */
export function replace<A extends Address>(address: A, ...rest: Rest<A>): void {
  if (tabs.includes(address)) void Taro.switchTab({ url: address });
  else void Taro.redirectTo({ url: linkTo(address, ...rest) });
}

/** Opens an address and forgets the way here: after signing in or changing role. */
export function restartAt(url: string): void {
  const [path = ''] = url.split('?');
  if (tabs.includes(path)) void Taro.switchTab({ url: path });
  else void Taro.reLaunch({ url });
}

/** What this page was opened with. Everything may be missing: people follow old links. */
export function useParams<A extends Address>(_address: A): { [K in keyof Pages[A]]?: string } {
  const { params } = useRouter();
  const read: Record<string, string> = {};
  for (const [key, value] of Object.entries(params)) if (value !== undefined) read[key] = decodeURIComponent(value);
  return read as { [K in keyof Pages[A]]?: string };
}

/** Where each role begins. */
export const homeOf: Record<Role, Address> = {
  worker: '/tabs/home/index',
  recruiter: '/areas/jobs/mine/index',
  organizer: '/areas/organize/fairs/index',
  officer: '/areas/desk/today/index',
  steward: '/areas/gate/door/index',
};

export function goBack(role: Role = 'worker'): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restartAt(homeOf[role]);
}

/** The page in front, with its parameters: `/areas/jobs/detail/index?jobId=…`. */
export function addressNow(): string {
  const page = Taro.getCurrentInstance().router;
  if (!page) return '';
  const path = page.path.replace(/^\/?/, '/').split('?')[0] ?? '';
  const query = Object.entries(page.params)
    .filter(([key, value]) => value !== undefined && key !== 'stamp' && !key.startsWith('$'))
    .map(([key, value]) => `${key}=${value}`);
  return query.length ? `${path}?${query.join('&')}` : path;
}

export const isTab = (address: string): boolean => tabs.includes(address.split('?')[0] ?? '');

const signInPage = '/areas/desk/sign-in/index';
/** In a browser: to the sign-in page, and back here afterwards. */
export function askToSignIn(): void {
  const back = addressNow();
  if (!back.startsWith(signInPage)) void Taro.redirectTo({ url: linkTo(signInPage, { back }) });
}

export interface MenuEntry {
  words: string;
  icon: IconName;
  address: Address;
}

/** What a role finds in the menu: at the left of a wide screen, under 我的 on a phone. */
export const menuOf: Record<Role, readonly MenuEntry[]> = {
  worker: [],
  recruiter: [
    { words: '岗位', icon: 'doc', address: '/areas/jobs/mine/index' },
    { words: '要回的人', icon: 'bell', address: '/areas/applications/list/index' },
    { words: '展位', icon: 'map', address: '/areas/cards/booth/index' },
    { words: '约面', icon: 'calendar', address: '/areas/interviews/slots/index' },
    { words: '清单', icon: 'list', address: '/areas/exports/lists/index' },
    { words: '单位资料', icon: 'building', address: '/areas/employers/mine/index' },
    { words: '同事', icon: 'people', address: '/areas/employers/colleagues/index' },
    { words: '消息', icon: 'bell', address: '/areas/messages/list/index' },
  ],
  organizer: [
    { words: '招聘会', icon: 'calendar', address: '/areas/organize/fairs/index' },
    { words: '结对', icon: 'swap', address: '/areas/pairings/list/index' },
    { words: '清单', icon: 'list', address: '/areas/exports/lists/index' },
    { words: '消息', icon: 'bell', address: '/areas/messages/list/index' },
  ],
  officer: [
    { words: '今天要办', icon: 'home', address: '/areas/desk/today/index' },
    { words: '单位核验', icon: 'guard', address: '/areas/employers/verify/index' },
    { words: '招聘会', icon: 'calendar', address: '/areas/desk/fairs/index' },
    { words: '结对', icon: 'swap', address: '/areas/pairings/list/index' },
    { words: '清单', icon: 'list', address: '/areas/exports/lists/index' },
    { words: '消息', icon: 'bell', address: '/areas/messages/list/index' },
    { words: '技能人才', icon: 'cap', address: '/areas/people/skilled/index' },
    { words: '同一个人', icon: 'people', address: '/areas/people/duplicates/index' },
    { words: '代办登记', icon: 'edit', address: '/areas/proxies/list/index' },
    { words: '谁有权限', icon: 'lock', address: '/areas/trust/roles/index' },
    { words: '谁看过', icon: 'book', address: '/areas/trust/log/index' },
  ],
  steward: [{ words: '门口', icon: 'scan', address: '/areas/gate/door/index' }],
};

export const roleWords: Record<Role, string> = { worker: '找工作', recruiter: '招聘', organizer: '办招聘会', officer: '人社干部', steward: '门口帮忙' };
export const roleIcons: Record<Role, IconName> = { worker: 'user', recruiter: 'building', organizer: 'scan', officer: 'guard', steward: 'scan' };

/** Opens the page of an officer's task: which page, and with which ids, the task's kind says. */
export function openTask(page: string, params: readonly string[], subject: Readonly<Record<string, string | undefined>>): void {
  const known = Object.fromEntries(params.map((name) => [name, subject[name]]));
  void Taro.navigateTo({ url: linkTo(page as '/areas/jobs/detail/index', known as { jobId: string }) });
}
