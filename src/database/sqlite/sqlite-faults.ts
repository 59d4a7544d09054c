import { QueryFailedError } from 'typeorm';
import { DatabaseRefused } from '../database-refused';
import { StorageFault, type StorageReason } from '../storage-fault';

const reasons: Readonly<Record<string, StorageReason>> = {
  SQLITE_BUSY: 'storage busy',
  SQLITE_LOCKED: 'storage busy',
  SQLITE_FULL: 'storage full',
  SQLITE_IOERR: 'storage unavailable',
  SQLITE_CANTOPEN: 'storage unavailable',
  SQLITE_READONLY: 'storage unavailable',
  SQLITE_CORRUPT: 'storage unavailable',
  SQLITE_NOTADB: 'storage unavailable',
};

/** A StorageFault for faults of the storage; any other error unchanged, such as our refusals and violated constraints. */
export function asStorageFault(error: unknown): unknown {
  const code: unknown =
    error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  return reason ? new StorageFault(reason, error) : error;
}

const damage = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB']);
const denials = new Set(
  (
    'SQLITE_CANTOPEN SQLITE_READONLY SQLITE_IOERR SQLITE_FULL SQLITE_PERM ' +
    'EACCES EPERM EROFS ENOSPC EISDIR ENOTDIR ENOENT EEXIST EIO'
  ).split(' '),
);

/** A message for a fault that the operator can mend; any other error unchanged. */
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
