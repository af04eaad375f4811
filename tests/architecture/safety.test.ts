import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contract } from '@shanhai/shared/contract/contract.ts';
import { problems } from '@shanhai/shared/problems.ts';
import { routes } from '@shanhai/shared/routes.ts';
import { messageKinds } from '@shanhai/shared/rules/messages.ts';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const leftOut = new Set(['node_modules', 'dist', 'cdk.out', '.data', '.git', '.swc', 'coverage', 'output']);

/** Every file of the project that people write, by its path. */
function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const below = path.posix.join(folder, entry.name);
    if (leftOut.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(below) : [below];
  });
}
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const files = ['shared', 'functions', 'infra', 'miniapp', 'tests', 'docs'].filter((folder) => existsSync(path.join(root, folder))).flatMap(filesIn);
const code = files.filter((file) => /\.(ts|tsx|mts|scss|sh)$/.test(file));
const self = 'tests/architecture/safety.test.ts';
const holding = (among: readonly string[], pattern: RegExp): string[] => among.filter((file) => file !== self && pattern.test(read(file)));

test('the files are seen at all', () => {
  expect(code.length).toBeGreaterThan(150);
  expect(code).toEqual(expect.arrayContaining(['shared/routes.ts', 'functions/src/cards/rules.ts', 'miniapp/src/app.tsx', self]));
});

