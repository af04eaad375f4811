import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sees, seesNot, tap, tapExactly, type } from '../support/hands.ts';
import { type Day, startDay } from './day.ts';

let day: Day;
let fairId: string;
beforeAll(async () => {
  day = await startDay();
  const [open] = await day.deps.fairs.published(day.clock.now);
  fairId = open?.fairId ?? '';
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await day.snapAll();
  expect(day.faults.splice(0)).toEqual([]);
});
afterAll(() => day.stop());

test('an organizer lets everybody at the fair be placed, changes one with a reason and sends; the person reads why', async () => {
  const organizer = await day.sit('organizer01', 'desk');
  await day.open(organizer, `/areas/organize/publish/index?fairId=${fairId}`);
  await tap(organizer, '统筹配岗');
  await sees(organizer, '还没配过');
  // the button moves while the list above it comes; a tap in that moment is lost
  const isMade = async (): Promise<boolean> => {
    const page = organizer.getByText('看看配得怎么样').filter({ visible: true });
    if (await page.count()) return true;
    await tap(organizer, '配一次');
    return page
      .first()
      .waitFor({ timeout: 8000 })
      .then(
        () => true,
        () => false,
      );
  };
  await expect.poll(isMade, { timeout: 90_000 }).toBe(true);
  await sees(organizer, '看看配得怎么样', '想找活的', /比先来先得好|一样好/);
  await day.snap(organizer, 'allocation');
  await tap(organizer, /^杨/);
  await tap(organizer, '先不配');
  await type(organizer, '为什么换', '本人今天不走');
  await tap(organizer, '换好了');
  await sees(organizer, /您改的：本人今天不走/);
  await tapExactly(organizer, '看岗位');
  await sees(organizer, /展位，/);
  await tapExactly(organizer, '发给大家');
  await tap(organizer, '确认发');
  await sees(organizer, /已经发给大家/);
  await seesNot(organizer, '确认发');

  const worker = await day.sit('worker05');
  await day.open(worker, '/areas/messages/list/index');
  await sees(worker, /给您推荐：/, /是您想做的/);
  await day.snap(worker, 'allocation-told');
});
