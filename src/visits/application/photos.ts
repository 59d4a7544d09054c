import type { Picture, PictureType } from '../domain/picture';

/** A photo that was checked and cleaned. */
export interface Photo {
  readonly content: Buffer;
  readonly type: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Of a photo that was kept before photos were checked, only the bytes are known. */
export type KeptPhoto = Pick<Photo, 'content'> & Partial<Photo>;

/** Makes a picture anew out of its pixels alone, upright. */
export abstract class PhotoCleaner {
  /** @throws UnusablePhoto when it cannot be decoded, or not in good time */
  abstract clean(content: Buffer, picture: Picture): Promise<Photo>;
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
