import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { idle, notLookedAt } from './install-scripts.ts';
import { idleReasons, isAllowed, licencePage, withoutReason } from './licences.ts';
import { type Package, packages, root } from './lockfile.ts';
import { keyOf, makeSbom } from './sbom.ts';
import { keptFiles, secretsIn, secretsKept } from './secret-scan.ts';
import { inFunctions, inMiniProgram } from './shipped.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('versions', () => {
  const manifests = keptFiles().filter((file) => /(^|\/)package\.json$/.test(file));
  test('are exact wherever one is written', () => {
    expect(manifests.length).toBe(6);
    const loose = manifests.flatMap((file) => {
      const { dependencies, devDependencies, optionalDependencies, peerDependencies, overrides } = JSON.parse(read(file)) as Record<
        string,
        Record<string, unknown>
      >;
      const versions = { ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies };
      const nested = Object.values(overrides ?? {}).flatMap((one) => Object.entries(typeof one === 'string' ? { one } : (one as object)));
      return [...Object.entries(versions), ...nested].filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)));
    });
    expect(loose).toEqual([]);
  });
  test('are in the lock file with what their content must be, and without an address', () => {
    expect(packages.length).toBeGreaterThan(1000);
    // what lies inside another package is covered by that package's own
    expect(packages.filter(({ integrity, inBundle }) => !inBundle && !/^sha512-/.test(integrity ?? '')).map(keyOf)).toEqual([]);
    expect(packages.filter(({ resolved }) => resolved).map(keyOf)).toEqual([]);
  });
});

describe('scripts of packages', () => {
  test('do not run at an install', () => expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m));
  test('were all looked at', () => expect(notLookedAt(packages)).toEqual([]));
  test('that were looked at are still there', () => expect(idle(packages)).toEqual([]));
  test('of a new package are seen', () => {
    const fresh: Package = { place: 'node_modules/fresh', name: 'fresh', version: '1.0.0', hasInstallScript: true };
    expect(notLookedAt([...packages, fresh])).toEqual(['fresh']);
  });
});

describe('licences', () => {
  test('are permissive, or have a reason', () => expect(withoutReason(packages)).toEqual([]));
  test('have no reason for what is not there', () => expect(idleReasons(packages)).toEqual([]));
  test('of a new package are seen', () => {
    const fresh = (name: string, license: string): Package => ({ place: '', name, version: '1.0.0', license });
    expect(withoutReason([fresh('copyleft', 'GPL-3.0-or-later'), fresh('argparse', 'AGPL-3.0-only'), fresh('fine', 'MIT')])).toEqual([
      'copyleft: GPL-3.0-or-later',
      'argparse: AGPL-3.0-only',
    ]);
  });
  test.each([
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND OFL-1.1', false],
    ['Apache-2.0 AND MIT', true],
    ['none', false],
  ])('“%s” is read as an expression', (licence, isFine) => expect(isAllowed(licence)).toBe(isFine));
  test('are listed as they are: `npm run licences` writes the page', async () => {
    expect(read('docs/licences.md')).toBe(licencePage(await inFunctions(), inMiniProgram(), packages));
  });
});

describe('the list of parts', async () => {
  const shipped = [...(await inFunctions()), ...inMiniProgram()];
  const sbom = makeSbom(shipped);
  test('names every package in a function and in the mini-program', () => {
    const names = shipped.map(keyOf);
    const known = ['zod', 'pdfkit', 'react', '@tarojs/runtime', '@stablelib/x25519'].map((name) => expect.stringMatching(`^${name}@`));
    expect(names).toEqual(expect.arrayContaining(known));
    const parts = new Set(sbom.components.filter(({ scope }) => scope === 'required').map(keyOf));
    expect(names.filter((one) => !parts.has(one))).toEqual([]);
  });
  test('says neither where a package was taken from nor where it lies', () => {
    expect(sbom.bomFormat).toBe('CycloneDX');
    const text = JSON.stringify(sbom);
    expect(text).not.toMatch(/"distribution"|cdx:npm:package:path|https?:[^"]*npm/);
    expect(text).not.toContain(root);
  });
});

describe('secrets', () => {
  const wordsOf = (...parts: string[]): string => parts.join('');
  test('are in no file that git keeps', async () => expect(await secretsKept()).toEqual([]));
  test.each([
    ['a key of AWS', wordsOf('const key = "AK', 'IAQ3EGRM7VD2X5TB4N";')],
    ['a secret of AWS', wordsOf('AWS_SECRET_ACCESS', '_KEY=wJalrXUtnFEMIb7MDENGcPxRfiCYzZ41mPL9Ka2v')],
    ['a private key', wordsOf('-----BEGIN RSA PRIV', 'ATE KEY-----\n', 'MIIEowIBAAKCAQEAx7zv2dX\n'.repeat(20), '-----END RSA PRIV', 'ATE KEY-----')],
    ['a token of a code host', wordsOf('token: gh', 'p_wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx')],
    ['a token of the registry', wordsOf('//host.example/:_auth', 'Token=np', 'm_1Rk8mQz5sT7uV9wXyZaBcDeFgHiJkLmN0pQr')],
    ['a name and a password in an address', wordsOf('https://admin:s3cr', 'et-Pa55@db.example.cn/x')],
  ])('%s is seen', async (_, planted) => expect(await secretsIn('planted.ts', planted)).not.toEqual([]));
});
