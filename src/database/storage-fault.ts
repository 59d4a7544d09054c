import { QueryFailedError } from 'typeorm';

/** Why the storage did not take a change: the fixed words of error 1544 (contract 3). */
export type StorageReason = 'storage busy' | 'storage full' | 'storage unavailable';

/** The storage failed; nothing was changed. The driver's own words are in `cause`, for the log alone. */
export class StorageFault extends Error {
  constructor(
    readonly reason: StorageReason,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'StorageFault';
  }
}

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

/** A fault of the storage as such; anything else, a refusal of ours or a violated constraint, unchanged. */
export function asStorageFault(error: unknown): unknown {
  const code: unknown =
    error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
  const reason = typeof code === 'string' ? reasons[code] : undefined;
  return reason ? new StorageFault(reason, error) : error;
}
