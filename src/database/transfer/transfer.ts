import type { ServerLocation } from '../../config/app-config';
import { DatabaseRefused } from '../database-refused';
import type { Rows } from '../source-options';
import { type Comparison, compareTable } from './compare-table';
import type { MovedTable } from './moved-tables';
import { countRows, readRows } from './read-rows';
import { SourceFile } from './source-file';
import { TargetDatabase } from './target-database';
import { unfitRows } from './unfit-rows';

/** Reports how many rows of a table are done. */
export type Progress = (table: string, done: number, total: number) => void;

/** One side or both cannot be used. Nothing was changed but what the messages say. */
export class TransferRefused extends Error {
  constructor(readonly faults: readonly DatabaseRefused[]) {
    super(faults.map(({ message }) => message).join('\n'));
    this.name = 'TransferRefused';
  }
}

/** Copies all rows of a file to a database of a server, and compares both. The file is only read. */
export class Transfer {
  private constructor(
    private readonly source: SourceFile,
    private readonly target: TargetDatabase,
  ) {}

  /** Checks that both sides can be used, and changes neither. @throws TransferRefused with all problems */
  static async open(file: string, server: ServerLocation, rows: Rows): Promise<Transfer> {
    const [source, target] = await Promise.allSettled([
      SourceFile.open(file, rows),
      TargetDatabase.open(server, rows),
    ]);
    if (source.status === 'fulfilled' && target.status === 'fulfilled')
      return new Transfer(source.value, target.value);
    const errors: unknown[] = [];
    for (const side of [source, target])
      if (side.status === 'fulfilled') await side.value.close();
      else errors.push(side.reason);
    throw asRefusal(errors);
  }

  /** Whether the target has rows although no transfer has begun. */
  async isFilled(): Promise<boolean> {
    return (await this.target.movingFrom()) === undefined && (await this.target.filled()).length > 0;
  }

  /**
   * Moves all rows in batches, each in one transaction. An interrupted transfer continues where it stopped. No service
   * starts on the target before the last row is there.
   * @throws TransferRefused
   */
  async move(progress: Progress): Promise<void> {
    try {
      await this.begin();
      for (const table of this.target.tables) await this.moveTable(table, progress);
      await this.source.refuseWritten();
      await this.target.finish(await this.source.counters());
    } catch (error) {
      throw asRefusal([error]);
    }
  }

  /** Compares both sides row by row, each in one snapshot. @throws TransferRefused */
  async compare(progress: Progress): Promise<Comparison[]> {
    try {
      await this.target.beginSnapshot();
      const comparisons: Comparison[] = [];
      for (const table of this.target.tables) {
        const total = await countRows(this.source.query, table);
        comparisons.push(
          await compareTable(table, this.source.query, this.target.query, done =>
            progress(table.name, done, total),
          ),
        );
      }
      return comparisons;
    } catch (error) {
      throw asRefusal([error]);
    }
  }

  async close(): Promise<void> {
    await this.source.close();
    await this.target.close();
  }

  private async begin(): Promise<void> {
    const { fingerprint, file } = this.source;
    const movingFrom = await this.target.movingFrom();
    if (movingFrom === fingerprint) return;
    if (movingFrom !== undefined)
      throw this.target.refused(
        `is half filled from another file, or from ${file} before it was changed: make the database anew`,
      );
    const filled = await this.target.filled();
    if (filled.length > 0)
      throw this.target.refused(
        `has rows already (${filled.join(', ')}): make the database anew or name another; --verify compares what was moved before`,
      );
    const unfit = await unfitRows(this.source.query, this.target.tables);
    if (unfit.length > 0)
      throw new DatabaseRefused(
        file,
        `has what PostgreSQL does not take; nothing was moved:\n${unfit.join('\n')}`,
      );
    await this.target.begin(fingerprint);
  }

  private async moveTable(table: MovedTable, progress: Progress): Promise<void> {
    const total = await countRows(this.source.query, table);
    const last = await this.target.lastRow(table);
    let done = last ? await countRows(this.target.query, table) : 0;
    progress(table.name, done, total);
    for await (const rows of readRows(this.source.query, table, last)) {
      await this.target.insert(table, rows);
      done += rows.length;
      progress(table.name, done, total);
    }
  }
}

/** All problems that the operator can solve in one error; any other error unchanged. */
function asRefusal(errors: readonly unknown[]): unknown {
  const other = errors.find(error => !(error instanceof DatabaseRefused));
  return other ?? new TransferRefused(errors as readonly DatabaseRefused[]);
}
