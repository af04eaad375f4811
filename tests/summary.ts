import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

/** Sums up the reports of a run. A step that failed without a failing test counts as one failure, so that it shows. */
function summarize(folder: string, failedSteps: readonly string[]): { passed: number; failed: number } {
  const sum = { passed: 0, failed: 0 };
  for (const file of readdirSync(folder)) {
    const report = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Report;
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests;
  }
  const silent = failedSteps.filter((step) => !hasFailedTests(path.join(folder, `${step === 'check' ? 'unit' : step}.json`)));
  return { passed: sum.passed, failed: sum.failed + silent.length };
}

function hasFailedTests(file: string): boolean {
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as Report).numFailedTests > 0;
}

const [folder = '', ...failedSteps] = process.argv.slice(2);
const { passed, failed } = summarize(folder, failedSteps);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
