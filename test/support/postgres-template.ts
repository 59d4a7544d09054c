import { rows } from '../../src/app.rows';
import { loadConfig } from '../../src/config/settings';
import { openDatabase } from '../../src/database';
import { emptyDatabase } from './postgres';

/** Before all suites: a migrated database, of which the workers make copies. */
export default async function makeTemplate(): Promise<void> {
  const { url } = await emptyDatabase();
  await (await openDatabase(loadConfig({ DATABASE_URL: url }, []), rows)).close();
  process.env.TEST_POSTGRES_TEMPLATE = new URL(url).pathname.slice(1);
}
