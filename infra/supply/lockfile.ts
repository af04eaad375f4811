import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

interface Entry {
  name?: string;
  version?: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  inBundle?: boolean;
  dependencies?: Record<string, string>;
}

const { packages: entries } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> };

export interface Package extends Entry {
  /** Where it lies, from the root of the project. */
  place: string;
  name: string;
  version: string;
}

const nameAt = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const packageAt = (place: string): Package => {
  const entry = entries[place];
  if (!entry) throw new Error(`package-lock.json knows no ${place}`);
  return { ...entry, place, name: entry.name ?? nameAt(place), version: entry.version ?? '' };
};

/** Every package from a registry, at every place where it lies. */
export const packages: readonly Package[] = Object.entries(entries).flatMap(([place, { link }]) =>
  place.includes('node_modules/') && !link ? [packageAt(place)] : [],
);

/** The package that a file belongs to, if it came from a registry. */
export function packageOf(file: string): Package | undefined {
  const place = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  return place ? packageAt(place) : undefined;
}

/** The folder and all above it, nearest first. */
const upwards = (folder: string): string[] => folder.split('/').map((_, at, parts) => parts.slice(0, parts.length - at).join('/'));

/** Where Node finds a package that is asked for from a place. */
function found(from: string, name: string): string | undefined {
  const places = [...upwards(from).map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
  const place = places.find((one) => entries[one]);
  return place && entries[place]?.link ? entries[place].resolved : place;
}

/** Everything that a workspace's dependencies bring along. */
export function closureOf(workspace: string): Package[] {
  const seen = new Set<string>();
  const ahead = [workspace];
  for (let place = ahead.pop(); place !== undefined; place = ahead.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    const from = place;
    ahead.push(...Object.keys(entries[place]?.dependencies ?? {}).flatMap((name) => found(from, name) ?? []));
  }
  return [...seen].filter((place) => place.includes('node_modules/')).map(packageAt);
}
