import readSheets from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { download, pick, sees, seesNot, tap, tapExactly, tappable, type } from '../support/hands.ts';
import { codeIn, codesOnSheet, renderPdf } from '../support/paper.ts';
import { type Day, startDay } from './day.ts';

const title = '春风送岗·桃源再聚';
const longPlan = (what: string): string => `${what}：县人社局牵头，明确分工、电话、进出路线和时间，现场设医疗点和疏散口。`;

let day: Day;
/** What one step leaves to the next. */
const left = { fairId: '', posterLink: '', boothLink: '', stripLinks: [] as string[], number: '' };

beforeAll(async () => {
  day = await startDay();
});
/** Each step stands on those before it: after one has failed, the rest would only repeat its failure. */
let hasFailed = false;
beforeEach(({ skip }) => skip(hasFailed, 'an earlier step failed'));
afterEach(async ({ task }) => {
  hasFailed ||= task.result?.state === 'fail';
  if (task.result?.state === 'fail') await day.snapAll();
  expect(day.faults.splice(0)).toEqual([]);
});
afterAll(() => day.stop());

describe('a fair day', () => {
  test('1 an officer verifies one employer and sends another back with a reason', async () => {
    const officer = await day.sit('officer01', 'desk');
    await day.open(officer, '/areas/employers/verify/index');
    await tap(officer, '潮岸金属');
    await sees(officer, '信用代码', '营业执照');
    await day.snap(officer, '01-verify');
    await tapExactly(officer, '通过');
    await sees(officer, '潮岸金属 通过了');
    await tap(officer, '宝禾塑料');
    await seesNot(officer, '潮岸金属 通过了');
    await sees(officer, /，不能通过$/);
    await tap(officer, '退回，让单位改');
    await sees(officer, '宝禾塑料 退回了，理由告诉了单位');
  });

  test('2 a recruiter posts an opening; what breaks a rule is refused at its field, with the article', async () => {
    const recruiter = await day.sit('recruiter01', 'desk');
    await day.open(recruiter, '/areas/jobs/edit/index');
    await type(recruiter, '招什么工', '夜班电工');
    await tapExactly(recruiter, '电工');
    await type(recruiter, '做什么活', '修厂房里的电路，每天查一遍配电箱');
    await pick(recruiter, '在哪里上班', '宝山区');
    await type(recruiter, '招几个人', '6');
    await type(recruiter, '哪条路、几号', '12 号');
    await tap(recruiter, '下一步');
    await type(recruiter, '基本工资', '2000');
    await sees(recruiter, /低于上海最低工资/, /最低工资标准（/, '改好 1 处再下一步');
    await day.snap(recruiter, '02-post-wage');
    await type(recruiter, '基本工资', '5200');
    await seesNot(recruiter, '改好 1 处再下一步');
    await type(recruiter, '每月几号发', '15');
    await tap(recruiter, '下一步');
    await type(recruiter, '招聘条件', '限男性，有低压电工证');
    await sees(recruiter, /不能写/, /第.+条/, '改好 1 处再下一步');
    await day.snap(recruiter, '02-post-findings');
    await tap(recruiter, '换成这句');
    await seesNot(recruiter, /不能写/);
    await tapExactly(recruiter, '夜班');
    await type(recruiter, '班次再说一句', '夜班 8 小时');
    await tap(recruiter, '下一步');
    await type(recruiter, '招到哪天', '2026-03-31');
    await tap(recruiter, '下一步');
    await sees(recruiter, '六项齐全，没有违规的话');
    await tap(recruiter, '发出去');
    await sees(recruiter, '夜班电工');
  });

  test('3 an organizer creates a fair, is told what is missing, and publishes it once it is there', async () => {
    const organizer = await day.sit('organizer01', 'desk');
    await day.open(organizer, '/areas/organize/edit/index');
    await type(organizer, '名字', title);
    await type(organizer, '哪一场', '加场');
    await tapExactly(organizer, '春风行动');
    await tap(organizer, '下一步');
    await type(organizer, '在哪里', '富乐镇桃源集市');
    await type(organizer, '哪天', '2026-02-07');
    await type(organizer, '几个门', '东门、西门');
    await tap(organizer, '下一步');
    await type(organizer, '大概来多少人', '1200');
    await tap(organizer, '下一步', '存成草稿');
    await sees(organizer, /还差 \d+ 项/, '组织实施办法', /许可/);
    left.fairId = /fairId=([\w-]+)/.exec(organizer.url())?.[1] ?? '';
    await expect(day.organizer.call('fairs.publish', { fairId: left.fairId as never })).rejects.toThrow('fair_not_ready');
    await day.snap(organizer, '03-missing');
  });

  test('3 the police permit, the plans and a verified employer make it whole', async () => {
    const organizer = await day.sit('organizer01', 'desk');
    await day.open(organizer, `/areas/organize/edit/index?fairId=${left.fairId}&step=3`);
    await type(organizer, '公安许可证号', '罗公治许字〔2026〕12号');
    for (const plan of ['组织实施办法', '应急预案', '安全保卫工作方案']) {
      await tap(organizer, plan);
      await type(organizer, '全文', longPlan(plan));
      await expect.poll(() => tappable(organizer, plan).innerText()).toContain('写好了');
      await tap(organizer, plan);
      await expect.poll(() => organizer.getByLabel('全文').filter({ visible: true }).count()).toBe(0);
    }
    await tap(organizer, '下一步', '存好');
    await sees(organizer, '改好了');
    await day.open(organizer, `/areas/organize/invite/index?fairId=${left.fairId}`);
    await type(organizer, '找单位', '月汀');
    await tap(organizer, '月汀钢构');
    await sees(organizer, '夜班电工');
    await tap(organizer, /请到 A01/);
    await sees(organizer, 'A01 请到了');
    await day.open(organizer, `/areas/organize/publish/index?fairId=${left.fairId}`);
    await sees(organizer, '都齐了');
    await tapExactly(organizer, '发布');
    await sees(organizer, '发布了，大家都看得到', '打印包');
    await day.snap(organizer, '03-published');
  });

  test('4 the print pack comes down as one PDF whose codes decode from the rendered pages', async () => {
    const organizer = await day.sit('organizer01', 'desk');
    await type(organizer, '号码条', '20');
    const pack = await download(organizer, '做打印包');
    expect(pack.name).toMatch(/\.pdf$/);
    const pages = renderPdf(pack.bytes, 'fair-day');
    const links = pages.map(codeIn);
    const prefix = `${day.origin}/c/`;
    expect(links.slice(0, 3).map((link) => link?.slice(0, prefix.length + 1))).toEqual([`${prefix}S`, `${prefix}S`, `${prefix}B`]);
    left.posterLink = links[0] ?? '';
    left.boothLink = links[2] ?? '';
    left.stripLinks = pages.slice(3).flatMap(codesOnSheet);
    expect(left.stripLinks).toHaveLength(20);
    expect(new Set(left.stripLinks.map((link) => link.slice(0, prefix.length + 1)))).toEqual(new Set([`${prefix}N`]));
  });

  test('5 a job seeker opens the poster’s link, checks in with one tap and one request, and has a number', async () => {
    const worker = await day.sit('worker01');
    await worker.goto(left.posterLink);
    await sees(worker, '桃源再聚', '确认签到');
    await day.snap(worker, '05-landing');
    const sent: string[] = [];
    worker.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
    await tap(worker, '确认签到');
    await sees(worker, '签到成功');
    left.number = (await worker.locator('.strip-digits:visible').innerText()).trim();
    expect(left.number).toMatch(/^\d{4}$/);
    expect(sent).toEqual(['/api/check-ins']);
    await day.snap(worker, '05-checked-in');
  });

  test('5 a second scan shows the first, a forged code is told from a good one', async () => {
    const worker = await day.sit('worker01');
    await worker.goto('about:blank');
    await worker.goto(left.posterLink);
    await tap(worker, '确认签到');
    await sees(worker, '您 12:00 已经签过了', new RegExp(`还是 ${left.number} 号`));
    const stranger = await day.screen('phone');
    await stranger.goto(`${left.posterLink.slice(0, -2)}zz`);
    await sees(stranger, '这张码不对，请找工作人员');
  });

  test('6 the job seeker walks the booths, opens one by its code and leaves a card with a consent that names the employer', async () => {
    const worker = await day.sit('worker01');
    await day.open(worker, `/areas/fairs/booths/index?fairId=${left.fairId}`);
    await sees(worker, 'A01', '月汀钢构');
    await day.snap(worker, '06-booths');
    await worker.goto('about:blank');
    await worker.goto(left.boothLink);
    await sees(worker, '夜班电工');
    await tap(worker, '留名片');
    await sees(worker, /把名片交给/, '月汀钢构', '这些不给：');
    await tap(worker, '夜班电工');
    await day.snap(worker, '06-consent');
    await tap(worker, '同意，交给这家');
    await sees(worker, '名片交给月汀钢构了');
  });

  test('7 the recruiter types the number, sees the card and answers; the person reads the answer', async () => {
    const recruiter = await day.sit('recruiter01', 'phone');
    await day.open(recruiter, `/areas/cards/booth/index?fairId=${left.fairId}&boothNo=1`);
    for (const digit of left.number) await recruiter.getByLabel('输四位号码').getByText(digit, { exact: true }).click();
    await sees(recruiter, '杨桂兰', '同意给您看');
    await tap(recruiter, '写一句');
    await type(recruiter, '写一句', '周一 8 点来厂里，带身份证');
    await day.snap(recruiter, '07-booth-mode');
    await tap(recruiter, '要你');
    await sees(recruiter, `${left.number} 要你，存好了`);
    const worker = await day.sit('worker01');
    await day.open(worker, '/tabs/messages/index');
    await sees(worker, '要您了', '周一 8 点来厂里，带身份证');
    await day.snap(worker, '07-answer');
    await tap(worker, '答应去');
    await sees(worker, '您答应去了');
  });

  test('8 at the gate: a strip becomes a walk-in, is found by name, taken back, and refusals are counted', async () => {
    const gate = await day.sit('organizer01', 'phone');
    await day.open(gate, `/areas/gate/door/index?fairId=${left.fairId}`);
    await tap(gate, '扫号码条或手机上的码');
    await type(gate, '号码，或码上的字', left.stripLinks[0] ?? '');
    await tap(gate, '就是这个');
    await sees(gate, '没手机登记');
    await type(gate, '姓名', '岩温');
    await tap(gate, '已当面说清，本人同意登记');
    await day.snap(gate, '08-walk-in');
    await tap(gate, /^登记，发/);
    await sees(gate, /撤销/);
    await day.open(gate, `/areas/gate/people/index?fairId=${left.fairId}`);
    await seesNot(gate, '岩温');
    await type(gate, '名字，或电话后四位', '岩');
    await tapExactly(gate, '查');
    await sees(gate, '岩温');
    await tap(gate, '撤销');
    await sees(gate, /撤了，这次不算进场/);
    await day.open(gate, `/areas/gate/door/index?fairId=${left.fairId}`);
    await tap(gate, '输号码');
    await type(gate, '号码条上的四个数', '9998');
    await tap(gate, '看这个号');
    await sees(gate, /没有 9998 这个号/);
    await tap(gate, /^没进来的/);
    await sees(gate, '什么时候');
    await day.snap(gate, '08-refusals');
  });

  test('8 a person without a phone goes on with a strip: the recruiter asks aloud, and answers', async () => {
    const gate = await day.sit('organizer01', 'phone');
    await day.open(gate, `/areas/gate/door/index?fairId=${left.fairId}`);
    await tap(gate, '扫号码条或手机上的码');
    await type(gate, '号码，或码上的字', left.stripLinks[1] ?? '');
    await tap(gate, '就是这个');
    await type(gate, '姓名', '玉香');
    await tap(gate, '已当面说清，本人同意登记', /^登记，发/);
    await sees(gate, /撤销/);
    const recruiter = await day.sit('recruiter01', 'phone');
    await day.open(recruiter, `/areas/cards/booth/index?fairId=${left.fairId}&boothNo=1`);
    await tap(recruiter, '扫对方的码');
    await type(recruiter, '号码，或码上的字', left.stripLinks[1] ?? '');
    await tap(recruiter, '就是这个');
    await sees(recruiter, /还没同意给您看名片/);
    await day.snap(recruiter, '08-asked-aloud');
    await tap(recruiter, /本人/, /记下|看名片/);
    await sees(recruiter, '玉香', '当面同意给您看');
    await tap(recruiter, '再谈');
    await sees(recruiter, /再谈，存好了/);
  });

  test('9 the live board counts it, on a wall and on a phone, with one request for each refresh', async () => {
    const wall = await day.sit('organizer01', 'desk');
    const asked: string[] = [];
    wall.on('request', (request) => request.url().includes('/api/') && asked.push(new URL(request.url()).pathname));
    await day.open(wall, `/areas/board/live/index?fairId=${left.fairId}`);
    await expect.poll(() => wall.locator('.present-count:visible').innerText(), { timeout: 10_000 }).toBe('2');
    await sees(wall, '东门', '答应去', '从哪儿来', '没扫成 1 次，不算到场');
    await day.snap(wall, '09-board-wall');
    const late = await day.sit('worker02');
    await late.goto(left.posterLink);
    await tap(late, '确认签到');
    await sees(late, '签到成功');
    await expect.poll(() => wall.locator('.present-count:visible').innerText(), { timeout: 4000 }).toBe('3');
    expect(new Set(asked)).toEqual(new Set([`/api/fairs/${left.fairId}/board`]));
    const phone = await day.sit('organizer01', 'phone');
    await day.open(phone, `/areas/board/live/index?fairId=${left.fairId}`);
    await sees(phone, '收到名片');
    await day.snap(phone, '09-board-phone');
  });

  test('10 after closing, the report comes down as a workbook and the officer sees the fair in the pairing', async () => {
    const organizer = await day.sit('organizer01', 'desk');
    await day.open(organizer, `/areas/organize/publish/index?fairId=${left.fairId}`);
    await tapExactly(organizer, '散场');
    await tap(organizer, '确认散场');
    await sees(organizer, '下载散场报告');
    const report = await download(organizer, '下载散场报告');
    expect(report.name).toMatch(/\.xlsx$/);
    const sheets = await readSheets(report.bytes);
    expect(sheets.length).toBeGreaterThan(1);
    expect(JSON.stringify(sheets)).toContain(title);
    const officer = await day.sit('officer01', 'desk');
    await day.open(officer, '/areas/pairings/list/index');
    await tap(officer, /宝山区.*曲靖市/s);
    await sees(officer, title);
    await day.snap(officer, '10-pairing');
    const host = await day.sit('officer04', 'desk');
    await day.open(host, '/areas/desk/fairs/index');
    await sees(host, title, '散场报告');
  });
});
