import { describe, expect, test } from 'vitest';
import { readWanted, wordsFor } from './command.ts';

const at = (...more: string[]): string[] => ['--region', 'cn-northwest-1', ...more];

describe('the command line', () => {
  test('throws away trial stages and never the one that is kept', () => {
    expect(wordsFor(readWanted(['destroy', '--stage', 'trial', ...at('--yes')]))).toEqual(expect.arrayContaining(['destroy', '--all', '--force']));
    expect(() => readWanted(['destroy', '--stage', 'prod', ...at()])).toThrow('not thrown away');
  });

  test('compares both stacks without a word that `cdk diff` does not know', () => {
    expect(wordsFor(readWanted(['diff', '--stage', 'prod', ...at()]))).not.toContain('--all');
    expect(wordsFor(readWanted(['deploy', '--stage', 'prod', ...at()]))).toContain('--all');
  });

  test('hands domain, certificate and address of alarms on as parameters of the service', () => {
    const words = wordsFor(readWanted(['deploy', '--stage', 'prod', ...at('--domain', 'q.example.cn', '--certificate', 'the-arn', '--email', 'a@b.cn')]));
    expect(words).toEqual(
      expect.arrayContaining([
        'shanhai-prod-service:DomainName=q.example.cn',
        'shanhai-prod-service:CertificateArn=the-arn',
        'shanhai-prod-service:AlarmEmail=a@b.cn',
        'broadening',
      ]),
    );
    expect(words.join(' ')).not.toContain('MonthlyBudget');
  });

  test('starts the functions anew when told to, and otherwise leaves them as they run', () => {
    const started = (...more: string[]) => wordsFor(readWanted(['deploy', '--stage', 'prod', ...at(...more)])).find((word) => word.includes(':Started='));
    expect(started('--restart')).toMatch(/^shanhai-prod-service:Started=20\d\d-/);
    expect(started()).toBeUndefined();
  });

  test.each([
    ['no stage', ['deploy', ...at()], '--stage is missing'],
    ['a word too many', ['deploy', 'prod', ...at()], 'prod is not understood'],
    ['an unknown region', ['diff', '--stage', 'prod', '--region', 'mars-1'], 'Unknown region'],
    ['a name no stack may have', ['diff', '--stage', 'Prod!', ...at()], 'small letters'],
    ['a domain without its certificate', ['deploy', '--stage', 'prod', ...at('--domain', 'a.cn')], 'certificate'],
    ['a domain that is not the one of printed codes', ['deploy', '--stage', 'prod', ...at('--domain', 'a.cn', '--certificate', 'x')], 'one origin'],
    ['something else', ['delete', '--stage', 'prod', ...at()], 'deploy, diff or destroy'],
  ])('refuses %s with words', (_, args, words) => expect(() => readWanted(args)).toThrow(words));
});
