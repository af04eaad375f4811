import { chinaTime, monthDay, weekday } from './china-day.ts';

/** What a one-time message of WeChat can be about; one yes of a person to a template is one message. */
export const templateNames = ['answer', 'interview', 'reminder'] as const;
export type TemplateName = (typeof templateNames)[number];
export const isTemplateName = (name: string | undefined): name is TemplateName => (templateNames as readonly (string | undefined)[]).includes(name);

type Role = 'worker' | 'recruiter' | 'organizer' | 'officer';

export interface MessageKind {
  /** As whom the person is told; staff open the page in that role. */
  to: Role;
  /** `{name}` is filled from the message's values; a value called `…At` is shown as day and time of China. */
  title: string;
  words: string;
  /** The page that it opens, with the values handed on as its parameters. */
  page: string;
  params?: readonly string[];
  /** Told in WeChat as well, to those who said yes. */
  template?: TemplateName;
  /** Its one short word in WeChat's message, at most five Chinese characters. */
  phrase?: string;
}

/** Whatever happens to a person is told in the mini-program, always. Each area adds its rows; a row that was ever sent stays. */
export const messageKinds = {
  'card.answered': {
    to: 'worker',
    title: '{employer}给您回音了',
    words: '{about}：{answer}',
    page: '/tabs/messages/index',
    template: 'answer',
    phrase: '有回音',
  },
  'card.replied': { to: 'recruiter', title: '{number} 号{reply}', words: '{about}', page: '/areas/cards/seen/index', params: ['fairId', 'boothNo'] },

  'application.received': {
    to: 'recruiter',
    title: '“{about}”有人投了',
    words: '请在 {answerByAt} 前给回音',
    page: '/areas/applications/list/index',
    params: ['jobId'],
  },
  'application.answered': {
    to: 'worker',
    title: '{employer}给您回音了',
    words: '{about}：{answer}',
    page: '/areas/applications/detail/index',
    params: ['jobId', 'forWorkerId'],
    template: 'answer',
    phrase: '有回音',
  },
  'application.replied': {
    to: 'recruiter',
    title: '“{about}”{reply}',
    words: '看看是谁，约好哪天来',
    page: '/areas/applications/person/index',
    params: ['jobId', 'workerId'],
  },
  'answer.overdue': { to: 'recruiter', title: '有人过了你们说的日子还没等到回音', words: '已经转给人社局，请马上回', page: '/areas/applications/list/index' },
  'answer.urged': { to: 'recruiter', title: '人社局来问了', words: '还有 {count} 位过了日子没等到回音', page: '/areas/applications/list/index' },
  'application.withdrawn': {
    to: 'recruiter',
    title: '“{about}”有人收回了申请',
    words: '资料已经看不到了',
    page: '/areas/applications/list/index',
    params: ['jobId'],
  },
  'application.arrival': {
    to: 'worker',
    title: '{employer}：{words}',
    words: '{about}',
    page: '/areas/applications/detail/index',
    params: ['jobId', 'forWorkerId'],
  },
  'application.arrived': {
    to: 'recruiter',
    title: '“{about}”有人{words}',
    words: '点开看看',
    page: '/areas/applications/person/index',
    params: ['jobId', 'workerId'],
  },

  'worker.still_looking': { to: 'worker', title: '还在找活吗？', words: '点一下就行。一个月没回，就先不把您推给别人看', page: '/areas/workers/looking/index' },
  'proxied.still_looking': {
    to: 'worker',
    title: '您代办的{name}还在找活吗？',
    words: '帮着问一声，点一下就行',
    page: '/areas/proxies/person/index',
    params: ['workerId'],
  },
  'opening.recommended': {
    to: 'worker',
    title: '给您推荐：{title}',
    words: '{employer}在招。{reasons}',
    page: '/areas/jobs/detail/index',
    params: ['jobId'],
  },
  'opening.invited': {
    to: 'worker',
    title: '{employer}想请您看看一个岗位',
    words: '{title}。投不投您说了算，电话没给他们',
    page: '/areas/jobs/detail/index',
    params: ['jobId'],
  },
  'complaint.decided': { to: 'worker', title: '您举报的“{title}”有结果了', words: '{outcome}', page: '/areas/complaints/mine/index' },
  'complaint.correct': { to: 'recruiter', title: '“{title}”要改正', words: '人社局查过举报，先停了：{note}', page: '/areas/jobs/mine/index' },
  'complaint.taken_down': { to: 'recruiter', title: '“{title}”撤下了', words: '人社局查过举报：{note}', page: '/areas/jobs/mine/index' },

  'content.passed': { to: 'recruiter', title: '“{title}”看过了', words: '内容没问题，{now}', page: '/areas/jobs/mine/index' },
  'content.refused': { to: 'recruiter', title: '“{title}”没通过', words: '{reason}', page: '/areas/jobs/edit/index', params: ['jobId'] },

  'employer.verified': { to: 'recruiter', title: '{employer}核验通过了', words: '现在可以发岗位、上招聘会了', page: '/areas/employers/mine/index' },
  'employer.sent_back': { to: 'recruiter', title: '{employer}的资料退回来了', words: '有 {count} 处要改，改好再交', page: '/areas/employers/mine/index' },

  'employer.verification_ends': {
    to: 'recruiter',
    title: '{employer}的核验 {endsOn} 到期',
    words: '到期还没复核，岗位会先收起来。看看证照要不要换',
    page: '/areas/employers/mine/index',
  },
  'employer.verification_ended': {
    to: 'recruiter',
    title: '{employer}的核验 {endsOn} 到期了',
    words: '岗位先收起来，展位不收名片。换好证照再送一次，或请人社局复核',
    page: '/areas/employers/mine/index',
  },
  'employer.suspended': { to: 'recruiter', title: '{employer}停用了', words: '{reason}。岗位先收着，什么都没删', page: '/areas/employers/mine/index' },
  'employer.lifted': { to: 'recruiter', title: '{employer}恢复了', words: '岗位又看得到了', page: '/areas/employers/mine/index' },
  'job.essential_refused': {
    to: 'recruiter',
    title: '“{title}”先停下了',
    words: '人社看过：{note}。改好再发',
    page: '/areas/jobs/edit/index',
    params: ['jobId'],
  },

  'role.given': { to: 'worker', title: '您有了新身份：{role}', words: '{by}给的，到 {endsOn} 为止', page: '/tabs/me/index' },
  'role.ends': { to: 'worker', title: '{role}的身份 {endsOn} 到期', words: '还要用的话，请上级续一下；到期自动停', page: '/tabs/me/index' },
  'role.taken': { to: 'worker', title: '{role}的身份收回了', words: '有疑问请问上级人社局', page: '/tabs/me/index' },

  'fair.invited': {
    to: 'recruiter',
    title: '{fair}请你们去',
    words: '展位 {label}，{opensAt} 开场',
    page: '/areas/cards/booth/index',
    params: ['fairId', 'boothNo'],
  },
  'fair.closed': {
    to: 'recruiter',
    title: '还有 {count} 张名片等着回音',
    words: '{fair}散场了，展位 {label} 的名片请在五天内答完',
    page: '/areas/cards/seen/index',
    params: ['fairId', 'boothNo'],
  },

  'interview.offered': {
    to: 'worker',
    title: '{employer}请您挑个时间见面',
    words: '{about}，{place}',
    page: '/areas/interviews/take/index',
    params: ['jobId'],
    template: 'interview',
    phrase: '挑个时间',
  },
  'interview.moved': {
    to: 'worker',
    title: '{employer}改了见面时间',
    words: '改到 {startsAt}，{reason}。合适请点一下',
    page: '/areas/interviews/mine/index',
    template: 'interview',
    phrase: '改时间了',
  },
  'interview.cancelled': {
    to: 'worker',
    title: '{employer}的见面取消了',
    words: '{about}，{startsAt}，{reason}',
    page: '/areas/interviews/mine/index',
    template: 'interview',
    phrase: '取消了',
  },
  'interview.reminder': {
    to: 'worker',
    title: '别忘了 {startsAt} 见面',
    words: '{employer} {about}，{place}',
    page: '/areas/interviews/mine/index',
    template: 'reminder',
    phrase: '要见面了',
  },
  'interview.taken': { to: 'recruiter', title: '有人约了 {startsAt}', words: '{about}，{place}', page: '/areas/interviews/slots/index', params: ['jobId'] },
  'interview.confirmed': {
    to: 'recruiter',
    title: '改的时间有人答应了',
    words: '{about}，{startsAt}',
    page: '/areas/interviews/slots/index',
    params: ['jobId'],
  },
  'interview.given_back': { to: 'recruiter', title: '有人退了 {startsAt} 的时间', words: '{about}', page: '/areas/interviews/slots/index', params: ['jobId'] },
} as const satisfies Record<string, MessageKind>;
export type MessageKindName = keyof typeof messageKinds;

export const isMessageKind = (name: string): name is MessageKindName => Object.hasOwn(messageKinds, name);

/** `2月8日 周日 9:30` */
export const dayAndTime = (at: string): string => `${monthDay(at)} ${weekday(at)} ${chinaTime(at)}`;

const shown = (name: string, value: string | undefined): string => (value && name.endsWith('At') ? dayAndTime(value) : (value ?? ''));

/** The sentence of a message, filled; a value that is not there leaves no brace and no lonely colon behind. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(name, values[name])).replace(/^：|：$/g, '');
}

/** The parameters its page is opened with. */
export function paramsOf(kind: MessageKind, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries((kind.params ?? []).flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
}
