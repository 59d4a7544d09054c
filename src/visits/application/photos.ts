import type { GivenPhoto, Photo, PhotoSender } from '../../shared/photo';

/** Of one visit. */
export const MAX_PHOTOS = 10;

/** Of a photo that was kept before photos were checked, only the bytes are known. */
export type KeptPhoto = Pick<Photo, 'content'> & Partial<Photo>;

/** What every photo goes through before it is kept. */
export abstract class PhotoChecks {
  /**
   * Stops between two photos when the sender has gone.
   * @throws AppError BadParameters that name every photo that cannot be kept, RateExceeded; what the signal says
   */
  abstract execute<Given extends readonly GivenPhoto[]>(
    sender: PhotoSender,
    given: readonly [...Given],
  ): Promise<{ [Index in keyof Given]: Photo }>;
  /** What a picture says of itself; undefined when it is no whole picture. */
  abstract read(content: Buffer): Omit<Photo, 'content'> | undefined;
}

/** The photos of visits, numbered from 1 in the order in which they came. */
export abstract class VisitPhotos {
  /**
   * Adds one to a visit that is still as it was loaded.
   * @returns its number; undefined when the visit has as many as it may have
   * @throws ConcurrentUpdate
   * @throws AppError VisitGone
   */
  abstract add(visit: { id: string; version: number }, photo: Photo): Promise<number | undefined>;
  /** The photo, and how many the visit has. */
  abstract find(visitId: string, number: number): Promise<{ photo: KeptPhoto; count: number } | undefined>;
}
