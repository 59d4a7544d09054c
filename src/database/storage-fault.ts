/**
 * Why the storage did not take a change: the fixed words of error 1544. `outcome unknown`: the connection was
 * lost during the commit, so the change is stored as a whole or not at all. With the others, nothing of it is stored.
 */
export type StorageReason = 'storage busy' | 'storage full' | 'storage unavailable' | 'outcome unknown';

/** The storage failed. The error of the driver is in `cause`, for the log only. */
export class StorageFault extends Error {
  constructor(
    readonly reason: StorageReason,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'StorageFault';
  }
}