describe('files', () => {
  // what a style sheet weighs is measured by the size of the build
  test('have 300 lines at most', () => {
    const scripts = code.filter((file) => !file.endsWith('.scss'));
    expect(scripts.filter((file) => read(file).split('\n').length > 301)).toEqual([]);
  });
  test('have a name that says what they are', () => {
    const nameless = /^(.*[-.])?(utils?|helpers?|common|misc|managers?|impl|types|constants)$|^(services?|data)$/;
    const words = (file: string): string[] => file.replace(/(\.(test|config))?\.\w+$/, '').split('/');
    expect(code.filter((file) => words(file).some((word) => nameless.test(word)))).toEqual([]);
  });
  test('hold no open end', () => expect(holding(code, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]));
  test('hold no path of somebody’s machine', () => {
    expect(
      holding(
        files.filter((file) => !/\.(png|ttf)$/.test(file)),
        /(^|[\s'"`(=:])\/(work|home|Users|root)\/\w/m,
      ),
    ).toEqual([]);
  });
  test('hold no address of a registry', () => {
    const texts = [...files, 'README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'package.json', 'package-lock.json', '.npmrc', '.ci/run'];
    expect(
      holding(
        texts.filter((file) => !/\.(png|jpg|ttf)$/.test(file)),
        /registry\.npmjs|npmmirror\.|deb\.debian\.org/,
      ),
    ).toEqual([]);
  });
});

describe('tests', () => {
  test('patch no module', () => expect(holding(code, /\bvi\.(mock|doMock|stubGlobal|spyOn)\b|jest\.mock/)).toEqual([]));
  test('are all run', () =>
    expect(
      holding(
        code.filter((file) => file.endsWith('.test.ts')),
        /\b(test|it|describe)\.(only|skip|todo)\b/,
      ),
    ).toEqual([]));
  test('say facts, not what should be', () => {
    expect(
      holding(
        code.filter((file) => file.endsWith('.test.ts')),
        /\b(test|it|describe)(\.each\([^)]*\))?\(\s*(['"`])[^'"`]*\bshould\b/,
      ),
    ).toEqual([]);
  });
});

describe('rules', () => {
  const rules = code.filter((file) => /^(shared\/rules\/|functions\/src\/[^/]+\/(rules|moves)(\/|\.ts))/.test(file) && !file.endsWith('.test.ts'));
  test('are there', () => expect(rules.length).toBeGreaterThan(15));
  test('know no clock', () => expect(holding(rules, /\bnew Date\(\s*\)|\bDate\.now\b|performance\.now/)).toEqual([]));
  test('know no chance', () => expect(holding(rules, /Math\.random|randomUUID|randomBytes|getRandomValues/)).toEqual([]));
  test('know no environment', () => expect(holding(rules, /\bprocess\b|import\.meta/)).toEqual([]));
  test('wait for nothing', () => expect(holding(rules, /\bawait\b|\basync\b|\bPromise\b/)).toEqual([]));
});

describe('the functions', () => {
  const within = code.filter((file) => file.startsWith('functions/src/') && !file.endsWith('.test.ts'));
  test('ask nobody outside but WeChat, the table, the bucket and the secrets: no address of a user is fetched', () => {
    const askers = holding(within, /\bfetch\(|from 'node:https?'|from 'undici'/);
    expect(askers).toEqual(['functions/src/outside/objects.ts', 'functions/src/outside/wechat.ts']);
  });
});

describe('what old phones run', () => {
  const onThePhone = code.filter((file) => /^(miniapp\/src|shared\/(rules|routes|problems))/.test(file) && /\.tsx?$/.test(file) && !file.endsWith('.test.ts'));
  test('has no look-behind in a pattern', () => expect(holding(onThePhone, /\(\?<[=!]/)).toEqual([]));
  test('builds no code from text', () => expect(holding(onThePhone, /\bnew Function\b|\beval\(/)).toEqual([]));
});

describe('areas', () => {
  const areas = [...new Set(Object.keys(routes).map((name) => name.split('.')[0] ?? ''))];
  test.each(areas)('%s has its contract and its handlers', (area) => {
    expect(existsSync(path.join(root, `shared/contract/${area}.ts`))).toBe(true);
    expect(existsSync(path.join(root, `functions/src/${area}/handlers.ts`))).toBe(true);
  });
  test.each(areas)('%s has addresses that its contract knows, and no other', (area) => {
    const inArea = (names: string[]): string[] => names.filter((name) => name.startsWith(`${area}.`)).sort();
    expect(inArea(Object.keys(contract))).toEqual(inArea(Object.keys(routes)));
  });
  test('are no others', () => {
    const folders = readdirSync(path.join(root, 'functions/src'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && existsSync(path.join(root, 'functions/src', entry.name, 'handlers.ts')),
    );
    expect(folders.map((entry) => entry.name).sort()).toEqual([...areas, 'paper'].sort());
  });
  test('have addresses that are all different', () => {
    const places = Object.values(routes).map((address) => address.replace(/\{\w+\}/g, '{}'));
    expect(new Set(places).size).toBe(places.length);
  });
  test('name in a path only fields that their input has', () => {
    for (const [name, address] of Object.entries(routes)) {
      const shape = (contract[name as keyof typeof contract].input as unknown as { shape: Record<string, unknown> }).shape;
      for (const [, field = ''] of address.matchAll(/\{(\w+)\}/g)) expect([name, field in shape]).toEqual([name, true]);
    }
  });
});

test('every message opens a page that is there', () => {
  const pages = Object.values(messageKinds).map(({ page }) => page);
  expect(pages.filter((page) => !existsSync(path.join(root, `miniapp/src${page}.tsx`)))).toEqual([]);
});

describe('problems', () => {
  const functions = code
    .filter((file) => /^(functions\/src|shared\/rules)\//.test(file) && !file.endsWith('.test.ts'))
    .map(read)
    .join('\n');
  const used = new Set([...functions.matchAll(/'([a-z]+(?:_[a-z]+)+|internal)'/g)].map((hit) => hit[1] ?? ''));
  test('are all said somewhere', () => expect(Object.keys(problems).filter((one) => !used.has(one))).toEqual([]));
  test('fill their sentences from words, and say no digits of a status', () => {
    expect(Object.entries(problems).filter(([, [, sentence]]) => /\b[45]\d\d\b|[a-z]{3,}/.test(sentence.replace(/\{\w+\}/g, '')))).toEqual([]);
  });
});

describe('the lock file and the settings', () => {
  test('name no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":\s*"http/);
    const settings = ['.npmrc', 'package.json', ...files.filter((file) => /\/package\.json$/.test(file))];
    expect(settings.filter((file) => /registry\s*=|https?:\/\/[^"\s]*(registry|npmmirror)/.test(read(file)))).toEqual([]);
  });
  test('pin every version', () => {
    const loose = ['package.json', ...files.filter((file) => /\/package\.json$/.test(file))].flatMap((file) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file)) as Record<string, Record<string, string>>;
      return Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    });
    expect(loose).toEqual([]);
  });
});
