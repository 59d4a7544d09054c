/**
 * Why the storage did not take a change: the fixed words of error 1544 (contract 3). `outcome unknown`: it was lost while the
 * change was made final, so that it is stored or not, as a whole; with all others, nothing of it is stored.
 */
export type StorageReason = 'storage busy' | 'storage full' | 'storage unavailable' | 'outcome unknown';

/** The storage failed; nothing was changed, but for `outcome unknown`. The driver's own words are in `cause`, for the log alone. */
export class StorageFault extends Error {
  constructor(
    readonly reason: StorageReason,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'StorageFault';
  }
}
