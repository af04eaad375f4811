import { defineConfig } from 'vitest/config';

/** What runs the functions: with an engine, and with all they log kept to be looked through. */
const engine = { globalSetup: ['tests/support/engine-setup.ts'], setupFiles: ['tests/support/own-account.ts', 'tests/logs/keep.ts'], env: { LOG: 'on' } };
const report = process.env['TEST_REPORT'];

export default defineConfig({
  test: {
    // tests/run.sh adds up these reports for its last line
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    env: { LOG: 'off', TZ: 'UTC' },
    // files that run one after the other share what they import: loading it anew for each took a quarter of all work. Nothing a file changes may outlive it
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{shared,functions,infra}/**/*.test.ts', 'tests/architecture/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'routes',
          include: ['tests/{routes,journeys,contract}/**/*.test.ts'],
          ...engine,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // a request mostly waits for the one engine, so more files than cores run at a time
          maxWorkers: 3,
        },
      },
      {
        extends: true,
        // a bundle reads the environment of its process: each file has one of its own
        test: { name: 'infra', include: ['tests/infra/**/*.test.ts'], isolate: true, ...engine, testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
      },
      {
        extends: true,
        // these tests mostly wait for time-outs, so more files than cores run at a time
        test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], ...engine, testTimeout: 180_000, hookTimeout: 400_000, maxWorkers: 3 },
      },
      {
        extends: true,
        test: { name: 'phone', include: ['tests/phone/**/*.test.ts'], ...engine, testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...engine,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // one browser at a time: two of them on two cores make each other slow enough to fail
          fileParallelism: false,
        },
      },
    ],
  },
});
