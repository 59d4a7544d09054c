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
