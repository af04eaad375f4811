import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../support/call.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const device = 'device-worker01';

describe('a fair day', () => {
  test('is played from the gate to the figures by everybody who takes part', async () => {
    const { fair, booth, organizer, recruiter, employerId, jobId } = await world.anOpenFair();
    const { fairId } = fair;
    const gateCode = world.deps.codes.signAt('S', fairId, 0);

    const worker = await world.signIn('worker01');
    const place = await worker.call('fairs.resolveCode', { code: gateCode });
    expect(place).toMatchObject({ kind: 'gate', gate: '东门', fair: { fairId } });

    const first = await worker.call('attendance.checkIn', { code: gateCode, deviceId: device });
    expect(first).toMatchObject({ repeated: false, gate: '东门' });
    world.clock.now = '2026-02-07T04:01:00.000Z';
    const again = await worker.call('attendance.checkIn', { code: gateCode, deviceId: device });
    expect(again).toMatchObject({ repeated: true, number: first.number, at: first.at });
    await worker.call('attendance.tellHome', { fairId, home: { regionCode: '530324', town: '富乐镇' } });

    const consent = { employerId, version: '2026-11' };
    const card = await worker.call('cards.leave', {
      fairId,
      boothNo: booth.boothNo,
      jobId,
      name: '杨桂兰',
      phone: '12066600001',
      trades: ['electrician'],
      consent,
    });
    expect(card).toMatchObject({ employerName: booth.employerShortName, jobTitle: '电工' });

    const carried = await world.settled(
      () => recruiter.call('cards.find', { fairId, boothNo: booth.boothNo, number: first.number }).catch(() => undefined),
      (f) => !!f?.card,
    );
    expect(carried?.card).toMatchObject({ name: '杨桂兰', phone: '12066600001' });
    await recruiter.call('cards.answer', { fairId, boothNo: booth.boothNo, number: first.number, answer: 'want', note: '', nonce: 'nonce-0001' });
    const mine = await worker.call('cards.mine', {});
    expect(mine.items[0]).toMatchObject({ answer: 'want' });
    await worker.call('cards.reply', { fairId, boothNo: booth.boothNo, reply: 'accepted' });

    const strips = await world.printedStrips(fairId, 20);
    const walkIn = {
      fairId,
      gate: '西门',
      deviceId: 'device-gate-1',
      nonce: 'walk-in-0001',
      number: strips.from,
      name: '岩罕',
      home: { regionCode: '530324', town: '板桥镇' },
      trades: ['guard' as const],
      agreed: true as const,
    };
    const registered = await organizer.call('attendance.registerWalkIn', walkIn);
    expect(registered).toMatchObject({ number: strips.from, name: '岩罕' });
    expect(await organizer.call('attendance.registerWalkIn', walkIn)).toMatchObject({ number: strips.from });
    expect((await organizer.call('attendance.search', { fairId, q: '岩' })).items).toHaveLength(1);
    await recruiter.call('cards.leaveFor', { fairId, boothNo: booth.boothNo, number: strips.from, agreed: true, consent });
    await recruiter.call('cards.answer', { fairId, boothNo: booth.boothNo, number: strips.from, answer: 'talk', nonce: 'nonce-0002' });

    const board = await world.settled(
      () => organizer.call('reports.board', { fairId }),
      (b) => b.present === 2 && b.answered === 2 && b.accepted === 1,
    );
    expect(board).toMatchObject({ present: 2, cards: 2, want: 1, talk: 1, accepted: 1, filled: 1 });
    expect(board.byGate).toEqual([
      { gate: '东门', count: 1 },
      { gate: '西门', count: 1 },
    ]);
    expect(board.byHome).toHaveLength(2);

    const closed = await organizer.call('fairs.close', { fairId });
    expect(closed.status).toBe('closed');
    world.clock.now = '2026-02-07T04:02:00.000Z';
    const late = await world.signIn('worker02');
    await expect(late.call('attendance.checkIn', { code: gateCode, deviceId: 'device-worker02' })).rejects.toThrow(Refused);
  });
});
