import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import { describe, expect, test } from 'vitest';

interface Recorded {
  /** The address then: an old client goes on using it. */
  address: string;
  input: unknown;
}

const folder = path.join(import.meta.dirname, 'recorded');
const versions = readdirSync(folder).filter((file) => file.endsWith('.json'));
const recordedBy = (file: string): [string, Recorded][] =>
  Object.entries(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, Recorded>);
const newest = versions.at(-1) ?? '';

describe.each(versions)('a client of version %s', (file) => {
  test.each(recordedBy(file))('still reaches %s', (name, { address }) => expect(routes[name as RouteName]).toBe(address));
  test.each(recordedBy(file))('is still understood by %s', (name, { input }) => {
    const read = (contract[name as RouteName] as Entry).input.safeParse(input);
    expect(read.error?.issues ?? []).toEqual([]);
  });
});

test('the newest version has recorded every route', () => {
  expect(
    recordedBy(newest)
      .map(([name]) => name)
      .sort(),
  ).toEqual(Object.keys(routes).sort());
});
