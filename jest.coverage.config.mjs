import base from './jest.config.mjs';

/** Runs all tests with branch coverage of the rules and use cases. */
export default {
  ...base,
  transform: { '^.+\\.(t|j|mj)s$': '<rootDir>/test/support/coverage-transform.cjs' },
  collectCoverage: true,
  collectCoverageFrom: ['src/**/{domain,application}/**/*.ts', '!**/*.spec.ts'],
  coverageReporters: ['text-summary', ['text', { skipFull: true }]],
  coverageThreshold: { global: { branches: 100 } },
};
