import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { licencePage } from './licences.ts';
import { packages, root } from './lockfile.ts';
import { makeSbom } from './sbom.ts';
import { inFunctions, inMiniProgram } from './shipped.ts';

/** `npm run licences` writes docs/licences.md anew; `npm run sbom` writes the list of parts for whoever asks for it. */
const [what] = process.argv.slice(2);
const page = path.join(root, what === 'sbom' ? 'sbom.cdx.json' : 'docs/licences.md');
const [functions, miniProgram] = [await inFunctions(), inMiniProgram()];
const text = what === 'sbom' ? `${JSON.stringify(makeSbom([...functions, ...miniProgram]), null, 2)}\n` : licencePage(functions, miniProgram, packages);
writeFileSync(page, text);
console.log(`written: ${path.relative(root, page)}`);
