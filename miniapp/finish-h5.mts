import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { build } from 'esbuild';

/**
 * Finishes a build for browsers. `styles.json`: the hash of every style sheet that Taro's scripts carry as text and put into the page,
 * so that the content policy can name just these. `sw.js`: the service worker with the list of the files of just this build.
 */
const [folder = 'dist/h5'] = process.argv.slice(2);
const built = path.resolve(import.meta.dirname, folder);
const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .filter((file) => statSync(path.join(built, file)).isFile())
  .sort();

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest();
const bytesOf = (file: string): Buffer => readFileSync(path.join(built, file));

/** Put together from pieces when the pages run, by Taro 4.2.1 with our configuration; tests/browser/policy.test.ts walks them. */
const composed = [
  // an element that is still empty
  '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  // the router's pages, how they come in, and the reset of WeUI with its icons
  'x/X6aljHhqx+oEoYl7BMTFjY84GtJt4r9MdkAc5GkUI=',
  'PxJ/vum90NV3J9aeWIZVbXfvKwwWTPcUdrjMLqbfTKo=',
  'onwLcReXXMpC8t/AVZyvAM4lZOtUIsaFsJ1K/gtLIhc=',
];
const looksLikeStyles = /^[^{}]*\{[^{}]*:[^{}]*\}/;

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked?: string } }[];
}

/** Every string and every template without a value in it. */
function textsOf(node: unknown, found: Set<string>): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  const { type, value, quasis } = node as Node;
  const text = type === 'Literal' ? value : type === 'TemplateLiteral' && quasis?.length === 1 ? quasis[0]?.value.cooked : undefined;
  if (typeof text === 'string' && looksLikeStyles.test(text)) found.add(text);
  for (const child of Object.values(node)) textsOf(child, found);
  return found;
}

const texts = new Set<string>();
for (const file of files.filter((name) => name.startsWith('js/') && name.endsWith('.js')))
  textsOf(parse(bytesOf(file).toString(), { ecmaVersion: 'latest' }), texts);
const hashes = [...composed, ...[...texts].map((text) => digest(text).toString('base64'))].sort();
writeFileSync(path.join(built, 'styles.json'), JSON.stringify(hashes));

/** Named by its content: it needs no other mark. */
const namedByContent = /\.[0-9a-f]{8}\.\w+$/;
const notKept = /(\.(map|txt)|^sw\.js|^styles\.json)$/;
const list = files
  .filter((file) => !notKept.test(file))
  .map((file) => ({ url: `/${file}`, revision: namedByContent.test(file) ? null : digest(bytesOf(file)).toString('hex').slice(0, 16) }));
await build({
  entryPoints: [path.join(import.meta.dirname, 'src/worker/sw.ts')],
  outfile: path.join(built, 'sw.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  legalComments: 'none',
  logLevel: 'error',
  define: { BUILT: JSON.stringify(list), 'process.env.NODE_ENV': '"production"' },
});
console.log(`The content policy names ${hashes.length} style sheets, sw.js keeps ${list.length} files`);
