import { allocationsPages } from './areas/allocations/pages.ts';
import { applicationsPages } from './areas/applications/pages.ts';
import { boardPages } from './areas/board/pages.ts';
import { cardsPages } from './areas/cards/pages.ts';
import { complaintsPages } from './areas/complaints/pages.ts';
import { contentPages } from './areas/content/pages.ts';
import { deskPages } from './areas/desk/pages.ts';
import { employersPages } from './areas/employers/pages.ts';
import { exportsPages } from './areas/exports/pages.ts';
import { fairsPages } from './areas/fairs/pages.ts';
import { gatePages } from './areas/gate/pages.ts';
import { importsPages } from './areas/imports/pages.ts';
import { interviewsPages } from './areas/interviews/pages.ts';
import { jobsPages } from './areas/jobs/pages.ts';
import { messagesPages } from './areas/messages/pages.ts';
import { organizePages } from './areas/organize/pages.ts';
import { pairingsPages } from './areas/pairings/pages.ts';
import { peoplePages } from './areas/people/pages.ts';
import { proxiesPages } from './areas/proxies/pages.ts';
import { rightsPages } from './areas/rights/pages.ts';
import { trustPages } from './areas/trust/pages.ts';
import { workersPages } from './areas/workers/pages.ts';
import { tabs } from './tabs/pages.ts';

const areas = {
  fairs: fairsPages,
  cards: cardsPages,
  jobs: jobsPages,
  applications: applicationsPages,
  workers: workersPages,
  rights: rightsPages,
  employers: employersPages,
  gate: gatePages,
  organize: organizePages,
  board: boardPages,
  desk: deskPages,
  complaints: complaintsPages,
  trust: trustPages,
  content: contentPages,
  pairings: pairingsPages,
  people: peoplePages,
  proxies: proxiesPages,
  imports: importsPages,
  exports: exportsPages,
  messages: messagesPages,
  interviews: interviewsPages,
  allocations: allocationsPages,
};
const standing = Object.entries(areas).filter(([, pages]) => pages.length > 0);
const isStanding = (area: string): boolean => standing.some(([name]) => name === area);

/** What a worker at a fair opens next is fetched ahead while the home page is read. */
const ahead = ['fairs', 'cards', 'jobs'].filter(isStanding).map((area) => `areas/${area}`);

export default defineAppConfig({
  pages: tabs.map((tab) => tab.page),
  subPackages: standing.map(([area, pages]) => ({ root: `areas/${area}`, pages })),
  ...(ahead.length > 0 && { preloadRule: { 'tabs/home/index': { network: 'all', packages: ahead } } }),
  lazyCodeLoading: 'requiredComponents',
  // Asked only where a fair wants to know whether somebody is near, after a yes on our own page; the place never leaves the phone.
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '只在手机上看您离会场远不远，位置不上传' } },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '山海就业',
    navigationBarBackgroundColor: '#F2F6F5',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F2F6F5',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#40545A',
    selectedColor: '#0E5F8A',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: tabs.map(({ page, words, icon }) => ({ pagePath: page, text: words, iconPath: `art/tab/${icon}.png`, selectedIconPath: `art/tab/${icon}-on.png` })),
  },
});
