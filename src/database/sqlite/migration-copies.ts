import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { copyTo, stamp } from './file-copy';

/**
 * Keeps the file as it is before its migrations, beside it, as `FILE.before-migration-TIME`, and removes the oldest of
 * these copies.
 * @param kept how many there are afterwards; 0 makes none and removes none
 */
export async function copyBeforeMigration(file: string, reader: DataSource, kept: number): Promise<void> {
  if (kept === 0) return;
  const prefix = `${file}.before-migration-`;
  await copyTo(`${prefix}${stamp(new Date())}`, reader, () => Promise.resolve());
  const folder = dirname(file);
  const copies = readdirSync(folder).filter(name => name.startsWith(basename(prefix)));
  // The names end with the time, so that their order is that of the times.
  for (const name of copies.sort().slice(0, -kept)) rmSync(join(folder, name), { force: true });
}
