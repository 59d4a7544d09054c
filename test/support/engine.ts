/** The engine that the suites for both engines run on, `npm run test:postgres` being the second time. */
export const engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';
export const engineName = engine === 'postgres' ? 'PostgreSQL' : 'SQLite';

/** Settings for tests on machines that stand still for a second now and then, while a lock is held or many rows are written. */
export const patient: Record<string, string> =
  engine === 'postgres' ? { DATABASE_LOCK_TIMEOUT_MS: '5000', DATABASE_STATEMENT_TIMEOUT_MS: '6000' } : {};

/** For what one engine alone has: named as skipped on the other. */
export const onSqlite = engine === 'sqlite' ? it : it.skip;

export const onPostgres = engine === 'postgres' ? it : it.skip;

/** For suites of PostgreSQL alone, that `npm test` runs too where a server is named. */
export const withServer = process.env.TEST_POSTGRES_URL ? describe : describe.skip;
