import { execFileSync } from 'node:child_process';
import { type Package, root } from './lockfile.ts';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  scope: 'required' | 'excluded';
  externalReferences?: unknown;
  properties?: { name: string; value: string }[];
}
export interface Sbom {
  bomFormat: string;
  components: Component[];
}

export const keyOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`;

/** npm says where it took a package from and where it lies on this machine; neither belongs into a list of parts. */
function withoutPlaces<T extends Partial<Component>>(component: T): T {
  const { externalReferences: _, ...kept } = component;
  return { ...kept, properties: (component.properties ?? []).filter(({ name }) => name !== 'cdx:npm:package:path') } as T;
}

/**
 * The list of parts in CycloneDX: what is shipped is `required`, tools are `excluded`. npm's own `--omit dev` leaves out whatever a tool
 * needs as well, so that half of the mini-program would be missing.
 */
export function makeSbom(shipped: readonly Package[]): Sbom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const said = execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000, stdio: ['ignore', 'pipe', 'ignore'] });
  const { metadata, components, ...rest } = JSON.parse(said) as Sbom & { metadata: { component: Partial<Component> } };
  const names = new Set(shipped.map(keyOf));
  const whole = { ...metadata.component, name: 'shanhai' };
  return {
    ...rest,
    metadata: { ...metadata, component: withoutPlaces(whole) },
    components: components.map((one) => ({ ...withoutPlaces(one), scope: names.has(keyOf(one)) ? 'required' : 'excluded' })),
  } as Sbom;
}
