import { enumeration } from './enumeration';

export type PictureType = 'image/jpeg' | 'image/png';

export const pictureTypes = enumeration(
  'PhotoType',
  'Media type of a photo',
  { Jpeg: 'image/jpeg', Png: 'image/png' },
  { Jpeg: 'a JPEG', Png: 'a PNG' },
);

/** A photo that was checked and cleaned. */
export interface Photo {
  readonly content: Buffer;
  readonly type: PictureType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A photo, and the path of its field in the request. */
export interface GivenPhoto {
  readonly field: string;
  readonly content: Buffer;
}

/** Who sends photos, and whether they are still waited for. */
export interface PhotoSender {
  readonly login: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}
