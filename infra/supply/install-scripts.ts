import type { Package } from './lockfile.ts';

/** Packages that would run something of their own when they are installed. `.npmrc` lets none of them; this is why each works without. */
const acknowledged: Record<string, string> = {
  '@parcel/watcher': 'compiles where no ready binary fits; a ready one is a package of its own',
  '@swc/core': 'looks for a ready binary, which is a package of its own',
  '@tarojs/binding': 'looks for a ready binary, which is a package of its own',
  '@tarojs/cli': 'asks a server of its maker, and adds a plug-in for everybody who uses this machine: not wanted',
  'core-js': 'prints a request for donations',
  'core-js-pure': 'prints a request for donations',
  esbuild: 'puts the ready binary, a package of its own, in the place of a script that starts it',
};

const named = (packages: readonly Package[]): Set<string> => new Set(packages.filter((one) => one.hasInstallScript).map(({ name }) => name));

/** Packages with a script that nobody has looked at. */
export const notLookedAt = (packages: readonly Package[]): string[] => [...named(packages)].filter((name) => !Object.hasOwn(acknowledged, name));

/** Acknowledged packages that have no script, or are not here any more. */
export const idle = (packages: readonly Package[]): string[] => Object.keys(acknowledged).filter((name) => !named(packages).has(name));
