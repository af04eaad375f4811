import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { root } from './lockfile.ts';

const config = {
  rules: [
    {
      id: '@secretlint/secretlint-rule-preset-recommend',
      rule: creator,
      // the id of a key is looked for as well, not only the key
      rules: [{ id: '@secretlint/secretlint-rule-aws', options: { enableIDScanRule: true } }],
    },
  ],
};
const pictures = /\.(png|jpg|ttf)$/;

/** What looks like a secret and is none, by file and rule, with why it opens nothing. */
const acknowledged: Record<string, string> = {
  'infra/local/gateway.ts @secretlint/secretlint-rule-aws': 'twelve noughts stand for the number of an account in the local run',
};

/** What in a text looks like a key, a private key or a token. The words themselves are not repeated. */
export async function secretsIn(filePath: string, content: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath, content, ext: path.extname(filePath), contentType: 'text' },
    options: { config, maskSecrets: true },
  });
  const unknown = messages.filter(({ ruleId }) => !Object.hasOwn(acknowledged, `${filePath} ${ruleId}`));
  return unknown.map(({ loc, ruleId }) => `${filePath}:${loc.start.line} ${ruleId}`);
}

/** Every file that git keeps or is about to keep. */
export const keptFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && !pictures.test(file));

export async function secretsKept(): Promise<string[]> {
  const found = await Promise.all(keptFiles().map((file) => secretsIn(file, readFileSync(path.join(root, file), 'utf8'))));
  return found.flat();
}
