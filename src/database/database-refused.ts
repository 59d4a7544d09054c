/** The data cannot be used as it is. The message names the file and says what to do; nothing was changed. */
export class DatabaseRefused extends Error {
  constructor(file: string, problem: string) {
    super(`DATABASE_URL: ${file} ${problem}`);
    this.name = 'DatabaseRefused';
  }
}

const damage = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);
const denials = new Set(
  (
    'SQLITE_CANTOPEN SQLITE_READONLY SQLITE_IOERR SQLITE_FULL SQLITE_PERM ' +
    'EACCES EPERM EROFS ENOSPC EISDIR ENOTDIR ENOENT EEXIST EIO'
  ).split(' '),
);

/** A fault of SQLite or of the system that the operator can do something about, in words; any other as it is. */
export function readable(error: unknown, file: string): unknown {
  const { code = '', driverError } = error as { code?: string; driverError?: { code?: string } };
  const cause = driverError?.code ?? code;
  if (damage.has(cause)) return new DatabaseRefused(file, `is damaged (${cause}): restore a backup`);
  if (cause === 'SQLITE_BUSY') {
    return new DatabaseRefused(file, 'is locked by another process: end that process, or name another file');
  }
  if (!denials.has(cause)) return error;
  return new DatabaseRefused(
    file,
    `cannot be opened for writing (${cause}): look at the folder, its owner, and the disk`,
  );
}
