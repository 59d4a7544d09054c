import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { DatabaseRefused } from '../database-refused';
import type { OpenMarker } from './sqlite-engine';

/**
 * Stands beside the file while it is open. When it is found at a start, the last run was cut off, and its write-ahead
 * log must be there: without it, acknowledged changes would be missing, and SQLite would not notice.
 */
export class FileMarker implements OpenMarker {
  private readonly path: string;

  constructor(private readonly file: string) {
    this.path = `${file}-open`;
  }

  refuseLostLog(): void {
    if (!existsSync(this.path) || existsSync(`${this.file}-wal`)) return;
    // Another process that closes just now removes the marker first, then the log.
    if (!existsSync(this.path)) return;
    throw new DatabaseRefused(
      this.file,
      `was not closed and its write-ahead log is gone: restore ${this.file}-wal or a backup; to go on without the last changes, remove ${this.path}`,
    );
  }

  put(): void {
    closeSync(openSync(this.path, 'w', 0o600));
  }

  /** Before closing: from here on, SQLite removes the log itself. */
  lift(): void {
    rmSync(this.path, { force: true });
  }

  /** After closing: a log that is there still belongs to another process, which may be closing at the same moment. */
  putBackIfInUse(): void {
    if (existsSync(`${this.file}-wal`)) {
      this.put();
      if (existsSync(`${this.file}-wal`)) return;
    }
    this.lift();
  }
}
