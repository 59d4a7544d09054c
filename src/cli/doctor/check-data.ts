import { existsSync, statSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { rows } from '../../app.rows';
import type { AppConfig } from '../../config/app-config';
import { type Database, DatabaseRefused, lastBackupOf, migrationStatus, openDatabase } from '../../database';
import { DAY_MS, type Finding, findings } from './finding';

const BACKUP_DAYS = 7;
const CLOCK_MS = 60_000;
/** Below, or below the size of the database, neither a copy nor a large import fits. */
const FREE_BYTES = 500 * 1_048_576;

/** The database, and for a file what is around it. */
export async function checkData(config: AppConfig, now: Date): Promise<Finding[]> {
  const { database } = config;
  const around = database.kind === 'file' ? await checkFile(database.file, now) : [];
  if (database.kind === 'memory' || (database.kind === 'file' && !existsSync(database.file))) return around;
  try {
    const pending = (await migrationStatus(config, rows)).filter(({ done }) => !done).length;
    if (pending > 0)
      return [
        ...around,
        { about: 'DATABASE_URL', problem: `${pending} migrations are pending: run gatehouse migrate` },
      ];
    const opened = await openDatabase({ ...config, migrateOnStart: false }, rows);
    try {
      return [...around, ...(await checkTimes(opened, now))];
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    return [...around, { about: 'DATABASE_URL', problem: `${error.database} ${error.problem}` }];
  }
}

async function checkFile(file: string, now: Date): Promise<Finding[]> {
  const folder = dirname(file);
  if (!existsSync(file))
    return [
      {
        about: 'DATABASE_URL',
        problem: `${file} does not exist: the first start, or gatehouse migrate, makes it`,
      },
    ];
  const { mode, size } = statSync(file);
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const { bavail, bsize } = await statfs(folder);
  const last = lastBackupOf(file);
  const days = last && Math.floor((now.getTime() - last.getTime()) / DAY_MS);
  return findings(
    [(mode & 0o077) !== 0, 'DATABASE_URL', `others on this machine can read ${file}: chmod 600 it`],
    [!isWritable, 'DATABASE_URL', `this user cannot write in ${folder}: give it to the user of the service`],
    [
      bavail * bsize < Math.max(FREE_BYTES, size),
      'DATABASE_URL',
      `the disk of ${folder} is nearly full: make room`,
    ],
    [last === undefined, 'backup', 'there is none yet: run gatehouse backup FILE, each night'],
    [
      days !== undefined && days >= BACKUP_DAYS,
      'backup',
      `the last one is ${days} days old: run gatehouse backup FILE, each night`,
    ],
  );
}

/** Changes from the future, and a server whose clock differs. */
async function checkTimes(database: Database, now: Date): Promise<Finding[]> {
  const [row] = await database.read((_, statements) =>
    statements.all<{ newest: string | null; clock: string | null }>({
      sqlite:
        'SELECT max(at) AS newest, NULL AS clock FROM (SELECT at FROM visit_history ORDER BY seq DESC LIMIT 1)',
      postgres: `SELECT (SELECT at FROM visit_history ORDER BY seq DESC LIMIT 1) AS newest,
        to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS clock`,
    }),
  );
  const ahead = (text: string | null | undefined) => (text ? new Date(text).getTime() - now.getTime() : 0);
  return findings(
    [
      ahead(row?.newest) > CLOCK_MS,
      'clock',
      `the newest step of a visit is of ${row?.newest}, which lies ahead: was the clock set back?`,
    ],
    [
      Math.abs(ahead(row?.clock)) > CLOCK_MS,
      'clock',
      `that of the PostgreSQL server says ${row?.clock}: set both, by NTP`,
    ],
  );
}
