import base from './jest.config.mjs';

process.env.TEST_ENGINE = 'postgres';

/** Tests of SQLite itself: its plans, statements, files and migrations. */
const ofSqliteAlone = [
  'contract/directory-migration',
  'contract/directory-plans',
  'contract/visitor-list',
  'contract/visitors-migration',
  'e2e/statements',
];

/** Runs the contract suites and the end-to-end suites on the server of TEST_POSTGRES_URL. */
export default {
  ...base,
  roots: ['<rootDir>/test/contract', '<rootDir>/test/e2e'],
  testPathIgnorePatterns: ofSqliteAlone.map(name => `/test/${name}\\.`),
  globalSetup: '<rootDir>/test/support/postgres-template.ts',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.ts',
};
