import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { DatabaseRefused } from '../database-refused';
import type { Rows } from '../source-options';
import { refuseNewer } from '../sqlite/file-checks';
import { FileMarker } from '../sqlite/file-marker';
import { openReader } from '../sqlite/open-sqlite';
import { readable } from '../sqlite/sqlite-faults';
import type { Query } from './read-rows';

/** A snapshot of a file with its write-ahead log, on a read-only connection. */
export class SourceFile {
  private constructor(
    readonly file: string,
    private readonly reader: DataSource,
    /** A digest of the contents. */
    readonly fingerprint: string,
    private readonly version: number,
  ) {}

  /** @throws DatabaseRefused if it is missing, in use, damaged, not ours, or of another version */
  static async open(file: string, rows: Rows): Promise<SourceFile> {
    try {
      if (!existsSync(file)) throw new DatabaseRefused(file, 'does not exist: name the file of the service');
      refuseInUse(file);
      return await SourceFile.read(file, rows);
    } catch (error) {
      throw readable(error, file);
    }
  }

  private static async read(file: string, rows: Rows): Promise<SourceFile> {
    const reader = await openReader(file, rows, new FileMarker(file));
    try {
      if (await refuseNewer(reader, file))
        throw new DatabaseRefused(
          file,
          'is of an older version: run `gatehouse migrate` with DATABASE_URL=sqlite:FILE first',
        );
      const version = await beginSnapshot(reader);
      return new SourceFile(file, reader, await fingerprintOf(file), version);
    } catch (error) {
      await reader.destroy();
      throw error;
    }
  }

  readonly query: Query = async <Result>(sql: string, parameters: readonly unknown[] = []) => {
    try {
      return await this.reader.query<Result[]>(sql, [...parameters]);
    } catch (error) {
      throw readable(error, this.file);
    }
  };

  /** The highest key that each table has ever had, those of deleted rows included. */
  async counters(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ name: string; seq: number }>('SELECT name, seq FROM sqlite_sequence');
    return new Map(rows.map(({ name, seq }) => [name, seq]));
  }

  /** @throws DatabaseRefused if the file was written to since it was opened */
  async refuseWritten(): Promise<void> {
    await this.query('COMMIT');
    if ((await beginSnapshot(this.reader)) !== this.version)
      throw new DatabaseRefused(
        this.file,
        'was written to meanwhile: stop the service, make the target anew and begin again',
      );
  }

  close(): Promise<void> {
    return this.reader.destroy();
  }
}

/** @returns a number that changes when another connection writes */
async function beginSnapshot(reader: DataSource): Promise<number> {
  await reader.query('BEGIN');
  await reader.query('SELECT count(*) FROM migrations');
  const [row] = await reader.query<{ data_version: number }[]>('PRAGMA data_version');
  return row?.data_version ?? 0;
}

async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for (const part of [file, `${file}-wal`].filter(existsSync))
    for await (const piece of createReadStream(part, { highWaterMark: 1_048_576 }))
      hash.update(piece as Buffer);
  return hash.digest('hex');
}

/**
 * A marker beside the file means that a service has it open, or was killed. If Linux has no lock on the file, the service was
 * killed, and all data is in the file and its log.
 */
function refuseInUse(file: string): void {
  if (!existsSync(`${file}-open`)) return;
  if (existsSync('/proc/locks') && !isLocked(file)) return;
  throw new DatabaseRefused(
    file,
    'is in use: stop the service; where none runs, `gatehouse migrate` with DATABASE_URL=sqlite:FILE closes the file',
  );
}

function isLocked(file: string): boolean {
  const { ino } = statSync(file);
  return readFileSync('/proc/locks', 'latin1').includes(`:${ino} `);
}
