import { DatabaseError } from 'pg';
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';
import type { ServerLocation } from '../../config/app-config';
import { DatabaseRefused } from '../database-refused';
import { migrations } from '../migrations';
import { migrate, migrationsRun, refuseOtherEncodings, sourceOf } from '../postgres/open-postgres';
import { asStorageFault, readable } from '../postgres/postgres-faults';
import { MARK, markOf, moving, setMark } from '../postgres/server-mark';
import type { Rows } from '../source-options';
import { numbered } from '../statements';
import { StorageFault } from '../storage-fault';
import { keyOf, type Kind, type MovedTable, movedTables, type Row, valueOf } from './moved-tables';
import { type Query, quoted } from './read-rows';

/** "Gthm": the lock held while data is moved here. */
const MOVING = 0x4774686d;
/** The server releases the lock of a killed process when it notices that the connection is gone. */
const LOCK_WAIT_MS = 10_000;
/** Faulty rows of a refused batch that are reported. */
const REPORTED = 20;

/** The database that rows are moved to, on one connection without time-outs. */
export class TargetDatabase {
  readonly tables: readonly MovedTable[];

  private constructor(
    private readonly server: ServerLocation,
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
    private hasTables: boolean,
  ) {
    this.tables = movedTables(source);
  }

  /** Changes nothing. @throws DatabaseRefused if it cannot be reached, is in use, not ours, or of another version */
  static async open(server: ServerLocation, rows: Rows): Promise<TargetDatabase> {
    let source: DataSource | undefined;
    try {
      source = await sourceOf({ ...server, poolSize: 1 }, rows).initialize();
      const runner = source.createQueryRunner();
      await refuseOtherEncodings(runner, server.shown);
      await lock(runner, server.shown);
      const done = await migrationsRun(runner, server.shown, { isMoving: true });
      if (done.length > 0 && done.length < migrations.postgres.length)
        throw new DatabaseRefused(
          server.shown,
          'is of an older version: run `gatehouse migrate` with DATABASE_URL=postgres://… first',
        );
      // Faster: only the last commit waits for the disk, and with it all commits before.
      await runner.query('SET synchronous_commit = off');
      return new TargetDatabase(server, source, runner, done.length > 0);
    } catch (error) {
      await source?.destroy();
      throw readable(error, server.shown);
    }
  }

  /** @throws DatabaseRefused if the server cannot answer */
  readonly query: Query = (sql, parameters) => this.readably(() => this.ask(sql, parameters));

