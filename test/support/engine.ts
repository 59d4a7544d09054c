/** The engine of the suites that run on both; `npm run test:postgres` is the second run. */
export const engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';
export const engineName = engine === 'postgres' ? 'PostgreSQL' : 'SQLite';

/** Longer timeouts for tests that hold a lock or write many rows, on machines that may stall for a second. */
export const patient: Record<string, string> =
  engine === 'postgres' ? { DATABASE_LOCK_TIMEOUT_MS: '5000', DATABASE_STATEMENT_TIMEOUT_MS: '6000' } : {};

/** For tests of one engine; reported as skipped on the other. */
export const onSqlite = engine === 'sqlite' ? it : it.skip;

export const onPostgres = engine === 'postgres' ? it : it.skip;

/** For suites that need PostgreSQL; `npm test` runs them too if TEST_POSTGRES_URL is set. */
export const withServer = process.env.TEST_POSTGRES_URL ? describe : describe.skip;
