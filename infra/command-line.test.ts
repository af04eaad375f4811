import { expect, test } from 'vitest';
import { needSettings, readSettings, sentenceOf } from './command-line.ts';
import { plainError } from './local/kept-folder.ts';

const thrown = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return sentenceOf(error);
  }
  return 'nothing was wrong';
};
const settings = { table: { type: 'string' }, yes: { type: 'boolean' } } as const;

test.each([
  ['an unknown setting', () => readSettings(['--tabel', 'x'], settings), "Unknown option '--tabel'"],
  ['a setting without its value', () => readSettings(['--table'], settings), "Option '--table <value>' argument missing"],
  ['a setting that was not said', () => needSettings({ table: undefined, to: 'x' }, 'to', 'table'), '--table is missing'],
])('%s is named', (_, run, sentence) => expect(thrown(run)).toBe(sentence));

const coded = (fields: object): Error => Object.assign(new Error('as the machine says it'), fields);
test.each([
  ['a file that is not there', coded({ code: 'ENOENT', path: '/x.gz' }), 'There is no such file or folder: /x.gz'],
  ['several tries at nobody', new AggregateError([coded({ code: 'ECONNREFUSED', address: '127.0.0.1', port: 9 })]), 'Nobody answers at: 127.0.0.1:9'],
  ['no credentials', coded({ name: 'CredentialsProviderError' }), /^No AWS credentials were found/],
  ['no region', new Error('Region is missing'), /^AWS_REGION is missing/],
  ['trouble of the table', Object.assign(new Error('try_again', { cause: plainError('why') }), { code: 'try_again' }), 'why'],
  ['anything else', plainError('A sentence'), 'A sentence'],
])('%s is one sentence', (_, error, sentence) => {
  const said = sentenceOf(error);
  expect(said).toMatch(sentence);
  expect(said.split('\n')).toHaveLength(1);
});
