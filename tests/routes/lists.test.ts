import type { EmployerId } from '@shanhai/shared/contract/basics.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCreditCode, anEmployerForm, noon } from '../support/builders.ts';
import { aWorker, codeOf } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('many rows', () => {
  const count = 260;

  test('are all listed, each once, page by page', async () => {
    const { deps } = world;
    const rows = Array.from({ length: count }, (_, i) => i);
    const officer = await world.staff('officer02', 'officer', '310117');
    for (let from = 0; from < count; from += 50) {
      await Promise.all(
        rows.slice(from, from + 50).map((i) => {
          const form = anEmployerForm({ creditCode: aCreditCode(50_000 + i), regionCode: '310117', name: `第${i}家公司` });
          return deps.employers.create({
            ...form,
            employerId: `many${String(i).padStart(8, '0')}` as EmployerId,
            status: 'waiting',
            submittedAt: noon,
            version: 0,
          });
        }),
      );
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await officer.call('employers.list', { status: 'waiting', cursor });
      expect(page.items.length).toBeLessThanOrEqual(100);
      seen.push(...page.items.map((e) => e.employerId));
      cursor = page.cursor;
    } while (cursor);
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
  });
});

describe('a cursor', () => {
  const cursorOf = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');
  const forged: unknown[] = [
    {},
    { pk: 'x' },
    { pk: 'x', sk: 'y', gsi1pk: 'ES#verified', gsi1sk: '310117' },
    { pk: 1 },
    [],
    'text',
    null,
    { __proto__: 'x', toString: 'y' },
  ];

  test.each(forged)('made up as %j is refused', async (key) => {
    const cursor = cursorOf(key);
    const officer = await world.staff('officer01', 'officer', '310113');
    expect(await codeOf(officer.call('employers.list', { status: 'verified', cursor }))).toBe('invalid_input');
    expect(await codeOf(aWorker(world, 1).call('jobs.list', { cursor }))).toBe('invalid_input');
  });
});
