import { forgetFiles } from '@shanhai/functions/src/files/duties.ts';
import { largestFileBytes, mostFilesADay } from '@shanhai/shared/rules/files.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noon } from '../support/builders.ts';
import type { Actor } from '../support/call.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { aPicture, broughtIn, putThrough } from '../support/pictures.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let owner: Actor;
let other: Actor;
beforeAll(async () => {
  world = await startWorld();
  owner = aWorker(world, 1);
  other = aWorker(world, 2);
});
beforeEach(() => {
  world.clock.now = noon;
});
afterAll(() => world.stop());

const start = (actor: Actor, bytes: Buffer, contentType: 'image/png' | 'image/jpeg' = 'image/png') =>
  actor.call('files.start', { purpose: 'licence', contentType, size: bytes.length });
const finish = (actor: Actor, fileId: string) => actor.call('files.finish', { fileId });

describe('a photograph', () => {
  test('comes in through a link and can be looked at by its owner', async () => {
    const bytes = aPicture();
    const { fileId, ...link } = await start(owner, bytes);
    expect((await putThrough(link, bytes)).status).toBe(200);
    expect(await finish(owner, fileId)).toEqual({ fileId, purpose: 'licence', contentType: 'image/png', size: bytes.length, finishedAt: noon });
    const { url, untilAt } = await owner.call('files.link', { fileId });
    expect(untilAt).toBe('2026-02-07T04:05:00.000Z');
    const shown = await fetch(url);
    expect([shown.status, shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer()).equals(bytes)]).toEqual([200, 'image/png', true]);
  });

  test('is finished once, however often and from wherever it is asked', async () => {
    const bytes = aPicture(2);
    const { fileId, ...link } = await start(owner, bytes);
    await putThrough(link, bytes);
    const all = await Promise.all([finish(owner, fileId), finish(owner, fileId), finish(owner, fileId)]);
    expect(new Set(all.map((ref) => JSON.stringify(ref))).size).toBe(1);
    world.clock.now = '2026-02-07T04:02:00.000Z';
    expect(await finish(owner, fileId)).toEqual(all[0]);
  });

  test('of somebody else is not there, neither to finish nor to look at', async () => {
    const { fileId } = await broughtIn(owner, 'agent_id');
    expect(await codeOf(finish(other, fileId))).toBe('not_found');
    expect(await codeOf(other.call('files.link', { fileId }))).toBe('not_found');
    const officer = await world.staff('officer01', 'officer', '310113');
    expect(await codeOf(officer.call('files.link', { fileId }))).toBe('not_found');
  });

  test('that never came in cannot be finished, nor looked at', async () => {
    const { fileId } = await start(owner, aPicture());
    expect(await codeOf(finish(owner, fileId))).toBe('file_not_here');
    expect(await codeOf(owner.call('files.link', { fileId }))).toBe('not_found');
  });
});

describe('what is no photograph', () => {
  test.each([
    ['a page called a picture', Buffer.from(`<!doctype html><script>alert(1)</script>${' '.repeat(100)}`)],
    ['a drawing with a script', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>${' '.repeat(100)}`)],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ])('%s is refused when it is looked at, and thrown away', async (_, bytes) => {
    const { fileId, ...link } = await start(owner, bytes);
    expect((await putThrough(link, bytes)).status).toBe(200);
    expect(await codeOf(finish(owner, fileId))).toBe('file_not_a_picture');
    expect(await codeOf(finish(owner, fileId))).toBe('file_not_here');
  });
  test('a png that says it is a jpeg is refused', async () => {
    const bytes = aPicture();
    const { fileId, ...link } = await start(owner, bytes, 'image/jpeg');
    await putThrough(link, bytes);
    expect(await codeOf(finish(owner, fileId))).toBe('file_not_a_picture');
  });
  test.each(['text/html', 'image/svg+xml', 'application/pdf', 'image/gif'])('%s is not even begun', async (contentType) => {
    const asked = owner.call('files.start', { purpose: 'licence', contentType: contentType as never, size: 1000 });
    expect(await codeOf(asked)).toBe('invalid_input');
  });
  test.each([0, 10, largestFileBytes + 1, 1e12])('%d bytes are not even begun', async (size) => {
    expect(await codeOf(owner.call('files.start', { purpose: 'licence', contentType: 'image/png', size }))).toBe('invalid_input');
  });
});

describe('a link', () => {
  test('takes the bytes it was made for, no more and no fewer, and no other type', async () => {
    const bytes = aPicture();
    const { fileId: _, ...link } = await start(owner, bytes);
    expect((await putThrough(link, Buffer.concat([bytes, Buffer.alloc(1)]))).status).toBe(403);
    expect((await putThrough(link, bytes.subarray(1))).status).toBe(403);
    expect((await putThrough({ ...link, headers: { 'content-type': 'text/html' } }, bytes)).status).toBe(403);
    expect((await fetch(link.url)).status).toBe(403);
  });

  test('used again after the photograph was looked at changes nothing of it', async () => {
    const first = aPicture(3);
    const second = Buffer.concat([first.subarray(0, -1), Buffer.from([0])]);
    const { fileId, ...link } = await start(owner, first);
    await putThrough(link, first);
    await finish(owner, fileId);
    expect((await putThrough(link, second)).status).toBe(200);
    await finish(owner, fileId);
    const { url } = await owner.call('files.link', { fileId });
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(first)).toBe(true);
  });

  test('ends: ten minutes for sending, five for looking', async () => {
    const bytes = aPicture();
    const { fileId, ...link } = await start(owner, bytes);
    world.clock.now = '2026-02-07T04:10:01.000Z';
    expect((await putThrough(link, bytes)).status).toBe(403);
    world.clock.now = '2026-02-07T04:09:59.000Z';
    expect((await putThrough(link, bytes)).status).toBe(200);
    await finish(owner, fileId);
    const { url } = await owner.call('files.link', { fileId });
    world.clock.now = '2026-02-07T04:15:01.000Z';
    expect((await fetch(url)).status).toBe(403);
  });

  test('leads to no other object', async () => {
    const mine = await broughtIn(owner, 'licence');
    const { url } = await owner.call('files.link', mine);
    expect((await fetch(url.replace(/files\/[^?]+/, 'files/other'))).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  });
});

test('a person begins so many files a day and no more', async () => {
  const busy = aWorker(world, 3);
  const begun = await Promise.allSettled(Array.from({ length: mostFilesADay + 3 }, () => start(busy, aPicture())));
  expect(begun.filter((one) => one.status === 'fulfilled')).toHaveLength(mostFilesADay);
  expect(await codeOf(start(busy, aPicture()))).toBe('too_many_files');
  world.clock.now = '2026-02-08T04:00:00.000Z';
  await start(busy, aPicture());
});

test('a photograph that went into no papers is forgotten after 30 days, one never finished after a day', async () => {
  const someone = aWorker(world, 4);
  const kept = await broughtIn(someone, 'licence');
  const { fileId: unfinished } = await start(someone, aPicture());
  const { url } = await someone.call('files.link', kept);
  world.clock.now = '2026-02-08T04:00:01.000Z';
  await forgetFiles.run(world.deps);
  expect(await codeOf(finish(someone, unfinished))).toBe('not_found');
  await someone.call('files.link', kept);
  world.clock.now = '2026-03-09T04:00:01.000Z';
  await forgetFiles.run(world.deps);
  expect(await codeOf(someone.call('files.link', kept))).toBe('not_found');
  world.clock.now = noon;
  expect((await fetch(url)).status).toBe(404);
});