  /** Names of the tables that have rows. */
  async filled(): Promise<string[]> {
    const names: string[] = [];
    if (!this.hasTables) return names;
    for (const { name } of this.tables)
      if ((await this.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)).length > 0) names.push(name);
    return names;
  }

  /** The fingerprint of the file that is being moved here. */
  async movingFrom(): Promise<string | undefined> {
    return moving.exec((await this.readably(() => markOf(this.runner))) ?? '')?.[1];
  }

  /** Creates the tables if there are none. From now on, no service starts on them. */
  async begin(fingerprint: string): Promise<void> {
    await this.readably(async () => {
      if (!this.hasTables) await migrate(this.runner, this.source, this.server.shown);
      await setMark(this.runner, `${MARK}, moving from ${fingerprint}`);
    });
    this.hasTables = true;
  }

  /** The row with the highest key. All rows before it are there as well. */
  async lastRow({ name, key }: MovedTable): Promise<Row | undefined> {
    const keys = key.map(quoted);
    const [row] = await this.query(
      `SELECT ${keys.join(', ')} FROM ${quoted(name)} ORDER BY ${keys.map(each => `${each} DESC`).join(', ')} LIMIT 1`,
    );
    return row;
  }

  /** Inserts all of these rows, or none. @throws DatabaseRefused with the faults of the rows */
  insert(table: MovedTable, rows: readonly Row[]): Promise<void> {
    return this.readably(async () => {
      try {
        await this.tryInsert(table, rows);
      } catch (error) {
        throw isRefusal(error) ? this.refused(await this.refusalOf(table, rows)) : error;
      }
    });
  }

  /** Sets the sequences; then services may start. */
  finish(counters: ReadonlyMap<string, number>): Promise<void> {
    return this.readably(async () => {
      // Otherwise, the first lists would be planned for empty tables.
      for (const { name } of this.tables) await this.ask(`ANALYZE ${quoted(name)}`);
      await this.ask('SET synchronous_commit = on');
      await this.ask('BEGIN');
      for (const { name, counter } of this.tables) {
        if (counter === undefined) continue;
        await this.ask(
          `SELECT setval(pg_get_serial_sequence(?, ?), greatest(high, 1), high > 0)
            FROM (SELECT greatest(coalesce(max(${quoted(counter)}), 0), ?::integer) AS high FROM ${quoted(name)}) t`,
          [quoted(name), counter, counters.get(name) ?? 0],
        );
      }
      await setMark(this.runner, MARK);
      await this.ask('COMMIT');
    });
  }

  /** From now on, all reads see the same snapshot. */
  async beginSnapshot(): Promise<void> {
    await this.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }

  async close(): Promise<void> {
    await this.runner.release();
    await this.source.destroy();
  }

  refused(problem: string): DatabaseRefused {
    return new DatabaseRefused(this.server.shown, problem);
  }

  private readonly ask = async <Result>(sql: string, parameters: readonly unknown[] = []) =>
    (await this.runner.query(numbered(sql), [...parameters])) as Result[];

  /** Replaces faults of the server and the network by a message for the operator. */
  private async readably<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const inWords = readable(error, this.server.shown);
      const fault = asStorageFault(inWords);
      throw fault instanceof StorageFault
        ? this.refused(`has failed (${fault.reason}): run the same command again when that is mended`)
        : inWords;
    }
  }

  private async tryInsert({ name, columns }: MovedTable, rows: readonly Row[]): Promise<void> {
    const names = columns.map(column => quoted(column.name)).join(', ');
    const lists = columns.map(({ kind }) => `?::${types[kind]}[]`).join(', ');
    await this.ask(
      `INSERT INTO ${quoted(name)} (${names}) SELECT * FROM unnest(${lists})`,
      columns.map(column => rows.map(row => valueOf(column.kind, row[column.name]))),
    );
  }

  private async refusalOf(table: MovedTable, rows: readonly Row[]): Promise<string> {
    const faults: string[] = [];
    await this.ask('BEGIN');
    for (const row of rows) {
      await this.ask('SAVEPOINT one');
      try {
        await this.tryInsert(table, [row]);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        // The message names only the constraint. The detail of the error may contain values.
        faults.push(`${table.name} ${keyOf(table, row)}: ${error.driverError.message}`);
        if (faults.length === REPORTED) break;
        await this.ask('ROLLBACK TO one');
      }
      await this.ask('RELEASE one');
    }
    await this.ask('ROLLBACK');
    return `does not take these rows:\n${faults.join('\n')}`;
  }
}

const types: Readonly<Record<Kind, string>> = {
  integer: 'integer',
  boolean: 'boolean',
  text: 'text',
  bytes: 'bytea',
};

async function lock(runner: QueryRunner, shown: string): Promise<void> {
  await runner.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MOVING]);
    await runner.query('RESET lock_timeout');
  } catch (error) {
    if (!(error instanceof QueryFailedError) || (error.driverError as DatabaseError).code !== '55P03')
      throw error;
    throw new DatabaseRefused(
      shown,
      'is being filled by another `gatehouse migrate-data`: let that one finish',
    );
  }
}

/** Whether the rows are at fault, not the server: a value, a constraint, a limit. */
function isRefusal(error: unknown): error is QueryFailedError & { driverError: DatabaseError } {
  if (!(error instanceof QueryFailedError)) return false;
  const cause: unknown = error.driverError;
  return cause instanceof DatabaseError && ['22', '23', '54'].includes((cause.code ?? '').slice(0, 2));
}
