import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';

/**
 * Copies what `source` reads now, in one read transaction, to a new file that only its owner can read. It appears under
 * its name when it is on disk and `check` has passed; answers what `check` does. Fails with EEXIST when there is a file of that name.
 */
export async function copyTo<T>(
  target: string,
  source: DataSource,
  check: (draft: string) => Promise<T>,
): Promise<T> {
  const draft = `${target}.new-${randomUUID()}`;
  try {
    // SQLite writes into an empty file that exists, and leaves its mode as it is.
    closeSync(openSync(draft, 'wx', 0o600));
    await source.query('VACUUM INTO ?', [draft]);
    flush(draft);
    const result = await check(draft);
    linkSync(draft, target);
    flush(dirname(target));
    return result;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits until a file, or the list of names of a folder, is on disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** For the name of a file: 2026-11-29T16-20-05Z. */
export function stamp(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
}
