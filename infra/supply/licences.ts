import type { Package } from './lockfile.ts';

/** Asks for no more than that its text is kept. */
const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0']);

/** Any other licence, package by package, with why it may be here. Packages of one family share a beginning. */
const reasons: Record<string, { licence: string; why: string }> = {
  '@expo-google-fonts/noto-sans-sc': {
    licence: 'MIT AND OFL-1.1',
    why: 'the font of printed pages; OFL lets a font be embedded in documents and shipped with software',
  },
  argparse: { licence: 'Python-2.0', why: 'reads the command line of a tool; a permissive licence, not shipped' },
  'caniuse-lite': { licence: 'CC-BY-4.0', why: 'data on browsers that the build asks; not shipped' },
  lightningcss: { licence: 'MPL-2.0', why: 'makes style sheets smaller at build and test; unchanged, not shipped' },
  'mdn-data': { licence: 'MPL-2.0', why: 'data of a tool that makes pictures smaller; unchanged, not shipped' },
  'webpack-chain': { licence: 'MPL-2.0', why: 'Taro’s build settings; unchanged, not shipped' },
  'png-js': { licence: 'none', why: 'says no licence in its package.json; its LICENSE is MIT. Reads PNG pictures for PDF' },
  'string.fromcodepoint': { licence: 'none', why: 'says it in the old form `licenses`; its LICENSE-MIT.txt is MIT. A tool, not shipped' },
};

export const licenceOf = ({ license }: Package): string => license ?? 'none';

/** `(MIT OR GPL-3.0)` is fine by its first half, `MIT AND OFL-1.1` only where both are. */
export function isAllowed(licence: string): boolean {
  const words = licence.replace(/[()]/g, '');
  return words.split(' OR ').some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
}

const reasonFor = ({ name }: Package): [string, { licence: string; why: string }] | undefined =>
  Object.entries(reasons).find(([known]) => name === known || name.startsWith(`${known}-`));

/** Packages whose licence is neither allowed nor has a reason. */
export const withoutReason = (packages: readonly Package[]): string[] =>
  packages.filter((one) => !isAllowed(licenceOf(one)) && reasonFor(one)?.[1].licence !== licenceOf(one)).map((one) => `${one.name}: ${licenceOf(one)}`);

/** Reasons for packages that are not here any more. */
export function idleReasons(packages: readonly Package[]): string[] {
  const used = new Set(packages.filter((one) => !isAllowed(licenceOf(one))).map((one) => reasonFor(one)?.[0]));
  return Object.keys(reasons).filter((known) => !used.has(known));
}

const byWords = (a: string, b: string): number => (a < b ? -1 : 1);

function table(packages: readonly Package[]): string {
  const groups = Map.groupBy(packages, licenceOf);
  const rows = [...groups]
    .sort(([a], [b]) => byWords(a, b))
    .map(([licence, those]) => [licence, [...new Set(those.map(({ name }) => name))].sort(byWords).join(', ')]);
  return ['| licence | packages |', '|---|---|', ...rows.map(([licence, names]) => `| ${licence} | ${names} |`)].join('\n');
}

/** docs/licences.md as it should stand. */
export function licencePage(functions: readonly Package[], miniProgram: readonly Package[], all: readonly Package[]): string {
  const others = [...new Set(all.map(licenceOf))].filter(isAllowed).sort(byWords);
  return `# Licences

Written by \`npm run licences\` from package-lock.json and from what the bundler takes; \`npm run check\` compares. Versions are in the list of
parts that \`npm run sbom\` writes.

## In the functions
${table(functions)}

## In the mini-program and what builds it
${table(miniProgram)}

## Everything else
Tools of the build and the tests, not shipped: ${others.join(', ')}, and what the next table names.

## Neither of these, and why it may be here
| package | licence | why |
|---|---|---|
${Object.entries(reasons)
  .map(([name, { licence, why }]) => `| ${name} | ${licence} | ${why} |`)
  .join('\n')}
`;
}
