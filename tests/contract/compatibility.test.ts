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
/** A folder for each version, in it a file for each area. */
const versions = readdirSync(folder);
const read = (file: string) => Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recorded>);
const recordedBy = (version: string): [string, Recorded][] => readdirSync(path.join(folder, version)).flatMap((file) => read(path.join(folder, version, file)));
const newest = versions.at(-1) ?? '';

describe.each(versions)('a client of version %s', (version) => {
  test.each(recordedBy(version))('still reaches %s', (name, { address }) => expect(routes[name as RouteName]).toBe(address));
  test.each(recordedBy(version))('is still understood by %s', (name, { input }) => {
    const parsed = (contract[name as RouteName] as Entry).input.safeParse(input);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

test('the newest version has recorded every route', () => {
  expect(
    recordedBy(newest)
      .map(([name]) => name)
      .sort(),
  ).toEqual(Object.keys(routes).sort());
});
