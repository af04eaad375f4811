import { copyAudit } from '@shanhai/functions/src/audit/copier.ts';
import { comparedWithCopies } from '@shanhai/functions/src/audit/copies.ts';
import { hashOf } from '@shanhai/functions/src/audit/hashing.ts';
import { blockOf } from '@shanhai/functions/src/audit/rules.ts';
import { keys } from '@shanhai/functions/src/table/keys.ts';
import type { WorkerId } from '@shanhai/shared/contract/basics.ts';
import { afterMinutes } from '@shanhai/shared/rules/instants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../support/call.ts';
import { actingAs, aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let officer: Actor;
let person: Actor;
const office = '530324';
const elsewhere = (): Actor => actingAs(world, { workerId: 'officer00009' as WorkerId, role: 'officer', scope: '530602' });
const settledCheck = (blocks: number) =>
  world.settled(
    () => officer.call('audit.check', {}),
    (check) => check.blocks >= blocks || !!check.gap,
  );

beforeAll(async () => {
  world = await startWorld();
  officer = await world.staff('officer04', 'officer', office);
  person = aWorker(world, 1);
  await person.call('workers.change', { name: '杨桂兰', phone: '12066600001', home: { regionCode: office } });
});
afterAll(() => world.stop());

describe('the audit', () => {
  test('has a line of a phone number that was shown, with who and why, before it was shown', async () => {
    await officer.call('people.reveal', { workerId: person.session.workerId, reason: 'training' });
    const { items } = await officer.call('audit.list', { person: person.session.workerId });
    expect(items).toMatchObject([{ by: officer.session.workerId, action: 'people.reveal', words: 'training', region: office, role: 'officer' }]);
    expect(JSON.stringify(items)).not.toMatch(/杨桂兰|12066600001/);
  });

  test('has a second line where it was refused', async () => {
    expect(await codeOf(elsewhere().call('people.reveal', { workerId: person.session.workerId, reason: 'visit' }))).toBe('not_allowed');
    const { items } = await elsewhere().call('audit.list', { person: person.session.workerId });
    expect(items.map(({ refused }) => refused)).toEqual(['not_allowed', undefined]);
  });

  test('has one line of the same look again and again, and another after five minutes', async () => {
    const looks = async () => (await officer.call('audit.list', {})).items.filter(({ action }) => action === 'people.categories');
    const look = () => officer.call('people.categories', { workerId: person.session.workerId });
    await Promise.all([look(), look(), look()]);
    expect(await looks()).toMatchObject([{ persons: [person.session.workerId] }]);
    world.clock.now = afterMinutes(world.clock.now, 6);
    await look();
    expect(await looks()).toHaveLength(2);
  });

  test('names staff as they are called in their role, what it was about, and people only masked', async () => {
    const { employerId, jobId, recruiter } = await world.anOpenJob('recruiter01', { workRegion: '310113' });
    const district = await world.staff('officer01', 'officer', '310113');
    await district.call('employers.get', { employerId });
    const above = actingAs(world, { workerId: 'officer00007' as WorkerId, role: 'officer', scope: '310000' });
    const [look] = (await above.call('audit.list', { doneBy: district.session.workerId })).items;
    expect(look?.called).toEqual({ [employerId]: expect.stringContaining('月汀') });
    expect(look?.byName).toMatch(/^宝山区工作人员（.{4}）$/);
    const done = (await above.call('audit.list', { doneBy: recruiter.session.workerId })).items;
    expect(done.find(({ action }) => action === 'jobs.publish')).toMatchObject({ byName: '周敏', called: { [jobId]: '电工' } });
    await officer.call('people.reveal', { workerId: person.session.workerId, reason: 'training' });
    const about = (await officer.call('audit.list', { person: person.session.workerId })).items;
    expect(about.find(({ action }) => action === 'people.reveal')?.called).toEqual({ [person.session.workerId]: '杨**' });
  });

  test('of a role says to whom, for where and till when, also where a code was scanned', async () => {
    const helper = aWorker(world, 21);
    await helper.call('workers.change', { name: '罗春明' });
    await world.deps.identity.meet('openid-21', helper.session.workerId);
    const code = world.deps.codes.sign('P', helper.session.workerId);
    const above = actingAs(world, { workerId: 'officer00006' as WorkerId, role: 'officer', scope: '530000' });
    await above.call('identity.grantRole', { code, role: 'organizer', scope: office, untilOn: '2026-12-31' });
    const { items } = await above.call('audit.list', { doneBy: 'officer00006' as WorkerId });
    const granted = items.filter(({ action }) => action === 'identity.grantRole');
    expect(granted).toHaveLength(2);
    for (const line of granted) expect(line.subject).toMatchObject({ scope: office, untilOn: '2026-12-31' });
    expect(granted.find(({ persons }) => persons.length)).toMatchObject({
      persons: [helper.session.workerId],
      called: { [helper.session.workerId]: '罗春明' },
    });
  });

  test('is read by the officers of the region and those above, and by nobody beside it', async () => {
    const above = actingAs(world, { workerId: 'officer00008' as WorkerId, role: 'officer', scope: '530000' });
    const isHere = async (who: Actor) => (await who.call('audit.list', { doneBy: officer.session.workerId })).items.length > 0;
    expect([await isHere(officer), await isHere(above), await isHere(elsewhere())]).toEqual([true, true, false]);
  });

  test('says nothing of a person who looks at their own', async () => {
    await person.call('workers.me', {});
    expect((await officer.call('audit.list', { doneBy: person.session.workerId })).items).toEqual([]);
  });
});

describe('the chain', () => {
  test('holds every line, and the person’s own list goes on', async () => {
    world.clock.now = afterMinutes(world.clock.now, 20);
    const check = await world.settled(
      () => officer.call('audit.check', {}),
      ({ gap, lines }) => !gap && lines >= 4,
    );
    expect(check.gap).toBeUndefined();
    expect((await person.call('workers.views', {})).items.map(({ what }) => what)).toContain('revealed');
  });

  test('is given once more what a batch of the stream brings twice, and still holds', async () => {
    const [line] = (await officer.call('audit.list', {})).items;
    const item = await world.deps.table.find(keys.auditLine(office, line?.lineId ?? ''));
    await world.deps.audit.chain([{ after: item }, { after: item }], world.clock.now);
    expect((await officer.call('audit.check', {})).gap).toBeUndefined();
  });

  test('two that go on with it at once do not part it', async () => {
    const { blocks } = await officer.call('audit.check', {});
    const lines = (await officer.call('audit.list', {})).items.slice(0, 3);
    const items = await world.deps.table.findMany(lines.map(({ lineId }) => keys.auditLine(office, lineId)));
    await Promise.all(items.map((after) => world.deps.audit.chain([{ after }], world.clock.now)));
    // reading the list is a line of its own, chained meanwhile
    const check = await settledCheck(blocks + 3);
    expect(check.gap).toBeUndefined();
    expect(check.blocks).toBeGreaterThanOrEqual(blocks + 3);
  });

  test('is copied to where nothing can be changed, once each, and the table is held against it', async () => {
    const copy = copyAudit(world.deps);
    expect(await officer.call('audit.check', {})).toMatchObject({ copies: { count: 0 } });
    await copy();
    const first = await officer.call('audit.check', {});
    expect([first.copies, first.gap]).toEqual([{ count: 1, until: world.clock.now }, undefined]);
    const key = `${office}/00000001.json`;
    const { auditCopies } = world.deps;
    const held = await auditCopies.get(key);
    expect(Buffer.from((held as { bytes: Uint8Array }).bytes).toString()).toContain('people.reveal');
    await expect(auditCopies.put(key, Buffer.from('{}'), 'application/json')).rejects.toThrow('400');
    expect(await auditCopies.putOnce(key, Buffer.from('{}'), 'application/json')).toBe(false);
    await expect(auditCopies.remove(key)).rejects.toThrow('403');
    await officer.call('people.reveal', { workerId: person.session.workerId, reason: 'offer' });
    await settledCheck(first.blocks + 1);
    await copy();
    await copy();
    expect(await officer.call('audit.check', {})).toMatchObject({ copies: { count: 2 } });
  });

  test('shows a line that an administrator took away, and goes on showing it', async () => {
    const [line] = (await officer.call('audit.list', { person: person.session.workerId })).items.slice(-1);
    const before = await officer.call('audit.check', {});
    await world.deps.table.remove(keys.auditLine(office, line?.lineId ?? ''));
    expect((await officer.call('audit.check', {})).gap).toMatchObject({ fault: 'line_missing', lineId: line?.lineId });
    expect(before.gap).toBeUndefined();
  });

  test('made anew as a whole, so that it holds in itself, differs from its copies', async () => {
    const { table } = world.deps;
    const { pk } = keys.auditBlock(office, 0);
    await copyAudit(world.deps)();
    const blocks = await table.queryAll({ pk, strongly: true });
    let before: unknown;
    for (const item of blocks.slice(1)) {
      const { hash: _, ...rest } = blockOf(item);
      const anew = { ...rest, at: '2026-02-07T00:00:00.000Z', ...(before ? { before: before as string } : {}) };
      before = hashOf(anew);
      await table.put({ pk, sk: String(item.sk) }, { ...item, ...anew, hash: before });
    }
    const { gap } = await comparedWithCopies(office, { ...world.deps, keptFrom: '2023-01-01T00:00:00.000Z' });
    expect(gap).toMatchObject({ fault: 'copy_differs', block: 2 });
    for (const item of blocks) await table.put({ pk, sk: String(item.sk) }, item);
    expect(await comparedWithCopies(office, { ...world.deps, keptFrom: '2023-01-01T00:00:00.000Z' })).toMatchObject({ gap: undefined });
  });

  test('is held against copies too that the table says nothing of any more', async () => {
    const { copies } = await officer.call('audit.check', {});
    await world.deps.table.remove(keys.auditCopied(office));
    const { count, gap } = await comparedWithCopies(office, { ...world.deps, keptFrom: '2023-01-01T00:00:00.000Z' });
    expect([count, gap]).toEqual([copies?.count, undefined]);
    await world.deps.table.put(keys.auditCopied(office), { copies: count + 1, block: 1 });
    const missing = await comparedWithCopies(office, { ...world.deps, keptFrom: '2023-01-01T00:00:00.000Z' });
    expect(missing.gap).toMatchObject({ fault: 'copy_missing' });
    await world.deps.table.put(keys.auditCopied(office), { copies: count, block: 1 });
  });
});
