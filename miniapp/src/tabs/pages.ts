interface Tab {
  page: string;
  words: string;
  icon: string;
}

/** The tabs that a worker has, in order. A tab joins when its page stands. */
export const tabs: Tab[] = [
  { page: 'tabs/home/index', words: '首页', icon: 'home' },
  { page: 'tabs/jobs/index', words: '找工作', icon: 'jobs' },
  { page: 'tabs/messages/index', words: '回音', icon: 'messages' },
  { page: 'tabs/me/index', words: '我的', icon: 'me' },
];
