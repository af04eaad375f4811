import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { beforeAll, expect, test } from 'vitest';
import { acknowledged } from './acknowledged.ts';
import { buildApp } from './build-app.ts';
import { stageOf } from './stages.ts';

interface Report {
  readonly pluginReports: readonly { readonly violations: readonly { readonly ruleName?: string; readonly id?: string }[] }[];
}

/** Every rule of cdk-nag's list for AWS solutions that the stacks of a stage break. */
function findingsOf(region: string): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-nag-'));
  try {
    const app = buildApp({ 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true }, [stageOf('prod', region)], folder);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    // findings end the synthesis; the report has them all
    expect(() => app.synth()).toThrow();
    const report = JSON.parse(readFileSync(path.join(folder, 'validation-report.json'), 'utf8')) as Report;
    return [...new Set(report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName, id }) => ruleName ?? id ?? '')))];
  } finally {
    process.exitCode = 0;
    rmSync(folder, { recursive: true, force: true });
  }
}

const regions = ['cn-northwest-1', 'ap-southeast-1'];
const found = new Map<string, string[]>();
beforeAll(() => {
  for (const region of regions) found.set(region, findingsOf(region));
}, 120_000);

test.each(regions)('cdk-nag finds in %s only what is acknowledged with its reason', (region) => {
  const rules = found.get(region) ?? [];
  expect(rules.length).toBeGreaterThan(3);
  expect(rules.filter((rule) => !acknowledged.some(({ id }) => id.test(rule)))).toEqual([]);
});

test('every acknowledgement is still needed and says why', () => {
  const rules = [...found.values()].flat();
  expect(acknowledged.filter(({ id, reason }) => reason.length < 20 || !rules.some((rule) => id.test(rule)))).toEqual([]);
});
