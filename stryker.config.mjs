/** `npm run mutation`: do the unit tests notice a changed rule? It takes minutes and is not part of the check. */
export default {
  mutate: ['src/{visits,auth,passes}/domain/**/*.ts', 'src/shared/rate-windows.ts', '!**/*.spec.ts'],
  testRunner: 'jest',
  jest: {
    configFile: 'jest.config.mjs',
    // Only the unit tests beside the rules, which kill each mutant within milliseconds.
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
