/** `npm run mutation`: do the unit tests notice when a rule is changed? Takes minutes and is no part of the check. */
export default {
  mutate: ['src/{visits,auth,passes}/domain/**/*.ts', 'src/shared/rate-windows.ts', '!**/*.spec.ts'],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.mjs',
    // The tests beside the rules, by which each mutant is to be killed within milliseconds.
    config: { roots: ['<rootDir>/src'] },
    enableFindRelatedTests: true,
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: 'reports/mutation.html' },
  tempDirName: '.stryker-tmp',
};
