import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { openDatabase } from '../../src/database';
import { emptyDatabase } from './postgres';

/** Runs before all suites: creates a migrated database that the workers copy. */
export default async function makeTemplate(): Promise<void> {
  const { url } = await emptyDatabase();
  await (await openDatabase(loadConfig({ DATABASE_URL: url }, []), rows)).close();
  process.env.TEST_POSTGRES_TEMPLATE = new URL(url).pathname.slice(1);
}
