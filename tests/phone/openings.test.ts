import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import { phonesIn } from '../support/phone-in-hand.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let open: Awaited<ReturnType<World['anOpenJob']>>;
const phones = phonesIn(() => world);

beforeAll(async () => {
  world = await startWorld();
  open = await world.anOpenJob();
});
beforeEach(() => {
  world.clock.now = noon;
});
afterEach(() => phones.putAway());
afterAll(() => world.stop());

const hiring = () => phones.of('nophone01', { session: open.recruiter.session });

describe('writing an opening on the phone', () => {
  test('begins like the last one, counts along, and goes out', async () => {
    const phone = hiring();
    await phone.launch('areas/jobs/edit/index');
    const page = phone.page();
    expect(page.text()).toContain('照上一个岗位填好了');
    await page.tap('焊工');
    await page.type('做什么活', '焊接钢梁，看图纸下料');
    await page.type('招几个人', '3');
    await page.tap('下一步');
    await page.type('基本工资', '6000');
    await page.tap('24 小时');
    expect(page.text()).toContain('到手约');
    expect(page.text()).toContain('平常加班 24 小时');
    await page.tap('下一步');
    await page.tap('没有条件，写“不限”');
    await page.tap('下一步');
    await page.tap('下一步');
    expect(page.text()).toContain('六项齐全');
    await page.tap('发出去');
    const { items } = await open.recruiter.call('jobs.mine', { employerId: open.employerId });
    expect(items.find((one) => one.title === '焊工')).toMatchObject({
      status: 'open',
      trade: 'welder',
      headcount: 3,
      baseWageFen: 600_000,
      overtimeHours: 24,
      overtimeFen: 124_200,
    });
  });
});

describe('looking at an opening', () => {
  test('from the link of a poster shows it at once', async () => {
    const phone = phones.of('worker02');
    const { link } = await open.recruiter.call('jobs.get', { jobId: open.jobId });
    const page = await phone.launch('areas/jobs/detail/index', { q: encodeURIComponent(link) });
    expect(page.text()).toContain('到手约');
    expect(page.text()).toContain('基本工资');
  });
  test('reckons a month and what it takes until the first pay', async () => {
    const page = await phones.of('worker03').launch('areas/jobs/reckon/index', { jobId: open.jobId });
    expect(page.text()).toContain('要备约');
    expect(page.text()).toContain('3月15日 头一次发');
  });
  test('that is full says so', async () => {
    const full = await world.anOpenJob('recruiter02', { headcount: 1 });
    await full.recruiter.call('jobs.close', { jobId: full.jobId, reason: 'filled' });
    const page = await phones.of('worker04').launch('areas/jobs/detail/index', { jobId: full.jobId });
    expect(page.text()).toContain('这个岗位招满了');
    expect(page.text()).toContain('差不多的岗位');
  });
});
